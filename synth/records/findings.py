"""What the synthesis says, and the evidence under each sentence of it."""

from __future__ import annotations

from dataclasses import dataclass

from synth.records.text import CleanText

NOT_ENOUGH = "not_enough_evidence"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an interviewee as the report shows them: the start of a trail to the source."""

    passage: str
    text: CleanText
    side: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement. `people` are the pseudonyms of those who said it; `sides` where they sit."""

    id: str
    kind: str
    """`strength`, `concern`, `pattern` or `outlier`."""
    corner: str
    text: str
    people: tuple[str, ...]
    sides: tuple[str, ...]
    quotes: tuple[Quote, ...]
    because: str
    drafted: str = ""
    """The program's own wording, where the reviewer changed it."""


@dataclass(frozen=True, slots=True)
class CornerFindings:
    """All that is said of one corner. `rating` is a level of the scale or `NOT_ENOUGH`."""

    corner: str
    rating: str
    draft_rating: str
    because: str
    summary: str
    """The corner in two or three plain sentences, for the narrative."""
    strengths: tuple[Finding, ...] = ()
    concerns: tuple[Finding, ...] = ()
    patterns: tuple[Finding, ...] = ()
    outliers: tuple[Finding, ...] = ()
    draft_because: str = ""
    """The program's own reason, where the reviewer set or confirmed the rating."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all statements, strengths before concerns."""
        return (*self.strengths, *self.concerns, *self.patterns, *self.outliers)


@dataclass(frozen=True, slots=True)
class Action:
    """A recommended action. `urgency` and `impact` are `high`, `medium` or `low`."""

    id: str
    corner: str
    text: str
    urgency: str
    impact: str
    because: str
    answers: str
    """Id of the concern that calls for it, or empty."""
    owner: str = ""
    date: str = ""
    drafted: str = ""
    """The program's own wording, where the reviewer changed it."""


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """Who has spoken on a corner: one line of coverage.csv. `people` is the true number."""

    corner: str
    side: str
    role_group: str
    people: int
    passages: int
    status: str
    """`covered`, `thin` or `missing`."""


@dataclass(frozen=True, slots=True)
class SignalRate:
    """How often one kind of signal was heard from one side.

    `per_1000` is the mean over the side's people of their rate per 1,000 words; `low` and `high`
    bound its 95 % interval by resampling people, or are None where too few spoke.
    """

    kind: str
    side: str
    count: int
    people: int
    per_1000: float | None
    low: float | None
    high: float | None
