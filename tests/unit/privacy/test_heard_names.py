from __future__ import annotations

import pytest

from synth.privacy import redact, weigh_quotes
from synth.privacy.recognisers import GUESSING, RECOGNISERS
from synth.privacy.sounds import sound
from synth.records.evidence import Origin, Passage, Tag
from synth.records.people import Names, Partner, Person, Side
from synth.records.text import CleanText, RawText
from tests.unit.privacy.made_up import NOBODY, make_review, make_transcript, raw

CLEAR = "Sigrid wrote to me. I asked Emeka Obi and Torbjörn. And Seo-yeon said no."


@pytest.mark.parametrize(
    ("text", "leaked"),
    [
        ("then sea grid told us one day before and it was late", "sea grid"),
        ("i called thor bjorn and there was this quiet", "bjorn"),
        ("so yon said hers and it was bigger than mine", "yon"),
    ],
)
def test_a_name_of_another_interview_is_hidden_as_it_was_misheard(text, leaked):
    clear = make_transcript([CLEAR], name="Speaker 2", path="a.vtt")
    heard = make_transcript([text], name="Speaker 2", path="b.vtt")
    result = redact((clear, heard), NOBODY)
    (clean,) = (i.turns[1].text for i in result.interviews if i.path.name == "b.vtt")
    assert leaked not in clean


@pytest.mark.parametrize(
    ("text", "leaked"),
    [
        ("everybody calls me jh because it is short", "jh"),
        ("my colleague brackwell said we should wait", "brackwell"),
        ("so tavinder opens a ticket and then tavinder closes it", "tavinder"),
        ("it's beautiful nkwanta ridge had zero wrong rates", "ridge"),
        ("In August they gave us the whole of An Thinh for it.", "An Thinh"),
        ("The letter of Dr P.H. came, and Mr A. Özçelik signed.", "P.H."),
        ("The letter of Dr P.H. came, and Mr A. Özçelik signed.", "A."),
        ("Dong-wook drew it on the back of a menu.", "Dong"),
    ],
)
def test_an_unknown_name_is_hidden_by_what_is_said_around_it(said, text, leaked):
    assert leaked not in said(text, review=NOBODY, name="Speaker 2")


@pytest.mark.parametrize(
    "text",
    [
        "we had a meeting about the budget and the plan was late",
        "she asked for ninety days and the airline said no",
        "the team is good and the partnership brings us more customers",
    ],
)
def test_ordinary_words_without_capitals_stay(said, text):
    assert said(text, review=NOBODY, name="Speaker 2") == text


@pytest.mark.parametrize(
    ("one", "other"),
    [("sigrid", "seagrid"), ("emeka", "amecca"), ("davide", "davida"), ("thais", "tays")],
)
def test_names_that_sound_alike(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize("other", ["sandra", "stone", "street"])
def test_names_that_sound_unlike(other):
    assert sound("sigrid") != sound(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My boss was not happy.", "[a colleague] was not happy."),
        ("our CEO spoke, and their head of infrastructure knew",
         "[a colleague] spoke, and [a colleague] knew"),
        ("i told my own alliance manager to wait", "i told [a colleague] to wait"),
        ("our certificate guy was ill", "[a colleague] was ill"),
        ("the managers met and the site was closed", "the managers met and the site was closed"),
    ],
)  # fmt: skip
def test_a_title_of_which_there_is_one_is_generalised(said, text, expected):
    assert said(text, review=NOBODY, name="Speaker 2") == expected


def test_a_title_that_enough_people_share_stays(said):
    people = tuple(
        Person(RawText(f"{n} Halloran"), side=Side.A, role="Finance director")
        for n in ("Aoife", "Brona", "Ciara")
    )
    shared = make_review(Names(people=people))
    assert said("our finance director agreed", review=shared) == "our finance director agreed"
    two = make_review(Names(people=people[:2]))
    assert "finance director" not in said("our finance director agreed", review=two)


def test_every_recogniser_is_in_the_table():
    import pkgutil

    import synth.privacy.recognisers as room

    modules = {m.name for m in pkgutil.iter_modules(room.__path__)}
    assert set(RECOGNISERS) == modules
    assert modules >= GUESSING


def _passage(number: int, speaker: str, text: str) -> Passage:
    tag = Tag("none", 1.0, "neutral", 1.0, "")
    origin = Origin(None, 0, 0, 0)  # type: ignore[arg-type]
    return Passage(
        f"p{number}", "i01", speaker, Side.A, "sales", CleanText(""), CleanText(text), (), tag,
        origin,
    )  # fmt: skip


def test_what_one_person_alone_says_makes_a_quote_risky():
    passages = (
        _passage(1, "[A: interviewee 1]", "We agreed on the plan and it went well."),
        _passage(2, "[A: interviewee 2]", "When I joined from [organisation 4] the sauna flooded."),
        _passage(3, "[A: interviewee 3]", "We agreed on the plan and it went badly."),
    )
    plain, odd, _ = weigh_quotes(passages)
    assert odd.score > plain.score
    assert odd.because == ("about the speaker", "rare detail", "unique event")
    assert odd.risky and not plain.risky
    assert odd.suggestion
    assert plain.suggestion == ""


def test_a_product_and_its_misspelling_are_one_product(said):
    listed = Partner(RawText("Northwind"), (), raw("Lumenda", "Luminda", "Kestrel", "Glacier 1"))
    review = make_review(Names(partner_a=listed))
    clean = said("Lumenda is late, luminda too, Kestrel is not.", review=review)
    assert clean == "[A: product 1] is late, [A: product 1] too, [A: product 2] is not."
