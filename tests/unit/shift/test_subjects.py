from __future__ import annotations

import numpy as np
import pytest

from synth.shift import compare_cycles
from synth.shift.themes import match_themes
from synth.shift.words import find_words, lemma, terms_of
from tests.unit.shift.made import A3, B3, cycle, with_theme

PEOPLE = dict.fromkeys((*A3, *B3), 0.2)
INVOICES = "the invoices arrive late and the ledger shows two different totals every quarter"
CRANES = "the harbour crane broke down and the pilots waited for the spare gearbox"
SCHOOL = "the apprentices visit the workshop and the trainers exchange their manuals"


def _two(then: dict[str, str], now: dict[str, str], who=(*A3, *B3), who_now=None):
    one, two = cycle("2025-H1", PEOPLE), cycle("2025-H2", PEOPLE)
    for label, text in then.items():
        one = with_theme(one, label, {p: [f"{text}, {n}" for n in range(2)] for p in who})
    for label, text in now.items():
        two = with_theme(two, label, {p: [text, f"{text} again"] for p in who_now or who})
    return one, two


def test_a_theme_is_known_by_what_is_said_whatever_its_name() -> None:
    moves = match_themes(
        *_two({"money": INVOICES, "school": SCHOOL}, {"totals": INVOICES, "crane": CRANES})
    )
    found = {(m.kind, m.then, m.now) for m in moves}
    assert found == {("same", "money", "totals"), ("new", "", "crane"), ("gone", "school", "")}


@pytest.mark.parametrize(
    ("before", "after", "kind", "spread"),
    [
        (("a1",), (*A3, *B3), "grown", "both"),
        ((*A3, *B3), ("b1",), "shrunk", "one"),
        ((*A3, *B3), (*A3, *B3), "same", ""),
    ],
)
def test_themes_grow_and_shrink_by_people(before, after, kind: str, spread: str) -> None:
    then, now = _two({"money": INVOICES}, {"money": INVOICES}, before, after)
    (move,) = match_themes(then, now)
    assert (move.kind, move.spread) == (kind, spread)


def test_the_same_subject_in_another_tone_has_turned() -> None:
    told = {p: [INVOICES] for p in (*A3, *B3)}
    then = with_theme(cycle("2025-H1", PEOPLE), "money", told, "strength")
    now = with_theme(cycle("2025-H2", PEOPLE), "money", told, "concern")
    (move,) = match_themes(then, now)
    assert (move.kind, move.worry) == ("turned", (0.0, 1.0))


def test_one_name_is_never_new_and_gone_at_once() -> None:
    (move,) = match_themes(*_two({"spare parts": INVOICES}, {"spare parts": SCHOOL}))
    assert (move.then, move.now) == ("spare parts", "spare parts")


def test_a_theme_of_two_people_is_neither_new_nor_gone() -> None:
    then, now = _two({"money": INVOICES}, {"crane": CRANES}, ("a1", "b1"))
    assert {m.kind for m in match_themes(then, now)} == {"small"}


def test_meaning_decides_where_there_are_vectors() -> None:
    def encode(texts):
        lean = [[1.0, 0.2] if "invoice" in t or "ledger" in t else [0.2, 1.0] for t in texts]
        rows = np.array(lean)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    then, now = _two(
        {"money": INVOICES, "crane": CRANES},
        {"books": "one ledger, and everybody reads it now", "gear": CRANES},
    )
    found = {(m.then, m.now) for m in match_themes(then, now, encode)}
    assert found == {("money", "books"), ("crane", "gear")}


def test_words_of_the_new_cycle_stand_out_with_their_lines() -> None:
    then, now = _two({"money": INVOICES}, {"crane": f"{CRANES} gearbox gearbox"})
    words = [w for w in find_words(then, now) if w.side == "a" and not w.corner]
    now_words = [w for w in words if w.z > 0]
    assert any("gearbox" in w.word for w in now_words)
    assert any("ledger" in w.word for w in words if w.z < 0)
    line = next(w for w in now_words if "gearbox" in w.word).lines[0]
    assert "gearbox" in line.word and line.before.endswith(" ")


def test_a_word_of_one_person_is_not_told() -> None:
    then, now = _two({}, {"crane": "gearbox " * 20}, ("a1",))
    assert not [w for w in find_words(then, now) if "gearbox" in w.word]


def test_terms_hold_no_pseudonym_and_no_everyday_word() -> None:
    terms = terms_of("We told [A: sponsor 1] of [Partner B] about the invoices and the ledger")
    assert "sponsor" not in terms and "partner" not in terms and "the" not in terms
    assert {"invoice", "ledger"} <= set(terms)


@pytest.mark.parametrize(
    ("word", "one"), [("invoices", "invoice"), ("batteries", "battery"), ("loss", "loss")]
)
def test_plurals_count_as_one_word(word: str, one: str) -> None:
    assert lemma(word) == one


def test_risky_passages_are_never_quoted() -> None:
    from dataclasses import replace

    then, now = _two({"money": INVOICES}, {"crane": CRANES})
    risky = [replace(c, passages=tuple(replace(p, risky=True) for p in c.passages))
             for c in (then, now)]  # fmt: skip
    shift = compare_cycles(risky)
    quotes = [q for m in (*shift.moves, *shift.themes) for q in m.quotes]
    assert quotes and not any(quotes)
    assert not [line for w in shift.words for line in w.lines]
