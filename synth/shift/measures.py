"""What is measured of each person in a cycle: worry by corner, habits of speech, signal rates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from synth.records.evidence import UNKNOWN_SPEAKER
from synth.records.shift import Cycle
from synth.shift.chance import Values

SIDES: Final = ("a", "b")
STRAIN: Final = (
    "blame", "defensive_record", "excuse", "late_surprise", "withheld_information", "workaround",
)  # fmt: skip
"""Signals of trust under strain, framework.md §6."""
_FEWEST_WORDS: Final = 100
_FEWEST_PRONOUNS: Final = 3
_PER: Final = 1_000


@dataclass(frozen=True, slots=True)
class Measure:
    """Something measured of a person: a corner or a habit of speech."""

    id: str
    kind: str
    higher_is_better: bool
    values: Callable[[Cycle], Values]
    is_share: bool = True


def worry(corner: str) -> Measure:
    """Return the measure of a corner: each person's share of concern, as the rating rule has it."""
    return Measure(corner, "corner", False, lambda cycle: _worry(cycle, corner))


def _worry(cycle: Cycle, corner: str) -> Values:
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for p in cycle.passages:
        if p.corner == corner and p.stance != "neutral":
            weights[p.speaker][p.stance == "concern"] += p.corner_p * p.words
    shares = {who: bad / (good + bad) for who, (good, bad) in weights.items() if good + bad}
    return _by_side(cycle, shares)


def _by_side(cycle: Cycle, values: Mapping[str, float]) -> Values:
    sides = cycle.sides
    found: dict[str, dict[str, float]] = {side: {} for side in SIDES}
    for speaker in sorted(values):
        if speaker != UNKNOWN_SPEAKER and sides.get(speaker) in found:
            found[sides[speaker]][cycle.person(speaker)] = values[speaker]
    return found


def _heard(cycle: Cycle) -> dict[str, Counter[str]]:
    """Return how often each person gives each signal."""
    speakers = {p.id: p.speaker for p in cycle.passages}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for signal in cycle.signals:
        counts[speakers.get(signal.passage, UNKNOWN_SPEAKER)][signal.kind] += 1
    return counts


def _words(cycle: Cycle) -> Counter[str]:
    words: Counter[str] = Counter()
    for passage in cycle.passages:
        words[passage.speaker] += passage.words
    return words


def signal_rate(cycle: Cycle, kinds: tuple[str, ...]) -> Values:
    """Return how often each person gives any of `kinds`, in a thousand words."""
    heard = _heard(cycle)
    rates = {
        who: _PER * sum(heard[who][kind] for kind in kinds) / words
        for who, words in _words(cycle).items()
        if words >= _FEWEST_WORDS
    }
    return _by_side(cycle, rates)


def _share(cycle: Cycle, good: str, bad: str, fewest: int) -> Values:
    """Return each person's share of one signal among two, of those who give enough of them."""
    shares = {
        who: counts[good] / (counts[good] + counts[bad])
        for who, counts in _heard(cycle).items()
        if counts[good] + counts[bad] >= fewest
    }
    return _by_side(cycle, shares)


SPEECH: Final = (
    Measure(
        "we_share", "speech", True,
        lambda c: _share(c, "we_joint", "they_partner", _FEWEST_PRONOUNS),
    ),
    Measure(
        "kept_share", "speech", True, lambda c: _share(c, "promise_kept", "promise_broken", 1)
    ),
    Measure("strain", "speech", False, lambda c: signal_rate(c, STRAIN), is_share=False),
)  # fmt: skip
"""Habits of speech: "we" for both against "they", promises kept, signs of strain."""

RATED: Final = (
    "we_joint", "we_own", "they_partner", "promise_kept", "promise_broken", "promise_open",
)  # fmt: skip
"""Signals whose rates are told by side."""
