"""Transcripts after the privacy room: no name is left in anything that may be shown."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from synth.records.people import Part, Side
from synth.records.text import CleanText, RawText


@dataclass(frozen=True, slots=True)
class Replacement:
    """One identifier replaced. Spans are character offsets in the raw turn and the clean turn."""

    file: Path
    turn: int
    start: int
    end: int
    clean_start: int
    clean_end: int
    kind: str
    pseudonym: str
    recogniser: str
    because: str
    original: RawText


@dataclass(frozen=True, slots=True)
class CleanTurn:
    """One turn, anonymized. `replacements` are in order and do not overlap."""

    index: int
    speaker: int
    text: CleanText
    replacements: tuple[Replacement, ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the raw turn of the clean characters `start` to `end`.

        An offset inside a pseudonym goes to the near edge of what it replaced.
        """
        return self._raw(start, at_end=False), self._raw(end, at_end=True)

    def _raw(self, offset: int, *, at_end: bool) -> int:
        before = bisect_right(self.replacements, offset, key=lambda r: r.clean_start)
        if not before:
            return offset
        last = self.replacements[before - 1]
        if at_end and offset == last.clean_start:
            return last.start
        if offset < last.clean_end:
            return last.end if at_end else last.start
        return last.end + (offset - last.clean_end)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of a clean interview, known by a pseudonym."""

    pseudonym: str
    part: Part
    side: Side
    role_group: str
    """The role group, or `withheld` where too few people of the side share it."""


@dataclass(frozen=True, slots=True)
class Interview:
    """One anonymized transcript. `id` is neutral (`i01`); `path` stays in `private/`."""

    id: str
    path: Path
    voices: tuple[Voice, ...]
    turns: tuple[CleanTurn, ...]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of private/key.csv."""

    pseudonym: str
    name: RawText
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Redaction:
    """All that leaves the privacy room: interviews to share, and the key that stays behind."""

    interviews: tuple[Interview, ...]
    key: tuple[KeyRow, ...]
    secrets: tuple[RawText, ...]
    """Every form of every known name and replaced string: what the leak check looks for."""

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """Return every replacement of the review, interview by interview."""
        return tuple(r for i in self.interviews for t in i.turns for r in t.replacements)
