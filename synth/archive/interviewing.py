"""Read private/interviewing.json back: what coverage rests on, as the last run left it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from synth.errors import SynthError
from synth.records.survey import Asked, Heard, Interviewee, Interviewing

INTERVIEWING_FILE: Final = Path("out") / "private" / "interviewing.json"


def read_interviewing(review: Path) -> Interviewing:
    """Return what the last run kept of its interviews.

    Raises:
        SynthError: the folder was never run, was purged, or was run by an older synth.
    """
    try:
        held = json.loads((review / INTERVIEWING_FILE).read_bytes())
        return _interviewing(held)
    except FileNotFoundError:
        raise SynthError(
            f"{review} has no {INTERVIEWING_FILE.as_posix()}: it was never run with this synth, "
            f"or it was purged. Run it first: synth run {review}"
        ) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise SynthError(
            f"{INTERVIEWING_FILE.as_posix()} of {review} cannot be read. "
            f"Run the review again: synth run {review}"
        ) from None


def _interviewing(held: dict[str, Any]) -> Interviewing:
    return Interviewing(
        people=tuple(Interviewee(**one) for one in held["people"]),
        interviews=tuple(held["interviews"]),
        heard=tuple(Heard(**one) for one in held["heard"]),
        asked=tuple(Asked(**one) for one in held["asked"]),
        order=held["order"],
        files=tuple(held["files"]),
    )
