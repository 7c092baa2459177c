"""How far the report is: a draft, checked by the participants, or final."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from synth.decisions.findings import found_again
from synth.decisions.matching import Finder
from synth.records.decisions import CHECKED, DRAFT, FINAL, FindingDecision, Ruling, Rulings
from synth.records.evidence import Passage
from synth.records.findings import CornerFindings
from synth.records.review import Decisions

_NOT_CLOSED: Final = (
    "decisions.toml, [report]: the report stays a draft: it is marked final, but the fact-check "
    'round is not closed. Close it with fact_check = "closed".'
)
_OTHER_FILES: Final = (
    "decisions.toml, [report]: the report is a draft again: transcripts were added, removed or "
    "changed since it was marked. Look it through, then mark it again with `synth decide`."
)
_UNSETTLED: Final = (
    "decisions.toml: the report stays a draft: a participant's correction of {place} is not "
    "settled. Reword or drop the finding, or remove the entry, with `synth decide`."
)


def rule_on_status(
    decisions: Decisions,
    corners: Sequence[CornerFindings],
    passages: Sequence[Passage],
    transcripts: str,
) -> tuple[str, Rulings]:
    """Return the state of the report, and why it is not what the reviewer marked it.

    Args:
        decisions: what the reviewer decided.
        corners: the findings before the decisions on them.
        passages: the passages of the run.
        transcripts: the checksum of the transcripts of the run.
    """
    said = decisions.status
    if not (said.closed or said.final):
        return DRAFT, Rulings()
    if said.transcripts and said.transcripts != transcripts:
        return DRAFT, Rulings(warnings=(_OTHER_FILES,))
    open_ones = unsettled(decisions.findings, corners, passages)
    if open_ones:
        told = tuple(_UNSETTLED.format(place=d.place) for d in open_ones)
        return DRAFT, Rulings(warnings=told)
    if not said.closed:
        return DRAFT, Rulings(warnings=(_NOT_CLOSED,))
    state = FINAL if said.final else CHECKED
    words = "final" if said.final else "open to the reviewer's changes"
    told_of = Ruling("report", "The fact-check round", "open", f"closed; the report is {words}", "")
    return state, Rulings((told_of,))


def unsettled(
    decisions: Sequence[FindingDecision],
    corners: Sequence[CornerFindings],
    passages: Sequence[Passage],
) -> tuple[FindingDecision, ...]:
    """Return the corrections of findings that no later decision settles.

    One of a finding that this run does not have any more is settled by that.
    """
    findings = tuple(f for c in corners for f in c.findings)
    finder = Finder(passages)
    open_ones: dict[str, FindingDecision] = {}
    for decision in decisions:
        finding = found_again(decision, findings, finder)
        if finding and decision.correction:
            open_ones[finding.id] = decision
        elif finding:
            open_ones.pop(finding.id, None)
    return tuple(open_ones.values())
