"""One person under several names: the reviewer's word joins rows of people.csv and mere forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from synth.records.people import Person, Side
from synth.records.text import RawText


def join_same_people(
    people: Sequence[Person], groups: Iterable[Sequence[str]]
) -> tuple[Person, ...]:
    """Return the people, with those of each group as one person under all the group's names.

    The first of them in people.csv gives side, role and file; what it leaves empty the others do.
    A group of which people.csv knows nobody becomes a person of its own.

    Args:
        people: the rows of people.csv.
        groups: names that are one person's.
    """
    joined = list(people)
    for group in groups:
        wanted = {_key(name) for name in group}
        same = [p for p in joined if wanted & {_key(f.reveal()) for f in (p.name, *p.also)}]
        one = _as_one(same, group)
        place = joined.index(same[0]) if same else len(joined)
        joined = [p for p in joined if p not in same]
        joined.insert(place, one)
    return tuple(joined)


def _as_one(same: Sequence[Person], group: Sequence[str]) -> Person:
    first = same[0] if same else Person(RawText(group[0]))
    forms = [f for p in same for f in (p.name, *p.also)] + [RawText(name) for name in group]
    also = {_key(f.reveal()): f for f in reversed(forms) if _key(f.reveal())}
    also.pop(_key(first.name.reveal()), None)
    told = [p for p in same if p.side is not Side.UNKNOWN]
    return replace(
        first,
        also=tuple(also[key] for key in sorted(also)),
        side=told[0].side if told else first.side,
        interviewer=any(p.interviewer for p in same),
        role=next((p.role for p in same if p.role), ""),
        file=next((p.file for p in same if p.file), ""),
    )


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
