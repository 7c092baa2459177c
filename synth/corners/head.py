"""The heads of a protocol: linear, on sentence vectors, for corner and for stance.

Two pairs. The first reads a sentence alone, on the packaged encoder's vectors, and learns from the
protocol's seed phrases, so that a protocol of one's own needs no labelled interviews; `context.py`
puts its judgements into place, together with what the reader says of background talk. The second
stands on the vectors of the reader, which has read the whole answer, and learns from seed phrases
and labelled interviews; built-in protocols ship with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.corners.linear import Linear, fit_linear
from synth.protocols import Protocol, load_protocol
from synth.records.evidence import NO_CORNER, STANCES
from synth.records.pseudonym import as_words

Matrix = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Matrix]
_ALONE: Final = 2.0
_FEW_A_CORNER: Final = 100
_QUESTION_WEIGHT: Final = 3.0
TEACHER: Final = "alliance-health"
"""The protocol whose heads others borrow: background talk, praise and worry are alike in all."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One head for the corner and one for the stance, on the same rows."""

    corner: Linear
    stance: Linear


@dataclass(frozen=True, slots=True)
class Added:
    """Seeds that an author added to a built-in protocol: vectors, and the tag of each."""

    vectors: Matrix
    corners: tuple[str, ...]
    stances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of one protocol. `digest` names the seeds and the encoder they were trained on.

    `lent` are the teacher's heads, where no head of its own reads in place. `added` are seeds
    beyond those that `in_place` was trained with.
    """

    digest: str
    alone: Pair
    in_place: Pair | None = None
    lent: Heads | None = None
    added: Added | None = None


def seed_digest(protocol: Protocol, revision: str) -> str:
    """Return what identifies the training data: seeds and encoder revision."""
    text = "\n".join("\t".join(row) for row in labelled_seeds(protocol))
    return hashlib.sha256(f"{revision}\n{text}".encode()).hexdigest()[:16]


def train_heads(
    protocol: Protocol,
    revision: str,
    encode: Encode,
    taught: Pair | None = None,
) -> Heads:
    """Train the heads that read alone on the protocol's seed phrases.

    Args:
        protocol: whose corners the heads are to know.
        revision: what identifies the encoder.
        encode: the packaged encoder, one unit vector a text.
        taught: heads on the reader's vectors that were taught with it, if there are such.
    """
    seeds = labelled_seeds(protocol)
    vectors = encode(seed_texts(protocol))
    corners = tuple(corner for _, corner, _ in seeds)
    stances = tuple(stance for _, _, stance in seeds)
    alone = Pair(
        fit_corners(protocol, vectors, corners, encode),
        fit_stances(vectors, stances),
    )
    return Heads(seed_digest(protocol, revision), alone, taught)


def seed_texts(protocol: Protocol) -> list[str]:
    """Return the seed phrases in the order in which heads learn them, as an encoder takes them."""
    return [as_words(text, "a") for text, _, _ in labelled_seeds(protocol)]


def corner_classes(protocol: Protocol) -> tuple[str, ...]:
    """Return the outputs of a corner head in order: the corners, then none."""
    return (*(corner.id for corner in protocol.corners), NO_CORNER)


def fit_corners(
    protocol: Protocol, vectors: Matrix, corners: tuple[str, ...], encode: Encode
) -> Linear:
    """Return a corner head; few seeds are helped out by the questions and by lent talk.

    Args:
        protocol: whose corners and questions.
        vectors: one unit vector a seed.
        corners: the corner of each seed.
        encode: as for `train_heads`.
    """
    weights = np.ones(len(corners))
    if len(corners) < _FEW_A_CORNER * len(protocol.corners):
        asked, talk = protocol.questions, load_protocol(TEACHER).background
        more = encode([*(q.text for q in asked), *(as_words(text, "a") for text in talk)])
        vectors = np.vstack([vectors, more])
        corners += (*(q.corner for q in asked), *(NO_CORNER,) * len(talk))
        lent = np.repeat([_QUESTION_WEIGHT, 1.0], [len(asked), len(talk)])
        weights = np.concatenate([weights, lent])
    classes = corner_classes(protocol)
    return fit_linear(vectors, corners, classes, regularisation=_ALONE, weights=weights)


def fit_stances(vectors: Matrix, stances: tuple[str, ...]) -> Linear:
    """Return a stance head, learnt from one unit vector and one stance a seed."""
    return fit_linear(vectors, stances, STANCES, regularisation=_ALONE)


def labelled_seeds(protocol: Protocol) -> list[tuple[str, str, str]]:
    """Return (text, corner, stance) of each seed phrase; background is neutral of no corner."""
    return [
        (text, corner.id, stance)
        for corner in protocol.corners
        for stance in STANCES
        for text in protocol.seeds_of(corner.id, stance)
    ] + [(text, NO_CORNER, "neutral") for text in protocol.background]
