"""Who was heard, by whom asked what, and what that leaves open: coverage before the meeting.

`Interviewing` is what a run keeps of its interviews, without a word of anybody: ids, sides, role
groups, corners and counts. `Survey` is what follows from it under the thresholds of a protocol.
Both hold true numbers and true role groups; the report room cuts them to the confidentiality floor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from synth.records.findings import CoverageCell

BOTH = "both"
"""The side of a statement that holds for both partners together."""


@dataclass(frozen=True, slots=True)
class Interviewee:
    """One person who was interviewed; `held` is the place of their first interview, from 0."""

    speaker: str
    side: str
    role_group: str
    held: int


@dataclass(frozen=True, slots=True)
class Heard:
    """One passage, as far as coverage looks at it. `theme` is empty where it belongs to none."""

    passage: str
    interview: str
    speaker: str
    side: str
    role_group: str
    corner: str
    stance: str
    theme: str
    words: int
    sureness: float = 1.0
    """Probability that it is of its corner."""
    leading: bool = False
    """Said in answer to a question that puts the answer into one's mouth."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the protocol, recognised in an interview, and what came of it."""

    question: str
    interview: str
    speaker: str
    side: str
    answered: bool
    """With substance: on a corner, at some length, and without declining."""


@dataclass(frozen=True, slots=True)
class Interviewing:
    """All that coverage rests on. `order` says in a sentence how the order held is known."""

    people: tuple[Interviewee, ...]
    interviews: tuple[str, ...]
    """Ids in the order held."""
    heard: tuple[Heard, ...]
    asked: tuple[Asked, ...]
    order: str
    files: tuple[str, ...] = ()
    """Transcripts that were used, relative to the review folder. Private."""


@dataclass(frozen=True, slots=True)
class CornerCover:
    """One corner on one side: its cell, and why it is not covered; reasons are whole phrases."""

    cell: CoverageCell
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionCover:
    """One question of the protocol: how many people of each side were asked, and answered."""

    question: str
    asked: Mapping[str, int]
    answered: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RoleCover:
    """One role group of the plan or of the people heard: how many were interviewed, by side."""

    role_group: str
    people: Mapping[str, int]
    planned: bool


@dataclass(frozen=True, slots=True)
class Saturation:
    """New information by interview, after Guest, Namey and Chen (2020).

    A piece of information is a theme seen as a strength or as a concern. `share` is the new
    information of the last run over that of the base; None where there are too few interviews.
    """

    side: str
    new: tuple[int, ...]
    """Pieces first met in each interview, in the order held."""
    base: int
    run: int
    threshold: float
    share: float | None
    reached_at: int | None
    """After how many interviews the share first fell to the threshold; None where it never did."""
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    """Pieces met after so many interviews in nine of ten orders: the ends of the middle 90 %."""
    orders_reaching: float | None = None
    """Share of random orders in which the last run brings no more than the threshold."""


@dataclass(frozen=True, slots=True)
class Lean:
    """Something about the balance of the evidence on a corner. `side` and `detail` say which.

    `kind`: `one_side`, `one_role`, `one_person`, `only_strengths`, `only_concerns`, `avoided`.
    """

    corner: str
    kind: str
    side: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that nobody, or too few, can be heard on.

    `kind`: `side`, `role`, `corner`, `interviews`; `status`: `missing` or `thin`.
    """

    kind: str
    status: str
    corner: str = ""
    side: str = ""
    role_group: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """Whom to ask next, and what: role groups in the order in which they are best asked."""

    gap: Gap
    roles: tuple[str, ...]
    questions: tuple[str, ...]
    """Ids of questions of the protocol."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Coverage of a review: what is heard, what is missing, and what to do about it."""

    cells: tuple[CoverageCell, ...]
    corners: tuple[CornerCover, ...]
    roles: tuple[RoleCover, ...]
    people: Mapping[str, int]
    plan: tuple[int, int]
    interviews: int
    questions: tuple[QuestionCover, ...]
    recognised: int
    """How many questions of the protocol were recognised at all."""
    saturation: tuple[Saturation, ...]
    order: str
    leans: tuple[Lean, ...]
    gaps: tuple[Gap, ...]
    requests: tuple[Request, ...]
    plan_requests: tuple[Request, ...] = ()
    """Roles of the plan that nobody of one side was asked from. For the reviewer alone."""

    @property
    def missing(self) -> tuple[Gap, ...]:
        """Return the gaps that are nothing at all, not only too little."""
        return tuple(gap for gap in self.gaps if gap.status == "missing")

    @property
    def one_sided(self) -> str:
        """Return the side that nobody was heard from, or nothing."""
        return next((g.side for g in self.gaps if g.kind == "side"), "")
