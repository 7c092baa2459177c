"""The agreed actions on a sheet: how they stand, what to ask after. Private: it names owners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from synth.records.meeting import AgreedAction, FollowUp
from synth.report.floor import in_short
from synth.report.sheets.blocks import Block, Grid, Heading, Items, Sheet, Text

_WIDTHS = (2, 8, 4, 3, 3, 3)
_NOT_ASKED = (
    "Nothing in this cycle's interviews comes near it: nobody spoke of it, or nobody asked."
)


def actions_sheet(
    agreed: Sequence[AgreedAction],
    faults: Iterable[str],
    follow_ups: Sequence[FollowUp],
    today: date,
    floor: int,
) -> Sheet:
    """Return how the actions stand on `today`, and what was agreed in the cycle before.

    Args:
        agreed: the actions of this cycle.
        faults: what could not be read in the plan, a sentence each.
        follow_ups: the actions of the cycle before, with what people say of them now.
        today: the day that "overdue" is told by.
        floor: number of people below which a count is not written.
    """
    faults = tuple(faults)
    late = [a for a in agreed if is_late(a, today)]
    return Sheet(
        title="Agreed actions",
        kicker="Follow-up of an alliance review",
        stamp="Private",
        facts=(f"As of {_day(today)}", *_counts(agreed, late)),
        notices=("It names the owners: it is for those who were in the room.",) if agreed else (),
        blocks=(
            *((_grid(agreed, today),) if agreed else ()),
            *((Heading("Not understood in the plan"), Items(faults)) if faults else ()),
            *_followed(follow_ups, floor),
        ),
    )


def _counts(agreed: Sequence[AgreedAction], late: Sequence[AgreedAction]) -> tuple[str, ...]:
    if not agreed:
        return ()
    by_status = [(s, sum(a.status == s for a in agreed)) for s in ("open", "done", "dropped")]
    return (*(f"{n} {status}" for status, n in by_status if n), f"{len(late)} overdue")


def is_late(action: AgreedAction, today: date) -> bool:
    """Tell whether an open action should have been done before `today`."""
    return action.status == "open" and action.due is not None and action.due < today


def _grid(agreed: Sequence[AgreedAction], today: date) -> Grid:
    rows = tuple(
        (a.id, a.text, a.owner or "nobody yet", _day(a.due), _day(a.check_in), _state(a, today))
        for a in agreed
    )
    tones = tuple((-1, -1, -1, -1, -1, _tone(a, today)) for a in agreed)
    head = ("No.", "Action", "Owner", "Date", "Check-in", "Status")
    return Grid(head, rows, _WIDTHS, tones=tones)


def _state(action: AgreedAction, today: date) -> str:
    if is_late(action, today) and action.due:
        days = (today - action.due).days
        return f"overdue by {days} day{'' if days == 1 else 's'}"
    if action.status == "open" and action.check_in and action.check_in <= today:
        return "open, check in now"
    if action.status == "open" and not action.due:
        return "open, no date"
    return action.status


def _tone(action: AgreedAction, today: date) -> int:
    if is_late(action, today):
        return 4
    return {"done": 0, "dropped": -1}.get(action.status, 2 if not action.owner else -1)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "–"


def _followed(follow_ups: Sequence[FollowUp], floor: int) -> list[Block]:
    if not follow_ups:
        return []
    blocks: list[Block] = [Heading("What was agreed last time, and what people now say of it")]
    for one in follow_ups:
        blocks.append(Heading(one.action.text, 3, aside=f"{one.action.id}, {one.action.status}"))
        blocks.append(Text(_said(one, floor)))
        blocks.append(Text(f"To ask: {one.question}", "note"))
    return blocks


def _said(one: FollowUp, floor: int) -> str:
    if not one.theme:
        return _NOT_ASKED
    worried, content = (in_short(one.stances.get(s, 0), floor) for s in ("concern", "strength"))
    return (
        f"The nearest subject now is “{one.label}” ({one.theme}): {worried} worried, "
        f"{content} content. Read the passages before you conclude: nearness is no proof."
    )
