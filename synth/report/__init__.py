"""The report room: a synthesis goes in, the bytes of every file to write come out.

Nothing is written to disk here, so that the leak check can look at all of it first. Beside the
report stand sheets: the coverage page, the facilitator's pack, the scoping memo.
"""

from synth.report.coverage_pages import coverage_pages, coverage_text, planning_pages
from synth.report.factcheck_docx import factcheck_docx
from synth.report.guide import guide_docx, guide_markdown
from synth.report.meeting_pages import (
    action_pages,
    eyes_only_pages,
    pack_pages,
    scope_pages,
)
from synth.report.renderers import PRIVATE_RENDERERS, RENDERERS, render, render_private
from synth.report.sheets.actions_sheet import actions_sheet
from synth.report.sheets.coverage_json import coverage_facts
from synth.report.sheets.plain import sheet_text
from synth.report.sheets.scope_sheet import Scope
from synth.report.shift_pages import portfolio_pages, shift_pages

__all__ = [
    "PRIVATE_RENDERERS",
    "RENDERERS",
    "Scope",
    "action_pages",
    "actions_sheet",
    "coverage_facts",
    "coverage_pages",
    "coverage_text",
    "eyes_only_pages",
    "factcheck_docx",
    "guide_docx",
    "guide_markdown",
    "pack_pages",
    "planning_pages",
    "portfolio_pages",
    "render",
    "render_private",
    "scope_pages",
    "sheet_text",
    "shift_pages",
]
