"""Recommended actions: the protocol's interventions that answer the concerns found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.protocols import Intervention, Protocol
from synth.records.findings import NOT_ENOUGH, Action, CornerFindings, Finding

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
_ORDER: Final = {"high": 0, "medium": 1, "low": 2}
_FIT: Final = 0.2
"""Cosine between a concern and what an intervention answers below which it is not proposed."""


def recommend_actions(
    corners: Sequence[CornerFindings], protocol: Protocol, phase: str, encode: Encode
) -> tuple[Action, ...]:
    """Return at most one action a concern, none twice, by urgency and then impact."""
    actions: list[tuple[Intervention, CornerFindings, Finding]] = []
    for corner in corners:
        offered = list(protocol.interventions_for(corner.corner, phase))
        for concern in corner.concerns:
            best = _best(concern, offered, encode)
            if best:
                offered.remove(best)
                actions.append((best, corner, concern))
    worst = protocol.scale.best_first[-1].id
    drafted = [_action(i, c, f, worst) for i, c, f in actions]
    drafted.sort(key=lambda a: (_ORDER[a.urgency], _ORDER[a.impact]))
    return tuple(_numbered(a, n) for n, a in enumerate(drafted, start=1))


def _best(concern: Finding, offered: list[Intervention], encode: Encode) -> Intervention | None:
    """Return the intervention whose cause lies nearest to what people said."""
    if not offered or not concern.quotes:
        return None
    said = encode([q.text for q in concern.quotes]).mean(axis=0)
    fit = encode([i.answers for i in offered]) @ said
    best = int(np.argmax(fit))
    return offered[best] if fit[best] >= _FIT else None


def _action(
    intervention: Intervention, corner: CornerFindings, concern: Finding, worst: str
) -> Action:
    urgent = corner.rating == worst
    subject = concern.text.split(":", 1)[0]
    return Action(
        id="",
        corner=corner.corner,
        text=intervention.text,
        urgency="high" if urgent else intervention.urgency,
        impact=intervention.impact,
        because=f"It answers the concern “{subject}”."
        + (" The corner's draft rating is the lowest." if urgent else "")
        + (" The corner is not rated yet." if corner.rating == NOT_ENOUGH else ""),
        answers=concern.id,
    )


def _numbered(action: Action, number: int) -> Action:
    return Action(
        f"a{number:02d}",
        action.corner,
        action.text,
        action.urgency,
        action.impact,
        action.because,
        action.answers,
    )
