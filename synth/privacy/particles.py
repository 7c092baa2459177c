"""Small words that belong to the name beside them: "the whole of An Thinh", "nkwanta ridge"."""

from __future__ import annotations

from dataclasses import replace

from synth.privacy.entities import PARTICLES
from synth.privacy.lexicon import PLACE_HEADS
from synth.privacy.matches import Match
from synth.privacy.reading import Reading

_LEADS = PARTICLES | {"a", "an", "so", "in", "o"}


def completed(reading: Reading, match: Match) -> Match:
    """Return a guessed name with the small word beside it that belongs to it.

    With capitals that is the word before it, where only a name explains its capital: at the
    opening of a sentence any word has one. Without capitals it is the second word of a place.
    """
    if not match.guessed:
        return match
    return _with_particle(reading, match) if reading.cased else _with_head(reading, match)


def _with_particle(reading: Reading, match: Match) -> Match:
    start = match.start
    before = [at for at, w in enumerate(reading.words) if w.end <= start]
    while before and _is_initial(reading, before[-1], start):
        start = reading.words[before.pop()].start
    if before and not reading.opens(before[-1]) and _is_lead(reading, before[-1], start):
        start = reading.words[before[-1]].start
    return replace(match, start=start)


def _is_initial(reading: Reading, at: int, start: int) -> bool:
    """Whether a word is an initial before a name: "A. Roe", "J. K. Roe", but no "I"."""
    word = reading.words[at]
    single = len(word.text) == 1 and word.capital
    return single and reading.text[word.end : start] in {". ", "."}


def _is_lead(reading: Reading, at: int, start: int) -> bool:
    word = reading.words[at]
    alone = reading.text[word.end : start] == " "
    return alone and word.capital and word.key in _LEADS


def _with_head(reading: Reading, match: Match) -> Match:
    after = next((w for w in reading.words if w.start >= match.end), None)
    belongs = after is not None and after.key in PLACE_HEADS and match.kind != "person"
    return replace(match, end=after.end) if after and belongs else match
