from __future__ import annotations

import pytest

from synth.protocols import load_protocol
from synth.records.findings import NOT_ENOUGH, CornerFindings
from synth.records.scorecard import Criterion
from synth.synthesis import compare_scorecard

TRUST = "relational_trust"
HEALTH, FIVE = load_protocol("alliance-health"), load_protocol("alliance-maturity-5")


def line(name: str, corner: str = TRUST, **scores: float) -> Criterion:
    return Criterion(corner, name, scores, {side: str(s) for side, s in scores.items()})


def corner(name: str = TRUST, drafted: str = "green") -> CornerFindings:
    return CornerFindings(name, drafted, drafted, "", "")


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [(1, 1, "green"), (0.75, 0.75, "green"), (0.74, 0.75, "yellow"), (0.5, 0.5, "yellow"),
     (0.25, 0.25, "yellow"), (0.2, 0.25, "red"), (0, 0, "red")],
)  # fmt: skip
def test_the_score_comes_to_the_nearest_level(a: float, b: float, level: str) -> None:
    (scored,) = compare_scorecard([line("x", a=a, b=b)], [corner()], HEALTH)
    assert scored.level == level
    assert scored.agrees == (level == "green")


def test_a_scale_of_levels_counts_from_the_lowest() -> None:
    lines = [line("x", "trust", a=0.25, b=0.5)]
    (scored,) = compare_scorecard(lines, [corner("trust", "3")], FIVE)
    best_first = [level.id for level in FIVE.scale.best_first]
    assert scored.level == best_first[2]


def test_a_side_that_rates_more_weighs_no_more() -> None:
    lines = [line("x", a=1, b=0), line("y", a=1), line("z", a=1)]
    (scored,) = compare_scorecard(lines, [corner()], HEALTH)
    assert scored.level == "yellow"
    assert scored.criteria == 3


def test_one_side_alone_comes_to_no_level() -> None:
    (scored,) = compare_scorecard([line("x", a=1)], [corner()], HEALTH)
    assert scored.level == NOT_ENOUGH


def test_criteria_far_apart_are_named_the_widest_first() -> None:
    lines = [line("near", a=0.5, b=0.75), line("far", a=1, b=0.5), line("farther", a=0, b=1)]
    (scored,) = compare_scorecard(lines, [corner()], HEALTH)
    assert [c.name for c in scored.apart] == ["farther", "far"]


def test_a_corner_that_nobody_scored_is_left_out() -> None:
    other = corner("value_realization")
    assert compare_scorecard([line("x", a=1, b=1)], [other], HEALTH) == ()
