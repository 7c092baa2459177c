"""The coverage pages: what is rendered beside the report when only coverage is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from synth.protocols import Protocol
from synth.records.findings import CoverageCell
from synth.records.survey import BOTH, Gap, Survey
from synth.report.coverage_rows import coverage_row_of
from synth.report.sheets import render_sheet
from synth.report.sheets.coverage_sheet import coverage_sheet, planning_sheet
from synth.report.sheets.coverage_words import (
    gap_words,
    lead_words,
    leans_words,
    saturation_words,
    why_words,
)
from synth.report.sheets.plain import sheet_text
from synth.report.source import Source
from synth.report.tables import COVERAGE, write_csv


def coverage_pages(
    survey: Survey, cells: Sequence[CoverageCell], protocol: Protocol, floor: int, cycle: str
) -> dict[str, bytes]:
    """Return coverage.html, coverage.docx and coverage.csv, cut to the floor."""
    sheet = coverage_sheet(survey, cells, protocol, floor, cycle)
    rows = (coverage_row_of(cell, cells, floor) for cell in cells)
    table = write_csv(
        COVERAGE,
        ((r.cell.corner, r.cell.side, r.cell.role_group, r.people, r.passages, r.cell.status)
         for r in rows),
    )  # fmt: skip
    return render_sheet(sheet, "coverage", ("html", "docx")) | {"coverage.csv": table}


def coverage_text(
    survey: Survey, cells: Sequence[CoverageCell], protocol: Protocol, floor: int, cycle: str
) -> str:
    """Return the same page as plain text."""
    return sheet_text(coverage_sheet(survey, cells, protocol, floor, cycle))


def coverage_notes(source: Source) -> tuple[str, ...]:
    """Return what the coverage of a run comes to, for the report's own section."""
    survey, protocol = source.synthesis.survey, source.protocol
    if survey is None or not survey.interviews:
        return ()
    overall = next(s for s in survey.saturation if s.side == BOTH)
    short = (
        f"{gap_words(Gap('corner', c.cell.status, c.cell.corner, str(c.cell.side)), protocol)} "
        f"({why_words(c, source.floor)})."
        for c in survey.corners
        if c.reasons and str(c.cell.side) != survey.one_sided
    )
    return (
        lead_words(survey, protocol),
        *short,
        *leans_words(survey, protocol, source.floor),
        saturation_words(overall),
    )


def planning_pages(survey: Survey, protocol: Protocol, late: Sequence[str]) -> dict[str, bytes]:
    """Return the private page with every role group."""
    return render_sheet(planning_sheet(survey, protocol, late), "ask-next", ("html", "md"))
