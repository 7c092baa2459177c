"""Coverage as it may be written: a side's line is a total, and must not tell a role group's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from synth.records.findings import CoverageCell
from synth.report.floor import shown, shown_mentions, total_of
from synth.report.source import Source

ALL_ROLES: Final = "all"
"""The role group of the line that sums up a side."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A cell with its two numbers as they may be written."""

    cell: CoverageCell
    people: str
    passages: str


def coverage_rows(source: Source) -> tuple[CoverageRow, ...]:
    """Return every cell of the coverage, in the order of the synthesis."""
    cells = source.synthesis.coverage
    return tuple(coverage_row_of(cell, cells, source.floor) for cell in cells)


def coverage_row_of(cell: CoverageCell, cells: Sequence[CoverageCell], floor: int) -> CoverageRow:
    """Return one of `cells` with its numbers as they may be written beside the others."""
    if cell.role_group == ALL_ROLES:
        return _total(cell, cells, floor)
    return CoverageRow(cell, *_written(cell.people, cell.passages, floor))


def _written(people: int, passages: int, floor: int) -> tuple[str, str]:
    return shown(people, floor), shown_mentions(passages, people, floor)


def _total(total: CoverageCell, cells: Sequence[CoverageCell], floor: int) -> CoverageRow:
    """Write a side's line from its role groups, and from the people whose group is not told."""
    parts = [
        (c.people, c.passages)
        for c in cells
        if (c.corner, c.side) == (total.corner, total.side) and c.role_group != ALL_ROLES
    ]
    told_people, told_passages = (sum(part[n] for part in parts) for n in (0, 1))
    parts.append((total.people - told_people, total.passages - told_passages))
    written = [_written(*part, floor) for part in parts]
    return CoverageRow(total, total_of(p for p, _ in written), total_of(n for _, n in written))
