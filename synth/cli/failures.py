"""Problems that nobody foresaw: where they happened, without the words that they happened on."""

from __future__ import annotations

import traceback


class StageFailed(Exception):  # noqa: N818 - read aloud, it says what happened
    """An unexpected problem in a stage of a run. Its message holds no text of any file."""

    def __init__(self, stage: str, error: Exception) -> None:
        where = f"in {stage[0].lower()}{stage[1:]}" if stage else "at the start"
        super().__init__(f"an unexpected problem {where}; nothing was written. ({place_of(error)})")


def place_of(error: Exception) -> str:
    """Return the type of an exception, and the last line of synth that it came through."""
    frames = traceback.walk_tb(error.__traceback__)
    ours = [
        (frame.f_globals.get("__name__", ""), line)
        for frame, line in frames
        if str(frame.f_globals.get("__name__", "")).startswith("synth.")
    ]
    module, line = ours[-1] if ours else ("synth", 0)
    return f"{type(error).__name__} at {module}:{line}"
