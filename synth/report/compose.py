"""From a synthesis to what the reader sees: `compose` gives the view that every format renders."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from typing import Any, Final

from synth.records.evidence import NO_CORNER, Passage
from synth.records.findings import Action
from synth.report import wording
from synth.report.corner_pages import corner_pages, foremost, own_words, worded
from synth.report.coverage_pages import coverage_notes
from synth.report.coverage_rows import ALL_ROLES, CoverageRow, coverage_rows
from synth.report.decided_pages import decided_pages, fact_check, notice, stamp
from synth.report.floor import in_words, spelled
from synth.report.score_pages import score_pages
from synth.report.source import Source
from synth.report.theme_pages import theme_pages
from synth.report.trust_pages import trust_page
from synth.report.view import ActionView, CoverageView, EvidenceView, QuoteView, ReportView

_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
"""Control characters, direction overrides and the like: no reader sees them, layouts break."""


def compose(source: Source) -> ReportView:
    """Return the report in reading order, worded, ready to be laid out in any format.

    Raises:
        SynthError: a quote leads to no passage.
    """
    synthesis, heading = source.synthesis, source.synthesis.heading
    corners, themes, trust = corner_pages(source), theme_pages(source), trust_page(source)
    quoted = {quote.passage: quote.who for quote in _quotes((corners, themes, trust))}
    view = ReportView(
        language=source.protocol.language,
        title=_title(source),
        facts=_facts(source),
        stamp=stamp(source),
        footer=wording.FOOTERS[heading.status],
        draft=notice(source),
        cautions=_cautions(source),
        how_to_read=wording.HOW_TO_READ,
        overview=tuple(own_words(sentence) for sentence in synthesis.overview),
        corners=corners,
        protect=foremost(source, "strengths"),
        repair=foremost(source, "concerns"),
        themes=themes,
        trust=trust,
        actions=tuple(_action(source, action) for action in synthesis.actions),
        coverage=tuple(_coverage(source, row) for row in coverage_rows(source)),
        coverage_notes=coverage_notes(source),
        skipped=_skipped(source),
        assumptions=tuple(own_words(sentence) for sentence in heading.assumptions),
        method=_method(source),
        provenance=tuple(sorted(synthesis.provenance.items())),
        evidence=tuple(
            _evidence(source, p, quoted[p.id]) for p in synthesis.passages if p.id in quoted
        ),
        evidence_note=_evidence_note(len(quoted), len(synthesis.passages)),
        decided=decided_pages(source),
        scorecard=score_pages(source),
    )
    cleaned: ReportView = visible(view)
    return cleaned


def quoted_passages(source: Source) -> frozenset[str]:
    """Return the ids of the passages that the report quotes somewhere."""
    pages = (corner_pages(source), theme_pages(source), trust_page(source))
    return frozenset(quote.passage for quote in _quotes(pages))


def _title(source: Source) -> str:
    heading = source.synthesis.heading
    subject = f"{own_words(heading.alliance)}: alliance" if heading.alliance else "Alliance"
    return ", ".join(part for part in (f"{subject} review", heading.cycle) if part)


def _facts(source: Source) -> tuple[str, ...]:
    heading = source.synthesis.heading
    phases = {phase.id: phase.name for phase in source.protocol.phases}
    kinds = {kind.id: kind.name for kind in source.protocol.kinds}
    sides = (("a", heading.people_a), ("b", heading.people_b), ("unknown", heading.people_unknown))
    facts = [f"Framework: {heading.protocol_name}"]
    facts += [f"Phase: {phases.get(heading.phase, heading.phase)}"] if heading.phase else []
    facts += [f"Kind: {kinds.get(heading.kind, heading.kind)}"] if heading.kind else []
    facts += [f"Date: {heading.date}"] if heading.date else []
    facts.append(f"Interviews: {heading.interviews}")
    facts += [f"{wording.SIDES[s]}: {in_words(n, source.floor)}" for s, n in sides if n]
    return (*facts, *fact_check(source))


def _cautions(source: Source) -> tuple[str, ...]:
    heading, floor = source.synthesis.heading, source.floor
    sides = (("a", heading.people_a), ("b", heading.people_b))
    return tuple(
        wording.FEW_PEOPLE.format(floor=spelled(floor), partner=wording.PARTNERS[side])
        for side, people in sides
        if 0 < people < floor
    )


def _action(source: Source, action: Action) -> ActionView:
    return ActionView(
        text=own_words(action.text),
        corner=source.corner_name(action.corner),
        urgency=wording.WEIGHTS.get(action.urgency, action.urgency),
        impact=wording.WEIGHTS.get(action.impact, action.impact),
        because=own_words(action.because),
        answers=action.answers if action.answers in _findings(source) else "",
        owner=action.owner,
        date=action.date,
        drafted=worded(action.drafted),
    )


def _findings(source: Source) -> frozenset[str]:
    return frozenset(
        finding.id
        for corner in source.synthesis.corners
        for name, *_ in wording.GROUPS
        for finding in getattr(corner, name)
    )


def _coverage(source: Source, row: CoverageRow) -> CoverageView:
    cell = row.cell
    return CoverageView(
        corner=source.corner_name(cell.corner),
        side=wording.SIDES.get(cell.side, cell.side),
        role_group="all roles" if cell.role_group == ALL_ROLES else cell.role_group,
        people=row.people,
        passages=row.passages,
        status=wording.STATUSES.get(cell.status, cell.status),
        icon=wording.STATUS_ICONS.get(cell.status, ""),
    )


def _skipped(source: Source) -> tuple[tuple[str, str], ...]:
    synthesis = source.synthesis
    pairs = zip(synthesis.skipped_names, synthesis.skipped, strict=True)
    counts = Counter((name, skipped.reason) for name, skipped in pairs)
    return tuple(
        (name if times == 1 else f"{name} ({times} times)", reason)
        for (name, reason), times in counts.items()
    )


def _method(source: Source) -> tuple[str, ...]:
    heading = source.synthesis.heading
    plural = "interview" if heading.interviews == 1 else "interviews"
    values = {
        "protocol": heading.protocol_name,
        "floor": spelled(source.floor),
        "hidden": f"<{source.floor}",
        "interviews": f"{spelled(heading.interviews)} {plural}",
    }
    return tuple(line.format(**values) for line in wording.METHOD)


def _quotes(part: Any) -> list[QuoteView]:
    if isinstance(part, QuoteView):
        return [part]
    if dataclasses.is_dataclass(part):
        part = [getattr(part, field.name) for field in dataclasses.fields(part)]
    if isinstance(part, (list, tuple)):
        return [quote for item in part for quote in _quotes(item)]
    return []


def _evidence(source: Source, passage: Passage, who: str) -> EvidenceView:
    stance = wording.STANCES.get(passage.tag.stance, passage.tag.stance).lower()
    corner = source.corner_name(passage.tag.corner)
    return EvidenceView(
        id=passage.id,
        who=who,
        question=passage.question,
        text=passage.text,
        read_as=corner if passage.tag.corner == NO_CORNER else f"{corner}, {stance}",
    )


def _evidence_note(quoted: int, passages: int) -> str:
    if not quoted:
        return wording.NOTHING["evidence"]
    return (
        f"The {quoted} passages that this report rests on, in full and anonymized. "
        f"All {passages} passages of the review are in passages.csv."
    )


def visible(part: Any) -> Any:
    """Return the view without characters that nobody sees; nothing can be forgotten this way."""
    if isinstance(part, str):
        return _INVISIBLE.sub("", part)
    if isinstance(part, tuple):
        return tuple(visible(item) for item in part)
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        fields = {f.name: visible(getattr(part, f.name)) for f in dataclasses.fields(part)}
        return dataclasses.replace(part, **fields)
    return part
