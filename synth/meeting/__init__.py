"""From the result of a run to the joint meeting: its agenda, its order, what not to raise in it."""

from synth.meeting.calendar import calendar_of, plan_calendar
from synth.meeting.plan import plan_meeting

__all__ = ["calendar_of", "plan_calendar", "plan_meeting"]
