"""A small linear judge: cues present in a sentence vote, with weights learned from labelled ones.

The weights are data (`weights.json`), written by `scripts/train_trust.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge decided: the label, its probability, and the cues that spoke for it most."""

    label: str
    probability: float
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """Multinomial logistic regression over named cues.

    `weights[label][cue]` is the vote of a cue that is present; `bias` is a cue always present.
    """

    weights: Mapping[str, Mapping[str, float]]

    def decide(self, cues: Mapping[str, float]) -> Verdict:
        """Return the likeliest label of a set of cues with their strengths."""
        odds = self.probabilities(cues)
        label = max(sorted(odds), key=lambda name: odds[name])
        return Verdict(label, odds[label], self.reasons(label, cues))

    def probabilities(self, cues: Mapping[str, float]) -> dict[str, float]:
        """Return the probability of each label."""
        scores = {
            label: votes.get("bias", 0.0) + sum(votes.get(c, 0.0) * v for c, v in cues.items())
            for label, votes in self.weights.items()
        }
        top = max(scores.values())
        shares = {label: exp(score - top) for label, score in scores.items()}
        total = sum(shares.values())
        return {label: share / total for label, share in shares.items()}

    def reasons(self, label: str, cues: Mapping[str, float], most: int = 3) -> tuple[str, ...]:
        """Return the cues that voted for a label, the strongest first."""
        votes = self.weights[label]
        ranked = sorted((-votes.get(cue, 0.0) * value, cue) for cue, value in cues.items())
        return tuple(cue for vote, cue in ranked if vote < 0)[:most]


@lru_cache(maxsize=4)
def judge_of(name: str) -> Judge:
    """Return a judge by its name in `weights.json`: `we`, `they` or `promise`."""
    file = Path(__file__).with_name("weights.json")
    return Judge(json.loads(file.read_text(encoding="utf-8"))[name])
