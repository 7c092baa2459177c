"""The sentences of the narrative: plain, hedged by how many said it, never below the floor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from synth.records.findings import Finding
from synth.records.people import Side

_PARTNER: Final = {Side.A: "Partner A", Side.B: "Partner B"}
_VERBS: Final = {
    "strength": ("count this among what works", "speak well of it", "would not want to lose it"),
    "concern": ("are worried about it", "see trouble here", "name it as a strain"),
    "neutral": ("bring it up", "describe how it is done", "mention it"),
}
_SINGULAR: Final = {"are": "is", "would": "would"}


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many people there are on each side, and the smallest number that may be shown."""

    totals: Mapping[Side, int]
    floor: int

    def who(self, people: Mapping[Side, int]) -> str:
        """Return the people who said something, in words that no one can be counted out of.

        A number below the floor is never said; nor is one from which it could be worked out.
        """
        sides = [side for side in (Side.A, Side.B) if people.get(side)]
        total = sum(people.values())
        if total < self.floor:
            return "A few people" if total > 1 else "One person"
        if len(sides) == 2:
            return "People on both sides"
        if len(sides) == 1:
            return f"{self._share(people[sides[0]], sides[0])} of {_PARTNER[sides[0]]}'s people"
        return "Several people"

    def _share(self, said: int, side: Side) -> str:
        total = self.totals.get(side, 0)
        if said < self.floor:
            return "Some"
        if said == total:
            return "All"
        return "Most" if 2 * said > total else "Several"


def finding_sentence(label: str, stance: str, who: str, turn: int) -> str:
    """Return one finding as a sentence: its subject in the people's words, then who says what.

    Args:
        label: the subject, a noun phrase.
        stance: `strength`, `concern` or `neutral`.
        who: what `Crowd.who` returned.
        turn: which of the wordings to take, so that neighbours do not read alike.
    """
    verbs = _VERBS[stance]
    verb = verbs[turn % len(verbs)]
    if who == "One person":
        verb = _singular(verb)
    return f"{sentence_case(label)}: {who[0].lower()}{who[1:]} {verb}."


def sentence_case(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def subject_of(finding: Finding) -> str:
    """Return the subject of a finding as it reads inside a sentence."""
    subject = finding.text.split(":", 1)[0].rstrip(". ")
    return subject[:1].lower() + subject[1:]


def joined(items: Sequence[str]) -> str:
    """Return items as English lists them: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def _singular(verb: str) -> str:
    first, rest = verb.split(" ", 1)
    return f"{_SINGULAR.get(first, first + 's')} {rest}"
