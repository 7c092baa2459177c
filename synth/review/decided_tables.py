"""The tables of decisions.toml for quotes, themes, findings, actions and the report's state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Final, TypeAlias

from pydantic import Field, StrictBool, field_validator, model_validator

from synth.records.decisions import (
    ActionDecision,
    FindingDecision,
    QuoteDecision,
    ReturnedSheet,
    StatusDecision,
    ThemeDecision,
)
from synth.records.text import RawText
from synth.review.faults import Part

Said: TypeAlias = Annotated[str, Field(min_length=1)]
Words: TypeAlias = tuple[Said, ...]
Count: TypeAlias = Annotated[int, Field(ge=0)]
_ONE_OF: Final = "say one thing of it: {}"


class QuoteTable(Part):
    """A quote that is not to be shown, or another in its place."""

    id: str = ""
    text: Said
    instead: str = ""
    withdrawn: StrictBool = False
    correction: str = ""
    reason: Said

    @model_validator(mode="after")
    def _is_one_thing(self) -> QuoteTable:
        if self.instead and self.withdrawn:
            raise ValueError("a quote that was taken back has nothing in its place")
        return self


class ThemeTable(Part):
    """A theme that goes by another name, belongs to another, or is none."""

    theme: Said
    passages: Words = ()
    name: str = ""
    into: str = ""
    into_passages: Words = ()
    drop: StrictBool = False
    reason: Said

    @model_validator(mode="after")
    def _is_one_thing(self) -> ThemeTable:
        if sum((bool(self.name), bool(self.into), self.drop)) != 1:
            raise ValueError(_ONE_OF.format("name = …, into = … or drop = true"))
        return self


class FindingTable(Part):
    """A finding in other words, or none, or one that a participant does not agree with."""

    id: str = ""
    text: Said
    passages: Words = ()
    wording: str = ""
    drop: StrictBool = False
    correction: str = ""
    reason: Said

    @model_validator(mode="after")
    def _is_one_thing(self) -> FindingTable:
        if sum((bool(self.wording), self.drop, bool(self.correction))) != 1:
            raise ValueError(_ONE_OF.format("wording = …, drop = true or correction = …"))
        return self


class ActionTable(Part):
    """Who does a recommended action, by when; or other words for it; or that it is none."""

    text: Said
    owner: str = ""
    date: str = ""
    wording: str = ""
    drop: StrictBool = False
    reason: str = ""

    @field_validator("date", mode="before")
    @classmethod
    def _as_iso(cls, value: object) -> str:
        return value.isoformat()[:10] if isinstance(value, date) else str(value).strip()

    @model_validator(mode="after")
    def _says_something(self) -> ActionTable:
        if not (self.owner or self.date or self.wording or self.drop):
            raise ValueError("say something of it: owner, date, wording or drop = true")
        return self


class SheetTable(Part):
    """A fact-check sheet that came back."""

    sheet: Said
    confirmed: Count = 0
    corrected: Count = 0
    withdrawn: Count = 0


class ReportTable(Part):
    """How far the report is."""

    fact_check: str = "open"
    final: StrictBool = False
    transcripts: str = ""

    @field_validator("fact_check")
    @classmethod
    def _is_known(cls, value: str) -> str:
        if value not in ("open", "closed"):
            raise ValueError('write "open" or "closed"')
        return value


def quote_decisions(tables: Sequence[QuoteTable]) -> tuple[QuoteDecision, ...]:
    """Return what is decided of quotes, in the order of the file."""
    return tuple(
        QuoteDecision(
            _place("quotes", n, t.id), RawText(t.text), t.reason, t.id, RawText(t.instead),
            t.withdrawn, RawText(t.correction),
        )
        for n, t in enumerate(tables, 1)
    )  # fmt: skip


def theme_decisions(tables: Sequence[ThemeTable]) -> tuple[ThemeDecision, ...]:
    """Return what is decided of themes, in the order of the file."""
    return tuple(
        ThemeDecision(
            _place("themes", n), RawText(t.theme), _raw(t.passages), t.reason, t.name,
            RawText(t.into), _raw(t.into_passages), t.drop,
        )
        for n, t in enumerate(tables, 1)
    )  # fmt: skip


def finding_decisions(tables: Sequence[FindingTable]) -> tuple[FindingDecision, ...]:
    """Return what is decided of findings, in the order of the file."""
    return tuple(
        FindingDecision(
            _place("findings", n, t.id), t.id, RawText(t.text), _raw(t.passages), t.reason,
            t.wording, t.drop, RawText(t.correction),
        )
        for n, t in enumerate(tables, 1)
    )  # fmt: skip


def action_decisions(tables: Sequence[ActionTable]) -> tuple[ActionDecision, ...]:
    """Return what is decided of actions, in the order of the file."""
    return tuple(
        ActionDecision(
            _place("actions", n), RawText(t.text), t.owner, t.date, t.wording, t.drop, t.reason
        )
        for n, t in enumerate(tables, 1)
    )


def returned_sheets(tables: Sequence[SheetTable]) -> tuple[ReturnedSheet, ...]:
    """Return the sheets that came back; of a sheet entered twice the later entry."""
    rows = {t.sheet: ReturnedSheet(t.sheet, t.confirmed, t.corrected, t.withdrawn) for t in tables}
    return tuple(rows.values())


def status_decision(table: ReportTable) -> StatusDecision:
    """Return how far the report is."""
    return StatusDecision(table.fact_check == "closed", table.final, table.transcripts)


def _place(table: str, number: int, name: str = "") -> str:
    return f"[[{table}]] number {number}" + (f" ({name})" if name else "")


def _raw(words: Sequence[str]) -> tuple[RawText, ...]:
    return tuple(map(RawText, words))
