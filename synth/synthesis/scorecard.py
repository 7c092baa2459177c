"""The scorecard beside the narrative: what it comes to, and where the two disagree."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from synth.protocols import Protocol
from synth.records.findings import NOT_ENOUGH, CornerFindings
from synth.records.scorecard import Criterion, ScoredCorner

_SIDES: Final = ("a", "b")
_APART: Final = 0.5
"""Difference between the sides, of a range from 0 to 1, from which a criterion is worth naming."""


def compare_scorecard(
    criteria: Sequence[Criterion], corners: Sequence[CornerFindings], protocol: Protocol
) -> tuple[ScoredCorner, ...]:
    """Return each corner that the scorecard rates, beside the draft rating of the interviews.

    A corner's score is the mean of both sides' means, so that a side that rates more criteria
    weighs no more. It comes to the nearest level, the better one where it lies between two.
    """
    compared = []
    for corner in corners:
        own = [c for c in criteria if c.corner == corner.corner]
        if own:
            compared.append(_compared(corner, own, protocol))
    return tuple(compared)


def _compared(
    corner: CornerFindings, criteria: Sequence[Criterion], protocol: Protocol
) -> ScoredCorner:
    means = {
        side: sum(scores) / len(scores)
        for side in _SIDES
        if (scores := [c.scores[side] for c in criteria if side in c.scores])
    }
    both = all(side in means for side in _SIDES)
    apart = sorted((c for c in criteria if _gap(c) >= _APART), key=lambda c: (-_gap(c), c.name))
    return ScoredCorner(
        corner=corner.corner,
        criteria=len(criteria),
        means=means,
        level=_level(sum(means.values()) / 2, protocol) if both else NOT_ENOUGH,
        drafted=corner.draft_rating,
        apart=tuple(apart),
    )


def _gap(criterion: Criterion) -> float:
    scores = criterion.scores
    return abs(scores["a"] - scores["b"]) if len(scores) == len(_SIDES) else 0.0


def _level(score: float, protocol: Protocol) -> str:
    levels = protocol.scale.best_first
    place = math.ceil(round((1 - score) * (len(levels) - 1) - 0.5, 9))
    return levels[place].id
