"""The rating rule, in one place.

People count, not sentences. A person's share of concern in a corner is the weight of their concern
passages over that of their strength and concern passages. A passage weighs by the square of how
sure its corner and stance are (what is doubtful hardly counts), as far as the trust signals in it
bear the stance out, and by its length in words.
A side's share is the mean over its people, the corner's the mean over the sides. The protocol file
holds the cuts between the levels. Below the protocol's floor of people on either side, the answer
is "not enough evidence": one side alone cannot show how an alliance is doing (framework.md §1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synth.protocols import Protocol
from synth.records.evidence import Passage
from synth.records.findings import NOT_ENOUGH
from synth.records.people import Side
from synth.synthesis.support import Support

_SIDES = (Side.A, Side.B)


@dataclass(frozen=True, slots=True)
class Leaning:
    """How one side speaks of a corner: its people, and their mean share of concern (0 to 1)."""

    people: int
    concern: float


@dataclass(frozen=True, slots=True)
class Rating:
    """A draft level with the leanings that it rests on."""

    level: str
    because: str
    leanings: Mapping[Side, Leaning]


def rate(passages: Sequence[Passage], protocol: Protocol, support: Support) -> Rating:
    """Rate one corner from its passages."""
    leanings = {side: _leaning([p for p in passages if p.side is side], support) for side in _SIDES}
    floor = protocol.ratings.min_people_per_side
    short = [side for side in _SIDES if leanings[side].people < floor]
    if short:
        return Rating(NOT_ENOUGH, _why_not(short, floor, leanings), leanings)
    concern = sum(leanings[side].concern for side in _SIDES) / len(_SIDES)
    level = sum(concern >= cut for cut in protocol.ratings.cuts)
    return Rating(protocol.scale.best_first[level].id, _why(leanings, protocol), leanings)


def _leaning(passages: Sequence[Passage], support: Support) -> Leaning:
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for passage in passages:
        if passage.tag.stance != "neutral":
            sure = passage.tag.corner_p * support.weight(passage)
            weight = sure**2 * len(passage.text.split())
            weights[passage.speaker][passage.tag.stance == "concern"] += weight
    shares = [concern / (strength + concern) for strength, concern in weights.values()]
    return Leaning(len(shares), sum(shares) / len(shares) if shares else 0.0)


def _why_not(short: list[Side], floor: int, leanings: Mapping[Side, Leaning]) -> str:
    if not any(leaning.people for leaning in leanings.values()):
        return "Nobody who is known to sit on either side has said anything good or bad about it."
    who = " and ".join(f"Partner {side.value.upper()}" for side in short)
    return f"Fewer than {floor} people of {who} have said anything good or bad about it."


def _why(leanings: Mapping[Side, Leaning], protocol: Protocol) -> str:
    """Return the reason in words, then the numbers that it rests on."""
    told = "; ".join(
        f"Partner {side.value.upper()}'s people {_in_words(leanings[side].concern)}"
        for side in _SIDES
    )
    a, b = (f"{leanings[side].concern:.2f}" for side in _SIDES)
    levels = protocol.scale.best_first[1:]
    steps = ", ".join(
        f"{level.name.lower()} from {cut:g}"
        for level, cut in zip(levels, protocol.ratings.cuts, strict=True)
    )
    return (
        f"{told}. From 0 (approval only) to 1 (worry only) their words come to {a} for Partner A "
        f"and {b} for Partner B; the mean of both decides: {steps}."
    )


def _in_words(concern: float) -> str:
    for bound, words in (
        (0.2, "speak of it almost only with approval"),
        (0.4, "speak of it more with approval than with worry"),
        (0.6, "are divided"),
        (0.8, "speak of it more with worry than with approval"),
    ):
        if concern < bound:
            return words
    return "speak of it almost only with worry"
