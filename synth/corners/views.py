"""The views of a sentence in its place: itself, its neighbours, its answer, its question."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
_NEXT: Final = 0.5
_BEYOND: Final = 0.25
_PLACE: Final = 0.7


def views_of(vectors: Matrix, questions: Matrix, answers: NDArray[np.int64]) -> Matrix:
    """Return the views side by side, shape (sentences, 7 x dimensions).

    A view that does not exist (no question asked, no sentence before) is all zeros.

    Args:
        vectors: one unit vector a sentence, shape (sentences, dimensions).
        questions: that of the question each answers, zeros where none was asked, the same shape.
        answers: number of the answer that each sentence belongs to, ascending.
    """
    neighbours = [
        weight * _shifted(vectors, answers, by)
        for by, weight in ((-1, _NEXT), (1, _NEXT), (-2, _BEYOND), (2, _BEYOND))
    ]
    whole = answer_means(vectors, answers)
    return np.hstack([vectors, *neighbours, _PLACE * whole, _PLACE * questions])


def answer_means(rows: Matrix, answers: NDArray[np.int64]) -> Matrix:
    """Return for each sentence the mean row of all sentences of its answer."""
    _, where, counts = np.unique(answers, return_inverse=True, return_counts=True)
    sums = np.zeros((len(counts), rows.shape[1]), dtype=np.float64)
    np.add.at(sums, where, rows)
    return np.asarray((sums / counts[:, None])[where], dtype=np.float32)


def _shifted(vectors: Matrix, answers: NDArray[np.int64], by: int) -> Matrix:
    """Return the vector of the sentence `by` places further in the same answer, or zeros."""
    moved = np.zeros_like(vectors)
    if by < 0:
        same = answers[-by:] == answers[:by]
        moved[-by:][same] = vectors[:by][same]
    else:
        same = answers[:-by] == answers[by:]
        moved[:-by][same] = vectors[by:][same]
    return moved
