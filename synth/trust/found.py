"""What a signal family returns: words of one reading, before they become a `Signal`."""

from __future__ import annotations

from dataclasses import dataclass

from synth.records.evidence import Undertaking


@dataclass(frozen=True, slots=True)
class Found:
    """A signal found. `start` and `end` are characters of the reading's plain text."""

    kind: str
    start: int
    end: int
    about: str
    because: str
    score: float = 1.0
    promise: Undertaking | None = None
