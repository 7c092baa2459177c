"""decisions.toml: what the reviewer decided. It survives every run.

A run only reads it. `synth decide` and `synth factcheck --apply` add to it, see `writing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, field_validator, model_validator

from synth.errors import SynthError
from synth.protocols import Protocol
from synth.records.evidence import NO_CORNER, STANCES
from synth.records.findings import NOT_ENOUGH
from synth.records.review import Decisions, RatingDecision
from synth.records.text import RawText
from synth.review.decided_tables import (
    ActionTable,
    FindingTable,
    QuoteTable,
    ReportTable,
    SheetTable,
    ThemeTable,
    action_decisions,
    finding_decisions,
    quote_decisions,
    returned_sheets,
    status_decision,
    theme_decisions,
)
from synth.review.faults import Part, nearest, read_toml
from synth.review.settings import NamesTable

DECISIONS_FILE: Final = "decisions.toml"


class RatingTable(Part):
    """A rating in place of the draft's, with the reason that the report will give."""

    rating: Annotated[str, Field(min_length=1)]
    reason: Annotated[str, Field(min_length=1)]


class PassageTable(Part):
    """A passage that belongs to another corner, or is meant another way, with the reason.

    `text` is the passage or some words of it, as the report shows them: by these it is found again
    when `id` has moved on to another passage.
    """

    id: str = ""
    text: Annotated[str, Field(min_length=1)]
    corner: str = ""
    stance: str = ""
    reason: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _moves(self) -> PassageTable:
        if not (self.corner or self.stance):
            raise ValueError("say where the passage belongs: corner = … or stance = …, or both")
        return self


class DecidedNames(NamesTable):
    """What is always hidden, what never, and which names are one person's."""

    same_person: tuple[tuple[str, ...], ...] = ()

    @field_validator("same_person")
    @classmethod
    def _two_at_least(cls, groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        if any(len([name for name in group if name.strip()]) < 2 for group in groups):
            raise ValueError("each group needs two names or more of one person")
        return groups


class DecisionsFile(Part):
    """The whole of decisions.toml."""

    ratings: Mapping[str, RatingTable] = Field(default_factory=dict)
    names: DecidedNames = DecidedNames()
    passages: tuple[PassageTable, ...] = ()
    quotes: tuple[QuoteTable, ...] = ()
    themes: tuple[ThemeTable, ...] = ()
    findings: tuple[FindingTable, ...] = ()
    actions: tuple[ActionTable, ...] = ()
    fact_checks: tuple[SheetTable, ...] = ()
    report: ReportTable = ReportTable()


@dataclass(frozen=True, slots=True)
class PassageDecision:
    """A passage that the reviewer moved. `corner` or `stance` is empty where it stays."""

    place: str
    """Which entry of decisions.toml this is, to tell of it without its words."""
    id: str
    text: RawText
    corner: str
    stance: str
    reason: str


def read_decisions(folder: Path, protocol: Protocol) -> Decisions:
    """Return the reviewer's decisions; empty where the folder has none.

    Raises:
        SynthError: the file is wrong, or speaks of a corner or level that the protocol lacks.
    """
    file = read_toml(folder / DECISIONS_FILE, DECISIONS_FILE, DecisionsFile) or DecisionsFile()
    corners = tuple(corner.id for corner in protocol.corners)
    levels = (*(level.id for level in protocol.scale.levels), NOT_ENOUGH)
    _passages(file, corners)
    for corner, decision in file.ratings.items():
        _check(f"[ratings.{corner}]", corner, "corner", corners)
        _check(f"[ratings.{corner}] rating", decision.rating, "level", levels)
    return Decisions(
        ratings={c: RatingDecision(d.rating, d.reason) for c, d in sorted(file.ratings.items())},
        hide=tuple(map(RawText, filter(None, file.names.hide))),
        keep=file.names.keep,
        quotes=quote_decisions(file.quotes),
        themes=theme_decisions(file.themes),
        findings=finding_decisions(file.findings),
        actions=action_decisions(file.actions),
        sheets=returned_sheets(file.fact_checks),
        status=status_decision(file.report),
    )


def read_same_people(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return the groups of names of which the reviewer said that they are one person's."""
    file = read_toml(folder / DECISIONS_FILE, DECISIONS_FILE, DecisionsFile) or DecisionsFile()
    return tuple(tuple(n.strip() for n in g if n.strip()) for g in file.names.same_person)


def read_passage_decisions(folder: Path, protocol: Protocol) -> tuple[PassageDecision, ...]:
    """Return the passages that the reviewer moved, in the order of the file.

    Raises:
        SynthError: the file is wrong, or speaks of a corner or stance that there is not.
    """
    file = read_toml(folder / DECISIONS_FILE, DECISIONS_FILE, DecisionsFile) or DecisionsFile()
    return _passages(file, tuple(corner.id for corner in protocol.corners))


def _passages(file: DecisionsFile, corners: tuple[str, ...]) -> tuple[PassageDecision, ...]:
    decided = []
    for number, entry in enumerate(file.passages, start=1):
        place = f"[[passages]] number {number}" + (f" ({entry.id})" if entry.id else "")
        if entry.corner:
            _check(f"{place}, corner", entry.corner, "corner", (*corners, NO_CORNER))
        if entry.stance:
            _check(f"{place}, stance", entry.stance, "stance", STANCES)
        decided.append(
            PassageDecision(
                place, entry.id, RawText(entry.text), entry.corner, entry.stance, entry.reason
            )
        )
    return tuple(decided)


def _check(place: str, word: str, what: str, known: tuple[str, ...]) -> None:
    if word in known:
        return
    close = nearest(word, known)
    hint = f"Did you mean {close}?" if close else f"The protocol has: {', '.join(known)}."
    raise SynthError(f"{DECISIONS_FILE}: {place}: the protocol has no such {what}. {hint}")
