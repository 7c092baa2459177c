from __future__ import annotations

import re
from itertools import pairwise

from synth.report.sheets.blocks import Slope, Slopes
from synth.report.sheets.markdown import slopes_grid
from synth.report.sheets.slopes import slopes_svg


def _slopes(*lines: Slope) -> Slopes:
    return Slopes("Worry.", ("2024", "2025", "2026"), lines, "none", "all")


def _heights(svg: str, end: str) -> list[float]:
    return [float(y) for y in re.findall(rf'class="{end}" x="[\d.]+" y="([\d.]+)"', svg)]


def test_names_never_lie_on_each_other_nor_outside() -> None:
    lines = [Slope(f"Corner {n}", (0.01, 0.5, 0.99), ("1 %", "50 %", "99 %")) for n in range(6)]
    svg = str(slopes_svg(_slopes(*lines)))
    for end in ("then", "now"):
        heights = _heights(svg, end)
        assert len(heights) == 6
        assert all(b - a >= 14 for a, b in pairwise(heights))
        assert min(heights) > 0 and max(heights) < 256


def test_a_cycle_without_a_value_is_left_out_of_the_line() -> None:
    svg = str(slopes_svg(_slopes(Slope("Trust", (0.2, None, 0.8), ("20 %", "–", "80 %")))))
    assert svg.count("<circle") == 2 and svg.count('class="line"') == 1


def test_the_numbers_are_told_in_words_too() -> None:
    slopes = _slopes(Slope("Trust <b>", (0.2, 0.5, 0.8), ("20 %", "50 %", "80 %")))
    svg = str(slopes_svg(slopes))
    assert 'aria-label="Worry. Trust &lt;b&gt;: 20 %, 50 %, 80 %."' in svg
    assert slopes_grid(slopes).rows == (("Trust <b>", "20 %", "50 %", "80 %"),)
