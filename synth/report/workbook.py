"""evidence.xlsx: the evidence of the report as a workbook, one sheet a kind.

A text that a spreadsheet would run as a formula is stored as text and marked as such.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from synth.records.findings import Finding
from synth.records.promises import Promise
from synth.report.compose import visible
from synth.report.docx import timeless
from synth.report.floor import shown
from synth.report.ledger_pages import quoted, status, words_shown
from synth.report.source import Source
from synth.report.tables import (
    COVERAGE,
    PASSAGES,
    SIGNALS,
    THEMES,
    coverage_table,
    passage_table,
    signal_table,
    theme_table,
)

_FINDINGS: Final = (
    "id", "corner", "kind", "text", "people", "sides", "passages", "because", "drafted",
)  # fmt: skip
_PROMISES: Final = ("id", "by", "to", "what", "due", "state", "people", "passages", "because")
_WIDE: Final = {"text": 70, "question": 40, "because": 45, "drafted": 45, "label": 40, "what": 50}
_NARROW: Final = 16
_COUNTED: Final = ("corner_p", "stance_p", "people", "people_a", "people_b", "passages")
_NUMBER: Final = re.compile(r"\d{1,9}(\.\d{1,6})?")
_LONGEST: Final = 32_000
_CUT: Final = " […] (cut: whole in passages.csv)"
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_EPOCH: Final = dt.datetime(1980, 1, 1)
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[object]]


def evidence_xlsx(source: Source) -> bytes:
    """Return the workbook; the same synthesis gives the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = ""
    book.properties.title = "Evidence of the report"
    book.properties.created = _EPOCH
    for sheet in _sheets(source):
        _write(book.create_sheet(sheet.name), sheet)
    stream = io.BytesIO()
    book.save(stream)
    # Stored, not packed, so that a plain search for a name sees every word of it.
    return timeless(_undated(stream.getvalue()), zipfile.ZIP_STORED)


def _sheets(source: Source) -> Iterator[_Sheet]:
    yield _Sheet("findings", _FINDINGS, _findings(source))
    yield _Sheet("passages", PASSAGES, passage_table(source))
    yield _Sheet("signals", SIGNALS, signal_table(source))
    yield _Sheet("themes", THEMES, theme_table(source))
    yield _Sheet("coverage", COVERAGE, coverage_table(source))
    yield _Sheet("promises", _PROMISES, (_promise(source, p) for p in source.synthesis.promises))


def _findings(source: Source) -> Iterator[tuple[object, ...]]:
    for corner in source.synthesis.corners:
        for finding in corner.findings:
            yield _finding(source, finding)


def _finding(source: Source, finding: Finding) -> tuple[object, ...]:
    sides = () if finding.kind == "outlier" else finding.sides
    return (
        finding.id, finding.corner, finding.kind, finding.text,
        shown(len(set(finding.people)), source.floor), ", ".join(map(str, sides)),
        ", ".join(q.passage for q in finding.quotes), finding.because, finding.drafted,
    )  # fmt: skip


def _promise(source: Source, promise: Promise) -> tuple[object, ...]:
    mentions = quoted(source, promise)
    return (
        promise.id, promise.by, promise.to, words_shown(source, promise),
        promise.due if mentions else "", status(promise),
        shown(len(promise.people), source.floor), ", ".join(m.passage for m in mentions),
        promise.because,
    )  # fmt: skip


def _write(page: Any, sheet: _Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for line, row in enumerate((sheet.columns, *sheet.rows), 1):
        for column, (name, value) in enumerate(zip(sheet.columns, row, strict=True), 1):
            _put(page.cell(line, column), str(value), counted=name in _COUNTED)
    for column, name in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(column)].width = _WIDE.get(name, _NARROW)
        page.cell(1, column).font = Font(bold=True)
        page.cell(1, column).alignment = Alignment(vertical="top")
    page.freeze_panes = "B2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _put(cell: Any, value: str, *, counted: bool) -> None:
    """Write a value: a count as a number, anything else as text that nothing will run."""
    from openpyxl.styles import Alignment

    text: str = visible(value)
    if counted and _NUMBER.fullmatch(text):
        cell.value = float(text) if "." in text else int(text)
        return
    if len(text) > _LONGEST:
        text = text[: _LONGEST - len(_CUT)] + _CUT
    cell.value, cell.data_type = text, "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if text.startswith(_FORMULA):
        cell.quotePrefix = True


def _undated(archive: bytes) -> bytes:
    """Return the workbook without the time at which it was saved."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            new.writestr(name, content)
    return stream.getvalue()
