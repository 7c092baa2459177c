"""The matrix corner x side x role group, in people and passages, and what keeps a cell uncovered.

People count once however much they say, roles are the true ones, and words said in answer to a
leading question do not make a corner covered: who is told what to say has not been asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from synth.protocols import CoverageRule, Protocol
from synth.records.evidence import UNKNOWN_SPEAKER
from synth.records.findings import CoverageCell
from synth.records.survey import CornerCover, Heard, Interviewing

ALL: Final = "all"
"""The role group of the line that sums up a side."""

UNTOLD: Final = "untold"
"""The role group of a person whose role nobody wrote down."""


def measure_coverage(
    held: Interviewing, protocol: Protocol, fewest: int = 1
) -> tuple[CoverageCell, ...]:
    """Return a cell for each corner and side, and one for each role group of it.

    Args:
        held: what the run kept of its interviews.
        protocol: its corners and thresholds.
        fewest: a role group gets lines on a side only where so many people of it were interviewed
            there. The side's own line counts them all the same.
    """
    return tuple(
        _cell(corner.id, side, role, held, protocol.coverage)
        for corner in protocol.corners
        for side in sides_of(held)
        for role in (ALL, *_roles_told(held, side, fewest))
    )


def _roles_told(held: Interviewing, side: str, fewest: int) -> list[str]:
    there = Counter(p.role_group for p in held.people if p.side == side)
    return sorted(role for role, n in there.items() if n >= fewest and role != UNTOLD)


def corner_covers(held: Interviewing, protocol: Protocol) -> tuple[CornerCover, ...]:
    """Return each corner and side with the reasons for which it is not covered."""
    return tuple(
        CornerCover(
            _cell(corner.id, side, ALL, held, protocol.coverage),
            shortfalls(_in(held.heard, corner.id, side), held, protocol.coverage, side),
        )
        for corner in protocol.corners
        for side in sides_of(held)
    )


def sides_of(held: Interviewing) -> tuple[str, ...]:
    """Return the sides to speak of: both partners, or `unknown` where nobody's is known."""
    known = {p.side for p in held.people} | {h.side for h in held.heard}
    return ("a", "b") if known & {"a", "b"} else ("unknown",)


def speakers(heard: Iterable[Heard]) -> set[str]:
    """Return who is heard. A recording that names nobody is heard, but is no person."""
    return {h.speaker for h in heard} - {UNKNOWN_SPEAKER}


def _in(heard: Sequence[Heard], corner: str, side: str, role: str = ALL) -> list[Heard]:
    return [
        h for h in heard if h.corner == corner and h.side == side and role in (ALL, h.role_group)
    ]


def _cell(
    corner: str, side: str, role: str, held: Interviewing, rule: CoverageRule
) -> CoverageCell:
    heard = _in(held.heard, corner, side, role)
    status = "covered"
    if shortfalls(heard, held, rule, side if role == ALL else ""):
        sure = _sure(heard, rule)
        enough = len(speakers(sure)) >= rule.thin_people and len(sure) >= rule.thin_passages
        status = "thin" if enough else "missing"
    return CoverageCell(corner, side, role, len(speakers(heard)), len(heard), status)


def shortfalls(
    heard: Sequence[Heard], held: Interviewing, rule: CoverageRule, side: str
) -> tuple[str, ...]:
    """Return what keeps these passages from covering a corner.

    `nobody`; `doubtful`, where each passage is as likely of another corner; or several of

    `people`, `passages`, `words`, `leading`; `roles` only where `side` is given and roles of it
    are known.
    """
    if not heard:
        return ("nobody",)
    heard = _sure(heard, rule)
    if not heard:
        return ("doubtful",)
    open_heard = [h for h in heard if not h.leading]
    led = 1 - len(open_heard) / len(heard) > rule.leading_most
    short = {
        "people": len(speakers(heard)) < rule.covered_people,
        "passages": len(heard) < rule.covered_passages,
        "words": sum(h.words for h in heard) < rule.covered_words,
        "roles": _too_alike(heard, held, rule, side),
        "leading": led,
    }
    return tuple(reason for reason, holds in short.items() if holds)


def _sure(heard: Sequence[Heard], rule: CoverageRule) -> list[Heard]:
    """Return the passages that are more likely of their corner than not."""
    return [h for h in heard if h.sureness >= rule.sure_from]


def _too_alike(heard: Sequence[Heard], held: Interviewing, rule: CoverageRule, side: str) -> bool:
    """Tell whether fewer roles speak than should; nothing is held against roles not told."""
    told = {p.role_group for p in held.people if side and p.side == side} - {UNTOLD}
    return bool(told) and len({h.role_group for h in heard}) < rule.covered_roles
