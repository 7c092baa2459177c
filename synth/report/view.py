"""What the reader sees, in reading order: one view, which every format of the report renders.

All strings are worded, cleaned of invisible control characters and cut to the confidentiality
floor already; a renderer only lays them out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Words of a participant. `passage` is the id under which the full passage is listed."""

    passage: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One statement, how many people stand behind it, and their words."""

    id: str
    text: str
    heard: str
    quotes: tuple[QuoteView, ...]
    because: str
    corner: str = ""
    drafted: str = ""
    """What the program had said, where the reviewer put it otherwise."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Findings of one kind in one corner; `nothing` is what to say where there are none."""

    kind: str
    title: str
    note: str
    nothing: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class RatingView:
    """A level of the scale. `tone` is 0 (best) to 4 (worst), or -1 where not rated."""

    name: str
    meaning: str
    icon: str
    tone: int


@dataclass(frozen=True, slots=True)
class CornerView:
    """One corner of the framework. `decided` says so where the reviewer set the rating."""

    id: str
    name: str
    about: str
    rating: RatingView
    decided: str
    because: str
    heard: tuple[str, ...]
    summary: str
    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A subject that came up in several interviews, with its most typical passages."""

    id: str
    label: str
    keywords: str
    where: str
    stance: str
    heard: str
    passages: str
    examples: tuple[QuoteView, ...]
    drafted: str = ""
    """The program's own label, where the reviewer gave another."""


@dataclass(frozen=True, slots=True)
class RateView:
    """One kind of trust signal; `cells` are in the order of `TrustView.sides`."""

    kind: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromiseView:
    """One line of the ledger of promises.

    `due` is empty where nobody said it, `versions` where the sides agree.
    """

    id: str
    status: str
    by: str
    what: str
    due: str
    versions: str
    heard: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class TrustView:
    """What the wording of the interviews tells about trust."""

    sides: tuple[str, ...]
    rates: tuple[RateView, ...]
    tallies: tuple[str, ...]
    promises: tuple[PromiseView, ...]


@dataclass(frozen=True, slots=True)
class ActionView:
    """A recommended action; owner and date are left to fill in where the reviewer named none."""

    text: str
    corner: str
    urgency: str
    impact: str
    because: str
    answers: str
    owner: str = ""
    date: str = ""
    drafted: str = ""


@dataclass(frozen=True, slots=True)
class DecidedView:
    """One decision of the reviewer's: what the program drafted, and what stands instead."""

    what: str
    drafted: str
    decided: str
    reason: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Who has spoken on a corner: one row of the coverage table."""

    corner: str
    side: str
    role_group: str
    people: str
    passages: str
    status: str
    icon: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A quoted passage in full, with the question it answers."""

    id: str
    who: str
    question: str
    text: str
    read_as: str


@dataclass(frozen=True, slots=True)
class ScoreView:
    """One corner of a scorecard beside its draft rating; `sides` are Partner A and Partner B."""

    corner: str
    sides: tuple[str, ...]
    scored: str
    drafted: str
    note: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report, in reading order."""

    language: str
    title: str
    facts: tuple[str, ...]
    stamp: str
    """"Draft", or how far the report is by now."""
    footer: str
    draft: str
    """What to know of the report before reading it."""
    cautions: tuple[str, ...]
    how_to_read: tuple[str, ...]
    overview: tuple[str, ...]
    corners: tuple[CornerView, ...]
    protect: tuple[FindingView, ...]
    repair: tuple[FindingView, ...]
    themes: tuple[ThemeView, ...]
    trust: TrustView
    actions: tuple[ActionView, ...]
    coverage: tuple[CoverageView, ...]
    coverage_notes: tuple[str, ...]
    """What the table of coverage comes to, in sentences."""
    skipped: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    method: tuple[str, ...]
    provenance: tuple[tuple[str, str], ...]
    evidence: tuple[EvidenceView, ...]
    evidence_note: str
    decided: tuple[DecidedView, ...] = ()
    scorecard: tuple[ScoreView, ...] = ()
