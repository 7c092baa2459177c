"""The result of an earlier run, read back from `out/`: what was found, in the words of the report.

All text in it has passed the privacy room and the leak check already. Numbers of people are as the
report wrote them: `4`, or `<3` below the confidentiality floor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """Words of an interviewee. `side` is `a`, `b` or `unknown`."""

    passage: str
    text: str
    side: str


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """One statement of the report."""

    id: str
    kind: str
    corner: str
    text: str
    people: str
    sides: tuple[str, ...]
    quotes: tuple[KeptQuote, ...]
    drafted: str = ""
    """The program's own wording, where the reviewer changed it."""

    @property
    def subject(self) -> str:
        """Return what the statement is about, without who says it."""
        return self.text.split(":", 1)[0]


@dataclass(frozen=True, slots=True)
class KeptCorner:
    """All that is said of one corner, with its rating."""

    id: str
    name: str
    rating: str
    because: str
    strengths: tuple[KeptFinding, ...]
    concerns: tuple[KeptFinding, ...]
    outliers: tuple[KeptFinding, ...]
    patterns: tuple[KeptFinding, ...] = ()
    draft_rating: str = ""


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """One passage. `corner` and `stance` are what it was read as; `risky` ones are not quoted."""

    id: str
    speaker: str
    side: str
    corner: str
    stance: str
    theme: str
    text: str
    sureness: float
    risky: bool = False
    shown: bool = False
    """Whether the report quotes it somewhere."""


@dataclass(frozen=True, slots=True)
class KeptTheme:
    """A subject that came up in several places."""

    id: str
    label: str
    people: str
    corner: str
    stance: str
    passages: tuple[str, ...]
    drafted: str = ""


@dataclass(frozen=True, slots=True)
class KeptAction:
    """A recommended action. `answers` is the id of the concern that calls for it, or empty."""

    id: str
    corner: str
    text: str
    urgency: str
    impact: str
    answers: str
    owner: str = ""
    date: str = ""
    drafted: str = ""


@dataclass(frozen=True, slots=True)
class KeptResult:
    """A run as its report tells it."""

    alliance: str
    cycle: str
    date: str
    protocol: str
    phase: str
    min_people: int
    people: Mapping[str, str]
    """By side, as written."""
    corners: tuple[KeptCorner, ...]
    themes: tuple[KeptTheme, ...]
    actions: tuple[KeptAction, ...]
    passages: tuple[KeptPassage, ...]
    risks: Mapping[str, tuple[str, str]]
    """For each passage that points at its speaker, why, and what to do about it. Private."""
    transcripts: str = ""
    """Checksum of the transcripts that it rests on."""
    notes: tuple[str, ...] = ()
    """What was assumed, and which decisions could not be applied."""

    @property
    def by_id(self) -> Mapping[str, KeptPassage]:
        """Return the passages by id."""
        return {passage.id: passage for passage in self.passages}
