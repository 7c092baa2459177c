"""The joint meeting of framework.md §1: two hours, what works first, then concern by concern."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from synth.meeting.avoiding import not_to_raise
from synth.meeting.cadence import check_ins
from synth.meeting.views import apart, views_of
from synth.protocols import Protocol
from synth.records.kept import KeptAction, KeptFinding, KeptResult
from synth.records.meeting import Apart, Concern, Meeting, Slot

_STRENGTHS, _FEWEST_STRENGTHS = 4, 2
_CONCERNS: Final = 4
_A_CORNER: Final = 2
"""Concerns of one corner, so that no corner fills the meeting."""

_OPENING, _STRENGTHS_MIN, _APART_MIN, _PLAN_MIN, _CLOSE = 10, 20, 10, 20, 5
_WHOLE: Final = 120
_BREAK: Final = 5


def plan_meeting(result: KeptResult, protocol: Protocol, held: date | None) -> Meeting:
    """Return the meeting that the result of a run calls for.

    Args:
        result: what the last run found.
        protocol: its corners, and how far apart sides must be to be said to disagree.
        held: the day of the meeting, where it is known.
    """
    ranked = _ranked([f for corner in result.corners for f in corner.concerns])
    concerns = _spread(ranked)
    differing = apart(result, protocol)[:2]
    return Meeting(
        held=held,
        agenda=_agenda(concerns, differing),
        strengths=_undisputed([f for c in result.corners for f in c.strengths], concerns),
        concerns=tuple(
            Concern(f, minutes, views_of(f, result), _action_for(f, result.actions))
            for f, minutes in zip(concerns, _minutes(concerns, differing), strict=True)
        ),
        later=tuple(f for f in ranked if f not in concerns),
        apart=differing,
        actions=result.actions,
        avoid=not_to_raise(result),
        check_ins=check_ins(result, protocol),
        one_sided=next((s for s in ("a", "b") if _silent(result, s)), ""),
    )


def _silent(result: KeptResult, side: str) -> bool:
    other = "b" if side == "a" else "a"
    return result.people[side] == "0" and result.people[other] != "0"


def _ranked(findings: Sequence[KeptFinding]) -> tuple[KeptFinding, ...]:
    """Return findings with those first that most people stand behind, on both sides before one."""
    return tuple(sorted(findings, key=lambda f: (-_least(f.people), -len(f.sides), f.id)))


def _undisputed(
    strengths: Sequence[KeptFinding], concerns: Sequence[KeptFinding]
) -> tuple[KeptFinding, ...]:
    """Return the strengths to begin with: not what comes back as a concern an hour later.

    A subject that is praised and worried about belongs to the concern, where both are shown; it is
    taken here only where hardly anything else is praised.
    """
    worries = {f.subject for f in concerns}
    ranked = _ranked(strengths)
    clear = [f for f in ranked if f.subject not in worries]
    return tuple((clear if len(clear) >= _FEWEST_STRENGTHS else ranked)[:_STRENGTHS])


def _least(people: str) -> int:
    """Return the least number of people that `4`, `4+` or `<3` stands for."""
    return int(people.rstrip("+")) if people.rstrip("+").isdecimal() else 1


def _spread(ranked: Sequence[KeptFinding]) -> tuple[KeptFinding, ...]:
    chosen: list[KeptFinding] = []
    for finding in ranked:
        if sum(f.corner == finding.corner for f in chosen) < _A_CORNER:
            chosen.append(finding)
    return tuple(chosen[:_CONCERNS])


def _action_for(finding: KeptFinding, actions: Sequence[KeptAction]) -> KeptAction | None:
    return next((a for a in actions if a.answers == finding.id), None)


def _minutes(concerns: Sequence[KeptFinding], differing: Sequence[Apart]) -> list[int]:
    """Return the minutes of each concern: what is left, shared out, more for the first."""
    spent = _OPENING + _STRENGTHS_MIN + _BREAK + _PLAN_MIN + _CLOSE
    left = _WHOLE - spent - (_APART_MIN if differing else 0)
    if not concerns:
        return []
    each, more = divmod(left, len(concerns))
    return [each + more if at == 0 else each for at in range(len(concerns))]


def _agenda(concerns: Sequence[KeptFinding], differing: Sequence[Apart]) -> tuple[Slot, ...]:
    minutes = _minutes(concerns, differing)
    half = (len(concerns) + 1) // 2
    parts = [
        (_OPENING, "Opening", "Why we are here, how we talk, what the review can and cannot show."),
        (_STRENGTHS_MIN, "What works", "The strengths, one by one. What must not be lost?"),
        *_parts(concerns[:half], minutes[:half]),
        (_BREAK, "Break", ""),
        *_parts(concerns[half:], minutes[half:]),
    ]
    if differing:
        what = "An example from each side. What would have to be so for both to feel aligned?"
        parts.append((_APART_MIN, "Where the sides see it differently", what))
    spare = _WHOLE - _PLAN_MIN - _CLOSE - sum(part[0] for part in parts)
    plan = "Each action gets one owner, a date and a check-in. Read them out before you part."
    parts.append((_PLAN_MIN + spare, "Action plan", plan))
    parts.append((_CLOSE, "Close", "Who sends the plan out, when the next review is."))
    starts = [sum(p[0] for p in parts[:at]) for at in range(len(parts))]
    return tuple(Slot(start, *part) for start, part in zip(starts, parts, strict=True))


def _parts(concerns: Sequence[KeptFinding], minutes: Sequence[int]) -> list[tuple[int, str, str]]:
    """Return a part for each concern; what happens in it is said once, at the first."""
    what = "What was said. Is it so? Root cause; what would need to change; who is needed."
    return [(m, f"Concern: {f.subject}", what) for f, m in zip(concerns, minutes, strict=True)]
