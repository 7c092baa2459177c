from dataclasses import replace

import pytest

from synth.coverage.saturation import measure_saturation, new_pieces
from synth.records.survey import BOTH
from tests.unit.coverage.held import interviewing


def told(*themes: str):
    """Interviews of side a, each with the themes whose letters it is given."""
    held = interviewing((("a", "sales"),) * len(themes), corners=("relational_trust",), each=0)
    pattern = interviewing(each=1).heard[0]
    heard = tuple(
        replace(pattern, passage=f"p{n}{t}", interview=f"i{n:02}", theme=t, stance="concern")
        for n, said in enumerate(themes)
        for t in said
    )
    return replace(held, heard=heard)


def overall(held):
    return next(s for s in measure_saturation(held) if s.side == BOTH)


def test_what_comes_up_first_is_counted_once() -> None:
    brought = (frozenset({("t1", "concern")}), frozenset({("t1", "concern"), ("t1", "strength")}))
    assert new_pieces(brought) == (1, 1)


@pytest.mark.parametrize(
    ("themes", "share", "reached"),
    [
        (("abcd", "ab", "cd", "a", "b", "c"), 0.0, 6),
        (("abcd", "ab", "cd", "a", "e", "f"), 0.5, None),
        (("abcd", "ab", "cd", "a", "e", "f", "a", "b"), 0.0, 8),
        (("abcd", "ab", "cd", "a", "b"), None, None),
        ((), None, None),
    ],
)
def test_the_last_two_are_held_against_the_first_four(themes, share, reached) -> None:
    found = overall(told(*themes))
    assert found.share == share
    assert found.reached_at == reached


def test_one_late_discovery_shows_that_the_order_matters() -> None:
    found = overall(told("a", "a", "a", "a", "a", "bcdefgh"))
    assert found.share == 7.0
    assert 0 < (found.orders_reaching or 0) < 1


def test_each_side_is_told_apart() -> None:
    sides = [s.side for s in measure_saturation(interviewing())]
    assert sides == [BOTH, "a", "b"]


def test_the_same_interviews_give_the_same_band() -> None:
    held = told("ab", "bc", "cd", "de", "ef", "fg")
    assert overall(held) == overall(held)
