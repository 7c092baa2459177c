"""Documents beside the report, in blocks, rendered to HTML, Word and Markdown alike."""

from __future__ import annotations

from synth.report.sheets.blocks import Sheet
from synth.report.sheets.html import sheet_html
from synth.report.sheets.markdown import sheet_md
from synth.report.sheets.word import sheet_docx

__all__ = ["Sheet", "render_sheet", "sheet_docx", "sheet_html", "sheet_md"]

_FORMATS = {"html": sheet_html, "docx": sheet_docx, "md": sheet_md}


def render_sheet(sheet: Sheet, name: str, formats: tuple[str, ...]) -> dict[str, bytes]:
    """Return a sheet under `name` in each of the formats: `html`, `docx`, `md`."""
    return {f"{name}.{suffix}": _FORMATS[suffix](sheet) for suffix in formats}
