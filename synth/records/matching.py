"""Find words of a decision again among passages whose ids, and whose pseudonyms' numbers, moved.

A corrected transcript may have other commas. Words without marks, cases and numbers stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

_FEWEST_WORDS: Final = 3
"""A passage shorter than this is not found again by lying within the words of a decision."""
NEARLY: Final = 92.0
"""Likeness (0 to 100, rapidfuzz) from which words that were corrected are the same words."""


def plain(text: str) -> str:
    """Return small letters, without marks and without the numbers of pseudonyms."""
    text = re.sub(r" \d+\]", "]", text.casefold().replace("’", "'"))
    return " ".join(re.findall(r"[\w']+", text))


def fitting(wanted: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the passages that hold the words, or lie in them, or nearly hold them.

    Args:
        wanted: the words, plain.
        known: the plain words of each passage, by id.
    """
    if not wanted:
        return ()
    holding = tuple(name for name, words in known.items() if f" {wanted} " in f" {words} ")
    if holding:
        return holding
    inside = tuple(
        name
        for name, words in known.items()
        if len(words.split()) >= _FEWEST_WORDS and f" {words} " in f" {wanted} "
    )
    return inside or _nearly(wanted, known)


def are_parts(found: Sequence[str], wanted: str, known: Mapping[str, str]) -> bool:
    """Tell whether a passage has been cut into these since: all lie in it, and all differ."""
    parts = {known[name] for name in found}
    return len(parts) == len(found) and all(part in wanted for part in parts)


def _nearly(wanted: str, known: Mapping[str, str]) -> tuple[str, ...]:
    from rapidfuzz.fuzz import partial_ratio

    # The shorter slides along the longer: a passage shorter than the words cannot hold them.
    scores = {
        name: partial_ratio(wanted, words)
        for name, words in known.items()
        if len(words) >= 0.8 * len(wanted)
    }
    best = max(scores.values(), default=0.0)
    return tuple(n for n, score in scores.items() if score == best) if best >= NEARLY else ()
