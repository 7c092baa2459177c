"""What a recogniser found, and which of two overlapping finds stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

KNOWN = 1.0
PATTERN = 0.9
MODEL = 0.6


@dataclass(frozen=True, slots=True)
class Match:
    """One identifier found: characters `start` to `end` of a turn.

    `score` ranks overlapping finds: `KNOWN` beats `PATTERN` beats `MODEL`. `entities` are the ids
    of the known entities that it may be, where it is a known name.
    """

    start: int
    end: int
    kind: str
    recogniser: str
    because: str
    score: float
    entities: tuple[int, ...] = ()

    @property
    def guessed(self) -> bool:
        """Whether it is a name that nobody told us of."""
        return self.score <= MODEL and not self.entities


def settle(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return the matches that stand, in order: known before unknown, longer before shorter.

    An address or link that holds a known name stands as a whole: what is left of it would tell.
    """
    ranked = sorted(matches, key=lambda m: (*_rank(m), m.start, m.recogniser, m.entities))
    kept: list[Match] = []
    for match in ranked:
        if all(match.end <= k.start or k.end <= match.start for k in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda m: m.start))


def _rank(match: Match) -> tuple[float, float, float]:
    shorter = match.start - match.end
    if match.kind in {"email", "link", "phone", "id"}:
        return (0, shorter, -match.score)
    return (1, -match.score, shorter)
