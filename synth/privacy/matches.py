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
    So does a title with the names in it, "the matron in Kumasi", unless it would cut one in two.
    """
    given = tuple(matches)
    whole = {m for m in given if m.kind in _WHOLE or (m.kind == "role" and not _cuts(m, given))}
    ranked = sorted(given, key=lambda m: (*_rank(m, whole), m.start, m.recogniser, m.entities))
    kept: list[Match] = []
    for match in ranked:
        if all(match.end <= k.start or k.end <= match.start for k in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda m: m.start))


_WHOLE = frozenset({"email", "link", "phone", "id"})


def _rank(match: Match, whole: set[Match]) -> tuple[float, float, float]:
    shorter = match.start - match.end
    if match in whole:
        return (0 if match.kind in _WHOLE else 1, shorter, -match.score)
    return (2, -match.score, shorter)


def _cuts(role: Match, others: Iterable[Match]) -> bool:
    """Whether another find overlaps a title without lying within it, or is as long as it."""
    return any(
        m.start < role.end
        and role.start < m.end
        and not (
            role.start <= m.start and m.end <= role.end and m.end - m.start < role.end - role.start
        )
        for m in others
        if m.kind != "role"
    )
