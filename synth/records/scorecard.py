"""A scorecard that both sides filled in, and how it compares with what the interviews say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line: how each side rates a criterion, from 0 (worst) to 1 (best).

    `scores` is by side, `a` and `b`; a side that gave no rating is missing. `written` is what the
    file says.
    """

    corner: str
    name: str
    scores: Mapping[str, float]
    written: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ScoredCorner:
    """The scorecard of one corner beside its draft rating.

    `level` is the level of the scale that the scores come to, or `NOT_ENOUGH` where one side gave
    none. `means` is by side, as `Criterion.scores`. `drafted` is the rating of the interviews.
    """

    corner: str
    criteria: int
    means: Mapping[str, float]
    level: str
    drafted: str
    apart: tuple[Criterion, ...] = ()
    """The criteria that the two sides see very differently, the widest gap first."""

    @property
    def agrees(self) -> bool:
        """Tell whether scorecard and interviews come to the same level."""
        return self.level == self.drafted
