"""Saturation after Guest, Namey and Chen (2020): does one more interview still bring anything new?

G. Guest, E. Namey, M. Chen: A simple method to assess and report thematic saturation in
qualitative research. PLoS ONE 15(5), 2020, doi 10.1371/journal.pone.0232076. What is new in the
last `run` interviews is set against what the first `base` brought; at or below the threshold the
interviews are said to be saturated. What one order shows by chance, many orders show in truth.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Final

from synth.records.survey import BOTH, Heard, Interviewing, Saturation

BASE: Final = 4
RUN: Final = 2
THRESHOLD: Final = 0.05
_ORDERS: Final = 500
_SEED: Final = 20200505
_TAIL: Final = 0.05

Piece = tuple[str, str]
"""A theme and a stance: a worry about what was only praised before is news."""


def measure_saturation(held: Interviewing) -> tuple[Saturation, ...]:
    """Return saturation over all interviews, then for each side that was heard."""
    sides = [s for s in ("a", "b") if any(h.side == s for h in held.heard)]
    overall = _saturation(BOTH, _brought(held, ""))
    return (overall, *(_saturation(side, _brought(held, side)) for side in sides))


def _brought(held: Interviewing, side: str) -> tuple[frozenset[Piece], ...]:
    """Return what each interview brings, in the order held; only those of `side` where given."""
    pieces: dict[str, set[Piece]] = {i: set() for i in held.interviews}
    there = (
        set(held.interviews) if not side else {h.interview for h in held.heard if h.side == side}
    )
    for heard in held.heard:
        if heard.theme and heard.stance != "neutral" and _of(heard, side):
            pieces[heard.interview].add((heard.theme, heard.stance))
    return tuple(frozenset(pieces[i]) for i in held.interviews if i in there)


def _of(heard: Heard, side: str) -> bool:
    return not side or heard.side == side


def _saturation(side: str, brought: Sequence[frozenset[Piece]]) -> Saturation:
    new = new_pieces(brought)
    shares = _shares(new)
    low, high, reaching = _over_orders(brought)
    return Saturation(
        side=side,
        new=new,
        base=BASE,
        run=RUN,
        threshold=THRESHOLD,
        share=shares[max(shares)] if shares else None,
        reached_at=next((n for n, share in shares.items() if share <= THRESHOLD), None),
        low=low,
        high=high,
        orders_reaching=reaching,
    )


def new_pieces(brought: Sequence[frozenset[Piece]]) -> tuple[int, ...]:
    """Return how many pieces each interview brings that none before it did."""
    met: set[Piece] = set()
    new = []
    for pieces in brought:
        new.append(len(pieces - met))
        met |= pieces
    return tuple(new)


def _shares(new: Sequence[int]) -> Mapping[int, float]:
    """Return the new information of the run that ends with each interview, by their number."""
    base = sum(new[:BASE])
    if not base:
        return {}
    return {n: sum(new[n - RUN : n]) / base for n in range(BASE + RUN, len(new) + 1)}


def _over_orders(
    brought: Sequence[frozenset[Piece]],
) -> tuple[tuple[float, ...], tuple[float, ...], float | None]:
    """Return the middle 90 % of what is met after each interview, and how many orders saturate."""
    chance = random.Random(_SEED)
    curves, reaching = [], 0
    for _ in range(_ORDERS):
        new = new_pieces(chance.sample(brought, len(brought)))
        curves.append([sum(new[: n + 1]) for n in range(len(new))])
        shares = _shares(new)
        reaching += bool(shares) and shares[max(shares)] <= THRESHOLD
    ranked = [sorted(curve[n] for curve in curves) for n in range(len(brought))]
    at = round(_TAIL * (_ORDERS - 1))
    share = reaching / _ORDERS if len(brought) >= BASE + RUN else None
    return tuple(r[at] for r in ranked), tuple(r[-1 - at] for r in ranked), share
