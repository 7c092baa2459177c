"""A multinomial logistic regression as two plain arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linear:
    """`weights` (classes, dimensions) and `bias` (classes)."""

    classes: tuple[str, ...]
    weights: Matrix
    bias: Matrix

    def log_odds(self, rows: Matrix) -> Matrix:
        """Return log-probabilities, shape (rows, classes)."""
        scores = rows @ self.weights.T + self.bias
        top = scores.max(axis=1, keepdims=True)
        return np.asarray(scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True)))


def fit_linear(
    rows: Matrix,
    labels: Sequence[str],
    classes: tuple[str, ...],
    *,
    regularisation: float,
    weights: NDArray[np.float64] | None = None,
) -> Linear:
    """Fit a head; classes count alike however many examples they have.

    Args:
        rows: shape (examples, dimensions).
        labels: one of `classes` an example.
        classes: in the order of the head's outputs.
        regularisation: inverse strength of the prior (scikit-learn's C).
        weights: how much each example counts, or None for all alike.
    """
    from sklearn.linear_model import LogisticRegression

    positions = np.array([classes.index(label) for label in labels])
    model = LogisticRegression(C=regularisation, class_weight="balanced", max_iter=2000)
    model.fit(rows, positions, sample_weight=weights)
    # A head is saved as it lies in memory, so it must lie row by row.
    return Linear(
        classes,
        np.ascontiguousarray(model.coef_, dtype=np.float32),
        np.ascontiguousarray(model.intercept_, dtype=np.float32),
    )
