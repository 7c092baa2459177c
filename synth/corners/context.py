"""Read a sentence in its place: neighbours, the whole answer and the question bear on its tag.

"Nineteen." says nothing; after "I counted the hours in committees" it says a good deal. Two things
are asked apart, for small talk stands in the middle of answers: is this about any corner at all,
and if so, about which. The weights were fitted on labelled reviews, always scored on one that was
left out (`scripts/fit_context.py`; the table is in models/README.md). They are the same for every
corner and every protocol, and they calibrate: what comes out is a probability.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Answers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each view of a sentence counts; `bias` is added to every score."""

    itself: float
    neighbour: float
    answer: float
    question: float
    bias: float = 0.0


@dataclass(frozen=True, slots=True)
class CornerWeights:
    """Weights of the question which corner, and of the question whether there is any."""

    which: Weights
    none: Weights


CORNER: Final = CornerWeights(
    which=Weights(itself=0.30, neighbour=0.14, answer=0.65, question=0.44),
    none=Weights(itself=0.60, neighbour=0.17, answer=0.45, question=0.30, bias=-0.38),
)
STANCE: Final = Weights(itself=0.50, neighbour=0.15, answer=0.15, question=0.0)
_OWN_SAY: Final = 0.5
"""What few seeds say of background talk, or of a stance, beside heads that have met it before."""
_HEARD_ANYWAY: Final = 0.05
"""Least say of a sentence in its answer's mean, so that an answer of small talk has a mean."""


def in_context(own: Matrix, questions: Matrix, answers: Answers, weights: Weights) -> Matrix:
    """Return the probability of each class for each sentence, shape (sentences, classes).

    Args:
        own: log-probabilities of the sentences read alone, shape (sentences, classes).
        questions: those of the question that each answers, the same shape.
        answers: number of the answer that each sentence belongs to, ascending.
        weights: how the views are weighed.
    """
    said = np.ones(len(own), dtype=np.float32)
    scores = _weighed(own, questions, answers, weights, said)
    return np.asarray(np.exp(_log_shares(scores)), dtype=np.float32)


def corner_in_context(
    own: Matrix,
    questions: Matrix,
    answers: Answers,
    weights: CornerWeights = CORNER,
    background: Matrix | None = None,
) -> Matrix:
    """Return the probability of each corner and, last, of none, shape (sentences, corners + 1).

    Args:
        own: log-probabilities of the sentences read alone; the last column is none.
        questions: those of the question that each answers; zeros where none was asked.
        answers: number of the answer that each sentence belongs to, ascending.
        weights: how the views are weighed.
        background: log-odds, shape (sentences,), with which a reader of whole answers takes a
            sentence for background talk, or None.
    """
    none = log_odds_of(own[:, -1])
    was_asked = np.asarray(questions.any(axis=1))
    asked = np.where(was_asked, log_odds_of(questions[:, -1]), 0)
    everyone = np.ones(len(own), dtype=np.float32)
    on_subject = (1 / (1 + np.exp(none))).astype(np.float32)
    of_none = _weighed(none[:, None], asked[:, None], answers, weights.none, everyone)[:, 0]
    if background is not None:
        of_none = _OWN_SAY * of_none + background
    corners, of_question = _log_shares(own[:, :-1]), _levelled(questions[:, :-1], was_asked)
    which = _log_shares(_weighed(corners, of_question, answers, weights.which, on_subject))
    p_none = 1 / (1 + np.exp(-of_none))
    return np.asarray(
        np.column_stack([np.exp(which) * (1 - p_none)[:, None], p_none]), dtype=np.float32
    )


def with_lent_stance(own: Matrix, lent: Matrix) -> Matrix:
    """Return log-probabilities of the stances from a head of few seeds and one of many."""
    return _log_shares(_OWN_SAY * own + (1 - _OWN_SAY) * lent)


def _levelled(questions: Matrix, was_asked: NDArray[np.bool_]) -> Matrix:
    """Return log-shares of the corners less their mean over the review; zeros where none was asked.

    Seeds are statements. A head that has heard no questions leans to one corner for all of them,
    while interviewers ask about every corner.
    """
    levelled = np.zeros_like(questions)
    if was_asked.any():
        logs = _log_shares(questions[was_asked])
        levelled[was_asked] = logs - logs.mean(axis=0)
    return levelled


def _weighed(
    own: Matrix, questions: Matrix, answers: Answers, weights: Weights, say: Matrix
) -> Matrix:
    """Return the weighed sum of all views; `say` is how much each sentence tells the others."""
    total = weights.itself * own + weights.question * questions + weights.bias
    same = answers[1:] == answers[:-1]
    told = own * say[:, None]
    total[1:][same] += weights.neighbour * told[:-1][same]
    total[:-1][same] += weights.neighbour * told[1:][same]
    return np.asarray(total + weights.answer * _answer_means(own, answers, say + _HEARD_ANYWAY))


def _answer_means(rows: Matrix, answers: Answers, say: Matrix) -> Matrix:
    """Return for each sentence the mean row of its answer, each row counted by its `say`."""
    _, where, counts = np.unique(answers, return_inverse=True, return_counts=True)
    sums = np.zeros((len(counts), rows.shape[1]), dtype=np.float64)
    np.add.at(sums, where, rows * say[:, None])
    parts = np.bincount(where, weights=say, minlength=len(counts))
    return np.asarray((sums / parts[:, None])[where], dtype=np.float32)


def log_odds_of(logs: Matrix) -> Matrix:
    """Return log-odds of log-probabilities."""
    return np.asarray(logs - np.log1p(-np.exp(np.minimum(logs, -1e-6))))


def _log_shares(rows: Matrix) -> Matrix:
    """Return log-probabilities of scores."""
    rows = rows - rows.max(axis=1, keepdims=True)
    return np.asarray(rows - np.log(np.exp(rows).sum(axis=1, keepdims=True)))
