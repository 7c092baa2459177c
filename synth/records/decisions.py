"""What the reviewer decided, as decisions.toml says it, and what came of it in a run.

Quotes, themes, findings and actions are told by their words, since ids move when transcripts are
added. `place` says which entry of decisions.toml it is, to tell of it without its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from synth.records.text import RawText

NOTHING: Final = RawText("")
DRAFT, CHECKED, FINAL = "draft", "checked", "final"
"""The states of a report: not checked, checked by the participants, signed by the reviewer."""


@dataclass(frozen=True, slots=True)
class QuoteDecision:
    """A quote that is struck, swapped for `instead`, or taken back by who said it.

    `correction` is what a participant wrote in the fact-check; the quote is struck until settled.
    """

    place: str
    text: RawText
    reason: str
    id: str = ""
    instead: RawText = NOTHING
    withdrawn: bool = False
    correction: RawText = NOTHING


@dataclass(frozen=True, slots=True)
class ThemeDecision:
    """A theme that is renamed, merged into another, or dropped. Exactly one of the three."""

    place: str
    theme: RawText
    passages: tuple[RawText, ...]
    reason: str
    name: str = ""
    into: RawText = NOTHING
    into_passages: tuple[RawText, ...] = ()
    drop: bool = False


@dataclass(frozen=True, slots=True)
class FindingDecision:
    """A finding that is reworded or dropped, or that a participant does not agree with.

    `correction` is what the participant wrote: it changes nothing until the reviewer settles it.
    """

    place: str
    id: str
    text: RawText
    passages: tuple[RawText, ...]
    reason: str
    wording: str = ""
    drop: bool = False
    correction: RawText = NOTHING


@dataclass(frozen=True, slots=True)
class ActionDecision:
    """What the reviewer says of a recommended action. Empty: nothing."""

    place: str
    text: RawText
    owner: str = ""
    date: str = ""
    wording: str = ""
    drop: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A fact-check sheet that came back: how many of its boxes were ticked, by kind."""

    sheet: str
    confirmed: int
    corrected: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class StatusDecision:
    """Whether the fact-check is over, and whether the report is final.

    `transcripts` is the checksum of the transcripts that the reviewer signed, or empty.
    """

    closed: bool = False
    final: bool = False
    transcripts: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision that was applied, for the report to show. `kind` says on what.

    `drafted` is what the program had, `decided` what stands now; words of a struck quote are in
    neither.
    """

    kind: str
    what: str
    drafted: str
    decided: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """What came of some decisions: those applied, and what could not be, in whole sentences."""

    applied: tuple[Ruling, ...] = ()
    warnings: tuple[str, ...] = ()

    def __add__(self, other: Rulings) -> Rulings:
        return Rulings((*self.applied, *other.applied), (*self.warnings, *other.warnings))


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of decisions.toml to be written: `quotes`, or `ratings.relational_trust`."""

    table: str
    values: Mapping[str, str | bool | int | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something for the reviewer to decide. `key` is what `synth decide --set` calls it.

    `lines` say what the program drafted and why, `choices` what can be answered: each a value for
    `--set` with its meaning. Where `free` says what to type, other words may be given, too.
    """

    key: str
    title: str
    lines: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    free: str = ""
    needs_reason: bool = True


NO_RULINGS: Final = Rulings()
UNDECIDED: Final = StatusDecision()
