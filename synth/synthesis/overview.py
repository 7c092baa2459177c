"""The opening: the alliance in about five sentences."""

from __future__ import annotations

from collections.abc import Sequence

from synth.protocols import Protocol
from synth.records.findings import NOT_ENOUGH, CornerFindings
from synth.records.synthesis import Heading
from synth.synthesis.wording import joined


def write_overview(
    heading: Heading, corners: Sequence[CornerFindings], protocol: Protocol
) -> tuple[str, ...]:
    """Return the opening sentences: the base, the ratings, what to protect, what to repair."""
    names = {c.id: c.name.lower() for c in protocol.corners}
    sentences = [_base(heading), *_ratings(corners, names, protocol)]
    return tuple(s for s in [*sentences, _missing(heading)] if s)


def _base(heading: Heading) -> str:
    if heading.people_unknown and not heading.people_a + heading.people_b:
        return (
            f"This draft rests on {heading.interviews} interviews. It is not known which side the "
            "people belong to, so nothing is rated yet."
        )
    return (
        f"This draft rests on {heading.interviews} interviews with people from both sides."
        if (heading.people_a and heading.people_b)
        else f"This draft rests on {heading.interviews} interviews, all from one side."
    )


def _ratings(
    corners: Sequence[CornerFindings], names: dict[str, str], protocol: Protocol
) -> list[str]:
    """Return a sentence for each level that a corner has, the best first, then the unrated."""
    sentences = []
    for level in protocol.scale.best_first:
        held = [names[c.corner] for c in corners if c.rating == level.id]
        if held:
            verb = "stands" if len(held) == 1 else "stand"
            sentences.append(
                f"{joined(held).capitalize()} {verb} at {level.name.lower()}: {level.meaning}."
            )
    unrated = [names[c.corner] for c in corners if c.rating == NOT_ENOUGH]
    if unrated:
        sentences.append(f"There is not enough evidence to rate {joined(unrated)}.")
    return sentences


def _missing(heading: Heading) -> str:
    if heading.people_a and heading.people_b:
        return "Ratings are drafts for a conversation; the participants have not checked them yet."
    if heading.people_a or heading.people_b:
        return (
            "Only one side has been heard. That is itself worth talking about, and what one side "
            "alone cannot show is not rated."
        )
    return ""
