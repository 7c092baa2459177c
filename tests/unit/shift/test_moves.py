from __future__ import annotations

import pytest

from synth.records.shift import BETTER, TOO_FEW, UNSURE, WORSE, Move
from synth.shift import compare_cycles
from tests.unit.shift.made import A3, B3, CORNERS, cycle, with_signals

CALM = dict.fromkeys((*A3, *B3), 0.1)
WORRIED = dict.fromkeys(("a4", "a5", "a6", "b4", "b5", "b6"), 0.9)


def _trust(then, now) -> Move:
    return compare_cycles([then, now]).moves[0]


def test_a_change_of_everybody_is_claimed() -> None:
    move = _trust(cycle("2025-H1", CALM), cycle("2025-H2", WORRIED))
    assert (move.id, move.verdict) == ("relational_trust", WORSE)
    assert move.change.value == pytest.approx(0.8)
    assert (move.then, move.now) == (pytest.approx(0.1), pytest.approx(0.9))


def test_dates_decide_the_order() -> None:
    move = _trust(cycle("2025-H2", CALM), cycle("2025-H1", WORRIED))
    assert move.verdict == BETTER


def test_the_same_answers_cannot_tell_of_a_change() -> None:
    now = dict(zip(WORRIED, CALM.values(), strict=True))
    assert _trust(cycle("2025-H1", CALM), cycle("2025-H2", now)).verdict == UNSURE


def test_a_change_of_one_person_is_no_claim() -> None:
    now = {**dict.fromkeys(list(WORRIED)[1:], 0.1), "a4": 0.9}
    assert _trust(cycle("2025-H1", CALM), cycle("2025-H2", now)).verdict == UNSURE


def test_a_talkative_person_weighs_no_more() -> None:
    then, now = cycle("2025-H1", CALM), cycle("2025-H2", dict.fromkeys(WORRIED, 0.1))
    one = [p for p in now.passages if p.stance == "concern" and p.speaker == "[A: a4]"]
    from dataclasses import replace

    more = tuple(replace(p, id=f"{p.id}-{n}") for p in one for n in range(9))
    louder = replace(now, passages=(*now.passages, *more))
    assert _trust(then, louder).change.value < 0.1


def test_three_people_in_a_cycle_are_too_few_to_claim_anything() -> None:
    now = cycle("2025-H2", {"a4": 0.9, "b4": 0.9, "b5": 0.9})
    shift = compare_cycles([cycle("2025-H1", CALM), now])
    assert {m.verdict for m in shift.moves} <= {UNSURE, TOO_FEW}
    assert any("Three people or fewer" in notice for notice in shift.notices)


def test_below_the_floor_nothing_is_tested() -> None:
    now = cycle("2025-H2", WORRIED, min_people=7)
    move = _trust(cycle("2025-H1", CALM), now)
    assert (move.verdict, move.then, move.sides) == (TOO_FEW, None, ())


def test_everything_tested_is_corrected_for() -> None:
    shift = compare_cycles([cycle("2025-H1", CALM), cycle("2025-H2", WORRIED)])
    move = shift.moves[0]
    assert shift.tested == 2  # trust and signs of strain: of the rest nobody spoke
    assert move.corrected == pytest.approx(move.p * shift.tested)


def test_a_side_is_told_apart_and_claimed_only_with_both() -> None:
    now = {**dict.fromkeys(("a4", "a5", "a6"), 0.9), **dict.fromkeys(("b4", "b5", "b6"), 0.1)}
    move = _trust(cycle("2025-H1", CALM), cycle("2025-H2", now))
    a, b = move.sides
    assert a.change.value == pytest.approx(0.8) and b.change.value == pytest.approx(0)
    assert {a.verdict, b.verdict} == {UNSURE}


def test_pronouns_are_counted_by_person_and_side() -> None:
    then = with_signals(cycle("2025-H1", CALM), {p: {"we_joint": 8, "they_partner": 2} for p in A3})
    new = ("a4", "a5", "a6")
    now = with_signals(
        cycle("2025-H2", WORRIED), {p: {"we_joint": 2, "they_partner": 8} for p in new}
    )
    shift = compare_cycles([then, now])
    share = next(m for m in shift.moves if m.id == "we_share")
    assert (share.then, share.now) == (pytest.approx(0.8), pytest.approx(0.2))
    rates = {(r.kind, r.side): r for r in shift.rates}
    assert rates["they_partner", "a"].change.value > 0 == rates["they_partner", "b"].change.value


def test_the_same_people_and_new_people_are_told_apart() -> None:
    then = cycle("2025-H1", {**CALM, "a7": 0.1, "b7": 0.1, "a8": 0.1})
    stay = dict.fromkeys((*A3, *B3), 0.5)
    now = cycle("2025-H2", {**stay, "a9": 0.9, "b9": 0.9, "b8": 0.9})
    shift = compare_cycles([then, now])
    assert shift.crowd == (6, 3, 3)
    same, new = shift.moves[0].same_people, shift.moves[0].new_people
    assert (same[0], new[0]) == (6, 6)
    assert same[1].value == pytest.approx(0.4) and new[1].value == pytest.approx(0.8)


def test_without_a_key_nobody_is_the_same() -> None:
    now = cycle("2025-H2", dict.fromkeys((*A3, *B3), 0.9), keyed=False)
    shift = compare_cycles([cycle("2025-H1", CALM), now])
    assert shift.crowd is None and shift.moves[0].same_people is None
    assert any("no key" in notice for notice in shift.notices)


def test_three_cycles_give_a_course_and_compare_the_last_two() -> None:
    cycles = [
        cycle("2024-H2", WORRIED),
        cycle("2025-H1", CALM),
        cycle("2025-H2", dict.fromkeys(("a7", "a8", "a9", "b7", "b8", "b9"), 0.5)),
    ]
    shift = compare_cycles(cycles)
    assert (shift.then.name, shift.now.name) == ("2025-H1", "2025-H2")
    assert [round(p.value, 1) for p in shift.series[0].points] == [0.9, 0.1, 0.5]


def test_the_order_given_changes_nothing() -> None:
    cycles = [cycle("2025-H1", CALM), cycle("2025-H2", WORRIED), cycle("2024-H2", WORRIED)]
    assert compare_cycles(cycles) == compare_cycles(cycles[::-1])


def test_corners_of_another_protocol_are_left_out_and_named() -> None:
    other = {"relational_trust": CORNERS["relational_trust"], "governance": "Governance"}
    shift = compare_cycles([cycle("2025-H1", CALM), cycle("2025-H2", WORRIED, corners=other)])
    assert [m.id for m in shift.moves if m.kind == "corner"] == ["relational_trust"]
    assert any("Governance" in n and "Value realization" in n for n in shift.notices)


def test_people_dealt_at_random_seldom_make_a_claim() -> None:
    import random

    draw = random.Random(1)
    claims = 0
    for _ in range(60):
        people = dict.fromkeys((*A3, *B3), 0.0), dict.fromkeys(WORRIED, 0.0)
        then, now = ({p: draw.random() for p in some} for some in people)
        shift = compare_cycles([cycle("2025-H1", then), cycle("2025-H2", now)])
        claims += any(m.verdict in (BETTER, WORSE) for m in shift.moves)
    assert claims <= 7  # 3 are expected at the stated level; 8 or more come once in 100 such tests
