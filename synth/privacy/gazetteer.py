"""Given names and places of the world: what a name looks like where capitals do not tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from synth.privacy.letters import Word, keys_of

_LISTS = Path(__file__).parent / "words"
LONGEST_PLACE = 4
"""Words in the longest place name that is looked for."""


@lru_cache(maxsize=1)
def nicknames() -> Mapping[str, tuple[str, ...]]:
    """Return the short forms in use for each given name, folded."""
    short: dict[str, list[str]] = defaultdict(list)
    for line in _lines("given_names.txt"):
        name, *others = line.split()
        short[name].extend(o for o in others if o not in short[name])
    return {name: tuple(others) for name, others in short.items()}


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the given names and short forms, folded."""
    known = nicknames()
    return frozenset(known) | {o for others in known.values() for o in others}


@lru_cache(maxsize=1)
def countries() -> frozenset[tuple[str, ...]]:
    """Return the countries, each as its folded words."""
    return frozenset(keys_of(line) for line in _lines("countries.txt"))


@lru_cache(maxsize=1)
def places() -> frozenset[tuple[str, ...]]:
    """Return countries, and the towns and regions by which telephone numbers are described."""
    from phonenumbers.geodata import GEOCODE_DATA

    described = {entry["en"] for entry in GEOCODE_DATA.values() if "en" in entry}
    parts = {part for text in described for part in text.replace("/", ",").split(",")}
    towns = {keys_of(part) for part in parts if len(part.strip()) > 3}
    return countries() | {t for t in towns if 0 < len(t) <= LONGEST_PLACE}


def places_in(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield first and last word (exclusive) of each place, the longest at each word."""
    known = places()
    for first in range(len(words)):
        for last in range(min(first + LONGEST_PLACE, len(words)), first, -1):
            if tuple(w.key for w in words[first:last]) in known:
                yield first, last
                break


def _lines(name: str) -> list[str]:
    text = (_LISTS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
