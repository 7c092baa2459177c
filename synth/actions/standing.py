"""How the agreed actions stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from synth.records.meeting import ActionPlan, AgreedAction


@dataclass(frozen=True, slots=True)
class Standing:
    """The actions of a plan by how they stand; an overdue one is open as well."""

    open: tuple[AgreedAction, ...]
    done: tuple[AgreedAction, ...]
    dropped: tuple[AgreedAction, ...]
    overdue: tuple[AgreedAction, ...]
    to_check: tuple[AgreedAction, ...]
    """Open, with a check-in that has come, and not overdue."""
    unowned: tuple[AgreedAction, ...]
    """Open, without an owner or a date: nobody will do them."""


def standing(plan: ActionPlan, today: date) -> Standing:
    """Return how the actions stand on `today`, in the order of the plan."""
    by_status = {
        status: tuple(a for a in plan.actions if a.status == status)
        for status in ("open", "done", "dropped")
    }
    late = tuple(a for a in by_status["open"] if a.due and a.due < today)
    return Standing(
        **by_status,
        overdue=late,
        to_check=tuple(
            a for a in by_status["open"] if a not in late and a.check_in and a.check_in <= today
        ),
        unowned=tuple(a for a in by_status["open"] if not a.owner or not a.due),
    )
