"""The balance of the evidence: whose voice a corner rests on, and whether it was spoken of freely.

A corner of nothing but praise may be healthy, or polite; one that people leave out may be the one
that matters. Nothing here is a finding: it says where to be careful, and what to ask again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from synth.coverage.matrix import UNTOLD, sides_of, speakers
from synth.protocols import Protocol
from synth.records.survey import Heard, Interviewing, Lean

_ENOUGH: Final = 4
"""Passages with a stance from which "only strengths" says something."""
_AVOIDED: Final = 0.5
"""A corner is avoided when people speak of it half as often as of the others, or less."""
_AT_LEAST: Final = 3
"""Interviewees from whom on "only one role" and "avoided" say something."""


def find_leans(held: Interviewing, protocol: Protocol) -> tuple[Lean, ...]:
    """Return what is lopsided about each corner, in the order of the protocol."""
    by_corner = {c.id: [h for h in held.heard if h.corner == c.id] for c in protocol.corners}
    return tuple(
        lean
        for corner, heard in by_corner.items()
        for lean in (
            *_whose(corner, heard, held),
            *_in_what_tone(corner, heard),
            *_avoided(corner, by_corner, held),
        )
    )


def _whose(corner: str, heard: Sequence[Heard], held: Interviewing) -> Iterator[Lean]:
    people = speakers(heard)
    sides = {h.side for h in heard}
    roles = {h.role_group for h in heard} - {UNTOLD}
    if len(people) == 1:
        yield Lean(corner, "one_person")
        return
    if people and sides_of(held) == ("a", "b") and len(sides) == 1:
        yield Lean(corner, "one_side", side=next(iter(sides)))
    if len(people) >= _AT_LEAST and len(roles) == 1 and UNTOLD not in {h.role_group for h in heard}:
        yield Lean(corner, "one_role", detail=next(iter(roles)))


def _in_what_tone(corner: str, heard: Sequence[Heard]) -> Iterator[Lean]:
    for side in sorted({h.side for h in heard}):
        told = [h.stance for h in heard if h.side == side and h.stance != "neutral"]
        if len(told) >= _ENOUGH and len(set(told)) == 1:
            yield Lean(corner, f"only_{told[0]}s", side=side)


def _avoided(corner: str, by_corner: dict[str, list[Heard]], held: Interviewing) -> Iterator[Lean]:
    """Yield a lean for each side whose people speak of the corner far less than of the others."""
    for side in sides_of(held):
        there = {p.speaker for p in held.people if p.side == side}
        if len(there) < _AT_LEAST:
            continue
        spoke = {
            c: len(speakers(h for h in heard if h.side == side)) for c, heard in by_corner.items()
        }
        others = [n for c, n in spoke.items() if c != corner]
        usual = sum(others) / len(others)
        if usual >= _AT_LEAST and 0 < spoke[corner] <= _AVOIDED * usual:
            yield Lean(corner, "avoided", side=side)
