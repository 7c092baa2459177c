"""The matrix corner x side x role group, in people and passages."""

from __future__ import annotations

from collections.abc import Sequence

from synth.protocols import CoverageRule, Protocol
from synth.records.evidence import Passage, people_in
from synth.records.findings import CoverageCell
from synth.records.people import Side

_ALL = "all"


def measure_coverage(
    passages: Sequence[Passage], protocol: Protocol, *, sides_known: bool
) -> tuple[CoverageCell, ...]:
    """Return a cell for each corner and side, and one for each role group that may be told.

    Role groups that too few people share are `withheld` upstream and get no line of their own.
    """
    sides = (Side.A, Side.B) if sides_known else (Side.UNKNOWN,)
    roles = sorted({p.role_group for p in passages} - {"withheld"})
    return tuple(
        _cell(corner.id, side, role, passages, protocol.coverage)
        for corner in protocol.corners
        for side in sides
        for role in (_ALL, *roles)
    )


def _cell(
    corner: str, side: Side, role: str, passages: Sequence[Passage], rule: CoverageRule
) -> CoverageCell:
    heard = [
        p
        for p in passages
        if p.tag.corner == corner and p.side is side and role in (_ALL, p.role_group)
    ]
    people = len(people_in(heard))
    return CoverageCell(corner, side.value, role, people, len(heard), _status(people, heard, rule))


def _status(people: int, heard: Sequence[Passage], rule: CoverageRule) -> str:
    if people >= rule.covered_people and len(heard) >= rule.covered_passages:
        return "covered"
    if people >= rule.thin_people and len(heard) >= rule.thin_passages:
        return "thin"
    return "missing"
