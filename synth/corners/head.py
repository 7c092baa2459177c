"""Two linear heads on sentence vectors: which corner, and which stance.

They are trained on the seed phrases of the protocol alone, so that a protocol of one's own needs
no labelled interviews. The heads of the built-in protocols are trained beforehand and shipped as
plain arrays; any other is trained when first used (some seconds) and kept beside the review.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.protocols import Protocol
from synth.records.evidence import NO_CORNER, STANCES
from synth.records.pseudonym import as_words
from synth.shipped import shipped

Matrix = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Matrix]
_STRENGTH_OF_PRIOR: Final = 2.0
"""Inverse regularisation; 1 to 10 score alike on the labelled reviews (models/README.md)."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A multinomial logistic regression: `weights` (classes, dimensions), `bias` (classes)."""

    classes: tuple[str, ...]
    weights: Matrix
    bias: Matrix

    def log_odds(self, vectors: Matrix) -> Matrix:
        """Return log-probabilities, shape (vectors, classes)."""
        scores = vectors @ self.weights.T + self.bias
        top = scores.max(axis=1, keepdims=True)
        return np.asarray(scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True)))


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of one protocol. `digest` names the seeds and the encoder they were trained on."""

    digest: str
    corner: Linear
    stance: Linear


def seed_digest(protocol: Protocol, revision: str) -> str:
    """Return what identifies the training data: seeds and encoder revision."""
    text = "\n".join("\t".join(row) for row in _labelled_seeds(protocol))
    return hashlib.sha256(f"{revision}\n{text}".encode()).hexdigest()[:16]


def load_heads(protocol: Protocol, revision: str, encode: Encode, folder: Path | None) -> Heads:
    """Return the heads of a protocol: shipped, kept in `folder`, or trained now and kept there."""
    digest = seed_digest(protocol, revision)
    for place in (shipped("models"), folder):
        heads = _read(place / f"{protocol.id}.safetensors", digest, protocol) if place else None
        if heads:
            return heads
    heads = train_heads(protocol, revision, encode)
    if folder:
        write_heads(heads, folder / f"{protocol.id}.safetensors")
    return heads


def train_heads(protocol: Protocol, revision: str, encode: Encode) -> Heads:
    """Train both heads on the protocol's seed phrases."""
    seeds = _labelled_seeds(protocol)
    vectors = encode([as_words(text, "a") for text, _, _ in seeds])
    return Heads(
        digest=seed_digest(protocol, revision),
        corner=_fit(vectors, [corner for _, corner, _ in seeds], _corner_classes(protocol)),
        stance=_fit(vectors, [stance for _, _, stance in seeds], STANCES),
    )


def write_heads(heads: Heads, path: Path) -> None:
    """Write the heads as plain arrays, whole or not at all."""
    from safetensors.numpy import save_file

    part = path.with_suffix(".part")
    tables = {
        "corner.weights": heads.corner.weights,
        "corner.bias": heads.corner.bias,
        "stance.weights": heads.stance.weights,
        "stance.bias": heads.stance.bias,
    }
    save_file(tables, part, metadata={"digest": heads.digest})
    part.replace(path)


def _read(path: Path, digest: str, protocol: Protocol) -> Heads | None:
    """Return the heads in a file if they were trained on these very seeds, else None."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="np") as file:
            if (file.metadata() or {}).get("digest") != digest:
                return None
            tables = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (OSError, SafetensorError):
        return None
    return Heads(
        digest,
        Linear(_corner_classes(protocol), tables["corner.weights"], tables["corner.bias"]),
        Linear(STANCES, tables["stance.weights"], tables["stance.bias"]),
    )


def _labelled_seeds(protocol: Protocol) -> list[tuple[str, str, str]]:
    """Return (text, corner, stance) of each seed phrase; background is neutral of no corner."""
    return [
        (text, corner.id, stance)
        for corner in protocol.corners
        for stance in STANCES
        for text in protocol.seeds_of(corner.id, stance)
    ] + [(text, NO_CORNER, "neutral") for text in protocol.background]


def _corner_classes(protocol: Protocol) -> tuple[str, ...]:
    return (*(corner.id for corner in protocol.corners), NO_CORNER)


def _fit(vectors: Matrix, labels: list[str], classes: tuple[str, ...]) -> Linear:
    from sklearn.linear_model import LogisticRegression

    positions = np.array([classes.index(label) for label in labels])
    model = LogisticRegression(C=_STRENGTH_OF_PRIOR, class_weight="balanced", max_iter=2000)
    model.fit(vectors, positions)
    return Linear(
        classes,
        np.ascontiguousarray(model.coef_, dtype=np.float32),
        np.ascontiguousarray(model.intercept_, dtype=np.float32),
    )
