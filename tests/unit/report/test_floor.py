from __future__ import annotations

from itertools import product

import pytest

from synth.report.floor import in_json, in_short, in_words, shown, shown_mentions, shown_total


@pytest.mark.parametrize(
    ("people", "written", "words", "short"),
    [
        (0, "0", "nobody", "nobody"),
        (1, "<3", "fewer than three people", "fewer than three"),
        (2, "<3", "fewer than three people", "fewer than three"),
        (3, "3", "three people", "three"),
        (13, "13", "13 people", "13"),
    ],
)
def test_a_number_of_people_below_the_floor_is_not_written(
    people: int, written: str, words: str, short: str
) -> None:
    assert shown(people, 3) == written
    assert in_words(people, 3) == words
    assert in_short(people, 3) == short


def test_a_floor_of_one_hides_nothing() -> None:
    assert [shown(n, 1) for n in range(3)] == ["0", "1", "2"]
    assert in_words(1, 1) == "one person"


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        ((4, 5), "9"),
        ((4, 0), "4"),
        ((2, 0), "<3"),
        ((0, 0), "0"),
        ((5, 2), "6+"),
        ((5, 1), "6+"),
        ((1, 1), "2+"),
        ((2, 2), "2+"),
        ((3, 3, 1), "7+"),
    ],
)
def test_a_total_is_exact_only_while_each_part_is(parts: tuple[int, ...], total: str) -> None:
    assert shown_total(parts, 3) == total


def test_no_total_tells_a_hidden_number_apart_from_another() -> None:
    told: dict[tuple[str, ...], set[str]] = {}
    for parts in product(range(6), repeat=3):
        written = tuple(shown(part, 3) for part in parts)
        told.setdefault(written, set()).add(shown_total(parts, 3))
    assert all(len(totals) == 1 for totals in told.values())


@pytest.mark.parametrize(
    ("mentions", "people", "written"), [(1, 1, "<3"), (7, 1, "7"), (2, 3, "2"), (0, 0, "0")]
)
def test_one_mention_does_not_tell_that_one_person_made_it(
    mentions: int, people: int, written: str
) -> None:
    assert shown_mentions(mentions, people, 3) == written


def test_json_holds_a_number_where_it_is_exact_and_words_where_not() -> None:
    assert [in_json(n) for n in ("7", "<3", "6+")] == [7, "<3", "6+"]
