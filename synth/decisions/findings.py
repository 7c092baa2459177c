"""Findings that the reviewer put into other words, or dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from synth.decisions.changing import changed
from synth.decisions.matching import Finder, same_words
from synth.records.decisions import FindingDecision, Ruling, Rulings
from synth.records.evidence import Passage
from synth.records.findings import CornerFindings, Finding
from synth.records.matching import plain

_GONE: Final = (
    "decisions.toml, {place}: no finding of this run rests on these words, so the decision was not "
    "applied. `synth decide` shows the findings of the last run."
)
_TWICE: Final = (
    "decisions.toml, {place}: an earlier entry decides otherwise on the same finding. The later "
    "entry stands; remove one of them."
)
_MOVED_ON: Final = (
    "decisions.toml, {place}: the program now words this finding otherwise than when you changed "
    "it. Your wording stands; check that it still fits."
)


def rule_on_findings(
    corners: Sequence[CornerFindings],
    passages: Sequence[Passage],
    decisions: Sequence[FindingDecision],
) -> tuple[tuple[CornerFindings, ...], Rulings]:
    """Return the findings as the reviewer has them. Corrections of participants change nothing."""
    finder = Finder(passages)
    findings = {f.id: f for c in corners for f in c.findings}
    decided: dict[str, FindingDecision] = {}
    warnings: list[str] = []
    for decision in (d for d in decisions if d.wording or d.drop):
        finding = found_again(decision, tuple(findings.values()), finder)
        if finding is None:
            warnings.append(_GONE.format(place=decision.place))
            continue
        if finding.id in decided and _differ(decided[finding.id], decision):
            warnings.append(_TWICE.format(place=decision.place))
        if decision.wording and not _says_the_same(finding.text, decision.text.reveal()):
            warnings.append(_MOVED_ON.format(place=decision.place))
        decided[finding.id] = decision
    settled = tuple(changed(corner, partial(_settled, decided=decided)) for corner in corners)
    applied = tuple(_ruling(findings[i], d) for i, d in decided.items())
    return settled, Rulings(applied, tuple(warnings))


def found_again(
    decision: FindingDecision, findings: Sequence[Finding], finder: Finder
) -> Finding | None:
    """Return the finding that a decision speaks of: its wording, or else its evidence, tells.

    Of several with the same words, the one with the id of the time is meant.
    """
    words = plain(decision.text.reveal())
    worded = [f for f in findings if plain(f.text) == words]
    if worded:
        return next((f for f in worded if f.id == decision.id), worded[0])
    kind = decision.id.rsplit(".", 1)[0]
    wanted = {i for text in decision.passages for i in finder.passages(text)}
    shared = [
        (len(wanted & {q.passage for q in f.quotes}), f)
        for f in findings
        if not kind or f.id.startswith(kind)
    ]
    best = max(shared, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] else None


def _says_the_same(text: str, before: str) -> bool:
    """Tell whether as many say the same of a subject; its name may be another by now."""
    return same_words(text.partition(":")[2] or text, before.partition(":")[2] or before)


def _differ(one: FindingDecision, other: FindingDecision) -> bool:
    return (one.wording, one.drop) != (other.wording, other.drop)


def _settled(finding: Finding, decided: Mapping[str, FindingDecision]) -> Finding | None:
    decision = decided.get(finding.id)
    if decision is None:
        return finding
    if decision.drop:
        return None
    return replace(finding, text=decision.wording, drafted=finding.text)


def _ruling(finding: Finding, decision: FindingDecision) -> Ruling:
    decided = "dropped" if decision.drop else decision.wording
    return Ruling("finding", finding.id, finding.text, decided, decision.reason)
