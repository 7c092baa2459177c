"""Is it change, or other people? Permutation over interviews, intervals over people.

Values come by side and person. The statistic is the mean over sides of the difference between the
two cycles' means over people, so that neither a talkative person nor a larger side weighs more.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from synth.records.shift import Estimate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_DEALS: Final = 3_000
"""Ways to deal a side's interviews that are looked at: all of them where there are no more."""
_DRAWS: Final = 2_000
_SEED: Final = 0
_TINY: Final = 1e-9
_NORMAL: Final = 1.959964
FEWEST: Final = 3
"""People with a value that a mean needs to be told at all."""
_TESTABLE: Final = 4
"""People with a value that each cycle needs for a change to be tested."""

Values = Mapping[str, Mapping[str, float]]
"""By side, then by person."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The values of one measure in two cycles."""

    then: Values
    now: Values

    @property
    def sides(self) -> tuple[str, ...]:
        """Return the sides that have a value in both cycles."""
        return tuple(side for side in sorted(self.then) if self.then[side] and self.now.get(side))

    @property
    def people(self) -> tuple[int, int]:
        """Return how many people have a value, then and now, on the sides of both cycles."""
        return (
            sum(len(self.then[side]) for side in self.sides),
            sum(len(self.now[side]) for side in self.sides),
        )

    def only(self, sides: Sequence[str]) -> Pair:
        """Return the values of some sides alone."""
        return Pair(*({s: v for s, v in cycle.items() if s in sides} for cycle in self._both))

    def among(self, holds: Callable[[str], bool]) -> Pair:
        """Return the values of those people alone of whom `holds` is true."""
        kept = [
            {side: {p: x for p, x in people.items() if holds(p)} for side, people in cycle.items()}
            for cycle in self._both
        ]
        return Pair(*kept)

    @property
    def _both(self) -> tuple[Values, Values]:
        return self.then, self.now


def mean_of(values: Values, sides: Sequence[str]) -> float:
    """Return the mean over sides of the mean over their people; every side has somebody."""
    means = [sum(values[side].values()) / len(values[side]) for side in sides]
    return sum(means) / len(means)


def difference(pair: Pair) -> float:
    """Return now less then."""
    return mean_of(pair.now, pair.sides) - mean_of(pair.then, pair.sides)


def permutation_p(pair: Pair) -> float | None:
    """Return the two-sided p of the difference, or None where too few people have a value.

    Each side's interviews are dealt anew to the two cycles. Where somebody was heard twice this
    errs on the careful side: one's two interviews are more alike than any two.
    """
    import numpy as np

    if not pair.sides or min(pair.people) < _TESTABLE:
        return None
    totals = np.zeros(1)
    for side in pair.sides:
        dealt = _dealt(list(pair.then[side].values()), list(pair.now[side].values()))
        totals = np.add.outer(totals, dealt).ravel()
    observed = abs(difference(pair)) * len(pair.sides)
    return float((np.abs(totals) >= observed - _TINY).mean())


def _dealt(then: Sequence[float], now: Sequence[float]) -> Array:
    """Return the difference of one side for every deal, or for many with the one observed."""
    import numpy as np

    values = np.array([*now, *then])
    n = len(now)
    if math.comb(len(values), n) <= _DEALS:
        picks = np.array(list(combinations(range(len(values)), n)))
    else:
        draw = np.random.default_rng(_SEED)
        shuffled = draw.permuted(np.tile(np.arange(len(values)), (_DEALS - 1, 1)), axis=1)
        picks = np.vstack([np.arange(n), shuffled[:, :n]])
    sums = values[picks].sum(axis=1)
    return np.asarray(sums / n - (values.sum() - sums) / len(then))


def interval(pair: Pair) -> Estimate:
    """Return the difference with its 95 % interval by resampling people, side by side.

    Who was heard twice is drawn with both interviews. Resampling a handful of people gives bounds
    that are too narrow; they are widened by the t distribution and by sqrt(n / (n - 1))
    (Hesterberg 2015). No bounds where a side has but one person in a cycle.
    """
    import numpy as np

    value = difference(pair)
    counts = [len(c[side]) for side in pair.sides for c in (pair.then, pair.now)]
    if min(counts) < 2:
        return Estimate(value)
    drawn = sum(
        _resampled(pair.then[side], pair.now[side], at) for at, side in enumerate(pair.sides)
    )
    drawn = np.asarray(drawn) / len(pair.sides)
    drawn = drawn[~np.isnan(drawn)]
    if not len(drawn):
        return Estimate(value)
    low, high = np.percentile(drawn, (2.5, 97.5)) - value
    wider = _widening(counts)
    return Estimate(value, value + float(low) * wider, value + float(high) * wider)


def _widening(counts: Sequence[int]) -> float:
    from scipy.stats import t

    fewest, freedom = min(counts), sum(counts) - len(counts)
    return float(t.ppf(0.975, freedom)) / _NORMAL * math.sqrt(fewest / (fewest - 1))


def _resampled(then: Mapping[str, float], now: Mapping[str, float], side: int) -> Array:
    import numpy as np

    people = sorted({*then, *now})
    draw = np.random.default_rng((_SEED, side))
    times = draw.multinomial(len(people), [1 / len(people)] * len(people), size=_DRAWS)
    return np.asarray(_weighted(now, people, times) - _weighted(then, people, times))


def _weighted(values: Mapping[str, float], people: Sequence[str], times: Any) -> Array:
    import numpy as np

    known = np.array([person in values for person in people], dtype=float)
    told = np.array([values.get(person, 0.0) for person in people])
    with np.errstate(invalid="ignore"):
        return np.asarray((times @ told) / np.where(times @ known > 0, times @ known, np.nan))


def holm(ps: Sequence[float | None]) -> tuple[float | None, ...]:
    """Return p values corrected for how many there are (Holm 1979); None stays None."""
    known = sorted((p, at) for at, p in enumerate(ps) if p is not None)
    corrected: list[float | None] = [None] * len(ps)
    highest = 0.0
    for rank, (p, at) in enumerate(known):
        highest = max(highest, min(1.0, p * (len(known) - rank)))
        corrected[at] = highest
    return tuple(corrected)
