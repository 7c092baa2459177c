"""Which format is made by what: one line a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from synth.records.synthesis import Synthesis
from synth.report.compose import compose
from synth.report.docx import report_docx
from synth.report.html import report_html
from synth.report.markdown import report_md
from synth.report.private import PRIVATE as PRIVATE_RENDERERS
from synth.report.refi_qda import codes_qdc, interviews_qdpx
from synth.report.result_json import result_json
from synth.report.source import Source
from synth.report.tables import coverage_csv, passages_csv, signals_csv, themes_csv
from synth.report.view import ReportView
from synth.report.workbook import evidence_xlsx

if TYPE_CHECKING:
    from synth.protocols import Protocol

PAGES: Final[dict[str, Callable[[ReportView], bytes]]] = {
    "report.html": report_html,
    "report.docx": report_docx,
    "report.md": report_md,
}
"""The report as people read it: every format lays out the same view."""

TABLES: Final[dict[str, Callable[[Source], bytes]]] = {
    "synthesis.json": result_json,
    "passages.csv": passages_csv,
    "signals.csv": signals_csv,
    "themes.csv": themes_csv,
    "coverage.csv": coverage_csv,
    "evidence.xlsx": evidence_xlsx,
    "interviews.qdpx": interviews_qdpx,
    "codes.qdc": codes_qdc,
}
"""The result and its evidence as other programs read them."""

RENDERERS: Final = {**PAGES, **TABLES}

__all__ = ["PRIVATE_RENDERERS", "RENDERERS", "render", "render_private"]


def render(synthesis: Synthesis, protocol: Protocol) -> dict[str, bytes]:
    """Return the files of `share/` by name. The same synthesis gives the same bytes.

    Raises:
        SynthError: a statement leads to no passage.
    """
    source = Source(synthesis, protocol)
    view = compose(source)
    pages = {name: renderer(view) for name, renderer in PAGES.items()}
    return pages | {name: renderer(source) for name, renderer in TABLES.items()}


def render_private(synthesis: Synthesis) -> dict[str, bytes]:
    """Return the files of `private/` by name: they hold names, and never leave the machine."""
    return {name: renderer(synthesis) for name, renderer in PRIVATE_RENDERERS.items()}
