"""What the front door makes of a file: turns in the order in which they were spoken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from synth.records.people import Part, Side
from synth.records.text import RawText

NOBODY = "Speaker unknown"
"""The label of all the words in a recording that names no speaker."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a turn of one, that was not used, and why.

    `reason` is a whole sentence that says what to do; it never holds a participant's words.
    """

    path: Path
    reason: str
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """All that one speaker says before another does.

    `index` counts the turns of the file from 0, interviewers' too. `speaker` is the position of
    the speaker in `Transcript.speakers`.
    """

    index: int
    speaker: int
    text: RawText
    start_s: float | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice of a transcript, under every label it goes by."""

    label: RawText
    part: Part
    side: Side = Side.UNKNOWN
    role: str = ""
    name: RawText | None = None
    """The person's full name, where people.csv or the label tells it."""
    because: str = ""
    """Why the part was given: "people.csv", "its label", "asks 78 % of the questions"."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of a file that are no evidence: a footer, a time stamp, a licence header."""

    words: int
    reason: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """One file, read. `path` is relative to the review folder.

    `words_in` = words in the turns + words in `left_out`.
    """

    path: Path
    format: str
    exporter: str
    sha256: str
    speakers: tuple[Speaker, ...]
    turns: tuple[Turn, ...]
    left_out: tuple[LeftOut, ...] = ()
    words_in: int = 0
    language: str = "en"
    warnings: tuple[str, ...] = ()

    def words_of(self, speaker: int) -> int:
        """Return how many words a speaker says."""
        return sum(len(t.text.reveal().split()) for t in self.turns if t.speaker == speaker)
