"""The opening: the alliance in about five sentences."""

from __future__ import annotations

from collections.abc import Sequence

from synth.protocols import Protocol
from synth.records.decisions import DRAFT, FINAL
from synth.records.findings import NOT_ENOUGH, CornerFindings, Finding
from synth.records.synthesis import Heading
from synth.synthesis.wording import joined, sentence_case, subject_of


def write_overview(
    heading: Heading, corners: Sequence[CornerFindings], protocol: Protocol
) -> tuple[str, ...]:
    """Return the opening: the base, the ratings, what is valued, what weighs, what is missing."""
    names = {c.id: c.name.lower() for c in protocol.corners}
    sentences = [
        _base(heading),
        _ratings(heading, corners, names, protocol) if heading.sides_known else "",
        _foremost([c.strengths for c in corners], "What people value most widely"),
        _foremost([c.concerns for c in corners], "What weighs on most of them"),
        _missing(heading),
    ]
    return tuple(s for s in sentences if s)


def _base(heading: Heading) -> str:
    if heading.people_unknown and not heading.sides_known:
        return (
            f"This draft rests on {heading.interviews} interviews. It is not known which side the "
            "people sit on, so nothing is rated yet: fill in the column side of people.csv."
        )
    both = heading.people_a and heading.people_b
    where = "with people from both sides" if both else "all from one side"
    what = "report" if heading.status == FINAL else "draft"
    return f"This {what} rests on {heading.interviews} interviews, {where}."


def _ratings(
    heading: Heading,
    corners: Sequence[CornerFindings],
    names: dict[str, str],
    protocol: Protocol,
) -> str:
    """Return one sentence: which corners have which rating, the best first."""
    parts = []
    for level in protocol.scale.best_first:
        held = [names[c.corner] for c in corners if c.rating == level.id]
        if held:
            parts.append(f"{level.name.lower()} for {joined(held)}")
    unrated = [names[c.corner] for c in corners if c.rating == NOT_ENOUGH]
    rest = f"there is not enough evidence to rate {joined(unrated)}" if unrated else ""
    if not parts:
        return sentence_case(f"{rest}.")
    kind = "ratings" if heading.status == FINAL else "draft ratings"
    told = f"The {kind} are {joined(parts)}"
    return f"{told}; {rest}." if rest else f"{told}."


def _foremost(findings: Sequence[tuple[Finding, ...]], opening: str) -> str:
    """Return the two subjects that most people speak of, with the opening before them."""
    ranked = sorted((f for group in findings for f in group), key=lambda f: -len(f.people))
    subjects = list(dict.fromkeys(subject_of(f) for f in ranked))[:2]
    return f"{opening}: {joined(subjects)}." if subjects else ""


def _missing(heading: Heading) -> str:
    if heading.people_a and heading.people_b:
        return (
            "Ratings are drafts for a conversation; the participants have not checked them yet."
            if heading.status == DRAFT
            else "The ratings are there to open a conversation between the partners."
        )
    if heading.sides_known:
        return (
            "Only one side has been heard. That is itself worth talking about, and what one side "
            "alone cannot show is not rated."
        )
    return ""
