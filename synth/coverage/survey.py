"""The whole of coverage, from what a run kept of its interviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from synth.coverage.balance import find_leans
from synth.coverage.gaps import find_gaps, plan_gaps, requests_for
from synth.coverage.matrix import UNTOLD, corner_covers, measure_coverage
from synth.coverage.saturation import measure_saturation
from synth.protocols import Protocol
from synth.records.survey import Asked, Interviewing, QuestionCover, RoleCover, Survey


def survey(held: Interviewing, protocol: Protocol) -> Survey:
    """Return who was heard on what, what is missing, and whom to ask next."""
    covers = corner_covers(held, protocol)
    questions = _questions(held.asked, protocol)
    gaps = find_gaps(held, covers, protocol)
    return Survey(
        cells=measure_coverage(held, protocol),
        corners=covers,
        roles=_roles(held, protocol),
        people=Counter(p.side for p in held.people),
        plan=(protocol.coverage.plan_fewest, protocol.coverage.plan_most),
        interviews=len(held.interviews),
        questions=questions,
        recognised=sum(bool(sum(q.asked.values())) for q in questions),
        saturation=measure_saturation(held),
        order=held.order,
        leans=find_leans(held, protocol),
        gaps=gaps,
        requests=requests_for(gaps, questions, protocol),
        plan_requests=requests_for(plan_gaps(held, protocol), questions, protocol),
    )


def _questions(asked: Iterable[Asked], protocol: Protocol) -> tuple[QuestionCover, ...]:
    asked = tuple(asked)
    return tuple(
        QuestionCover(
            question.id,
            asked=_by_side(a for a in asked if a.question == question.id),
            answered=_by_side(a for a in asked if a.question == question.id and a.answered),
        )
        for question in protocol.questions
    )


def _by_side(asked: Iterable[Asked]) -> Mapping[str, int]:
    return Counter(a.side for a in asked)


def _roles(held: Interviewing, protocol: Protocol) -> tuple[RoleCover, ...]:
    """Return the roles of the plan in its order, then others that were interviewed."""
    plan = protocol.coverage.plan_roles
    others = sorted({p.role_group for p in held.people} - set(plan) - {UNTOLD})
    told = [*plan, *others, *([UNTOLD] if any(p.role_group == UNTOLD for p in held.people) else [])]
    return tuple(
        RoleCover(role, Counter(p.side for p in held.people if p.role_group == role), role in plan)
        for role in told
    )
