"""The whole result of one run: everything that the report says, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from synth.records.clean import Redaction
from synth.records.decisions import DRAFT, ReturnedSheet, Ruling
from synth.records.evidence import Origin, Passage, QuoteRisk, Signal, Theme
from synth.records.findings import Action, CornerFindings, CoverageCell, SignalRate
from synth.records.promises import Promise, PromiseTally
from synth.records.scorecard import ScoredCorner
from synth.records.survey import Interviewing, Survey
from synth.records.transcript import Skipped

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Heading:
    """What was reviewed, in words that may be shown: the partners go by their pseudonyms."""

    alliance: str
    cycle: str
    date: str
    protocol: str
    protocol_name: str
    phase: str
    kind: str
    min_people: int
    interviews: int
    people_a: int
    people_b: int
    people_unknown: int
    assumptions: tuple[str, ...] = ()
    """What the program guessed because no settings said it, one sentence each."""
    status: str = DRAFT
    """`draft`, `checked` by the participants, or `final`."""

    @property
    def sides_known(self) -> bool:
        """Say whether anybody is known to sit on a side."""
        return bool(self.people_a or self.people_b)


@dataclass(frozen=True, slots=True)
class Synthesis:
    """All rooms' results. `redaction` holds the private half; renderers of `share/` leave it."""

    heading: Heading
    overview: tuple[str, ...]
    corners: tuple[CornerFindings, ...]
    themes: tuple[Theme, ...]
    signals: tuple[Signal, ...]
    rates: tuple[SignalRate, ...]
    actions: tuple[Action, ...]
    coverage: tuple[CoverageCell, ...]
    passages: tuple[Passage, ...]
    skipped: tuple[Skipped, ...]
    skipped_names: tuple[str, ...]
    """For each of `skipped`, the neutral name under which `share/` may speak of it."""
    provenance: Mapping[str, str]
    redaction: Redaction
    risks: tuple[QuoteRisk, ...] = ()
    """How easily each passage points at its speaker; for the reviewer alone."""
    promises: tuple[Promise, ...] = ()
    tallies: tuple[PromiseTally, ...] = ()
    possible: tuple[Signal, ...] = ()
    """Signals that are too often wrong to be shown to both sides; for the reviewer alone."""
    interviewing: Interviewing | None = None
    """What `synth coverage` needs of the interviews; for the reviewer alone."""
    survey: Survey | None = None
    rulings: tuple[Ruling, ...] = ()
    """What the reviewer decided and the run obeyed."""
    struck: frozenset[str] = frozenset()
    """Ids of the passages that the reviewer won't have quoted, wherever it be."""
    withdrawn: tuple[Origin, ...] = ()
    """Where words stand that a participant took back: they are in no file to share."""
    scorecard: tuple[ScoredCorner, ...] = ()
    sheets: tuple[ReturnedSheet, ...] = ()
    """The fact-check sheets that came back."""

    @property
    def risky(self) -> frozenset[str]:
        """Return the ids of the passages that had better not be quoted."""
        return frozenset(risk.passage for risk in self.risks if risk.risky)
