"""Titles that point at one person: by people.csv, or because of such a title there is only one.

A company has one chief executive and a person one boss: "our CFO", "my predecessor", "the matron in
Kumasi" tell who is meant to anybody who knows the house. A title that enough people of people.csv
share stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synth.privacy.matches import PATTERN, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

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
_SOMEBODY = rf"{_FIELD} (?:guy|man|lady|girl|woman|fellow|person)"
_PATTERNS = tuple(
    (re.compile(rf"\b{pattern}\b(?![-'’]?\w)", re.IGNORECASE), why)
    for pattern, why in (
        (rf"(?:my|his|her|your) {_MORE}(?:{_FIELD} )?(?:{_OF_PERSON})", "one person has one"),
        (rf"{_WHOSE} {_MORE}(?:{_OF_HOUSE})", "a house has one"),
        (rf"(?:our|their|my|his|her) {_MORE}{_FIELD} (?:lead|head)", "a house has one"),
        (rf"(?:our|their|my|his|her) {_MORE}{_SOMEBODY}", "a house has one"),
        (rf"the {_MORE}{_SOMEBODY}(?= (?:in|at|from|over) )", "a house has one"),
        (r"the (?:fellow|man|woman|person|one|guy) before me", "one person has one"),
    )
)


def find_roles(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield every title that points at one person, with the article before it."""
    for hit in search.roles.find(reading.words):
        if hit.how:
            continue
        lead = hit.first - (reading.key(hit.first - 1) in _OWN)
        start, end = reading.words[lead].start, reading.words[hit.last - 1].end
        yield Match(start, end, "role", "roles", "one person holds this title", PATTERN)
    for pattern, why in _PATTERNS:
        for found in pattern.finditer(reading.text):
            if not _shared(found.group(), search):
                yield Match(*found.span(), "role", "roles", why, PATTERN - 0.05)


def _shared(title: str, search: Search) -> bool:
    """Whether at least as many people as the floor asks for hold a title of these words."""
    words = {w for w in title.lower().split()[1:] if w not in {"own", "new", "old", "former"}}
    people = (e for e in search.entities if e.kind == "person" and e.known)
    holders = sum(words <= set(re.findall(r"\w+", e.role.lower())) for e in people)
    return holders >= max(2, search.floor)
