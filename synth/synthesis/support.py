"""How far trust signals bear out the stance that a passage was given.

A passage tagged as a strength in which a promise is reported broken is a doubtful strength. The
signals rest on rules over the parse, the stance on a trained reader: where the two agree, the
passage counts for more, where they disagree, for less. Neither overrules the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from synth.records.evidence import Passage, Signal

_GOOD: Final = frozenset(
    {"promise_kept", "early_disclosure", "benefit_of_doubt", "credit_shared", "flexibility",
     "repair", "candid_disagreement"}
)  # fmt: skip
_BAD: Final = frozenset(
    {"promise_broken", "blame", "excuse", "defensive_record", "workaround",
     "withheld_information", "late_surprise"}
)  # fmt: skip
_BORNE_OUT: Final = 1.3
_DOUBTED: Final = 0.4


@dataclass(frozen=True, slots=True)
class Support:
    """What the signals say of each passage: how many good ones, how many bad."""

    by_passage: dict[str, tuple[int, int]] = field(default_factory=dict)

    def weight(self, passage: Passage) -> float:
        """Return the stance's probability, raised or lowered by what the signals say."""
        good, bad = self.by_passage.get(passage.id, (0, 0))
        if passage.tag.stance == "concern":
            good, bad = bad, good
        if passage.tag.stance == "neutral" or good == bad:
            return passage.tag.stance_p
        return passage.tag.stance_p * (_BORNE_OUT if good > bad else _DOUBTED)


def support_of(signals: Sequence[Signal]) -> Support:
    """Count the good and bad signals in each passage."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for signal in signals:
        counts[signal.passage][0] += signal.kind in _GOOD
        counts[signal.passage][1] += signal.kind in _BAD
    return Support({passage: (good, bad) for passage, (good, bad) in counts.items()})
