from __future__ import annotations

import pytest

from tests.unit.privacy.made_up import NOBODY, redact_texts


@pytest.mark.parametrize(
    ("text", "leaked"),
    [
        ("My sister works at the Coastal Pension Office in Malmo.", "Pension"),
        ("We heard from the Fisheries and Coastal Trade Office about it.", "Coastal"),
        ("They appealed to the Second Chamber of the Lisbon Trade Court.", "Second"),
        ("In spring the EU changed the rules and we rewrote it all.", "EU"),
        ("Then we got a letter from QVB Harvest Markets about the loan.", "QVB"),
        ("we went to the supreme administrative court with it", "supreme"),
        ("she came from the ministry of foreign affairs last year", "foreign"),
        ("he teaches at the university of applied sciences now", "applied"),
        ("and then the european commission wrote to us again", "commission"),
        ("he went to mexico city and then to new york", "mexico city"),
    ],
)
def test_institutions_are_hidden_with_all_their_words(said, text, leaked):
    assert leaked not in said(text, review=NOBODY, name="Speaker 2")


@pytest.mark.parametrize(
    "text",
    [
        "The Steering Committee met, then the Joint Project Team and the Marketing Department.",
        "So the Quality Board asked for the Monthly Report.",
        "the court of public opinion is one thing and our office another",
        "we have a regional office and a bank and the council of elders of the team",
        "Thank you, Mr President, the minutes are fine.",
        "i don t think so and miss s did not",
    ],
)
def test_a_companys_own_bodies_and_bare_nouns_name_nobody(said, text):
    assert said(text, review=NOBODY, name="Speaker 2") == text


def test_a_body_named_in_full_is_hidden_where_it_is_named_in_short():
    result = redact_texts(
        "We wrote to the Orchard Harvest Relief Office in June.",
        "And when the Office replied, our Office Manager and the office cheered.",
        review=NOBODY,
    )
    short = str(result.interviews[0].turns[3].text)
    assert "the Office replied" not in short
    assert "Office Manager" in short
    assert "the office cheered" in short


@pytest.mark.parametrize(
    ("text", "leaked"),
    [
        ("it was written by dr h b and the rest by dr e.h. later", "h b"),
        ("we were represented by mr d. tarnwick in that case", "tarnwick"),
        ("i asked mister j p quorley about the pump", "quorley"),
    ],
)
def test_initials_after_a_title_are_hidden_in_text_without_capitals(said, text, leaked):
    assert leaked not in said(text, review=NOBODY, name="Speaker 2")


def test_a_word_of_the_trade_is_no_name_however_often_it_is_said(said):
    text = (
        "the rapporteur spoke and the diluted shares fell while diluted earnings rose "
        "and the other rapporteur said that the diluted figure was what every rapporteur wanted"
    )
    assert said(text, review=NOBODY, name="Speaker 2") == text


def test_what_a_company_calls_its_meetings_does_not_hide_its_name(said):
    text = "Welcome to the General Harvest Company Earnings Conference Call of the year."
    assert "Harvest" not in said(text, review=NOBODY, name="Speaker 2")
