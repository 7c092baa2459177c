from __future__ import annotations

from dataclasses import replace

import pytest

from synth.records.people import Names, Person, Side
from synth.records.text import RawText
from tests.unit.privacy.made_up import NAMES, NOBODY, make_review


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I asked our CFO twice.", "I asked [a colleague] twice."),
        ("That was the fellow before me.", "That was [a colleague]."),
        ("I heard it from the matron in Waldheim.", "I heard it from [a colleague]."),
        ("Ask the lawyer in Singapore.", "Ask [a colleague]."),
        ("She has not the money for the matron's ticket.", "for [a colleague]'s ticket."),
        ("It was Fabrikam's spreadsheet lady.", "It was [a colleague]."),
        ("The Waldheim man said no.", "[a colleague] said no."),
        ("Then the loud woman in Waldheim rang.", "Then [a colleague] rang."),
        ("i asked the product lady in waldheim", "i asked [a colleague]"),
        ("so their finance lead said no", "so [a colleague] said no"),
    ],
)
def test_a_title_that_points_at_one_person_is_told_in_general_words(said, text, expected):
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The nice guy who sat there said no.",
        "The other person in the room agreed.",
        "People in the plant asked for a director.",
    ],
)
def test_words_that_point_at_nobody_stay(said, text):
    assert said(text, review=NOBODY, name="Speaker 2") == text


@pytest.mark.parametrize(("floor", "stays"), [(2, True), (3, False)])
def test_a_title_stays_where_enough_people_hold_it(said, floor, stays):
    two = tuple(Person(RawText(n), (), Side.A, role="plant director") for n in ("Abo Ro", "Cy Du"))
    review = make_review(Names(people=two), min_people=floor)
    assert ("our plant director" in said("I asked our plant director.", review=review)) is stays


def test_a_title_never_cuts_a_name_in_two(said):
    hidden = replace(NAMES, hide=(RawText("Waldheim Central Clinic"),))
    text = said("Ask the matron in Waldheim Central Clinic now.", review=make_review(hidden))
    assert "Clinic" not in text
    assert "Waldheim" not in text
