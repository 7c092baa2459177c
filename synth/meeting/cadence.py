"""When to meet again: the cadence of framework.md §1, in days after the joint meeting."""

from __future__ import annotations

from typing import Final

from synth.protocols import Protocol
from synth.records.findings import NOT_ENOUGH
from synth.records.kept import KeptResult
from synth.records.meeting import CheckIn

_PLAN_OUT: Final = 14
_FIRST_CHECK: Final = {"high": 30, "medium": 60, "low": 90}
_TARGETED: Final = 90
_QUARTER, _HALF, _YEAR = 91, 182, 365
_YOUNG: Final = 2
"""Phases of a protocol, from the first, in which an alliance is looked at every quarter."""


def check_ins(result: KeptResult, protocol: Protocol) -> tuple[CheckIn, ...]:
    """Return what to do after the meeting, the soonest first."""
    worst = protocol.scale.best_first[-1].id
    red = [c.name for c in result.corners if c.rating == worst]
    found = [CheckIn(_PLAN_OUT, "The action plan has gone out to everybody who was in the room")]
    found += [
        CheckIn(_FIRST_CHECK.get(a.urgency, _YEAR), f"First check-in: {a.text}", a.id)
        for a in result.actions
    ]
    if red:
        found.append(CheckIn(_TARGETED, f"Targeted review: {', '.join(red)}"))
    found += _regular(result, protocol)
    return tuple(sorted(found, key=lambda check: check.days))


def _regular(result: KeptResult, protocol: Protocol) -> list[CheckIn]:
    """Return the next light check, and the next full review: sooner where much is not known."""
    phases = [phase.id for phase in protocol.phases]
    young = result.phase in phases[:_YOUNG]
    unrated = sum(c.rating == NOT_ENOUGH for c in result.corners)
    full = _HALF if unrated * 2 > len(result.corners) else _YEAR
    light = (
        CheckIn(_QUARTER, "Quarterly light check") if young else CheckIn(_HALF, "Mid-year pulse")
    )
    return [light, CheckIn(full, "Next full narrative review, with both sides")]
