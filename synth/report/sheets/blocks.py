"""A sheet: a short document in blocks, which every format lays out in its own way.

The report has a layout of its own. Sheets are what goes beside it: coverage, the facilitator's
pack, the scoping memo. All strings are worded and cut to the confidentiality floor already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3."""

    text: str
    level: int = 2
    new_page: bool = False
    aside: str = ""
    """Said in small type beside it: "20 minutes"."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `style` is `body`, `lead`, `note` or `notice`."""

    text: str
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Items:
    """A list, with numbers where the order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What a participant said, and to which side it is put down."""

    text: str
    who: str
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are relative; `tones` colour cells: 0 good, 2 careful, 4 bad, -1 plain."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    caption: str = ""
    tones: tuple[tuple[int, ...], ...] = ()
    to_fill: bool = False
    """Empty cells are there to be written into, by hand or in Word."""


@dataclass(frozen=True, slots=True)
class Room:
    """Room to write: a question or a label, and so many empty lines below it."""

    label: str
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Curve:
    """What was known after each interview, and the band in which it lies in other orders."""

    title: str
    values: tuple[int, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    base: int


@dataclass(frozen=True, slots=True)
class Slope:
    """One line of a slope chart: values from 0 to 1, None where there is none, and their words."""

    label: str
    values: tuple[float | None, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slopes:
    """How things went from cycle to cycle. `low` and `high` say what 0 and 1 are."""

    title: str
    cycles: tuple[str, ...]
    lines: tuple[Slope, ...]
    low: str
    high: str


Block: TypeAlias = Heading | Text | Items | Words | Grid | Room | Curve | Slopes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document. `stamp` stands beside the title and on every page: "Draft"."""

    title: str
    kicker: str
    stamp: str
    facts: tuple[str, ...]
    blocks: tuple[Block, ...]
    notices: tuple[str, ...] = ()
    language: str = "en"
    compact: bool = False
    """Set small, to go on one page."""
