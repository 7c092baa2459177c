"""What is missing, and whom to ask next about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from synth.coverage.matrix import UNTOLD, sides_of
from synth.protocols import Protocol
from synth.records.survey import CornerCover, Gap, Interviewing, QuestionCover, Request


def find_gaps(
    held: Interviewing, covers: Sequence[CornerCover], protocol: Protocol
) -> tuple[Gap, ...]:
    """Return what is missing before what is thin, each gap once.

    A side that nobody was heard from is one gap: that it is silent on every corner goes without
    saying. A role is a gap where nobody of it was interviewed on any side.
    """
    silent = {s for s in sides_of(held) if s in ("a", "b") and not _of_side(held, s)}
    gaps = [
        *(Gap("side", "missing", side=side) for side in sorted(silent)),
        *_missing_roles(held, protocol),
        *_corner_gaps(covers, silent),
        *_too_few(held, protocol),
    ]
    return tuple(sorted(gaps, key=lambda gap: gap.status != "missing"))


def _of_side(held: Interviewing, side: str) -> bool:
    return any(p.side == side for p in held.people)


def _missing_roles(held: Interviewing, protocol: Protocol) -> Iterator[Gap]:
    there = {p.role_group for p in held.people}
    if there <= {UNTOLD}:
        return
    for role in protocol.coverage.plan_roles:
        if role not in there:
            yield Gap("role", "missing", role_group=role)


def _corner_gaps(covers: Sequence[CornerCover], silent: set[str]) -> Iterator[Gap]:
    for cover in covers:
        cell = cover.cell
        if cell.status != "covered" and cell.side not in silent:
            yield Gap("corner", cell.status, corner=cell.corner, side=str(cell.side))


def _too_few(held: Interviewing, protocol: Protocol) -> Iterator[Gap]:
    if len(held.people) < protocol.coverage.plan_fewest:
        yield Gap("interviews", "thin")


def plan_gaps(held: Interviewing, protocol: Protocol) -> tuple[Gap, ...]:
    """Return each role of the plan and side of which nobody was interviewed."""
    there = {(p.side, p.role_group) for p in held.people}
    if {role for _, role in there} <= {UNTOLD} or sides_of(held) != ("a", "b"):
        return ()
    return tuple(
        Gap("role", "thin", side=side, role_group=role)
        for role in protocol.coverage.plan_roles
        for side in ("a", "b")
        if (side, role) not in there
    )


def requests_for(
    gaps: Sequence[Gap], questions: Sequence[QuestionCover], protocol: Protocol
) -> tuple[Request, ...]:
    """Return for each gap that somebody can fill whom to ask, and the questions to begin with."""
    return tuple(
        Request(gap, _roles_for(gap, protocol), _questions_for(gap, questions, protocol))
        for gap in gaps
        if gap.kind != "interviews"
    )


def _roles_for(gap: Gap, protocol: Protocol) -> tuple[str, ...]:
    if gap.role_group:
        return (gap.role_group,)
    plan = protocol.coverage.plan_roles
    return tuple(protocol.coverage.ask.get(gap.corner, plan))


def _questions_for(
    gap: Gap, questions: Sequence[QuestionCover], protocol: Protocol
) -> tuple[str, ...]:
    """Return the questions of the gap's corners, those not answered yet on its side first."""
    known_to = {c for c, roles in protocol.coverage.ask.items() if gap.role_group in roles}
    corners = {gap.corner} if gap.corner else known_to or {c.id for c in protocol.corners}
    answered = {q.question for q in questions if (q.answered.get(gap.side, 0) if gap.side else 0)}
    fitting = [q.id for q in protocol.questions if q.corner in corners]
    return tuple(sorted(fitting, key=lambda question: question in answered))
