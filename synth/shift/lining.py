"""Line cycles up before they are compared: their order, their copies, what they have in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from synth.errors import SynthError
from synth.records.pseudonym import PSEUDONYM
from synth.records.shift import Cycle
from synth.shift.measures import SIDES

_COPY: Final = 0.6
"""Share of an interview's passages that stand in an earlier cycle too, from which it is a copy."""
_TELLING: Final = 8
"""Words that a passage needs for its being there twice to mean anything."""
_FEW: Final = 3


def line_up(cycles: Sequence[Cycle]) -> tuple[tuple[Cycle, ...], tuple[str, ...]]:
    """Return the cycles, the earliest first, copies left out, and what a reader must know of them.

    Raises:
        SynthError: there are fewer than two, or two of them are the same cycle.
    """
    if len(cycles) < 2:
        raise SynthError("Give the folders of two cycles or more: synth shift FOLDER FOLDER")
    ordered = sorted(cycles, key=lambda c: (c.date or c.name, c.name))
    for one, other in pairwise(ordered):
        if (one.date, one.name) == (other.date, other.name):
            told = " of ".join(filter(None, (one.name, one.date))) or "without name or date"
            raise SynthError(
                f"Two of the folders hold the same cycle ({told}). Give each its own cycle and "
                "date in review.toml, and run it again."
            )
    notices = list(_of_dates(ordered))
    kept, copied = _without_copies(ordered)
    notices += [*copied, *_of_people(kept), *_of_protocols(kept), *_of_keys(kept)]
    return tuple(kept), tuple(notices)


def called(cycle: Cycle) -> str:
    """Return the name of a cycle, its date where it has none."""
    return cycle.name or cycle.date or "the cycle without name or date"


def _of_dates(cycles: Sequence[Cycle]) -> list[str]:
    undated = [called(c) for c in cycles if not c.date]
    if undated:
        return [
            f"No date stands in review.toml of {' and '.join(undated)}: the cycles are ordered by "
            "name. Check that the order is right."
        ]
    same = [(a, b) for a, b in pairwise(cycles) if a.date == b.date]
    return [
        f"{called(a)} and {called(b)} have the same date: they are ordered by name."
        for a, b in same
    ]


def _without_copies(cycles: Sequence[Cycle]) -> tuple[list[Cycle], list[str]]:
    """Leave out of a later cycle the interviews that an earlier one holds."""
    seen: set[str] = set()
    kept, notices = [], []
    for cycle in cycles:
        copies = _copies(cycle, seen)
        if copies and copies == {p.interview for p in cycle.passages}:
            raise SynthError(
                f"Every interview of {called(cycle)} stands in an earlier cycle too: there is "
                "nothing to compare. Check that each folder has its own transcripts."
            )
        if copies:
            many = "One interview" if len(copies) == 1 else f"{len(copies)} interviews"
            notices.append(
                f"{many} of {called(cycle)} can be found in an earlier cycle word for word, and "
                "counted there alone. Take the copy out of the later folder."
            )
        seen |= {_bare(p.text) for p in cycle.passages}
        kept.append(_less(cycle, copies) if copies else cycle)
    return kept, notices


def _copies(cycle: Cycle, seen: set[str]) -> set[str]:
    told: dict[str, list[bool]] = defaultdict(list)
    for passage in cycle.passages:
        if passage.words >= _TELLING:
            told[passage.interview].append(_bare(passage.text) in seen)
    return {i for i, known in told.items() if sum(known) >= _COPY * len(known)}


def _bare(text: str) -> str:
    """Return a text without its pseudonyms: another cycle numbers them anew."""
    return re.sub(r"\W+", " ", PSEUDONYM.sub(" ", text)).casefold().strip()


def _less(cycle: Cycle, interviews: set[str]) -> Cycle:
    passages = tuple(p for p in cycle.passages if p.interview not in interviews)
    ids = {p.id for p in passages}
    themes = (replace(t, passages=tuple(p for p in t.passages if p in ids)) for t in cycle.themes)
    return replace(
        cycle,
        passages=passages,
        signals=tuple(s for s in cycle.signals if s.passage in ids),
        themes=tuple(theme for theme in themes if theme.passages),
    )


def _of_people(cycles: Sequence[Cycle]) -> list[str]:
    notices = []
    for cycle in cycles:
        heard = {side: cycle.people_of(side) for side in SIDES}
        missing = [side.upper() for side in SIDES if not heard[side]]
        if len(missing) == 1:
            notices.append(
                f"Nobody of Partner {missing[0]} was heard in {called(cycle)}: only the other "
                "side is compared. That one side is missing is itself worth talking about."
            )
        elif missing:
            notices.append(
                f"In {called(cycle)} nobody is known to sit on either side: nothing can be "
                "compared by people. Name the sides in people.csv and run it again."
            )
        elif sum(heard.values()) <= _FEW:
            notices.append(
                f"Three people or fewer were heard in {called(cycle)}: so few cannot show a change."
            )
    return notices


def _of_protocols(cycles: Sequence[Cycle]) -> list[str]:
    then, now = cycles[-2:]
    gone = [name for id_, name in then.corners.items() if id_ not in now.corners]
    new = [name for id_, name in now.corners.items() if id_ not in then.corners]
    other = then.protocol != now.protocol
    rated = (
        ["The protocol changed: only corners of both are compared, and their ratings may stand on "
         "different scales."]
        if other and set(then.corners) & set(now.corners)
        else []
    )  # fmt: skip
    if not (gone or new):
        return rated
    parts = [
        f"{called(cycle)} alone has {', '.join(names)}"
        for cycle, names in ((then, gone), (now, new))
        if names
    ]
    return [*rated, f"Not all corners are in both: {'; '.join(parts)}. They cannot be compared."]


def _of_keys(cycles: Sequence[Cycle]) -> list[str]:
    lost = [called(cycle) for cycle in cycles[-2:] if not cycle.same]
    if not lost:
        return []
    return [
        f"There is no key of {' and '.join(lost)}: nobody can tell who was heard twice, and "
        "everybody counts as a new person."
    ]
