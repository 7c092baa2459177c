"""Fit the heads that tell trust signals from meaning, on labelled cases as one reader sees them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import numpy as np
from sklearn.linear_model import LogisticRegression

from scripts.signal_cases import Case, read_case
from synth import embeddings
from synth.records.reading import SIGNALS, Matrix, Readings
from synth.shipped import shipped
from synth.trust.heads import WEIGHTS, Heads, features_of, listen_closely

STRENGTH: Final = 3.0
REVIEWS_COUNT: Final = 2.0
"""How much a sentence of a review counts beside one of the drills."""


class Reads:
    """What readers and encoder make of cases; each is asked once.

    Args:
        folder: where the encoder's vectors are kept between runs.
    """

    def __init__(self, folder: Path) -> None:
        encoder = embeddings.PackagedEncoder(None)
        self._cache = embeddings.VectorCache(encoder.revision, folder)
        self._encode = embeddings.bind(encoder, self._cache, lambda _: None)
        self._readings: dict[tuple[int, Path | None], Readings] = {}
        self._meanings: dict[int, Matrix] = {}

    def of(self, case: Case, reader: Path | None) -> Readings:
        """Return what a reader makes of a case; the shipped one where `reader` is None."""
        key = id(case), reader.resolve() if reader else None
        if key not in self._readings:
            self._readings[key] = read_case(case, reader)
        return self._readings[key]

    def meanings(self, case: Case) -> Matrix:
        """Return the encoder's vectors of a case."""
        if id(case) not in self._meanings:
            self._meanings[id(case)] = self._encode(embeddings.sentence_texts(case.sentences))
            self._cache.save()
        return self._meanings[id(case)]

    def closely(self, case: Case, reader: Path | None, heads: Heads) -> Readings:
        """Return what reader and heads together make of a case."""
        return listen_closely(self.of(case, reader), self.meanings(case), heads)


def fit_heads(cases: Iterable[Case], reads: Reads, reader: Path | None) -> Heads:
    """Return heads fitted on cases as one reader sees them."""
    used = list(cases)
    features = np.vstack(
        [features_of(reads.of(c, reader).vectors, reads.meanings(c)) for c in used]
    )
    labels = np.array([[k in c.kinds(n) for k in SIGNALS] for c in used for n in range(len(c))])
    counts = np.concatenate(
        [np.full(len(c), 1.0 if c.review == "drills" else REVIEWS_COUNT) for c in used]
    )
    models = [
        LogisticRegression(C=STRENGTH, max_iter=300).fit(features, column, sample_weight=counts)
        for column in labels.T
    ]
    weights = np.vstack([m.coef_ for m in models]).astype(np.float32)
    return Heads(weights, np.concatenate([m.intercept_ for m in models]).astype(np.float32))


def write_heads(heads: Heads) -> None:
    """Write models/signals.safetensors in half precision."""
    from safetensors.numpy import save_file

    arrays = {"weights": heads.weights, "bias": heads.bias}
    halves = {name: np.ascontiguousarray(a.astype(np.float16)) for name, a in arrays.items()}
    save_file(halves, shipped("models") / WEIGHTS)
