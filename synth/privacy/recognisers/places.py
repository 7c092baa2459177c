"""Towns, regions and countries of the world, from a list."""

from __future__ import annotations

from collections.abc import Iterator

from synth.privacy import lexicon
from synth.privacy.dictionary import may_be, zipf
from synth.privacy.gazetteer import countries, given_names, places_in
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "places"
_WHERE = frozenset({"in", "from", "to", "at", "near", "outside", "around", "via", "of"})


def find_places(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield the places of a turn that are no ordinary words."""
    for first, last in places_in(reading.words):
        words = reading.words[first:last]
        stands = (
            _in_capitals(reading, first, last) if reading.cased else _heard(reading, first, last)
        )
        if stands and not search.kept(words):
            yield Match(
                words[0].start, words[-1].end, "place", _NAME, "a known place", MODEL - 0.05
            )


def _in_capitals(reading: Reading, first: int, last: int) -> bool:
    words = reading.words[first:last]
    if not all(w.capital or w.key in lexicon.FUNCTION_WORDS for w in words):
        return False
    plain = all(lexicon.ordinary(w.key) or lexicon.no_name(w.key) for w in words)
    named = any(w.key in given_names() for w in words)
    return not (plain or named) or tuple(w.key for w in words) in countries()


def _heard(reading: Reading, first: int, last: int) -> bool:
    keys = tuple(w.key for w in reading.words[first:last])
    where = reading.key(first - 1) in _WHERE
    if all(lexicon.no_name(k) for k in keys) or any(k in given_names() for k in keys):
        return False
    if keys in countries():
        return where or keys not in {("turkey",), ("china",), ("chad",), ("jordan",), ("guinea",)}
    if any(not lexicon.ordinary(k) and not lexicon.no_name(k) for k in keys):
        return True
    usual = any(may_be(part, keys[0]) for part in ("verb", "adj")) or zipf(keys[0]) > 4.2
    return where and len(keys) == 1 and not usual and zipf(keys[0]) < 4
