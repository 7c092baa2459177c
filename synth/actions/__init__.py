"""The agreed actions: read back from a table or a settings file, and asked after a cycle later."""

from synth.actions.following import follow_up
from synth.actions.reading import PLAN_FILES, find_plan, read_plan
from synth.actions.standing import Standing, standing

__all__ = ["PLAN_FILES", "Standing", "find_plan", "follow_up", "read_plan", "standing"]
