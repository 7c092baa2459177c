"""Slope charts as SVG: a line a measure from cycle to cycle, named at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from synth.report.sheets.blocks import Slope, Slopes

_WIDTH: Final = 680
_LEFT, _RIGHT, _TOP, _HIGH = 190, 190, 30, 200
_GAP: Final = 15
"""Least distance of two labels."""


def slopes_svg(slopes: Slopes) -> Markup:
    """Return the chart, with its numbers in words for whoever does not see it."""
    told = "; ".join(f"{line.label}: {', '.join(line.told)}" for line in slopes.lines)
    rules = Markup("").join(_rule(at, slopes) for at in range(len(slopes.cycles)))
    return Markup(
        '<figure class="slopes"><svg viewBox="0 0 {w} {h}" role="img" aria-label="{label}">'
        "{rules}{lines}{names}</svg><figcaption>{title} {scale}</figcaption></figure>"
    ).format(
        w=_WIDTH, h=_TOP + _HIGH + 26, label=f"{slopes.title} {told}.", rules=rules,
        lines=Markup("").join(_line(line, len(slopes.cycles)) for line in slopes.lines),
        names=_names(slopes, 0) + _names(slopes, -1), title=slopes.title,
        scale=f"Top: {slopes.high}. Bottom: {slopes.low}.",
    )  # fmt: skip


def _x(at: int, many: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * at / max(many - 1, 1)


def _y(value: float) -> float:
    return _TOP + _HIGH * (1 - min(max(value, 0.0), 1.0))


def _rule(at: int, slopes: Slopes) -> Markup:
    x = _x(at, len(slopes.cycles))
    return Markup(
        '<line class="rule" x1="{0:.1f}" y1="{1}" x2="{0:.1f}" y2="{2}"/>'
        '<text class="tick" x="{0:.1f}" y="{3}">{4}</text>'
    ).format(x, _TOP, _TOP + _HIGH, _TOP + _HIGH + 18, slopes.cycles[at])


def _line(line: Slope, many: int) -> Markup:
    points = [(_x(at, many), _y(v)) for at, v in enumerate(line.values) if v is not None]
    stroke = Markup('<line class="line" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>')
    dot = Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="3.5"/>')
    strokes = (stroke.format(*one, *other) for one, other in pairwise(points))
    return Markup("").join([*strokes, *(dot.format(*point) for point in points)])


def _names(slopes: Slopes, end: int) -> Markup:
    """Return the labels at one end, pushed apart where lines meet."""
    ends = [(line, value) for line in slopes.lines if (value := line.values[end]) is not None]
    ends.sort(key=lambda pair: (-pair[1], pair[0].label))
    heights = _apart([_y(value) for _, value in ends])
    x = _x(len(slopes.cycles) - 1, len(slopes.cycles)) + 9 if end else _LEFT - 9
    label = Markup('<text class="{}" x="{:.1f}" y="{:.1f}">{}</text>')
    return Markup("").join(
        label.format(
            "now" if end else "then", x, y + 4,
            f"{line.told[end]} {line.label}" if end else f"{line.label} {line.told[end]}",
        )
        for (line, _), y in zip(ends, heights, strict=True)
    )  # fmt: skip


def _apart(heights: Sequence[float]) -> list[float]:
    """Return heights in order, moved down where they would overlap, and up again at the foot."""
    placed: list[float] = []
    for y in heights:
        placed.append(max(y, placed[-1] + _GAP) if placed else y)
    over = max(0.0, placed[-1] - (_TOP + _HIGH)) if placed else 0.0
    for at in range(len(placed) - 1, -1, -1):
        ceiling = placed[at + 1] - _GAP if at + 1 < len(placed) else placed[at] - over
        placed[at] = min(placed[at], ceiling)
    return placed
