"""Fit how much neighbours, answer and question weigh for heads that read a sentence alone.

    python scripts/fit_context.py

Prints the weights of synth/corners/context.py fitted with one labelled review left out at a time,
and the macro-F1 on the review left out. Seeds are the only training data of the heads.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.labelled import said_in
from scripts.train_corners import LABELLED
from synth.corners.context import Weights, in_context
from synth.corners.head import Pair, train_heads
from synth.corners.linear import Linear
from synth.embeddings import PackagedEncoder, VectorCache, bind
from synth.protocols import load_protocol

Matrix = NDArray[np.float32]
REVIEWS = ("alliance-2", "alliance-4", "alliance-5", "alliance-6")


class Labelled:
    """The sentences of one review as log-probabilities of one head, with their labels."""

    def __init__(self, head: Linear, vectors: Matrix, asked: Matrix, rows: list[tuple[str, str]]):
        self.own = head.log_odds(vectors)
        self.questions = head.log_odds(asked) * asked.any(axis=1, keepdims=True)
        self.answers = np.unique([answer for answer, _ in rows], return_inverse=True)[1]
        order = np.argsort(self.answers, kind="stable")
        self.own, self.questions = self.own[order], self.questions[order]
        self.answers = self.answers[order]
        self.gold = np.array([head.classes.index(rows[i][1]) for i in order])

    def probabilities(self, weights: NDArray[np.float64]) -> Matrix:
        """Return the probability of each class for each sentence."""
        return in_context(self.own, self.questions, self.answers, Weights(*weights))


def fit(reviews: list[Labelled]) -> NDArray[np.float64]:
    """Return the weights with the least log loss over the reviews."""
    from scipy.optimize import minimize

    def loss(weights: NDArray[np.float64]) -> float:
        return float(
            np.mean(
                [
                    -np.log(r.probabilities(weights)[np.arange(len(r.gold)), r.gold] + 1e-9).mean()
                    for r in reviews
                ]
            )
        )

    start = np.array([0.5, 0.15, 0.3, 0.2, 0.0])
    return np.asarray(minimize(loss, start, method="Powell", options={"maxiter": 6}).x)


def main() -> None:
    from sklearn.metrics import f1_score

    encoder = PackagedEncoder()
    encode = bind(encoder, VectorCache(encoder.revision), lambda _: None)
    pair: Pair = train_heads(load_protocol("alliance-health"), encoder.revision, encode).alone
    for name in ("corner", "stance"):
        head: Linear = getattr(pair, name)
        reviews = [_labelled(review, name, head, encode) for review in REVIEWS]
        for left_out, review in zip(REVIEWS, reviews, strict=True):
            weights = fit([r for r in reviews if r is not review])
            found = review.probabilities(weights).argmax(axis=1)
            score = f1_score(review.gold, found, average="macro")
            print(f"{name:7s} without {left_out}: {np.round(weights, 2)}  macro-F1 {score:.3f}")


def _labelled(review: str, name: str, head: Linear, encode: object) -> Labelled:
    said = list(said_in(LABELLED / review))
    labels = [str(s.corner_in("alliance-health")) if name == "corner" else s.stance for s in said]
    assert callable(encode)
    vectors = encode([s.text for s in said])
    asked = encode([s.question for s in said])
    rows = [(s.answer, label) for s, label in zip(said, labels, strict=True)]
    return Labelled(head, vectors, asked, rows)


if __name__ == "__main__":
    main()
