"""Kept and broken promises by the side that made them, with people as the sample."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from synth.records.promises import Mention, Promise, PromiseTally, verdict_of

_DRAWS: Final = 500
_SEED: Final = 0
_FEWEST_PEOPLE: Final = 3
_FEWEST_PROMISES: Final = 4


def tally_promises(promises: Sequence[Promise]) -> tuple[PromiseTally, ...]:
    """Return one tally for each side that made a promise.

    A promise counts as what most of its people say; one on which the sides differ counts as
    neither. Each draw of the interval takes as many people as speak of the side's promises, with
    replacement, and judges every promise from the words of those drawn.
    """
    sides = sorted({p.by for p in promises} & {"a", "b"})
    return tuple(_tally(side, [p for p in promises if p.by == side]) for side in sides)


def _tally(side: str, promises: Sequence[Promise]) -> PromiseTally:
    verdicts = [p.verdict for p in promises]
    kept, broken = verdicts.count("kept"), verdicts.count("broken")
    people = sorted(frozenset[str]().union(*(p.people for p in promises)))
    settled = [p for p in promises if p.verdict]
    share = low = high = None
    tellers = frozenset[str]().union(*(p.people for p in settled))
    if len(tellers) >= _FEWEST_PEOPLE and len(settled) >= _FEWEST_PROMISES:
        share = round(kept / (kept + broken), 2)
        low, high = _interval(settled, sorted(tellers))
    unsettled = len(promises) - kept - broken
    return PromiseTally(side, kept, broken, unsettled, len(people), share, low, high)


def _interval(promises: Sequence[Promise], people: Sequence[str]) -> tuple[float, float]:
    import numpy as np

    draws = np.random.default_rng(_SEED).integers(len(people), size=(_DRAWS, len(people)))
    shares = []
    for draw in draws:
        weights = {people[n]: int(times) for n, times in enumerate(np.bincount(draw)) if times}
        verdicts = [_verdict(p.mentions, weights) for p in promises]
        kept, broken = verdicts.count("kept"), verdicts.count("broken")
        if kept + broken:
            shares.append(kept / (kept + broken))
    low, high = np.percentile(shares, (2.5, 97.5))
    return round(float(low), 2), round(float(high), 2)


def _verdict(mentions: Sequence[Mention], weights: Mapping[str, int]) -> str:
    """Return what those drawn make of a promise, each as often as they were drawn."""
    said = {(m.speaker, m.kind): m for m in mentions if m.speaker in weights}
    drawn = [m for (speaker, _), m in said.items() for _ in range(weights[speaker])]
    return verdict_of(drawn)
