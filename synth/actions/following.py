"""What people say a cycle later of what was agreed: the theme that is nearest to each action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from synth.records.evidence import NO_CORNER
from synth.records.kept import KeptAction, KeptPassage, KeptResult, KeptTheme
from synth.records.meeting import AgreedAction, FollowUp
from synth.records.pseudonym import as_words
from synth.records.vectors import unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Encode = Callable[[Sequence[str]], NDArray[np.float32]]

_NEAR: Final = 0.55
"""Cosine from which a theme is said to be about what was agreed."""
_TYPICAL: Final = 8
"""Passages by which a theme is known."""


def follow_up(
    agreed: Sequence[AgreedAction], before: KeptResult | None, now: KeptResult, encode: Encode
) -> tuple[FollowUp, ...]:
    """Return for each action of the cycle before what people say of it now.

    Args:
        agreed: the actions of the earlier cycle.
        before: its result, where it is still there: the concern that an action answers tells more
            of it than its own words.
        now: the result of this cycle.
        encode: gives one unit vector a text.
    """
    drafted = {a.text: a for a in before.actions} if before else {}
    centres = {t.id: unit(_mean(encode(_told(t, now))))[0] for t in now.themes}
    found = []
    for action in agreed:
        draft = drafted.get(action.text)
        said = unit(_mean(encode([action.text, *_concern(draft, before)])))[0]
        corner = action.corner or (draft.corner if draft else "")
        near = {
            t.id: float(centres[t.id] @ said)
            for t in now.themes
            if t.corner == corner or (not corner and t.corner != NO_CORNER)
        }
        best = max(near, key=lambda theme: (near[theme], theme), default="")
        theme = best if best and near[best] >= _NEAR else ""
        found.append(_followed(action, next((t for t in now.themes if t.id == theme), None), now))
    return tuple(found)


def _told(theme: KeptTheme, now: KeptResult) -> list[str]:
    by_id = now.by_id
    typical = [by_id[p] for p in theme.passages[:_TYPICAL] if p in by_id]
    return [theme.label, *(as_words(p.text, p.side) for p in typical)]


def _concern(draft: KeptAction | None, before: KeptResult | None) -> list[str]:
    """Return the quotes of the concern that called for an action, where it came from a draft."""
    if draft is None or before is None:
        return []
    return [
        as_words(quote.text, quote.side)
        for corner in before.corners
        for finding in corner.concerns
        if finding.id == draft.answers
        for quote in finding.quotes
    ]


def _followed(action: AgreedAction, theme: KeptTheme | None, now: KeptResult) -> FollowUp:
    passages = [now.by_id[p] for p in theme.passages if p in now.by_id] if theme else []
    return FollowUp(
        action,
        theme=theme.id if theme else "",
        label=theme.label if theme else "",
        people=theme.people if theme else "0",
        stances=_by_person(passages),
        question=f"In the last review it was agreed: {action.text} What has become of it?",
    )


def _by_person(passages: Sequence[KeptPassage]) -> Counter[str]:
    """Return how many people are worried and how many are content; one may be both."""
    pairs = {(p.speaker, p.stance) for p in passages if p.stance != "neutral"}
    return Counter(stance for _, stance in pairs)


def _mean(rows: NDArray[np.float32]) -> Any:
    return rows.mean(axis=0, keepdims=True)
