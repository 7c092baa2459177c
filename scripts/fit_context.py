"""Fit how much neighbours, answer and question weigh for heads that read a sentence alone.

    python scripts/fit_context.py

Prints the weights of synth/corners/context.py fitted with one labelled review left out at a time,
and the macro-F1 on the review left out: for `alliance-health` with all its seeds, and for the three
built-in protocols with as few seeds a corner as somebody's own protocol has. Seeds are the only
training data of the heads.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.labelled import LABELLED, said_in
from scripts.metrics import macro_f1
from synth.corners import train_heads
from synth.corners.context import STANCE, CornerWeights, Weights, corner_in_context, in_context
from synth.corners.head import Encode, Pair, corner_classes
from synth.corners.linear import Linear
from synth.embeddings import PackagedEncoder, VectorCache, bind
from synth.protocols import Protocol, Seeds, built_in_protocols, load_protocol
from synth.records.evidence import STANCES

Matrix = NDArray[np.float32]
REVIEWS = ("alliance-2", "alliance-4", "alliance-5", "alliance-6")
FEW = {"strength": 12, "concern": 12, "neutral": 10}
FEW_BACKGROUND = 25
DRAWS = 2
START = np.array([0.3, 0.15, 0.7, 0.5, 0.6, 0.2, 0.35, 0.3, 0.0])


@dataclass(frozen=True)
class Scored:
    """The sentences of one review as log-probabilities of the heads, with their labels."""

    protocol: str
    review: str
    corner: tuple[Matrix, Matrix]
    stance: tuple[Matrix, Matrix]
    answers: NDArray[np.int64]
    corners: NDArray[np.int64]
    stances: NDArray[np.int64]

    def log_loss(self, weights: NDArray[np.float64]) -> float:
        """Return the mean log loss; rare corners count more, as they do in a macro-F1."""
        found = self.probabilities(weights)[np.arange(len(self.corners)), self.corners]
        counts = np.bincount(self.corners).clip(min=1)
        shares = (1 / np.sqrt(counts))[self.corners]
        return float(-(np.log(found + 1e-9) * shares).sum() / shares.sum())

    def probabilities(self, weights: NDArray[np.float64]) -> Matrix:
        """Return the probability of each corner for each sentence."""
        return corner_in_context(*self.corner, self.answers, _as_weights(weights))

    def f1(self, weights: NDArray[np.float64]) -> tuple[float, float]:
        """Return macro-F1 of corner and stance."""
        corner = self.probabilities(weights).argmax(axis=1)
        stance = in_context(*self.stance, self.answers, STANCE).argmax(axis=1)
        return (
            macro_f1([str(c) for c in self.corners], [str(c) for c in corner]),
            macro_f1([str(s) for s in self.stances], [str(s) for s in stance]),
        )


def _as_weights(values: NDArray[np.float64]) -> CornerWeights:
    return CornerWeights(Weights(*values[:4]), Weights(*values[4:]))


def fit(scored: Sequence[Scored]) -> NDArray[np.float64]:
    """Return the weights with the least log loss over the reviews."""
    from scipy.optimize import minimize

    def loss(weights: NDArray[np.float64]) -> float:
        return float(np.mean([s.log_loss(weights) for s in scored]))

    return np.asarray(minimize(loss, START, method="Powell", options={"maxiter": 3}).x)


def versions() -> Iterator[tuple[str, Protocol]]:
    """Yield `alliance-health` as it is, and every built-in protocol with few seeds."""
    yield "all seeds", load_protocol("alliance-health")
    for name in built_in_protocols():
        for draw in range(DRAWS):
            yield "few seeds", _thinned(load_protocol(name), np.random.default_rng(draw))


def _thinned(protocol: Protocol, random: np.random.Generator) -> Protocol:
    def drawn(seeds: Sequence[str], number: int) -> tuple[str, ...]:
        return tuple(seeds[i] for i in sorted(random.permutation(len(seeds))[:number]))

    seeds = {
        corner.id: Seeds(**{s: drawn(protocol.seeds_of(corner.id, s), FEW[s]) for s in STANCES})
        for corner in protocol.corners
    }
    background = drawn(protocol.background, FEW_BACKGROUND)
    return protocol.model_copy(update={"seeds": seeds, "background": background})


def score(version: str, protocol: Protocol, pair: Pair, encode: Encode) -> Iterator[Scored]:
    """Yield every labelled review of the protocol, read by the heads."""
    classes = corner_classes(protocol)
    for review in REVIEWS:
        said = [s for s in said_in(LABELLED / review) if s.corner_in(protocol.id) is not None]
        if not said:
            continue
        # The reviews stand in the order of their answers, and answers must ascend.
        numbers = {answer: n for n, answer in enumerate(dict.fromkeys(s.answer for s in said))}
        vectors, asked = encode([s.text for s in said]), encode([s.question for s in said])
        there = np.array([[bool(s.question)] for s in said], dtype=np.float32)

        def logs(
            head: Linear, v: Matrix = vectors, q: Matrix = asked, t: Matrix = there
        ) -> tuple[Matrix, Matrix]:
            return head.log_odds(v), head.log_odds(q) * t

        yield Scored(
            protocol=f"{protocol.id}, {version}",
            review=review,
            corner=logs(pair.corner),
            stance=logs(pair.stance),
            answers=np.array([numbers[s.answer] for s in said]),
            corners=np.array([classes.index(str(s.corner_in(protocol.id))) for s in said]),
            stances=np.array([STANCES.index(s.stance) for s in said]),
        )


def main() -> None:
    encoder = PackagedEncoder()
    kept = ROOT / ".cache"
    kept.mkdir(exist_ok=True)
    cache = VectorCache(f"context-{encoder.revision}", kept)
    encode = bind(encoder, cache, lambda _: None)
    scored: list[Scored] = []
    for version, protocol in versions():
        pair = train_heads(protocol, encoder.revision, encode).alone
        scored += score(version, protocol, pair, encode)
    cache.save()
    _tell(scored)


def _tell(scored: Sequence[Scored]) -> None:
    """Print the weights and scores with each review left out, and the weights fitted on all."""
    rows: dict[str, list[tuple[float, float]]] = {}
    for review in REVIEWS:
        weights = fit([s for s in scored if s.review != review])
        print(f"without {review}: {np.round(weights, 2)}")
        for own in (s for s in scored if s.review == review):
            rows.setdefault(own.protocol, []).append(own.f1(weights))
    print(f"on all:             {np.round(fit(scored), 2)}")
    for name, values in rows.items():
        corner, stance = np.mean(values, axis=0)
        print(f"{name:<32} macro-F1 corner {corner:.3f}, stance {stance:.3f}")


if __name__ == "__main__":
    main()
