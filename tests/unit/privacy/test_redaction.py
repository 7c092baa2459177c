from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from synth.privacy import redact
from synth.records.people import Names, Part, Person, Side
from synth.records.pseudonym import PSEUDONYM, kind_of, side_of
from synth.records.text import CleanText, RawText
from tests.unit.privacy.made_up import (
    NAMES,
    make_review,
    make_transcript,
    redact_texts,
)

THREE = (
    make_transcript(["Jürgen told me, and I told Will."], path="a.vtt"),
    make_transcript(
        ["Annika Vossberg called me. I am Jürgen."],
        name="Jürgen Pätzold",
        side=Side.B,
        path="b.vtt",
    ),
    make_transcript(
        ["Annika and Will met Mr Pätzold."], name="P3", side=Side.UNKNOWN, path="c.vtt"
    ),
)


@pytest.fixture(scope="module")
def three():
    return redact(THREE, make_review())


def test_the_order_of_the_files_makes_no_difference(three):
    for order in itertools.permutations(THREE):
        assert redact(order, make_review()) == three


def test_every_file_is_returned_under_a_neutral_id(three):
    assert [i.id for i in three.interviews] == ["i01", "i02", "i03"]
    assert {i.path for i in three.interviews} == {t.path for t in THREE}


def test_all_forms_of_a_person_share_one_pseudonym(three):
    by_name = {}
    for row in three.key:
        if row.kind == "person" and not row.pseudonym.startswith("[the "):
            by_name.setdefault(row.name.reveal(), set()).add(row.pseudonym)
    assert by_name["Jürgen Pätzold"] == {"[B: person 1]"}
    assert len(by_name["Will Okoro"]) == 1


def test_the_interviewee_and_the_interviewer_are_named_as_such_in_their_own_file():
    result = redact_texts("Ingrid, hello, my name is Annika Vossberg.")
    assert result.interviews[0].turns[1].text == (
        "[the interviewer], hello, my name is [the interviewee]."
    )


def test_questions_are_redacted_too():
    asked = make_transcript(["Fine."], question="Annika, how is Jürgen?")
    turn = redact((asked,), make_review()).interviews[0].turns[0]
    assert turn.text == "[the interviewee], how is [B: person 1]?"


def test_a_speaker_cannot_be_joined_to_what_colleagues_say_of_her(three):
    speaking = {v.pseudonym for i in three.interviews for v in i.voices}
    spoken_of = {r.pseudonym for r in three.replacements}
    assert speaking & spoken_of <= {"[the interviewer]"}
    assert {"[A: interviewee 1]", "[B: interviewee 1]", "[interviewee 1]"} <= speaking


def test_the_key_leads_back_from_every_pseudonym(three):
    known = {row.pseudonym for row in three.key}
    assert {r.pseudonym for r in three.replacements} <= known
    assert {v.pseudonym for i in three.interviews for v in i.voices} <= known
    counts = sum(r.count for r in three.key if r.kind not in {p.value for p in Part})
    assert counts == len(three.replacements)


def test_every_pseudonym_follows_the_grammar(three):
    for replaced in three.replacements:
        assert PSEUDONYM.fullmatch(replaced.pseudonym)
        assert kind_of(replaced.pseudonym)
    sides = {r.original.reveal(): side_of(r.pseudonym) for r in three.replacements}
    assert (sides["Will"], sides["Pätzold"]) == ("a", "b")


def test_a_role_is_told_only_where_enough_people_share_it():
    names = [Person(RawText(n), (), Side.A, role="sales") for n in ("Tilda Quern", "Rolf Stumm")]
    people = (*names, Person(RawText("Ulf Brandt"), (), Side.A, role="sales"))
    text = "I asked Tilda Quern."
    enough = redact_texts(text, review=make_review(Names(people=people)))
    few = redact_texts(text, review=make_review(Names(people=people[:2])))
    assert enough.interviews[0].turns[1].text == "I asked [A: sales colleague 1]."
    assert few.interviews[0].turns[1].text == "I asked [A: person 1]."


def test_the_role_group_of_a_voice_is_withheld_below_the_floor():
    def group(floor: int, roles: tuple[str, ...]) -> set[str]:
        files = tuple(
            make_transcript(["Fine."], name=f"P{n}", role=role, path=f"{n}.vtt")
            for n, role in enumerate(roles)
        )
        result = redact(files, make_review(Names(), min_people=floor))
        return {i.voices[1].role_group for i in result.interviews}

    assert group(2, ("sales lead", "sales rep")) == {"sales"}
    assert group(3, ("sales lead", "sales rep")) == {"withheld"}
    assert group(2, ("sales lead", "counsel")) == {"withheld"}


def test_a_name_that_both_partners_list_belongs_to_neither():
    assert redact_texts("Roam is late.").interviews[0].turns[1].text == "[project 1] is late."


def test_two_people_who_share_a_first_name_are_told_apart_by_the_side_that_speaks():
    people = (
        Person(RawText("Petra Quern"), (), Side.A),
        Person(RawText("Petra Stumm"), (), Side.B),
    )
    for side, expected in ((Side.A, "[A: person 1]"), (Side.B, "[B: person 1]")):
        heard = make_transcript(["I asked Petra."], name="P1", side=side)
        result = redact((heard,), make_review(Names(people=people)))
        assert result.interviews[0].turns[1].text == f"I asked {expected}."


def test_secrets_hold_every_known_form_but_nothing_kept():
    result = redact_texts("I met Ottoline Braddock.")
    secrets = {s.reveal() for s in result.secrets}
    assert {"Annika Vossberg", "Vossberg", "Fossberg", "Northwind Pharma SA"} <= secrets
    assert {"Ottoline Braddock", "Fabrikam", "Glacier"} <= secrets
    assert not secrets & {"Kubernetes", "JL", "Interviewer"}


def test_no_name_shows_in_the_repr_of_the_result(three):
    shown = repr(three)
    assert "Vossberg" not in shown
    assert "Okoro" not in shown


def test_files_without_turns_or_answers_are_returned():
    empty = make_transcript([])
    assert redact((empty,), make_review()).interviews[0].turns == ()
    assert redact((), make_review()).interviews == ()


_PIECES = st.sampled_from(
    ["Jürgen Pätzold", "will", "Hope", " said ", ", ", "a.b@acme.example", "\n", "…", "ß", "İ",
     "the plan", " Contoso's ", "e\u0301", "😀", "Annika", "-", "0532 555 0188", "[A: person 1]"]
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_text_outside_replacements_maps_back_to_itself(text):
    result = redact((make_transcript([text]),), make_review(NAMES))
    turn = result.interviews[0].turns[1]
    assert isinstance(turn.text, CleanText)
    edges = [0, *(e for r in turn.replacements for e in (r.clean_start, r.clean_end))]
    edges.append(len(turn.text))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        low, high = turn.raw_span(start, end)
        if start < end:
            assert text[low:high] == turn.text[start:end]
    for replaced in turn.replacements:
        assert text[replaced.start : replaced.end] == replaced.original.reveal()
        assert turn.text[replaced.clean_start : replaced.clean_end] == replaced.pseudonym
        span = turn.raw_span(replaced.clean_start, replaced.clean_end)
        assert span == (replaced.start, replaced.end)
