"""Rare words and proper nouns in turns without capitals: names, often split by the recogniser."""

from __future__ import annotations

from collections.abc import Iterator

from synth.privacy import lexicon
from synth.privacy.dictionary import may_be, zipf
from synth.privacy.gazetteer import given_names
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "rare_words"
_SYLLABLE = 5
_PROPER_ZIPF = 4.0
_COMMON_ENDINGS = (
    "tion", "sion", "ment", "ness", "ance", "ence", "ity", "ism", "ist", "ure", "ing", "age",
    "ship", "care", "er", "or", "ics", "ogy", "ware",
)  # fmt: skip
_ARTICLES = lexicon.DETERMINERS


def find_rare_words(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield words that English hardly knows, with the syllable split off before one."""
    if reading.cased:
        return
    words = reading.words
    for at, word in enumerate(words):
        rare = _rare(word.key)
        if not (rare or _proper(reading, at)):
            continue
        first = at - 1 if rare and at and _split_off(reading, at - 1) else at
        if not search.kept(words[first : at + 1]):
            yield Match(words[first].start, word.end, "name", _NAME, "rare word", MODEL - 0.2)


def _rare(key: str) -> bool:
    return lexicon.unusual(key) and not lexicon.no_name(key)


def _proper(reading: Reading, at: int) -> bool:
    """Whether the model, without the help of a capital, takes a noun for a proper name."""
    key = reading.key(at)
    if reading.pos[at] != "PROPN" or lexicon.no_name(key) or len(key) < _SYLLABLE:
        return False
    if key.endswith(_COMMON_ENDINGS) and key not in given_names():
        return False
    other = any(may_be(part, key) for part in ("verb", "adj", "adv"))
    return not other and zipf(key) < _PROPER_ZIPF and reading.key(at - 1) not in _ARTICLES


def _split_off(reading: Reading, at: int) -> bool:
    """Whether a word may be the first half of a name: "dong wook", "thor bjorn"."""
    key = reading.key(at)
    if lexicon.no_name(key) or len(key) > _SYLLABLE or may_be("verb", key) or may_be("adj", key):
        return False
    return zipf(key) < lexicon.HEARD_ZIPF
