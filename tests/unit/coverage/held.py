"""Interviews made by hand, as a run keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from synth.protocols import load_protocol
from synth.records.survey import Asked, Heard, Interviewee, Interviewing

HEALTH = load_protocol("alliance-health")
CORNERS = tuple(corner.id for corner in HEALTH.corners)
PLAN = HEALTH.coverage.plan_roles

Cast = tuple[tuple[str, str], ...]
"""Side and role group of each interviewee, in the order held."""

WHOLE: Cast = tuple((side, role) for role in PLAN for side in "ab")


def interviewing(
    cast: Cast = WHOLE,
    *,
    corners: Iterable[str] = CORNERS,
    each: int = 2,
    words: int = 30,
    asked: tuple[Asked, ...] = (),
) -> Interviewing:
    """Everybody in `cast` says `each` passages on each corner, one strength and one concern."""
    people = tuple(
        Interviewee(f"[{s}: interviewee {n}]", s, role, n) for n, (s, role) in enumerate(cast)
    )
    heard = tuple(
        Heard(
            passage=f"p{n}{corner}{at}",
            interview=f"i{n:02}",
            speaker=person.speaker,
            side=person.side,
            role_group=person.role_group,
            corner=corner,
            stance=("strength", "concern")[at % 2],
            theme=f"t{at % 3}",
            words=words,
        )
        for n, person in enumerate(people)
        for corner in corners
        for at in range(each)
    )
    ids = tuple(f"i{n:02}" for n in range(len(people)))
    return Interviewing(people, ids, heard, asked, "As they came.", ids)


def without(held: Interviewing, *, corner: str, side: str) -> Interviewing:
    left = tuple(h for h in held.heard if (h.corner, h.side) != (corner, side))
    return replace(held, heard=left)
