from __future__ import annotations

from pathlib import Path

import pytest

import synth.privacy.recognisers as room
from synth.privacy.recognisers import GUESSING, RECOGNISERS
from tests.unit.privacy.made_up import NOBODY, redact_texts


@pytest.mark.parametrize(
    ("text", "leaked"),
    [
        ("I spoke to Margaret Thornbury about the contract.", "Thornbury"),
        ("Our supplier Brackwell Industries was late, said Peter.", "Brackwell"),
        ("We have an office in Gdansk and one in Toowoomba.", "Toowoomba"),
        ("Then Min-seo told me it was fine.", "Min"),
        ("i spoke to margaret and she called thomas", "margaret"),
        ("i spoke to margaret and she called thomas", "thomas"),
        ("we flew from istanbul to kenya with brackwellia people", "kenya"),
        ("then mister thornbury came", "thornbury"),
    ],
)
def test_names_nobody_told_us_of_are_hidden(said, text, leaked):
    assert leaked.lower() not in said(text, review=NOBODY, name="Speaker 2").lower()


@pytest.mark.parametrize(
    "text",
    [
        "On Monday we use Zoom and Excel, and in March the SLA ends.",
        "The German team was, um, quick. Okay, the Commercial Committee met twice.",
        "i think we could have told them earlier and that would have helped",
        "the alliance will also bring healthcare and moisture per week",
        "Yeah. Honestly, I reckon the bookings doubled.",
    ],
)
def test_ordinary_talk_stays_as_it_is(said, text):
    assert said(text, review=NOBODY, name="Speaker 2") == text


def test_a_name_found_once_is_hidden_in_every_turn(said):
    result = redact_texts(
        "I met Ottoline Braddock in May.", "so braddock was late again", review=NOBODY
    )
    assert "braddock" not in " ".join(t.text for t in result.interviews[0].turns).lower()


def test_every_recogniser_of_the_folder_is_in_the_table():
    files = {p.stem for p in Path(room.__file__).parent.glob("*.py")} - {"__init__"}
    assert files == set(RECOGNISERS)
    assert set(RECOGNISERS) >= GUESSING
