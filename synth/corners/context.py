"""Read a sentence in its place: neighbours, the whole answer and the question bear on its tag.

"Nineteen." says nothing; after "I counted the hours in committees" it says a good deal. The weights
were fitted on labelled reviews, always scored on an alliance that was left out
(`scripts/fit_context.py`; the table is in models/README.md). They are the same for every corner
and every protocol, and they calibrate: what comes out is a probability.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each view of a sentence counts; `none_bias` is added to the last class."""

    itself: float
    neighbour: float
    answer: float
    question: float
    none_bias: float = 0.0


CORNER: Final = Weights(itself=0.42, neighbour=0.12, answer=0.60, question=0.30, none_bias=-0.65)
STANCE: Final = Weights(itself=0.50, neighbour=0.15, answer=0.15, question=0.0)


def in_context(
    own: Matrix, questions: Matrix, answers: NDArray[np.int64], weights: Weights
) -> Matrix:
    """Return the probability of each class for each sentence, shape (sentences, classes).

    Args:
        own: log-probabilities of the sentences read alone, shape (sentences, classes).
        questions: those of the question that each answers, the same shape.
        answers: number of the answer that each sentence belongs to, ascending.
        weights: how the views are weighed.
    """
    total = weights.itself * own + weights.question * questions
    same = answers[1:] == answers[:-1]
    total[1:][same] += weights.neighbour * own[:-1][same]
    total[:-1][same] += weights.neighbour * own[1:][same]
    total = total + weights.answer * _answer_means(own, answers)
    total[:, -1] += weights.none_bias
    total = total - total.max(axis=1, keepdims=True)
    odds = np.exp(total)
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), dtype=np.float32)


def _answer_means(rows: Matrix, answers: NDArray[np.int64]) -> Matrix:
    """Return for each sentence the mean row of all sentences of its answer."""
    _, where, counts = np.unique(answers, return_inverse=True, return_counts=True)
    sums = np.zeros((len(counts), rows.shape[1]), dtype=np.float64)
    np.add.at(sums, where, rows)
    return np.asarray((sums / counts[:, None])[where], dtype=np.float32)
