"""Given names, and the surname after one, in turns without capitals."""

from __future__ import annotations

from collections.abc import Iterator

from synth.privacy import lexicon
from synth.privacy.dictionary import zipf
from synth.privacy.gazetteer import given_names
from synth.privacy.likely import likely_given, likely_name, telling
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "given_names"
_MOST_INITIALS = 3
_TITLES = lexicon.word_set("mister mr mrs ms misses missus dr doctor prof professor madame")


def find_given_names(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield given names, and words after a title, of a turn without capitals."""
    if reading.cased:
        return
    words, done = reading.words, 0
    for at, word in enumerate(words):
        if at >= done and (last := _initialled(reading, at)):
            done = last
            why = "initials after a title"
            yield Match(word.start, words[last - 1].end, "person", _NAME, why, MODEL)
        if at < done or not (_titled(reading, at) or _given(reading, at)):
            continue
        done = at + 1
        if done < len(words) and likely_name(reading, done):
            done += 1
        if not search.kept(words[at:done]):
            yield Match(word.start, words[done - 1].end, "person", _NAME, "given name", MODEL)


def _given(reading: Reading, at: int) -> bool:
    key = reading.key(at)
    return likely_given(reading, at) or (key in given_names() and telling(key))


def _initialled(reading: Reading, at: int) -> int:
    """Return where initials after a title end, with the surname behind them; 0 where none are."""
    if reading.key(at - 1) not in _TITLES:
        return 0
    last = at
    while last < len(reading.words) and last < at + _MOST_INITIALS and _initial(reading, last):
        last += 1
    if last == at or last == len(reading.words):
        return 0 if last == at else last
    key = reading.key(last)
    surname = not lexicon.no_name(key) and key not in lexicon.SAYING and zipf(key) < 4.5
    return last + (surname and reading.text[reading.words[last - 1].end :][:1] in {" ", "."})


def _initial(reading: Reading, at: int) -> bool:
    """Whether a word is an initial; "a" and "i" are with a full stop behind them alone."""
    word = reading.words[at]
    dotted = reading.text[word.end : word.end + 1] == "."
    return len(word.key) == 1 and word.key.isalpha() and (dotted or word.key not in {"a", "i"})


def _titled(reading: Reading, at: int) -> bool:
    key, before = reading.key(at), reading.key(at - 1)
    return before in _TITLES and not lexicon.no_name(key) and zipf(key) < 4.5
