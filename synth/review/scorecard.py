"""scorecard.csv or scorecard.xlsx beside the transcripts: criteria by corner, rated by both sides.

A line a criterion: `corner`, `criterion`, `a`, `b`. A rating is a level of the protocol's scale, by
id or name, or a number: 1 (worst) to 5 on a scale of colours, 1 to the highest level on a scale of
levels. A mean of several people, such as 3.5, is a number, too. Empty: that side gave none.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from synth.errors import SynthError
from synth.protocols import Protocol
from synth.records.scorecard import Criterion
from synth.review.faults import nearest, read_text

SCORECARDS: Final = ("scorecard.csv", "scorecard.xlsx")
_COLUMNS: Final = ("corner", "criterion", "a", "b")
_ALSO: Final = {
    "partner a": "a", "side a": "a", "partner b": "b", "side b": "b", "criteria": "criterion",
}  # fmt: skip
_COLOURS_MOST: Final = 5
_MOST_ROWS: Final = 2_000


def read_scorecard(folder: Path, protocol: Protocol) -> tuple[Criterion, ...]:
    """Return the lines of the folder's scorecard; none where there is no such file.

    Raises:
        SynthError: a file cannot be read, or a line is wrong: its number is told, not its words.
    """
    found = [folder / name for name in SCORECARDS if (folder / name).is_file()]
    if len(found) > 1:
        raise SynthError(f"There are {' and '.join(SCORECARDS)}. Keep the one that holds.")
    if not found:
        return ()
    rows = _rows(found[0])
    head = [_column(cell) for cell in next(rows, [])]
    missing = [name for name in _COLUMNS if name not in head]
    if missing:
        raise SynthError(
            f"{found[0].name}: the first line lacks {', '.join(missing)}. "
            f"It needs the columns {', '.join(_COLUMNS)}."
        )
    lines = enumerate(rows, start=2)
    cells = ((n, dict(zip(head, row, strict=False))) for n, row in lines if any(row))
    return tuple(_criterion(f"{found[0].name}, line {n}", row, protocol) for n, row in cells)


def _criterion(place: str, row: dict[str, str], protocol: Protocol) -> Criterion:
    corner = _corner(place, row.get("corner", ""), protocol)
    written = {side: row.get(side, "") for side in ("a", "b") if row.get(side, "")}
    scores = {side: _score(f"{place}, column {side}", cell, protocol)
              for side, cell in written.items()}  # fmt: skip
    return Criterion(corner, row.get("criterion", ""), scores, written)


def _corner(place: str, written: str, protocol: Protocol) -> str:
    plain = written.casefold()
    for corner in protocol.corners:
        if plain in (corner.id, corner.name.casefold(), corner.short.casefold()):
            return corner.id
    known = tuple(corner.id for corner in protocol.corners)
    close = nearest(written, known)
    hint = f"Did you mean {close}?" if close else f"The protocol has: {', '.join(known)}."
    raise SynthError(f"{place}: the protocol has no such corner. {hint}")


def _score(place: str, written: str, protocol: Protocol) -> float:
    """Return a rating as 0 (worst) to 1 (best)."""
    scale = protocol.scale
    levels = scale.best_first
    for at, level in enumerate(levels):
        if written.casefold() in (level.id, level.name.casefold()):
            return 1 - at / (len(levels) - 1)
    most = _COLOURS_MOST if scale.kind == "colours" else len(levels)
    try:
        number = float(written.replace(",", "."))
    except ValueError:
        number = 0.0
    if not 1 <= number <= most:
        raise SynthError(
            f"{place}: this is no rating. Give a number from 1 to {most}, "
            f"or one of {', '.join(level.id for level in scale.levels)}."
        )
    return (number - 1) / (most - 1)


def _column(cell: str) -> str:
    plain = " ".join(cell.casefold().split())
    return _ALSO.get(plain, plain)


def _rows(path: Path) -> Iterator[list[str]]:
    rows = _sheet(path) if path.suffix == ".xlsx" else _table(path)
    for number, row in enumerate(rows):
        if number > _MOST_ROWS:
            raise SynthError(f"{path.name} has more than {_MOST_ROWS} lines: too many to compare.")
        yield [" ".join(cell.split()) for cell in row]


def _table(path: Path) -> Iterator[Sequence[str]]:
    text = read_text(path, path.name) or ""
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        raise SynthError(
            f"{path.name} cannot be read as CSV. Save it again as CSV UTF-8."
        ) from None


def _sheet(path: Path) -> Iterator[Sequence[str]]:
    from openpyxl import load_workbook

    try:
        if not zipfile.is_zipfile(path):
            raise ValueError
        page = load_workbook(path, read_only=True, data_only=True).worksheets[0]
        rows = [["" if v is None else str(v) for v in row] for row in page.values]
    except Exception:  # whatever a broken file makes the library raise may quote it
        raise SynthError(
            f"{path.name} cannot be opened. Save it again from Excel, as .xlsx."
        ) from None
    yield from rows
