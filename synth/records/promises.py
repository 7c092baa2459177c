"""The ledger of promises between the partners: what was undertaken, and who says it was kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from synth.records.evidence import UNKNOWN_SPEAKER
from synth.records.people import Side
from synth.records.text import CleanText

STATES: Final = ("kept", "late", "broken", "open", "released")
"""What may have become of a promise, the best first. `released`: both agreed to let it go."""

_OUTCOMES: Final = ("kept", "late", "broken", "released")


@dataclass(frozen=True, slots=True)
class Mention:
    """One person's word on a promise. `signal` and `passage` are ids, `text` what was said."""

    signal: str
    passage: str
    speaker: str
    side: Side
    kind: str
    """The signal's kind: `promise_kept`, `promise_broken` or `promise_open`."""
    state: str
    text: CleanText


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise and all who speak of it. `by` and `to` are `a`, `b` or `unknown`.

    `due` is when it was to be kept, in the words of a participant, or empty.
    """

    id: str
    by: str
    to: str
    what: CleanText
    due: CleanText
    mentions: tuple[Mention, ...]
    because: str

    @property
    def people(self) -> frozenset[str]:
        """Return who speaks of it."""
        return frozenset(m.speaker for m in self.mentions if m.speaker != UNKNOWN_SPEAKER)

    @property
    def state(self) -> str:
        """Return what most of its people say became of it."""
        return state_of(self.mentions)

    @property
    def versions(self) -> Mapping[str, str]:
        """Return the state that each side reports, by side; one entry where only one speaks."""
        return {
            str(side): state_of([m for m in self.mentions if m.side == side])
            for side in _sides(self)
        }

    @property
    def disputed(self) -> bool:
        """Tell whether the sides report different outcomes."""
        return len(set(self.versions.values()) - {"open"}) > 1

    @property
    def verdict(self) -> str:
        """Return `kept` or `broken` as the tally counts it, or nothing: open, released, disputed.

        A late promise counts as whichever its people call it.
        """
        by_side = {verdict_of([m for m in self.mentions if m.side == s]) for s in _sides(self)}
        settled = by_side - {""}
        return settled.pop() if len(settled) == 1 else ""


@dataclass(frozen=True, slots=True)
class PromiseTally:
    """How one side keeps its promises: promises, not mentions, are counted.

    `kept_share` is kept / (kept + broken); `low` and `high` bound its 95 % interval by resampling
    the people who speak of them. All three are None where too few do.
    """

    by: str
    kept: int
    broken: int
    unsettled: int
    """Open, released, or the sides differ."""
    people: int
    kept_share: float | None
    low: float | None
    high: float | None


def _sides(promise: Promise) -> list[Side]:
    return sorted({m.side for m in promise.mentions})


def state_of(mentions: Iterable[Mention]) -> str:
    """Return the state that most people report; an outcome before "open", on a tie the milder."""
    said = Counter(state for _, state in {(m.speaker, m.state) for m in mentions})
    outcomes = [state for state in _OUTCOMES if said[state]]
    return max(outcomes, key=lambda s: said[s]) if outcomes else "open"


def verdict_of(mentions: Iterable[Mention]) -> str:
    """Return `kept` or `broken` as most people have it, or nothing where as many say each."""
    said = {(m.speaker, m.kind) for m in mentions if m.state != "released"}
    kept = sum(kind == "promise_kept" for _, kind in said)
    broken = sum(kind == "promise_broken" for _, kind in said)
    return "kept" if kept > broken else "broken" if broken > kept else ""
