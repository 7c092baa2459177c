"""The facilitator's pack, the action list and the scoping memo, as files."""

from __future__ import annotations

from synth.protocols import Protocol
from synth.records.kept import KeptResult
from synth.records.meeting import Meeting
from synth.report.sheets import Sheet, render_sheet
from synth.report.sheets.eyes_only_sheet import eyes_only_sheet
from synth.report.sheets.pack_sheet import pack_sheet
from synth.report.sheets.scope_sheet import Scope, scope_sheet

_ALL = ("html", "docx", "md")


def pack_pages(meeting: Meeting, result: KeptResult, protocol: Protocol) -> dict[str, bytes]:
    """Return pack.html, pack.docx and pack.md: nothing in them points at anybody."""
    return render_sheet(pack_sheet(meeting, result, protocol), "pack", _ALL)


def eyes_only_pages(meeting: Meeting, result: KeptResult, protocol: Protocol) -> dict[str, bytes]:
    """Return the facilitator's own sheet, for `out/private`."""
    return render_sheet(eyes_only_sheet(meeting, result, protocol), "not-in-the-room", _ALL)


def action_pages(sheet: Sheet) -> dict[str, bytes]:
    """Return the list of agreed actions, for `out/private`: it names their owners."""
    return render_sheet(sheet, "actions", ("html", "docx"))


def scope_pages(scope: Scope, protocol: Protocol) -> dict[str, bytes]:
    """Return the scoping memo. It names the partners, and is no part of `out/share`."""
    return render_sheet(scope_sheet(scope, protocol), "scope-memo", _ALL)
