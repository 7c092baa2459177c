"""Check-ins as a calendar file that any calendar opens. No clock: the same plan, the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final

from synth.records.meeting import ActionPlan, Meeting

_PRODUCT: Final = "-//synth//alliance review//EN"

Event = tuple[date, str, str]
"""A day, what is on it, and more about it."""


def calendar_of(meeting: Meeting) -> bytes:
    """Return the meeting's check-ins as an iCalendar file; the meeting needs a day.

    Raises:
        ValueError: the day of the meeting is not known.
    """
    if meeting.held is None:
        raise ValueError("a calendar needs the day of the meeting")
    day = meeting.held
    events = [(day, "Alliance review: joint meeting, two hours", "")]
    events += [
        (day + timedelta(days=c.days), f"Alliance review: {c.what}", c.about)
        for c in meeting.check_ins
    ]
    return _written(events, day)


def plan_calendar(plan: ActionPlan, made: date) -> bytes:
    """Return the check-ins and due dates of agreed actions, with their owners. Private.

    Args:
        plan: the agreed actions.
        made: the day that the file is said to be made on.
    """
    events = []
    for action in plan.actions:
        if action.status != "open":
            continue
        owner = f"Owner: {action.owner}" if action.owner else "No owner yet"
        if action.check_in:
            events.append((action.check_in, f"Check-in {action.id}: {action.text}", owner))
        if action.due:
            events.append((action.due, f"Due {action.id}: {action.text}", owner))
    return _written(events, made)


def _written(events: Iterable[Event], made: date) -> bytes:
    from icalendar import Calendar
    from icalendar import Event as Entry

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    stamp = datetime(made.year, made.month, made.day, tzinfo=UTC)
    for day, what, more in events:
        entry = Entry()
        name = hashlib.sha256(f"{day.isoformat()} {what}".encode()).hexdigest()[:24]
        entry.add("uid", f"{name}@synth")
        entry.add("dtstamp", stamp)
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
        entry.add("summary", what)
        if more:
            entry.add("description", more)
        calendar.add_component(entry)
    content: bytes = calendar.to_ical()
    return content
