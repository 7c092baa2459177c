"""Titles that point at one person of people.csv: "our CFO", "the plant manager Joinville"."""

from __future__ import annotations

from collections.abc import Iterator

from synth.privacy.matches import PATTERN, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_OWN = frozenset({"our", "my", "their", "your", "his", "her", "the", "its"})


def find_roles(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield every title that one person alone holds, with the article before it."""
    for hit in search.roles.find(reading.words):
        if hit.how:
            continue
        lead = hit.first - (reading.key(hit.first - 1) in _OWN)
        start, end = reading.words[lead].start, reading.words[hit.last - 1].end
        yield Match(start, end, "role", "roles", "one person holds this title", PATTERN)
