"""Try a protocol's seeds on themselves: which corners they tell apart, and which they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.corners.context import with_lent_stance
from synth.corners.head import (
    Encode,
    Heads,
    corner_classes,
    fit_corners,
    fit_stances,
    labelled_seeds,
    seed_texts,
)
from synth.protocols import Protocol
from synth.records.evidence import NO_CORNER, STANCES

Matrix = NDArray[np.float32]
_PARTS: Final = 5
_PAIRS: Final = 10
TOO_ALIKE: Final = 0.8
"""Likeness (cosine) of two seeds from which a reader would ask what tells them apart."""


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two seeds of different corners. `likeness` is 1 where they are the same."""

    likeness: float
    first: str
    first_corner: str
    second: str
    second_corner: str


@dataclass(frozen=True, slots=True)
class Trial:
    """How well each part of the seeds is told from the rest. Scores are F1, 0 to 1."""

    corners: dict[str, float]
    """By corner id, and for `none`."""
    stances: dict[str, float]
    mistaken: tuple[tuple[str, str, int], ...]
    """Corner, the corner it was taken for, and how many of its seeds; most first."""
    alike: tuple[AlikePair, ...]
    """The ten most confusable pairs, most alike first."""

    @property
    def macro_f1(self) -> float:
        """Return the mean over the corners, none included."""
        return sum(self.corners.values()) / len(self.corners)


def try_seeds(protocol: Protocol, encode: Encode, lent: Heads | None = None) -> Trial:
    """Guess each fifth of the seeds from the other four, by heads that read a sentence alone.

    Args:
        protocol: whose seeds.
        encode: the packaged encoder, one unit vector a text.
        lent: the heads that the protocol borrows, if any.
    """
    seeds = labelled_seeds(protocol)
    vectors = encode(seed_texts(protocol))
    corners = tuple(corner for _, corner, _ in seeds)
    stances = tuple(stance for _, _, stance in seeds)
    parts = _parts(tuple(f"{c} {s}" for c, s in zip(corners, stances, strict=True)))
    said_corner, said_stance = list(corners), list(stances)
    for part in range(_PARTS):
        rest, asked = np.flatnonzero(parts != part), np.flatnonzero(parts == part)
        by_corner = fit_corners(protocol, vectors[rest], _at(corners, rest), encode)
        by_stance = fit_stances(vectors[rest], _at(stances, rest))
        corner, stance = (head.log_odds(vectors[asked]) for head in (by_corner, by_stance))
        if lent:
            stance = with_lent_stance(stance, lent.alone.stance.log_odds(vectors[asked]))
        for at, row, mood in zip(asked, corner, stance, strict=True):
            said_corner[at] = by_corner.classes[row.argmax()]
            said_stance[at] = by_stance.classes[mood.argmax()]
    return Trial(
        _f1(corners, said_corner, corner_classes(protocol)),
        _f1(stances, said_stance, STANCES),
        _mistaken(corners, said_corner),
        _alike([text for text, _, _ in seeds], corners, vectors),
    )


def _parts(cells: Sequence[str]) -> NDArray[np.int64]:
    """Return which fifth each seed falls into: every fifth one of its corner and stance."""
    seen: Counter[str] = Counter()
    parts = []
    for cell in cells:
        parts.append(seen[cell] % _PARTS)
        seen[cell] += 1
    return np.array(parts, dtype=np.int64)


def _at(labels: Sequence[str], places: NDArray[np.int64]) -> tuple[str, ...]:
    return tuple(labels[at] for at in places)


def _f1(gold: Sequence[str], found: Sequence[str], classes: Sequence[str]) -> dict[str, float]:
    hits = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    there, said = Counter(gold), Counter(found)
    return {c: 2 * hits[c] / max(there[c] + said[c], 1) for c in classes}


def _mistaken(gold: Sequence[str], found: Sequence[str]) -> tuple[tuple[str, str, int], ...]:
    counts = Counter((g, f) for g, f in zip(gold, found, strict=True) if g != f)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple((g, f, number) for (g, f), number in ordered[:_PAIRS])


def _alike(texts: Sequence[str], corners: Sequence[str], vectors: Matrix) -> tuple[AlikePair, ...]:
    """Return the likest seeds of two corners; what is background is nobody's rival."""
    places = np.array([at for at, corner in enumerate(corners) if corner != NO_CORNER])
    named = np.array([corners[at] for at in places])
    likeness = vectors[places] @ vectors[places].T
    likeness[named[:, None] == named[None, :]] = -1.0
    first, second = np.triu_indices(len(places), k=1)
    order = np.argsort(-likeness[first, second].round(4), kind="stable")[:_PAIRS]
    rows = [(likeness[first[o], second[o]], places[first[o]], places[second[o]]) for o in order]
    return tuple(
        AlikePair(float(like), texts[a], corners[a], texts[b], corners[b]) for like, a, b in rows
    )
