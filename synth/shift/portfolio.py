"""Many alliances side by side: where each stands, and which review is due. Never a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from synth.records.shift import Alliance, Held

_YEAR: Final = 365
"""Days after which the next full review is due (framework.md §1: 6 to 12 months)."""


def alliance_of(
    name: str, held: Sequence[Held], unfinished: Sequence[str], today: date
) -> Alliance:
    """Return one alliance of a portfolio: its cycles in order, and when it is to be reviewed next.

    Args:
        name: what its folder is called.
        held: its cycles, in any order.
        unfinished: folders of cycles that were begun and never run.
        today: the day that "overdue" is told by.
    """
    ordered = tuple(sorted(held, key=lambda h: (h.cycle.date or h.cycle.name, h.folder)))
    due = _due(ordered)
    return Alliance(
        name=name,
        cycles=ordered,
        due=due.isoformat() if due else "",
        overdue=bool(due and due < today),
        unfinished=tuple(sorted(unfinished)),
    )


def _due(held: Sequence[Held]) -> date | None:
    if not held:
        return None
    try:
        return date.fromisoformat(held[-1].cycle.date) + timedelta(days=_YEAR)
    except ValueError:
        return None
