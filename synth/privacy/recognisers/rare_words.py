"""Words of no dictionary in turns without capitals: mostly names, often split by the recogniser."""

from __future__ import annotations

from collections.abc import Iterator

from synth.privacy import lexicon
from synth.privacy.dictionary import may_be, zipf
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "rare_words"
_SYLLABLE = 5


def find_rare_words(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield words that English hardly knows, with the syllable split off before one."""
    if reading.cased:
        return
    words = reading.words
    for at, word in enumerate(words):
        if not _rare(word.key):
            continue
        first = at - 1 if at and _split_off(reading, at - 1) else at
        if not search.kept(words[first : at + 1]):
            yield Match(words[first].start, word.end, "name", _NAME, "rare word", MODEL - 0.2)


def _rare(key: str) -> bool:
    return lexicon.unusual(key) and not lexicon.no_name(key)


def _split_off(reading: Reading, at: int) -> bool:
    """Whether a word may be the first half of a name: "dong wook", "thor bjorn"."""
    key = reading.key(at)
    if lexicon.no_name(key) or len(key) > _SYLLABLE or may_be("verb", key) or may_be("adj", key):
        return False
    return zipf(key) < lexicon.HEARD_ZIPF
