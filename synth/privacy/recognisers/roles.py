"""Titles that point at one person: by people.csv, or because of such a title there is only one.

A company has one chief executive and a person one boss: "our CFO", "my predecessor", "the matron in
Kumasi" tell who is meant to anybody who knows the house. A title that enough people of people.csv
share stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from synth.privacy.gazetteer import places_in
from synth.privacy.lexicon import ordinary
from synth.privacy.matches import PATTERN, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "roles"
_OWN = frozenset({"our", "my", "their", "your", "his", "her", "the", "its"})
_WHOSE = r"(?:my|our|their|your|his|her|its|the|this|that)"
_MORE = (
    r"(?:(?:own|new|old|former|first|last|next|big|lovely|dear|deputy|vice|acting|interim|senior|"
    r"chief|executive|group|regional|local|legal|lady|young) )*"
)
_FIELD = (
    r"(?:finance|financial|sales|commercial|marketing|product|operations|operating|technical|"
    r"technology|information|security|data|data protection|privacy|quality|supply chain|logistics|"
    r"procurement|purchasing|legal|compliance|people|medical|clinical|country|site|plant|factory|"
    r"hospital|hub|regional|general|managing|alliance|partnership|integration|platform|release|"
    r"channel|certificate|infrastructure|engineering|research|treasury|training|export|key account)"
)
_OF_PERSON = "boss|manager|assistant|secretary|predecessor|successor|deputy|driver|director"
_OF_HOUSE = (
    r"c[efotim]o|ciso|chro|cpo|chief \w+(?: \w+)? officer|chief executive|general counsel|"
    r"managing director|director general|general manager|chair(?:man|woman|person)|president|"
    rf"founder|controller|head of {_FIELD}|matron|professor|lawyer|owner|deputy director|"
    rf"{_FIELD} (?:director|chief|lawyer)"
)
_PERSON = "guy|man|lady|girl|woman|fellow|person|chap|gentleman"
_SOMEBODY = rf"{_FIELD} (?:{_PERSON})"
_TAIL = r"(?: (?:over )?(?:in|at|from) (?:the )?(?P<where>[\w-]+(?: [\w-]+){0,3}))?"
_PARTNERS = frozenset({"distributor", "supplier", "partner", "customer", "bank", "hub", "hospital"})
_END = r"\b(?!-?\w)(?!['’](?!s\b)\w)"
_PATTERNS = tuple(
    (re.compile(rf"\b{pattern}{_END}{_TAIL}", re.IGNORECASE), why)
    for pattern, why in (
        (rf"(?:my|his|her|your) {_MORE}(?:{_FIELD} )?(?:{_OF_PERSON})", "one person has one"),
        (rf"{_WHOSE} {_MORE}(?:{_OF_HOUSE})", "a house has one"),
        (rf"(?:our|their|my|his|her) {_MORE}{_FIELD} (?:lead|head)", "a house has one"),
        (rf"(?:our|their|my|his|her) {_MORE}{_SOMEBODY}", "a house has one"),
        (rf"the {_MORE}{_SOMEBODY}(?= (?:in|at|from|over) )", "a house has one"),
        (r"the (?:fellow|man|woman|person|one|guy) before me", "one person has one"),
    )
)
_BY_NAME = tuple(
    re.compile(rf"\b{pattern}{_END}{_TAIL}", re.IGNORECASE)
    for pattern in (
        rf"(?P<name>[\w-]+(?: [\w-]+)?)['’]s {_MORE}(?:{_FIELD} )?"
        rf"(?:{_OF_PERSON}|{_OF_HOUSE}|{_FIELD} (?:lead|head)|[\w-]+ (?:{_PERSON}))",
        rf"(?:the|that|this) (?P<name>[\w-]+(?: [\w-]+)?) (?:{_PERSON})",
        rf"(?:the|that) (?:[\w-]+ ){{0,2}}(?:{_PERSON})(?= (?:over )?(?:in|at|from) )",
    )
)
"""Somebody told by a house or place: "Roe's pump lady", "the Lund man"."""

_HOUSES = frozenset({"partner", "organisation", "place", "project", "product", "named"})
_MODEL_HOUSES = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT"})


def find_roles(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield every title that points at one person, with the article before it."""
    for hit in search.roles.find(reading.words):
        if hit.how:
            continue
        lead = hit.first - (reading.key(hit.first - 1) in _OWN)
        start, end = reading.words[lead].start, reading.words[hit.last - 1].end
        yield Match(start, end, "role", _NAME, "one person holds this title", PATTERN)
    houses = _houses(reading, search)
    for pattern, why in _PATTERNS:
        for found in pattern.finditer(reading.text):
            title = reading.text[found.start() : _title_end(found)]
            if not _shared(title, search):
                end = _with_place(found, houses)
                yield Match(found.start(), end, "role", _NAME, why, PATTERN)
    yield from _told_by_name(reading, houses)


def _told_by_name(reading: Reading, houses: Sequence[tuple[int, int]]) -> Iterator[Match]:
    """Yield whoever is told apart by the house or place in the words for them."""
    for pattern in _BY_NAME:
        for found in pattern.finditer(reading.text):
            end, start = _with_place(found, houses), found.start()
            if "name" in pattern.groupindex:
                within = [h for h in houses if found.start("name") <= h[0] < found.end("name")]
                named = [h for h in within if h[1] == found.end("name")]
                if not named:
                    continue
                if start == found.start("name") and not reading.text[start].isupper():
                    start = named[0][0]
            elif end == _title_end(found):
                continue
            yield Match(start, end, "role", _NAME, "told by a house or place", PATTERN)


def _houses(reading: Reading, search: Search) -> tuple[tuple[int, int], ...]:
    """Return the characters of every company and place that is named in a turn."""
    words = reading.words
    known = {
        (words[hit.first].start, words[hit.last - 1].end)
        for hit in search.known.find(words)
        if any(search.entities[f.entity].kind in _HOUSES for f in hit.forms)
    }
    listed = {
        (words[a].start, words[b - 1].end)
        for a, b in places_in(words)
        if (words[a].capital if reading.cased else not ordinary(words[a].key))
    }
    model = {
        (n.start, n.end) for n in (*reading.named, *reading.unaided) if n.label in _MODEL_HOUSES
    }
    return tuple(sorted(known | listed | model))


def _title_end(found: re.Match[str]) -> int:
    return found.end() if found["where"] is None else _before_tail(found)


def _before_tail(found: re.Match[str]) -> int:
    tail = re.search(r" (?:over )?(?:in|at|from) (?:the )?$", found.string[: found.start("where")])
    return tail.start() if tail else found.end()


def _with_place(found: re.Match[str], houses: Sequence[tuple[int, int]]) -> int:
    """Return where a title ends, with the house or place behind it: "the matron in Kumasi"."""
    if found["where"] is None:
        return found.end()
    start = found.start("where")
    named = [end for begin, end in houses if begin <= start < end]
    first = found["where"].split()[0]
    if first.lower() in _PARTNERS:
        named.append(start + len(first))
    return max(named, default=_title_end(found))


def _shared(title: str, search: Search) -> bool:
    """Whether at least as many people as the floor asks for hold a title of these words."""
    words = {w for w in title.lower().split()[1:] if w not in {"own", "new", "old", "former"}}
    people = (e for e in search.entities if e.kind == "person" and e.known)
    holders = sum(words <= set(re.findall(r"\w+", e.role.lower())) for e in people)
    return holders >= max(2, search.floor)
