"""The heads of a protocol: linear, on sentence vectors, for corner and for stance.

Two pairs. The first reads a sentence alone, on the packaged encoder's vectors, and learns from the
protocol's seed phrases, so that a protocol of one's own needs no labelled interviews; `context.py`
puts its judgements into place. The second stands on the vectors of `reader.py`, which has read the
whole answer, and learns from seed phrases and labelled interviews; built-in protocols ship with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.corners.linear import Linear, fit_linear
from synth.corners.reader import Said, read_in_place
from synth.protocols import Protocol
from synth.records.evidence import NO_CORNER, STANCES
from synth.records.pseudonym import as_words

Matrix = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Matrix]
_ALONE: Final = 2.0
_IN_PLACE: Final = 0.0005
_SEED_WEIGHT: Final = 0.3
"""A seed phrase counts a third of a labelled sentence. What was tried: models/README.md.

The reader has seen what its heads learn from, so their prior is strong: with it, probabilities on
reviews left out are calibrated as they come (best temperature 1.0)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One head for the corner and one for the stance, on the same rows."""

    corner: Linear
    stance: Linear


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of one protocol. `digest` names the seeds and the encoder they were trained on."""

    digest: str
    alone: Pair
    in_place: Pair | None = None
    weights: Path | None = None
    """The reader's weights that `in_place` stands on, where not the shipped ones."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Labelled sentences: the reader's vector and a label of each kind for each."""

    vectors: Matrix
    corners: tuple[str, ...]
    stances: tuple[str, ...]


def seed_digest(protocol: Protocol, revision: str) -> str:
    """Return what identifies the training data: seeds and encoder revision."""
    text = "\n".join("\t".join(row) for row in _labelled_seeds(protocol))
    return hashlib.sha256(f"{revision}\n{text}".encode()).hexdigest()[:16]


def train_heads(
    protocol: Protocol,
    revision: str,
    encode: Encode,
    examples: Examples | None = None,
    weights: Path | None = None,
) -> Heads:
    """Train the heads on the protocol's seed phrases and, where given, on labelled sentences.

    Args:
        protocol: whose corners the heads are to know.
        revision: what identifies the encoder.
        encode: the packaged encoder, one unit vector a text.
        examples: labelled sentences; without them no head reads in place.
        weights: the reader's weights, where not the shipped ones.
    """
    seeds = _labelled_seeds(protocol)
    texts = [as_words(text, "a") for text, _, _ in seeds]
    vectors = encode(texts)
    corners = tuple(corner for _, corner, _ in seeds)
    stances = tuple(stance for _, _, stance in seeds)
    classes = corner_classes(protocol)
    alone = Pair(
        fit_linear(vectors, corners, classes, regularisation=_ALONE),
        fit_linear(vectors, stances, STANCES, regularisation=_ALONE),
    )
    digest = seed_digest(protocol, revision)
    if examples is None:
        return Heads(digest, alone)
    read = read_in_place([Said(text, "", n) for n, text in enumerate(texts)], weights)
    seeded = Examples(read, corners, stances)
    return Heads(digest, alone, _fit_in_place(seeded, examples, classes), weights)


def corner_classes(protocol: Protocol) -> tuple[str, ...]:
    """Return the outputs of a corner head in order: the corners, then none."""
    return (*(corner.id for corner in protocol.corners), NO_CORNER)


def _fit_in_place(seeded: Examples, said: Examples, classes: tuple[str, ...]) -> Pair:
    rows = np.vstack([seeded.vectors, said.vectors])
    weights = np.repeat([_SEED_WEIGHT, 1.0], [len(seeded.corners), len(said.corners)])
    corner, stance = (
        fit_linear(rows, labels, outputs, regularisation=_IN_PLACE, weights=weights)
        for labels, outputs in (
            (seeded.corners + said.corners, classes),
            (seeded.stances + said.stances, STANCES),
        )
    )
    return Pair(corner, stance)


def _labelled_seeds(protocol: Protocol) -> list[tuple[str, str, str]]:
    """Return (text, corner, stance) of each seed phrase; background is neutral of no corner."""
    return [
        (text, corner.id, stance)
        for corner in protocol.corners
        for stance in STANCES
        for text in protocol.seeds_of(corner.id, stance)
    ] + [(text, NO_CORNER, "neutral") for text in protocol.background]
