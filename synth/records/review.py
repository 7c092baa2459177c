"""A review folder, understood: what is reviewed, by whom, under which rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from synth.records.decisions import (
    UNDECIDED,
    ActionDecision,
    FindingDecision,
    QuoteDecision,
    ReturnedSheet,
    StatusDecision,
    ThemeDecision,
)
from synth.records.people import Names
from synth.records.scorecard import Criterion
from synth.records.text import RawText


@dataclass(frozen=True, slots=True)
class RatingDecision:
    """A rating that the reviewer set, with the reason."""

    rating: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """decisions.toml: what the reviewer decided. It survives every run."""

    ratings: Mapping[str, RatingDecision] = field(default_factory=dict)
    """By corner id."""
    hide: tuple[RawText, ...] = ()
    keep: tuple[str, ...] = ()
    quotes: tuple[QuoteDecision, ...] = ()
    themes: tuple[ThemeDecision, ...] = ()
    findings: tuple[FindingDecision, ...] = ()
    actions: tuple[ActionDecision, ...] = ()
    sheets: tuple[ReturnedSheet, ...] = ()
    status: StatusDecision = UNDECIDED


@dataclass(frozen=True, slots=True)
class Review:
    """One review folder. Names in it are raw: they go to the privacy room and no further."""

    folder: Path
    files: tuple[Path, ...]
    """Candidate transcripts, relative to `folder`, in an order that does not depend on the disk."""
    alliance: RawText
    cycle: str
    date: str
    """ISO date, or empty."""
    protocol: str
    """Name of a built-in protocol or path of a YAML file."""
    phase: str
    kind: str
    names: Names
    min_people: int = 3
    encoder: str | None = None
    spacy: str | None = None
    decisions: Decisions = field(default_factory=Decisions)
    scorecard: tuple[Criterion, ...] = ()
    """What both sides filled in beside the interviews; empty where there is no such file."""
    assumptions: tuple[str, ...] = ()
    """What was guessed because no settings said it: whole sentences, without names."""

    def with_warnings(self, warnings: Iterable[str]) -> Review:
        """Return the review with what reading its transcripts left open, each warning once."""
        return replace(self, assumptions=(*self.assumptions, *dict.fromkeys(warnings)))
