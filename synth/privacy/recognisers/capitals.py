"""Capitals in mid-sentence, and initials, that the language model did not take for a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synth.privacy import lexicon
from synth.privacy.context import somebody
from synth.privacy.dictionary import in_dictionary, zipf
from synth.privacy.gazetteer import given_names
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "capitals"
_COUNTRIES = frozenset({"US", "USA", "UK", "UAE"})
_NO_NAME = frozenset({"NORP", "LANGUAGE"})


_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof)\.? ((?:[A-Z]\.){1,3}(?:-?[A-Z]\b)?)(?! ?[A-Z][a-z])")
"""A person of whom only initials are told: "Dr P.H."."""


def find_capitals(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield capitalised words that are no ordinary words, and initials used as a name."""
    if not reading.cased:
        return
    words, done = reading.words, 0
    for at in range(len(words)):
        last = _chain(reading, at)
        if at < done or search.kept(words[at:last]):
            continue
        if titled := _TITLED.match(reading.text, words[at].start):
            last = max(i for i, w in enumerate(words) if w.start < titled.end()) + 1
            done = last
            why = "initials after a title"
            yield Match(titled.start(1), titled.end(1), "person", _NAME, why, MODEL)
        elif kind := _kind(reading, at, last, search):
            done = last
            why = "initials" if kind == "person" and words[at].text.isupper() else "capital"
            yield Match(words[at].start, words[last - 1].end, kind, _NAME, why, MODEL - 0.1)


def _chain(reading: Reading, at: int) -> int:
    """Return the end of a word joined by hyphens: "Hyun-ah" is one."""
    words, last = reading.words, at + 1
    while last < len(words) and reading.text[words[last - 1].end : words[last].start] == "-":
        last += 1
    return last


def _kind(reading: Reading, at: int, last: int, search: Search) -> str:
    """Return the kind of name that the words are, or nothing where they are none."""
    word = reading.words[at]
    keys = [w.key for w in reading.words[at:last]]
    if word.text not in _COUNTRIES and not _weekday_acts(reading, at):
        if not word.capital or lexicon.no_name(word.key) or len("".join(keys)) < 2:
            return ""
    elif word.text not in _COUNTRIES:
        return "person"
    if word.text.isupper() and len(word.text) < 6 and (last == at + 1 or keys[-1].isdigit()):
        return _of_initials(reading, at, last)
    if _of_somebody(reading, at):
        return "person"
    if last == at + 1 and reading.label_at(word.start, word.end) in _NO_NAME:
        return "name" if zipf(word.key) < 2 else ""
    strange = [k for k in keys if _strange(k)]
    rare = any(
        zipf(k) < (lexicon.HEARD_ZIPF if last > at + 1 else lexicon.RARE_ZIPF) for k in strange
    )
    named = reading.pos[at] == "PROPN" and not reading.opens(at)
    return "name" if strange and (rare or named) and word.key not in search.lowered else ""


def _strange(key: str) -> bool:
    """Whether a word is in no dictionary, or one so rare that its capital makes it a name."""
    return not lexicon.no_name(key) and (not in_dictionary(key) or zipf(key) < _UNHEARD_ZIPF)


_UNHEARD_ZIPF = 1.6


def _of_initials(reading: Reading, at: int, last: int) -> str:
    key = reading.key(at)
    if last > at + 1:
        return "product"
    if reading.words[at].text in _COUNTRIES:
        return "place"
    about = somebody(reading, at) or reading.key(at - 1) in lexicon.ADDRESSING
    if len(key) == 2 and about and key not in {"eu", "un"}:
        return "person"
    return "name" if zipf(key) < 2 and len(key) > 2 else ""


def _of_somebody(reading: Reading, at: int) -> bool:
    """Whether a given name in mid-sentence, or the words around, speak of a person."""
    key = reading.key(at)
    if reading.opens(at):
        return key in given_names() and not lexicon.ordinary(key)
    if key in given_names():
        return True
    titled = reading.key(at - 1) in lexicon.TITLES and reading.words[at - 1].capital
    return titled and key not in lexicon.OFFICES


def _weekday_acts(reading: Reading, at: int) -> bool:
    """Whether a weekday or month does what only a person does: "Sunday opens the file"."""
    word, after = reading.words[at], reading.key(at + 1)
    acts = word.key in lexicon.CALENDAR and word.capital and after in _ACTS
    return acts and not lexicon.tells_a_date(
        (reading.key(at - 2), reading.key(at - 1)), word.key, after
    )


_ACTS = lexicon.word_set(
    "said says told tells asked asks calls wrote writes knows knew thinks thought wants wanted "
    "opens opened found finds explained promised refused agreed sends sent"
)
