"""What the reader made of each sentence: its vector, its trust signals, who its pronouns mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

SIGNALS: Final = (
    "promise_kept", "promise_broken", "promise_open", "blame", "excuse", "defensive_record",
    "workaround", "withheld_information", "late_surprise", "early_disclosure", "benefit_of_doubt",
    "credit_shared", "flexibility", "repair", "candid_disagreement",
)  # fmt: skip
"""The trust signals of framework.md §6 that the reader was taught, pronouns aside."""

MEANT: Final = ("we_joint", "we_own", "they_partner", "other")
"""Who a pronoun may mean."""


@dataclass(frozen=True, slots=True)
class Readings:
    """One row a sentence, in order."""

    vectors: Matrix
    """Shape (sentences, dimensions)."""
    signals: Matrix
    """Probability of each of `SIGNALS`, shape (sentences, 15)."""
    pronouns: tuple[Mapping[int, tuple[float, ...]], ...]
    """For each pronoun, by where it starts in the sentence, the probability of each of `MEANT`."""
