"""Choose the quotes that a finding rests on: clear on their own, short, from different people."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from synth.records.evidence import Passage
from synth.records.findings import Quote
from synth.records.people import Side
from synth.records.pseudonym import PSEUDONYM
from synth.synthesis.support import Support

_MOST: Final = 3
_SHORTEST: Final = 7
_LONGEST: Final = 60
_DANGLING: Final = re.compile(
    r"^(?:and|but|so|or|because|which|that|this|it|it's|its|they|he|she|then|there|no|yes|yeah|"
    r"well|uh|um|ja|those|these|that's|he's|she's|him|her|not|also|same)\b",
    re.IGNORECASE,
)
_FILLER: Final = re.compile(r"\b(?:uh|um|mmh|you know|i mean|like)\b", re.IGNORECASE)


def choose_quotes(
    passages: Sequence[Passage],
    support: Support,
    risky: Collection[str] = frozenset(),
    most: int = _MOST,
) -> tuple[Quote, ...]:
    """Return up to `most` quotes, one a person, the other side heard second where it speaks.

    `risky` passages, which point at their speaker, are held back while a safer one says the same.
    """
    safe = [p for p in passages if p.id not in risky] or passages
    ranked = sorted(safe, key=lambda p: (-round(quality(p, support), 6), p.id))
    chosen: list[Passage] = []
    for passage in ranked:
        if passage.speaker not in {p.speaker for p in chosen}:
            chosen.append(passage)
    return tuple(quote(p) for p in _both_sides_first(chosen)[:most])


def quote(passage: Passage) -> Quote:
    """Return the whole passage as a quote."""
    return Quote(passage.id, passage.text, passage.side.value)


def quality(passage: Passage, support: Support) -> float:
    """Return how well a passage serves as a quote: sure of its tag, and readable on its own."""
    words = len(passage.text.split())
    fit = 1.0 if _SHORTEST <= words <= _LONGEST else 0.6
    if _DANGLING.match(passage.text):
        fit *= 0.8
    fit *= 0.96 ** (len(_FILLER.findall(passage.text)) + len(PSEUDONYM.findall(passage.text)))
    return passage.tag.corner_p * support.weight(passage) * fit


def _both_sides_first(ranked: list[Passage]) -> list[Passage]:
    """Move the best passage of the other side to the second place."""
    if not ranked:
        return []
    other = next(
        (p for p in ranked if p.side is not ranked[0].side and p.side in (Side.A, Side.B)), None
    )
    if other is None:
        return ranked
    return [ranked[0], other, *(p for p in ranked[1:] if p is not other)]
