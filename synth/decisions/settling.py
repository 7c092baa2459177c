"""All that is decided of the findings, in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from synth.decisions.findings import rule_on_findings
from synth.decisions.quotes import QuoteRulings, settle_quotes
from synth.decisions.status import rule_on_status
from synth.decisions.themes import ThemeRulings
from synth.records.decisions import Rulings
from synth.records.evidence import Passage
from synth.records.findings import CornerFindings
from synth.records.review import Decisions


@dataclass(frozen=True, slots=True)
class Settled:
    """The findings as the reviewer has them, and the state of the report."""

    corners: tuple[CornerFindings, ...]
    status: str
    rulings: Rulings
    """Of quotes, themes, findings and the state."""


def settle_findings(
    corners: Sequence[CornerFindings],
    passages: Sequence[Passage],
    quotes: QuoteRulings,
    themes: ThemeRulings,
    decisions: Decisions,
    transcripts: str,
) -> Settled:
    """Return the findings with quotes, wording and state as decided.

    Args:
        corners: what the program found.
        passages: the passages of the run, without those taken back.
        quotes: what was decided of quotes.
        themes: what was decided of themes.
        decisions: the rest of what was decided.
        transcripts: the checksum of the transcripts of the run.
    """
    heard = tuple(_without_dropped(corner, themes.dropped) for corner in corners)
    status, marked = rule_on_status(decisions, heard, passages, transcripts)
    quoted, swapped = settle_quotes(heard, quotes)
    settled, worded = rule_on_findings(quoted, passages, decisions.findings)
    return Settled(settled, status, quotes.rulings + swapped + themes.rulings + worded + marked)


def _without_dropped(corner: CornerFindings, dropped: frozenset[str]) -> CornerFindings:
    kept = (f for f in corner.outliers if not any(q.passage in dropped for q in f.quotes))
    return replace(corner, outliers=tuple(kept))
