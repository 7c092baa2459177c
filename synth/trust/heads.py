"""Trust signals told from meaning: a linear head a kind over two views of each sentence.

One view is the sentence in its place, as the reader sees it, the other the sentence alone, as the
encoder does. Together they tell more than the reader's own heads, which were taught beside other
tasks. The heads are data (`models/signals.safetensors`), written by `scripts/train_signals.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np

from synth.records.reading import Matrix, Readings
from synth.records.vectors import unit
from synth.shipped import shipped

WEIGHTS: Final = "signals.safetensors"


@dataclass(frozen=True, slots=True)
class Heads:
    """Logistic regression for each kind of `SIGNALS`: weights (kinds, features), bias (kinds,)."""

    weights: Matrix
    bias: Matrix

    def odds(self, features: Matrix) -> Matrix:
        """Return the probability of each kind in each sentence."""
        scores = features @ self.weights.T + self.bias
        return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)


def features_of(read: Matrix, meanings: Matrix) -> Matrix:
    """Return both views side by side, each a row of length 1."""
    return np.hstack([unit(read), unit(meanings)]).astype(np.float32)


def listen_closely(readings: Readings, meanings: Matrix | None, heads: Heads | None) -> Readings:
    """Return readings whose signals are told by the heads, where these fit the vectors.

    A user's own encoder has vectors that the heads were not made for: the reader's stay then.
    """
    if meanings is None or heads is None or not len(meanings):
        return readings
    features = features_of(readings.vectors, meanings)
    if features.shape[1] != heads.weights.shape[1]:
        return readings
    return replace(readings, signals=heads.odds(features))


@lru_cache(maxsize=1)
def load_heads() -> Heads | None:
    """Return the heads that ship."""
    from safetensors.numpy import load_file

    arrays = load_file(shipped("models", WEIGHTS))
    return Heads(*(arrays[name].astype(np.float32) for name in ("weights", "bias")))
