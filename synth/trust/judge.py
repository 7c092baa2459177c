"""A small linear judge: cues present in a sentence vote, with weights learned from labelled ones.

The weights are data (`weights.json`), written by `scripts/train_signals.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path
from typing import Any, Final

_LEAST: Final = 0.001


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


@dataclass(frozen=True, slots=True)
class Judges:
    """All that was learned, by name.

    `we`, `they` and `promise` judge by the words alone; `we both`, `they both`, `promise both` and
    `signal both` weigh those verdicts against the reader's. `thresholds` tell for each kind from
    which probability on a finding is possible, and from which on it may be shown.
    """

    by_name: Mapping[str, Judge]
    thresholds: Mapping[str, tuple[float, float]]

    def of(self, name: str) -> Judge:
        """Return a judge by its name."""
        return self.by_name[name]


@lru_cache(maxsize=1)
def load_judges() -> Judges:
    """Return the judges that ship, from `weights.json`."""
    text = Path(__file__).with_name("weights.json").read_text(encoding="utf-8")
    return judges_from(json.loads(text))


def judges_from(learned: Mapping[str, Any]) -> Judges:
    """Return the judges that `weights.json` spells out."""
    names = [name for name in learned if name != "thresholds"]
    limits = learned.get("thresholds", {})
    return Judges(
        {name: Judge(learned[name]) for name in names},
        {kind: (float(low), float(high)) for kind, (low, high) in limits.items()},
    )


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability, cut at about one in a thousand."""
    p = min(max(probability, _LEAST), 1 - _LEAST)
    return log(p / (1 - p))
