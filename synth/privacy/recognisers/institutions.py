"""Institutions in turns without capitals, by the form of their names: "the supreme court".

The language model knows most of them by their capitals alone, so that it misses four in five where
there are none. Their names follow a grammar: a noun for a body, with a rank, nation or town before
it, or what it is of after it. The bare noun ("the court") names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from synth.privacy import lexicon
from synth.privacy.gazetteer import countries, places
from synth.privacy.likely import telling
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "institutions"
_BODIES = lexicon.word_set(
    "court tribunal ministry parliament senate congress university council commission authority "
    "agency federation assembly embassy consulate academy institute bank union army navy "
    "republic kingdom chamber prefecture"
)
_OF_A_PLACE = lexicon.word_set(
    "police prison hospital airport college school church city county office"
)
"""Nouns that make a name with a nation or town before them, though with no rank."""

_RANKS = lexicon.word_set(
    "supreme constitutional administrative district regional county federal national central royal "
    "state high international military civil criminal appellate municipal provincial city european "
    "security asylum immigration land social insurance united enforcement labour"
)
_FORMAL = _RANKS - lexicon.word_set("state high social security land insurance civil labour")
"""Ranks that make a name by themselves; the others ("state", "high") only lengthen one."""

_HEADS_OF = lexicon.word_set("ministry university academy")
_LOCAL_HEADS_OF = lexicon.word_set(
    "bank republic kingdom council chamber institute department embassy federation city county"
)
"""Bodies that are named by what they are of; the second only where that is a place or a name."""

_COURTS = lexicon.word_set("appeal appeals cassation first justice auditors")
_HOUSES = frozenset({"lords", "commons", "representatives"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_MOST_AFTER = 3


def find_institutions(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield the institutions named in a turn without capitals."""
    if reading.cased:
        return
    done = 0
    for at in range(len(reading.words)):
        if at < done or reading.key(at) not in _BODIES | _OF_A_PLACE | {"house"}:
            continue
        first, last = _start(reading, at), _end(reading, at)
        if (first < at or last > at + 1) and not search.kept(reading.words[first:last]):
            done = last
            start, end = reading.words[first].start, reading.words[last - 1].end
            yield Match(start, end, "organisation", _NAME, "a body by its form", MODEL - 0.02)


def _start(reading: Reading, at: int) -> int:
    """Return where the name starts that ends with the body at a position, at the latest there."""
    first, ranked = at, False
    while first > 0 and (_ranks(reading, first - 1) or _local(reading, first - 1)):
        first -= 1
        ranked = ranked or reading.key(first) in _FORMAL or _local(reading, first)
    if reading.key(at) not in _BODIES:
        return first if any(_local(reading, i) for i in range(first, at)) else at
    return first if ranked else at


def _ranks(reading: Reading, at: int) -> bool:
    return reading.key(at) in _RANKS


def _local(reading: Reading, at: int) -> bool:
    """Whether a word is a nation's, a place or too rare for an ordinary word."""
    key = reading.key(at)
    if key in lexicon.NATIONS or (key,) in countries():
        return True
    if lexicon.no_name(key):
        return False
    return telling(key) or ((key,) in places() and not lexicon.ordinary(key))


def _end(reading: Reading, at: int) -> int:
    """Return where the name ends that opens with the body at a position: "court of appeal"."""
    if reading.key(at + 1) != "of":
        return at + 1
    body, after = reading.key(at), reading.key(at + 2)
    if body == "house":
        return at + 3 if after in _HOUSES else at + 1
    last = at + 2
    while last < len(reading.words) and last < at + 2 + _MOST_AFTER and _names(reading, last):
        last += 1
    local = body in _LOCAL_HEADS_OF and any(_local(reading, i) for i in range(at + 2, last))
    named = body in _HEADS_OF or (body == "court" and after in _COURTS) or local
    return last if named and last > at + 2 else at + 1


def _names(reading: Reading, at: int) -> bool:
    """Whether a word after "of" belongs to the name."""
    key = reading.key(at)
    ordinal = key == "first"
    plain = key in lexicon.FUNCTION_WORDS or key in lexicon.CALENDAR
    return ordinal or (reading.pos[at] in _NAMING and not plain)
