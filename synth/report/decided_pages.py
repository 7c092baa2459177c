"""What a person decided and what the program drafted, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from synth.records.decisions import CHECKED, FINAL, Ruling
from synth.records.findings import CornerFindings
from synth.report import wording
from synth.report.corner_pages import level_name, own_words
from synth.report.floor import in_words
from synth.report.source import Source
from synth.report.view import DecidedView

_KINDS: Final = {
    "quote": "Quote", "theme": "Theme", "finding": "Finding", "action": "Action",
    "report": "Report",
}  # fmt: skip
_NO_REASON: Final = "–"


def decided_pages(source: Source) -> tuple[DecidedView, ...]:
    """Return every decision that the run obeyed: ratings first, then as they were applied."""
    rated = (_rating(source, c) for c in source.synthesis.corners if c.draft_because)
    return (*rated, *(_ruling(r) for r in source.synthesis.rulings))


def stamp(source: Source) -> str:
    """Return the word that stands on every page: "Draft", or what the report is by now."""
    return wording.STAMPS[source.synthesis.heading.status]


def notice(source: Source) -> str:
    """Return what to know of the report before reading it."""
    return wording.NOTICES[source.synthesis.heading.status]


def fact_check(source: Source) -> Iterator[str]:
    """Yield the line on the fact-check round, once a sheet came back or the round is closed."""
    sheets, status = source.synthesis.sheets, source.synthesis.heading.status
    if status in (CHECKED, FINAL):
        told = "closed"
    elif sheets:
        told = "under way"
    else:
        return
    who = f"; answers came from {in_words(len(sheets), source.floor)}" if sheets else ""
    yield f"Fact-check: {told}{who}"


def _rating(source: Source, corner: CornerFindings) -> DecidedView:
    return DecidedView(
        what=f"Rating of {source.corner_name(corner.corner)}",
        drafted=f"{level_name(source, corner.draft_rating)}. {own_words(corner.draft_because)}",
        decided=level_name(source, corner.rating),
        reason=corner.because.split(": ", 1)[-1],
    )


def _ruling(ruling: Ruling) -> DecidedView:
    kind = _KINDS.get(ruling.kind, ruling.kind)
    plain = ruling.kind in ("quote", "report")
    return DecidedView(
        what=own_words(ruling.what) if plain else kind,
        drafted=own_words(ruling.drafted) or _NO_REASON,
        decided=own_words(ruling.decided),
        reason=own_words(ruling.reason) or _NO_REASON,
    )
