"""Tables of Word and Excel as rows of text, however their cells were merged, added or left out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from synth.actions.cells import column_of
from synth.errors import SynthError

SAME: Final = "\0same"
"""Stands in a cell that is one with the cell above it."""

_HEAD_WITHIN: Final = 12

Rows = list[list[str]]


def rows_of(path: Path) -> Rows:
    """Return the action table of a file, its head first.

    Raises:
        SynthError: the file cannot be opened, or none of its tables has a column of actions.
    """
    try:
        if not zipfile.is_zipfile(path):
            raise ValueError  # each library would say it in an exception of its own
        tables = _word(path) if path.suffix.casefold() == ".docx" else _excel(path)
        found = next((rows for rows in map(_from_head, tables) if rows), None)
    except (OSError, ValueError, KeyError, SyntaxError, zipfile.BadZipFile, AttributeError):
        raise SynthError(
            f"{path.name} cannot be opened. Save it again from Word or Excel, as "
            f"{path.suffix.casefold()}."
        ) from None
    if found is None:
        raise SynthError(
            f"{path.name} holds no table with a column “Action”. Keep the first line of the table "
            "as it was: No., Action, Owner, Date, Check-in, Status."
        )
    return found


def _from_head(rows: Rows) -> Rows | None:
    for at, row in enumerate(rows[:_HEAD_WITHIN]):
        if "text" in [column_of(cell) for cell in row]:
            return rows[at:]
    return None


def _word(path: Path) -> Iterator[Rows]:
    from docx import Document

    for table in Document(str(path)).tables:
        yield [_word_row(row._tr) for row in table.rows]


def _word_row(row: Any) -> list[str]:
    """Return the cells of a row in their columns. A wide cell fills its first column alone."""
    cells: list[str] = [""] * _skipped(row)
    for cell in row.tc_lst:
        text = "\n".join(p.text for p in cell.p_lst).strip()
        merged = cell.vMerge == "continue"
        cells += [SAME if merged else text, *([""] * (cell.grid_span - 1))]
    return cells


def _skipped(row: Any) -> int:
    from docx.oxml.ns import qn

    before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    return 0 if before is None else int(before.get(qn("w:val")))


def _excel(path: Path) -> Iterator[Rows]:
    import openpyxl

    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        below = {
            (line, column)
            for merged in sheet.merged_cells.ranges
            for line in range(merged.min_row + 1, merged.max_row + 1)
            for column in range(merged.min_col, merged.max_col + 1)
        }
        yield [
            [
                SAME if (line, column) in below else _written(value)
                for column, value in enumerate(row, 1)
            ]
            for line, row in enumerate(sheet.iter_rows(values_only=True), 1)
        ]


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value).strip()


def columns_of(head: Sequence[str]) -> dict[str, int]:
    """Return the position of each column that is known, the first of a kind."""
    found: dict[str, int] = {}
    for at, cell in enumerate(head):
        if name := column_of(cell):
            found.setdefault(name, at)
    return found
