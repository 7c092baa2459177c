from __future__ import annotations

from itertools import combinations

import pytest

from synth.shift.chance import Pair, difference, holm, interval, permutation_p


def _pair(then: dict[str, list[float]], now: dict[str, list[float]]) -> Pair:
    return Pair(
        *(
            {s: {f"{s}{when}{n}": x for n, x in enumerate(xs)} for s, xs in cycle.items()}
            for when, cycle in (("then", then), ("now", now))
        )
    )


def test_every_side_weighs_the_same_however_many_its_people() -> None:
    pair = _pair({"a": [0.0], "b": [0.0]}, {"a": [1.0] * 9, "b": [0.0]})
    assert difference(pair) == pytest.approx(0.5)


def test_the_p_of_a_clear_change_is_the_share_of_deals_as_extreme() -> None:
    pair = _pair({"a": [0.0] * 3, "b": [0.0] * 3}, {"a": [1.0] * 3, "b": [1.0] * 3})
    assert permutation_p(pair) == pytest.approx(2 / 400)


def test_the_p_equals_a_count_by_hand() -> None:
    then, now = [0.1, 0.4, 0.35, 0.2], [0.5, 0.3, 0.9, 0.25]
    everybody, seen = then + now, abs(sum(now) / 4 - sum(then) / 4)
    deals = [
        abs(sum(everybody[i] for i in picks) / 4
            - sum(x for i, x in enumerate(everybody) if i not in picks) / 4)
        for picks in combinations(range(8), 4)
    ]  # fmt: skip
    by_hand = sum(d >= seen - 1e-9 for d in deals) / len(deals)
    assert permutation_p(_pair({"a": then}, {"a": now})) == pytest.approx(by_hand)


def test_no_change_has_a_p_of_one() -> None:
    assert permutation_p(_pair({"a": [0.5] * 4}, {"a": [0.5] * 4})) == 1.0


@pytest.mark.parametrize(
    ("then", "now"),
    [({"a": [0.1, 0.2, 0.3]}, {"a": [0.9] * 5}), ({"a": []}, {"a": [0.9] * 5}), ({}, {})],
)
def test_too_few_people_are_not_tested(then: dict, now: dict) -> None:
    assert permutation_p(_pair(then, now)) is None


def test_many_people_are_dealt_at_random_and_always_alike() -> None:
    then, now = [x / 20 for x in range(20)], [0.3 + x / 20 for x in range(20)]
    pair = _pair({"a": then}, {"a": now})
    assert permutation_p(pair) == permutation_p(pair)
    assert 0 < permutation_p(pair) < 0.05


def test_the_interval_holds_the_difference_and_is_wider_for_fewer_people() -> None:
    few = interval(_pair({"a": [0.2, 0.4, 0.6]}, {"a": [0.5, 0.7, 0.9]}))
    many = interval(_pair({"a": [0.2, 0.4, 0.6] * 4}, {"a": [0.5, 0.7, 0.9] * 4}))
    assert few.low < few.value < few.high
    assert many.high - many.low < few.high - few.low


def test_one_person_has_no_interval() -> None:
    alone = interval(_pair({"a": [0.2]}, {"a": [0.9, 0.8]}))
    assert (alone.low, alone.high) == (None, None)


def test_somebody_heard_twice_is_drawn_with_both_interviews() -> None:
    people = {"x": 0.1, "y": 0.5, "z": 0.9}
    same = interval(Pair({"a": people}, {"a": {p: v + 0.05 for p, v in people.items()}}))
    new = interval(_pair({"a": list(people.values())}, {"a": [0.15, 0.55, 0.95]}))
    assert same.high - same.low < 1e-6 < new.high - new.low


def test_holm_multiplies_the_smallest_by_all_and_never_falls() -> None:
    assert holm([0.01, None, 0.04, 0.03]) == pytest.approx((0.03, None, 0.06, 0.06))
