"""What was agreed last time, and the words of this cycle that come nearest to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from synth.records.evidence import NO_CORNER
from synth.records.kept import KeptQuote
from synth.records.meeting import FollowUp
from synth.records.pseudonym import as_words
from synth.records.shift import Agreed, Cycle, CyclePassage
from synth.shift.quoting import fit_to_quote, side_shown
from synth.shift.themes import Encode

NEAR: Final = 0.50
"""Cosine from which words are said to be about what was agreed."""
_QUOTED: Final = 2


def said_of(followed: Sequence[FollowUp], now: Cycle, encode: Encode | None) -> tuple[Agreed, ...]:
    """Return each agreed action with the words that come nearest to it, one passage a person.

    Args:
        followed: the actions, with the theme that is nearest to each.
        now: the later cycle.
        encode: gives one unit vector a text; without it no words are looked for.
    """
    said = [p for p in now.passages if p.corner != NO_CORNER and fit_to_quote(p)]
    if encode is None or not said or not followed:
        return tuple(Agreed(one, ()) for one in followed)
    words = encode([as_words(p.text, p.side) for p in said])
    near = words @ encode([one.action.text for one in followed]).T
    return tuple(Agreed(one, _nearest(said, near[:, at], now)) for at, one in enumerate(followed))


def _nearest(said: Sequence[CyclePassage], near: Any, now: Cycle) -> tuple[KeptQuote, ...]:
    ranked = sorted(zip(near.tolist(), said, strict=True), key=lambda pair: (-pair[0], pair[1].id))
    quotes: dict[str, KeptQuote] = {}
    for cosine, passage in ranked:
        if cosine >= NEAR and len(quotes) < _QUOTED:
            quote = KeptQuote(passage.id, passage.text, side_shown(now, passage.side))
            quotes.setdefault(passage.speaker, quote)
    return tuple(quotes.values())
