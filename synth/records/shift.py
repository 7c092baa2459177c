"""Review cycles side by side: what changed between them, how sure that is, and in whose words.

A `Cycle` is what a run left in `out/`; a `Shift` is what follows from several of them. Numbers of
people in both are true ones; the report room cuts them to the confidentiality floor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from synth.records.evidence import UNKNOWN_SPEAKER
from synth.records.kept import KeptQuote
from synth.records.meeting import FollowUp

BETTER, WORSE, UNSURE, TOO_FEW = "better", "worse", "unsure", "too_few"
"""What may be said of a change: a claim either way, nobody can tell, or not tested."""

LEVEL: Final = 0.05
"""Share of reviews without any change in which one may be claimed by mistake, over the page."""


@dataclass(frozen=True, slots=True)
class CyclePassage:
    """One passage of a cycle, with the probabilities of its corner and stance."""

    id: str
    interview: str
    speaker: str
    side: str
    corner: str
    stance: str
    theme: str
    text: str
    corner_p: float
    stance_p: float
    risky: bool = False
    """Too telling to be quoted."""

    @property
    def words(self) -> int:
        """Return how many words it has."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class CycleSignal:
    """One trust signal of a cycle."""

    passage: str
    kind: str


@dataclass(frozen=True, slots=True)
class CycleTheme:
    """One theme of a cycle; `passages` are ids, the most typical first."""

    id: str
    label: str
    corner: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cycle:
    """One review cycle as its run left it.

    `same` says who a speaker is across cycles; it is empty where the key is gone. `corners` and
    `levels` map ids to names; `levels` stand best first.
    """

    name: str
    date: str
    protocol: str
    phase: str
    min_people: int
    corners: Mapping[str, str]
    ratings: Mapping[str, str]
    passages: tuple[CyclePassage, ...]
    signals: tuple[CycleSignal, ...]
    themes: tuple[CycleTheme, ...]
    same: Mapping[str, str] = field(default_factory=dict)
    synth: str = ""

    def person(self, speaker: str) -> str:
        """Return who speaks: one and the same over cycles where the key tells, else only here."""
        return self.same.get(speaker) or f"{self.date} {self.name} {speaker}"

    @property
    def sides(self) -> Mapping[str, str]:
        """Return everybody who was heard, by speaker, with their side."""
        known = (p for p in self.passages if p.speaker != UNKNOWN_SPEAKER)
        return {p.speaker: p.side for p in known}

    def people_of(self, side: str) -> int:
        """Return how many people of a side were heard."""
        return sum(at == side for at in self.sides.values())


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and the 95 % interval that resampling people gives; no bounds: too few people."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class SideMove:
    """One side's change. `people` are those with anything to say, then and now."""

    side: str
    people: tuple[int, int]
    then: float
    now: float
    change: Estimate
    verdict: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A subject that carried a change: how many people spoke of it in that tone, then and now."""

    subject: str
    stance: str
    people: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Move:
    """Something that is measured in both cycles: a corner, or a habit of speech.

    `then` and `now` are means over the sides of the means over their people. `p` is the share of
    ways to deal the interviews to the two cycles that differ at least as much; `corrected` is that
    after Holm's correction for everything tested. `points` is the direction of `change` where its
    interval excludes zero though nothing is claimed. All None or empty where too few spoke.
    """

    id: str
    kind: str
    """`corner` or `speech`."""
    higher_is_better: bool
    people: tuple[int, int]
    then: float | None
    now: float | None
    change: Estimate | None
    p: float | None
    corrected: float | None
    verdict: str
    points: str
    sides: tuple[SideMove, ...]
    same_people: tuple[int, Estimate] | None = None
    """How many were heard in both cycles, and their change."""
    new_people: tuple[int, Estimate] | None = None
    """How many were heard in one cycle only, and the difference between them."""
    carried: tuple[Carried, ...] = ()
    quotes: tuple[KeptQuote | None, KeptQuote | None] = (None, None)
    """Words then and words now."""


@dataclass(frozen=True, slots=True)
class RateMove:
    """How often one side gives one signal, in a thousand words, then and now."""

    kind: str
    side: str
    people: tuple[int, int]
    then: float
    now: float
    change: Estimate


@dataclass(frozen=True, slots=True)
class ThemeMove:
    """A theme then, now or both. `kind`: `new`, `gone`, `grown`, `shrunk`, `turned`, `same`.

    `people` are by side. `worry` is the mean over people of their share of concern, -1 where nobody
    took a stance. `nearness` is the cosine of the two.
    """

    kind: str
    corner: str
    then: str
    now: str
    ids: tuple[str, str]
    people: tuple[Mapping[str, int], Mapping[str, int]]
    worry: tuple[float, float]
    nearness: float
    spread: str = ""
    """`both` where one side spoke of it then and both do now, `one` the other way round."""
    quotes: tuple[KeptQuote | None, KeptQuote | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Line:
    """A word in its sentence."""

    passage: str
    side: str
    before: str
    word: str
    after: str


@dataclass(frozen=True, slots=True)
class WordMove:
    """A word that a group says more in one cycle than in the other.

    `z` is the log-odds with an informative Dirichlet prior over its standard deviation; above zero
    it is said more now. `then` and `now` are per thousand words. `side` and `corner` are empty for
    all of them.
    """

    word: str
    side: str
    corner: str
    z: float
    then: float
    now: float
    people: int
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """Where a measure stands in one cycle; None where too few spoke."""

    cycle: str
    value: float | None
    by_side: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over all cycles, the earliest first."""

    id: str
    points: tuple[Point, ...]
    ratings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreed:
    """An action agreed last time, and the words of this cycle that come nearest to it."""

    follow: FollowUp
    quotes: tuple[KeptQuote, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """What changed from the cycle before to the latest, and how each measure went over all.

    `crowd` counts the people heard in both cycles, only then, only now; None where a key is gone,
    so that nobody can tell.
    """

    cycles: tuple[Cycle, ...]
    notices: tuple[str, ...]
    moves: tuple[Move, ...]
    rates: tuple[RateMove, ...]
    themes: tuple[ThemeMove, ...]
    words: tuple[WordMove, ...]
    series: tuple[Series, ...]
    floor: int
    crowd: tuple[int, int, int] | None
    agreed: tuple[Agreed, ...] = ()

    @property
    def then(self) -> Cycle:
        """Return the cycle before the latest."""
        return self.cycles[-2]

    @property
    def now(self) -> Cycle:
        """Return the latest cycle."""
        return self.cycles[-1]

    @property
    def tested(self) -> int:
        """Return how many things were looked at for a change."""
        return sum(move.p is not None for move in self.moves)


@dataclass(frozen=True, slots=True)
class Held:
    """One cycle of an alliance in a portfolio."""

    cycle: Cycle
    folder: str
    missing: int
    """Gaps of coverage that are nothing at all."""
    thin: int
    open_actions: int | None
    late_actions: int
    """Of the open ones; `open_actions` is None where no plan was written down."""


@dataclass(frozen=True, slots=True)
class Alliance:
    """One alliance of a portfolio, its cycles the earliest first. `name` is its folder's."""

    name: str
    cycles: tuple[Held, ...]
    due: str
    """ISO date by which the next review should have been held, or empty."""
    overdue: bool
    unfinished: tuple[str, ...] = ()
    """Folders that were begun and never run."""

    @property
    def plan(self) -> Held | None:
        """Return the latest cycle that has a plan of actions."""
        return next((h for h in reversed(self.cycles) if h.open_actions is not None), None)
