"""Excel workbooks (.xlsx): the sheet that has a row a turn."""

from __future__ import annotations

import io
from datetime import datetime, time, timedelta
from typing import Final

from synth.transcripts.opening import decode
from synth.transcripts.packed import HEAD, open_packed, part_of
from synth.transcripts.readers.plain_text import read_lines
from synth.transcripts.readers.table import find_columns, read_rows
from synth.transcripts.script import NOT_SHOWN, Opened, Reader, Script, UnreadableError

_TYPES: Final = "[Content_Types].xml"
_KIND: Final = b"spreadsheetml"
_DAMAGED: Final = (
    "The Excel workbook is damaged and cannot be opened. Open it in Excel, save it again under "
    "another name, and put that in its place."
)
_HEAD_ROWS: Final = 20
_MAX_ROWS: Final = 200_000

Rows = list[list[str]]


def _recognises(opened: Opened) -> bool:
    return opened.data.startswith(HEAD) and _KIND in part_of(opened.data, _TYPES)


def _read(opened: Opened) -> Script:
    sheets = _sheets(opened.data)
    for sheet in sheets:
        for at, row in enumerate(sheet[:_HEAD_ROWS]):
            columns = find_columns(row)
            if columns:
                script = read_rows(sheet[at:], columns, "xlsx")
                _leave(script, [sheet[:at], *(s for s in sheets if s is not sheet)])
                return script
    fullest = max(sheets, key=_words, default=[])
    script = read_lines(decode(_text(fullest).encode()), "xlsx", opened.names)
    _leave(script, [s for s in sheets if s is not fullest])
    return script


def _sheets(data: bytes) -> list[Rows]:
    import openpyxl

    open_packed(data, _DAMAGED).close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return [
            [
                [_cell(value) for value in row]
                for row in sheet.iter_rows(values_only=True, max_row=_MAX_ROWS)
                if any(value is not None for value in row)
            ]
            for sheet in book.worksheets
        ]
    except Exception:  # openpyxl lets errors of zip, XML and its own parts through
        raise UnreadableError(_DAMAGED) from None


def _cell(value: object) -> str:
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, time | datetime):
        return value.strftime("%H:%M:%S")
    return "" if value is None else str(value).replace("\r\n", "\n")


def _text(rows: Rows) -> str:
    cells = ([" ".join(cell.split()) for cell in row if cell.strip()] for row in rows)
    return "\n".join("\t".join(row) for row in cells)


def _words(rows: Rows) -> int:
    return len(_text(rows).split())


def _leave(script: Script, others: list[Rows]) -> None:
    for rows in others:
        script.tally.words_in += _words(rows)
        script.tally.leave(_text(rows), NOT_SHOWN)


READER: Final = Reader("xlsx", _recognises, _read)
