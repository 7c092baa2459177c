from __future__ import annotations

from dataclasses import replace

import pytest

from synth.errors import SynthError
from synth.shift import compare_cycles
from synth.shift.lining import line_up
from tests.unit.shift.made import A3, B3, cycle

PEOPLE = dict.fromkeys((*A3, *B3), 0.2)
OTHERS = dict.fromkeys(("a4", "a5", "a6", "b4", "b5", "b6"), 0.2)


def test_one_cycle_is_not_enough() -> None:
    with pytest.raises(SynthError, match="two cycles or more"):
        compare_cycles([cycle("2025-H1", PEOPLE)])


def test_the_same_cycle_twice_is_refused() -> None:
    with pytest.raises(SynthError, match="same cycle"):
        compare_cycles([cycle("2025-H1", PEOPLE), cycle("2025-H1", OTHERS)])


def test_cycles_without_dates_go_by_name_and_it_is_said() -> None:
    undated = [replace(cycle(n, PEOPLE), date="") for n in ("2025-H2", "2025-H1")]
    ordered, notices = line_up(undated)
    assert [c.name for c in ordered] == ["2025-H1", "2025-H2"]
    assert any("ordered by name" in n for n in notices)


def test_a_transcript_in_both_cycles_counts_once() -> None:
    then, now = cycle("2025-H1", PEOPLE), cycle("2025-H2", OTHERS)
    copied = [p for p in then.passages if p.speaker == "[A: a1]"]
    both = replace(
        now,
        passages=(*now.passages, *(replace(p, id=f"x{p.id}", interview="i99") for p in copied)),
    )
    ordered, notices = line_up([then, both])
    assert ordered[1].passages == now.passages
    assert any("word for word" in n for n in notices)


def test_a_copy_is_known_though_its_pseudonyms_have_other_numbers() -> None:
    text = "We told [A: person 1] at [place 2] that the crane would not be there before the tide"
    then, now = cycle("2025-H1", PEOPLE), cycle("2025-H2", OTHERS)
    one = replace(then.passages[0], text=text)
    two = replace(one, id="x1", interview="i99", text=text.replace("1]", "4]").replace("2]", "7]"))
    _, notices = line_up(
        [replace(then, passages=(one, *then.passages)), replace(now, passages=(*now.passages, two))]
    )
    assert any("word for word" in n for n in notices)


def test_a_cycle_that_is_a_copy_is_refused() -> None:
    then = cycle("2025-H1", PEOPLE)
    with pytest.raises(SynthError, match="nothing to compare"):
        line_up([then, replace(then, name="2025-H2", date="2025-11-20")])


@pytest.mark.parametrize(
    ("people", "told"),
    [
        (dict.fromkeys(("a4", "a5", "a6", "a7"), 0.5), "Nobody of Partner B"),
        ({"a4": 0.5, "b4": 0.5, "b5": 0.5}, "Three people or fewer"),
    ],
)
def test_a_thin_cycle_is_named(people: dict[str, float], told: str) -> None:
    _, notices = line_up([cycle("2025-H1", PEOPLE), cycle("2025-H2", people)])
    assert any(told in n for n in notices)


def test_the_side_of_both_cycles_is_compared_where_one_lacks_the_other() -> None:
    now = cycle("2025-H2", dict.fromkeys(("a4", "a5", "a6", "a7"), 0.9))
    move = compare_cycles([cycle("2025-H1", PEOPLE), now]).moves[0]
    assert [s.side for s in move.sides] == ["a"]
    assert move.change.value == pytest.approx(0.7)


def test_a_corner_of_two_protocols_is_compared_with_a_word_on_its_ratings() -> None:
    now = replace(cycle("2025-H2", OTHERS), protocol="alliance-maturity-5")
    _, notices = line_up([cycle("2025-H1", PEOPLE), now])
    assert [n for n in notices if "different scales" in n]
