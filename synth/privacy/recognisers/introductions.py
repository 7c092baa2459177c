"""Names by which people are introduced: "everybody calls me jh", "this is lam speaking"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synth.privacy.lexicon import no_name, ordinary
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "introductions"
_BEFORE = re.compile(
    r"\b(?:calls?|called) (?:me|him|her)"
    r"|\b(?:my|his|her) (?:full |first |last )?name(?:'s| is| was)"
    r"|\b(?:man|woman|guy|girl|lady|gentleman|colleague|fellow|chap|somebody|someone) "
    r"(?:named|called|by the name of)|\bmy (?:colleague|boss|deputy|predecessor|successor),?",
    re.IGNORECASE,
)
_SPEAKING = re.compile(r"\b(?:this is|it's|i am|i'm) ((?:[\w-]+ ){1,2})(?:speaking|here)\b", re.I)


def find_introductions(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield the one or two words by which somebody is introduced."""
    for found in _BEFORE.finditer(reading.text):
        yield from _named(reading, search, found.end(), len(reading.text))
    for found in _SPEAKING.finditer(reading.text):
        yield from _named(reading, search, found.start(1), found.end(1))


def _named(reading: Reading, search: Search, start: int, end: int) -> Iterator[Match]:
    inside = [at for at, w in enumerate(reading.words) if start <= w.start and w.end <= end][:2]
    while inside and not _may_be(reading, inside[-1]):
        inside.pop()
    if not inside or not _may_be(reading, inside[0]) or reading.words[inside[0]].start > start + 3:
        return
    words = [reading.words[at] for at in inside]
    if not search.kept(words):
        why = "introduced by this name"
        yield Match(words[0].start, words[-1].end, "person", _NAME, why, MODEL)


def _may_be(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if reading.cased:
        return word.capital and not no_name(word.key)
    return not no_name(word.key) and not ordinary(word.key)
