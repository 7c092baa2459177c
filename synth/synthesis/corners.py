"""Findings of one corner: strengths before concerns, patterns, and the single strong voice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from synth.protocols import Protocol
from synth.records.evidence import UNKNOWN_SPEAKER, Passage, Theme, people_in
from synth.records.findings import NOT_ENOUGH, CornerFindings, Finding
from synth.records.review import RatingDecision
from synth.synthesis.groups import Group, group_by_theme
from synth.synthesis.quotes import choose_quotes, quality, quote
from synth.synthesis.ratings import Rating, rate
from synth.synthesis.support import Support
from synth.synthesis.wording import Crowd, finding_sentence, joined, sentence_case, subject_of

_TOP: Final = 3
_SEVERAL: Final = 2
_OUTLIERS: Final = 2
_GRAVE: Final = re.compile(
    r"\b(?:never|nobody|no one|risk|danger|unsafe|accident|illegal|breach|fraud|lawyer|audit|"
    r"expire[sd]?|guarantee|alone|consent|without (?:asking|telling)|serious|afraid|quit|resign|"
    r"break|broke|collapse|dead|worst|stop)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Material:
    """All that the findings are made of."""

    passages: Sequence[Passage]
    themes: Sequence[Theme]
    protocol: Protocol
    crowd: Crowd
    decisions: Mapping[str, RatingDecision]
    support: Support
    risky: frozenset[str] = frozenset()
    """Passages that point at their speaker: quoted only where nothing safer says the same."""


def corner_findings(corner: str, material: Material) -> CornerFindings:
    """Return all that is said of one corner, with its draft rating."""
    own = [p for p in material.passages if p.tag.corner == corner]
    strengths = _top(corner, "strength", material)
    concerns = _top(corner, "concern", material)
    rating = rate(own, material.protocol, material.support)
    decided = material.decisions.get(corner)
    return CornerFindings(
        corner=corner,
        rating=decided.rating if decided else rating.level,
        draft_rating=rating.level,
        because=_decided_because(decided, rating) if decided else rating.because,
        summary=_summary(rating.level, strengths, concerns),
        strengths=strengths,
        concerns=concerns,
        patterns=_patterns(corner, material),
        outliers=_outliers(own, corner, concerns, material),
        draft_because=rating.because if decided else "",
    )


def _decided_because(decided: RatingDecision, rating: Rating) -> str:
    verb = "Confirmed" if decided.rating == rating.level else "Set"
    return f"{verb} by the reviewer: {decided.reason}"


def with_summary(corner: CornerFindings) -> CornerFindings:
    """Return a corner whose findings were changed, summed up anew."""
    summary = _summary(corner.rating, corner.strengths, corner.concerns)
    return replace(corner, summary=summary)


def _top(corner: str, stance: str, material: Material) -> tuple[Finding, ...]:
    """Return the strengths or concerns that most people share, at least two each."""
    groups = group_by_theme(material.passages, material.themes, corner, stance)
    shared = [g for g in groups if len(g.people) >= _SEVERAL][:_TOP]
    return tuple(_shared_view(g, n, material) for n, g in enumerate(shared))


def _shared_view(group: Group, number: int, material: Material) -> Finding:
    who = material.crowd.who(group.by_side)
    text = finding_sentence(group.label, group.stance, who, number)
    because = f"{len(group.passages)} passages of theme {group.theme}"
    return _finding(group, f"{group.stance}.{number + 1}", text, because, material)


def _finding(group: Group, name: str, text: str, because: str, material: Material) -> Finding:
    """Return the statement of a group of passages; `name` is its kind and number."""
    return Finding(
        id=f"{group.corner}.{name}",
        kind=name.split(".", maxsplit=1)[0],
        corner=group.corner,
        text=text,
        people=group.people,
        sides=tuple(side.value for side in group.by_side),
        quotes=choose_quotes(group.passages, material.support, material.risky),
        because=because,
    )


def _patterns(corner: str, material: Material) -> tuple[Finding, ...]:
    """Return themes that enough people on both sides raise, whatever they think of them."""
    own = {p.id: p for p in material.passages if p.tag.corner == corner}
    found: list[Finding] = []
    for theme in material.themes:
        members = tuple(own[i] for i in theme.passages if i in own)
        if theme.corner != corner or not members:
            continue
        group = Group(corner, theme.stance, theme.label, theme.id, members)
        if len(group.by_side) > 1 and len(group.people) >= material.crowd.floor:
            found.append(_pattern(group, len(found), material))
    return tuple(found[:_TOP])


def _pattern(group: Group, number: int, material: Material) -> Finding:
    for_it = people_in(p for p in group.passages if p.tag.stance == "strength")
    against = people_in(p for p in group.passages if p.tag.stance == "concern")
    if for_it and against:
        tone = "it comes up on both sides, with approval and with worry"
    else:
        tone = "it comes up on both sides, in the same tone"
    text = f"{sentence_case(group.label)}: {tone}."
    because = f"{len(group.passages)} passages of theme {group.theme}, from both sides"
    return _finding(group, f"pattern.{number + 1}", text, because, material)


def _outliers(
    own: list[Passage], corner: str, concerns: tuple[Finding, ...], material: Material
) -> tuple[Finding, ...]:
    """Return the strong concerns that one person alone raises. Their side is not told."""
    by_id = {p.id: p for p in material.passages}
    shared = {
        i
        for t in material.themes
        if len(people_in(by_id[i] for i in t.passages)) >= _SEVERAL
        for i in t.passages
    }
    quoted = {q.passage for c in concerns for q in c.quotes}
    lone = [
        p
        for p in own
        if p.tag.stance == "concern"
        and p.speaker != UNKNOWN_SPEAKER
        and p.id not in quoted
        and (p.id not in shared or _GRAVE.search(p.text))
    ]
    lone.sort(
        key=lambda p: (
            p.id in material.risky,
            -len(set(_GRAVE.findall(p.text))),
            -round(quality(p, material.support), 6),
            p.id,
        )
    )
    return tuple(
        Finding(
            id=f"{corner}.outlier.{n + 1}",
            kind="outlier",
            corner=corner,
            text="One person raises this alone. It is no pattern, and it should not be lost.",
            people=(passage.speaker,),
            sides=(),
            quotes=(quote(passage),),
            because="a strong concern in one person's words",
        )
        for n, passage in enumerate(lone[:_OUTLIERS])
    )


def _summary(level: str, strengths: tuple[Finding, ...], concerns: tuple[Finding, ...]) -> str:
    """Return the corner in a sentence or two."""
    good = joined([subject_of(f) for f in strengths])
    bad = joined([subject_of(f) for f in concerns])
    opening = "There is not enough evidence to rate this corner. " if level == NOT_ENOUGH else ""
    if good and bad:
        return f"{opening}What people value: {good}. What weighs on them: {bad}."
    if good:
        return f"{opening}What people value: {good}. No worry is shared by several people."
    if bad:
        return f"{opening}What weighs on people: {bad}. No strength is named by several people."
    return f"{opening}No strength and no concern is shared by several people."
