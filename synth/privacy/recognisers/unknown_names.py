"""Names that nobody told us of, as the language model hears them, sifted by rules of our own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from synth.privacy import lexicon
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "unknown_names"
KINDS: Final = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
}
"""Kinds of identifier by the model's labels; dates, sums, events and nationalities are none."""

_NO_NAME = frozenset({"NORP", "LANGUAGE"})
_RARE_ZIPF = 2.6


def find_unknown_names(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield the names of a turn: the model's, and capitals in mid-sentence that it missed."""
    for name in reading.named:
        if kind := KINDS.get(name.label):
            yield from _sifted(reading, search, name.start, name.end, kind)
    if reading.cased:
        yield from _capitals(reading, search)


def _sifted(reading: Reading, search: Search, start: int, end: int, kind: str) -> Iterator[Match]:
    inside = [i for i, w in enumerate(reading.words) if start <= w.start and w.end <= end]
    while inside and not _may_name(reading, search, inside[0]):
        inside.pop(0)
    while inside and not _may_name(reading, search, inside[-1]):
        inside.pop()
    if not inside or search.kept([reading.words[i] for i in inside]):
        return
    first, last = reading.words[inside[0]], reading.words[inside[-1]]
    yield Match(first.start, last.end, kind, _NAME, f"the model's {kind}", MODEL)


def _may_name(reading: Reading, search: Search, at: int) -> bool:
    word = reading.words[at]
    key = word.key
    if key in lexicon.FUNCTION_WORDS or key in lexicon.SAFE or key in lexicon.TITLES:
        return False
    if key in lexicon.CALENDAR or key.isdigit() or len(key) < 2:
        return False
    if not reading.cased:
        return lexicon.unusual(key)
    if not word.capital or key in search.lowered:
        return False
    return not (word.text.isupper() and lexicon.zipf(key) >= _RARE_ZIPF and len(key) < 6)


def _capitals(reading: Reading, search: Search) -> Iterator[Match]:
    for at, word in enumerate(reading.words):
        opens = reading.opens(at)
        rare = lexicon.zipf(word.key) < _RARE_ZIPF
        if not word.capital or (opens and not rare) or not _may_name(reading, search, at):
            continue
        if reading.label_at(word.start, word.end) in _NO_NAME or search.kept([word]):
            continue
        if reading.pos[at] == "PROPN" or rare:
            yield Match(word.start, word.end, "name", _NAME, "capital in mid-sentence", MODEL - 0.1)
