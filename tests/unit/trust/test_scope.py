from __future__ import annotations

import pytest

from synth.models import load_spacy
from synth.trust.scope import Scope, scope_of

CASES = [
    ("They broke the promise.", "broke", set()),
    ("They did not break the promise.", "break", {"negated"}),
    ("They never blamed us.", "blamed", {"negated"}),
    ("Nobody blamed us.", "blamed", {"negated"}),
    ("No partner blamed us.", "blamed", {"negated"}),
    ("It was not late, and they apologised.", "apologised", set()),
    ("If they blamed us, I would leave.", "blamed", {"hypothetical"}),
    ("If they had blamed us, I would have left.", "blamed", {"hypothetical"}),
    ("They would have blamed us.", "blamed", {"hypothetical"}),
    ("I wonder whether they blamed us.", "blamed", {"hypothetical"}),
    ("They blamed us because the plan failed.", "blamed", set()),
    ("Had they blamed us, I would know.", "blamed", {"hypothetical"}),
    ("Did they blame us?", "blame", {"question"}),
    ("Have they ever apologised to you?", "apologised", {"question"}),
    ("They apologised, right?", "apologised", set()),
    ("He said that they blamed us.", "blamed", {"reported"}),
    ("She told me they apologised.", "apologised", {"reported"}),
    ("I know that they apologised.", "apologised", set()),
    ('He goes, "they blamed us" and laughed.', "blamed", {"reported"}),
    ("Oh sure, they apologised.", "apologised", {"ironic"}),
]


@pytest.mark.parametrize(("text", "word", "ways"), CASES)
def test_how_words_are_meant(text, word, ways):
    doc = load_spacy(None, exclude=("ner",))(text)
    at = next(t.i for t in doc if t.text == word)
    scope = scope_of(doc[at : at + 1])
    meant = {way for way in Scope.__slots__ if getattr(scope, way)}
    assert meant == ways
