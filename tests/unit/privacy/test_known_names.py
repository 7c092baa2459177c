from __future__ import annotations

import pytest

from synth.records.people import Names, Person
from synth.records.text import RawText
from tests.unit.privacy.made_up import make_review, raw, with_decisions


@pytest.mark.parametrize(
    ("text", "leaked"),
    [
        ("I asked Jürgen Pätzold about the springs.", "tzold"),
        ("Pätzold's people were quick.", "tzold"),
        ("I asked Juergen about it.", "uergen"),
        ("I asked Jurgen Patzold about it.", "patzold"),
        ("We wrote to jürgen pätzold again.", "rgen"),
        ("JÜRGEN PÄTZOLD NEVER ANSWERED US AT ALL", "TZOLD"),
        ("Jean Luc and Jeanluc are one man.", "luc"),
        ("i told jean luc carpentier the price", "luc"),
        ("Carpentiers desk is empty.", "arpentier"),
        ("JL said no.", "JL"),
        ("Ask Thais, she knows.", "thais"),
        ("i met albuquerqe at the fair", "albuquerq"),
        ("Al Mazrouei signed.", "mazrouei"),
        ("the letter came from mazrouei", "mazrouei"),
        ("Northwind keeps its word.", "northwind"),
        ("At northwind pharma we wait.", "northwind"),
        ("NWP pays late.", "NWP"),
        ("con toso was late", "toso"),
        ("Glacier sells well, polaris does not.", "olaris"),
        ("FABRIKAM left us.", "abrikam"),
        ("The plant in waldheim is old.", "waldheim"),
        ("Szal\u0301ai called.", "lai called"),
        ("Pa\u00adtzold said so.", "tzold"),
    ],
)
def test_a_known_name_is_hidden_in_every_form(said, text, leaked):
    assert leaked.lower() not in said(text).lower()


@pytest.mark.parametrize(
    "text",
    [
        "I will ask tomorrow, and we hope for the best.",
        "i will ask tomorrow and we hope it works",
        "i hope so and that will be it",
        "the customer will always ask and the plan will then fail",
        "Will you be there? Hope so. Mark my words, it went full circle.",
        "we met on sunday and again last sunday",
        "On Sunday we rest, and the mark was missed.",
        "they want to mark it down and then they will see",
        "there is hope and there will be more",
        "we went round in a circle",
        "The system works in grid control.",
    ],
)
def test_ordinary_words_that_are_also_names_stay(said, text):
    assert said(text, review=make_review(names=_only_common_names())) == text


def _only_common_names() -> Names:
    people = [Person(RawText(n)) for n in ("Will Okoro", "Hope Lind", "Mark Sz", "Sunday Eze")]
    return Names(people=(*people, Person(RawText("Ingrid Moe"))), hide=raw("Circle"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I told Will in the spring.", "I told [A: person 1] in the spring."),
        ("i asked will about it", "i asked [A: person 1] about it"),
        ("i talked to hope yesterday", "i talked to [A: person 1] yesterday"),
        ("and hope said she will call", "and [A: person 1] said she will call"),
        ("On Sunday Sunday opened it.", "On Sunday [B: person 1] opened it."),
        ("then mark's people came", "then [B: person 1]'s people came"),
        ("Hope's list is long.", "[A: person 1]'s list is long."),
        ("Their Circle members left.", "Their [B: product 1] members left."),
    ],
)  # fmt: skip
def test_a_name_that_is_an_ordinary_word_is_hidden_where_it_is_a_name(said, text, expected):
    assert said(text) == expected


def test_the_reviewer_decides_what_is_hidden_and_what_stays(said):
    decided = with_decisions(hide=raw("Grindle Works"), keep=("Waldheim",))
    clean = said("Grindle Works moved from Waldheim and runs Kubernetes.", review=decided)
    assert "Grindle" not in clean
    assert "Waldheim" in clean
    assert "Kubernetes" in clean


def test_nicknames_stand_for_the_person_in_the_roster(said):
    names = Names(people=(Person(RawText("Elizabeth Marlow")),))
    assert "Lizzie" not in said("I asked Lizzie first.", review=make_review(names))


def test_the_title_of_one_person_is_generalised(said):
    assert said("I wrote to our COO.") == "I wrote to [a colleague]."
    assert "nurse trainer" not in said("Ask the nurse trainer.")


def test_another_of_the_same_name_is_hidden(said):
    names = Names(people=(Person(RawText("Ji-hoon Moon")),))
    clean = said("it goes to other moon in accounting", review=make_review(names=names))
    assert "moon" not in clean
