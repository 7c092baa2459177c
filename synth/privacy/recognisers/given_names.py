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


def find_given_names(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield given names, and words after a title, of a turn without capitals."""
    if reading.cased:
        return
    words, done = reading.words, 0
    for at, word in enumerate(words):
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


def _titled(reading: Reading, at: int) -> bool:
    key, before = reading.key(at), reading.key(at - 1)
    titled = before in {"mister", "mr", "mrs", "misses", "missus", "doctor", "professor", "madame"}
    return titled and not lexicon.no_name(key) and zipf(key) < 4.5
