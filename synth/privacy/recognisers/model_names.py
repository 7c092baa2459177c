"""Names that nobody told us of, as the language model hears them, sifted by rules of our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from synth.privacy import lexicon
from synth.privacy.dictionary import in_dictionary, zipf
from synth.privacy.likely import likely_name
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "model_names"
KINDS: Final = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
}
"""Kinds of identifier by the model's labels; dates, sums, events and nationalities are none."""

_COMMON_HEADS = lexicon.word_set(
    """committee subcommittee team teams board council department division unit force office desk
    meeting review call charter book document policy report plan agreement contract process
    procedure workshop summit forum day week month quarter year phase programme program initiative
    steering group management officer director manager lead head chief president chairman support
    service services system platform project sheet list page room line floor"""
)


def find_model_names(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield the people, organisations, places and products that the model names."""
    for name in reading.named:
        if kind := KINDS.get(name.label):
            inside = [
                i
                for i, w in enumerate(reading.words)
                if name.start <= w.start and w.end <= name.end
            ]
            yield from _sifted(reading, search, inside, kind)


def _sifted(reading: Reading, search: Search, inside: list[int], kind: str) -> Iterator[Match]:
    alone = len(inside) == 1
    while inside and not _belongs(reading, search, inside[0], kind, alone=alone):
        if kind == "organisation" and _names_a_nation(reading, inside):
            break
        inside.pop(0)
    while inside and not _belongs(reading, search, inside[-1], kind, alone=alone):
        inside.pop()
    if not inside or _common(reading, inside) or search.kept([reading.words[i] for i in inside]):
        return
    first, last = reading.words[inside[0]], reading.words[inside[-1]]
    yield Match(first.start, last.end, kind, _NAME, f"the model's {kind}", MODEL)


def _belongs(reading: Reading, search: Search, at: int, kind: str, *, alone: bool) -> bool:
    """Whether a word at the edge of the model's name is part of a name."""
    word = reading.words[at]
    if not reading.cased:
        return likely_name(reading, at)
    if _attached(reading, at) and reading.words[at - 1].capital:
        return True
    if lexicon.no_name(word.key) and not (word.key in lexicon.MODALS and not reading.opens(at)):
        return False
    initials = kind == "organisation" and alone and len(word.key) > 2
    if not word.capital or (word.text.isupper() and not initials and _known_capitals(word.text)):
        return False
    lowered = word.key in search.lowered
    return not (lowered and (reading.opens(at) or (alone and kind != "person")))


def _names_a_nation(reading: Reading, inside: Sequence[int]) -> bool:
    """Whether a name opens with an adjective such as "European" that belongs to it."""
    words = [reading.words[i] for i in inside[:2]]
    return words[0].key in _NATIONS and len(words) > 1 and words[1].capital


_NATIONS = lexicon.word_set(
    "english german french spanish italian portuguese dutch polish chinese japanese korean arabic "
    "turkish russian european american british african asian"
)


def _attached(reading: Reading, at: int) -> bool:
    words = reading.words
    return at > 0 and reading.text[words[at - 1].end : words[at].start] in {"-", "‑"}


def _known_capitals(text: str) -> bool:
    return len(text) < 6 and zipf(text.lower()) >= lexicon.RARE_ZIPF


def _common(reading: Reading, inside: Sequence[int]) -> bool:
    """Whether the words are a title of some body or paper: "Commercial Committee"."""
    keys = [reading.key(i) for i in inside]
    plain = all(in_dictionary(k) or k in lexicon.FUNCTION_WORDS for k in keys)
    return plain and (keys[-1] in _COMMON_HEADS or keys[-1].rstrip("s") in _COMMON_HEADS)
