from __future__ import annotations

import pytest

from synth.trust.phrases import PhraseBook, compile_line
from synth.trust.reading import plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("So I'm, um, I'm at home.", "So I'm at home."),
        ("We told them, uh, in May. (laughter)", "We told them, in May."),
        ("i think i know", "I think I know"),
        ("Nothing to change here.", "Nothing to change here."),
        ("um", "Um"),
    ],
)
def test_spoken_text_is_made_plain(text, words):
    assert plain(text)[0] == words


def test_offsets_lead_back_to_the_sentence():
    text = "So, um, we, we told [Partner B] in, uh, May."
    words, offsets = plain(text)
    assert len(words) == len(offsets)
    at = words.index("[Partner B]")
    assert text[offsets[at] : offsets[at + 10] + 1] == "[Partner B]"


def test_an_unknown_class_is_refused():
    with pytest.raises(KeyError):
        compile_line("they <nobody> late")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("told us", ["told us"]),
        ("tell~ us|them", ["told us"]),
        ("we ..2 march", []),
        ("they ..4 march", ["They told us in March"]),
        ("<they> told", ["They told"]),
        ("told <they>? us", ["told us"]),
        ("told .. today", []),
    ],
)
def test_the_notation(line, found):
    from synth.models import load_spacy

    doc = load_spacy(None, exclude=("ner",))("They told us in March. Today we are late.")
    assert [h.span.text for h in PhraseBook({"kind": (line,)}).find(doc)] == found
