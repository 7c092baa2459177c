"""Hold transcripts as read against a hand-made list of speakers, interviewers and turns."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from synth.records.people import Part
from synth.records.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Expected:
    """What a careful reader found in one file. None or an empty text was not looked at.

    `chair` may be taken for an interviewer without fault: a meeting has one and is no interview.
    """

    path: str
    exporter: str
    turns: tuple[tuple[str, str, str], ...]
    """Speaker, first words, last words."""
    speakers: tuple[str, ...] | None = None
    interviewer: tuple[str, ...] | None = None
    chair: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a kind are right, and what is wrong with the others."""

    right: int = 0
    total: int = 0
    misses: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """Return the share that is right, None where nothing was looked at."""
        return self.right / self.total if self.total else None

    def __add__(self, other: Tally) -> Tally:
        """Return both taken together."""
        return Tally(self.right + other.right, self.total + other.total, self.misses + other.misses)


def load_expected(path: Path) -> tuple[Expected, ...]:
    """Return the hand-made list of a TOML file."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["file"]
    return tuple(
        Expected(
            path=row["path"],
            exporter=row["exporter"],
            turns=tuple((turn[0], turn[1], turn[2]) for turn in row["turns"]),
            speakers=tuple(row["speakers"]) if "speakers" in row else None,
            interviewer=tuple(row["interviewer"]) if "interviewer" in row else None,
            chair=tuple(row.get("chair", ())),
        )
        for row in rows
    )


def speakers_right(expected: Expected, read: Transcript) -> Tally:
    """Count speakers found; each that is missed and each that is invented is a miss."""
    if expected.speakers is None:
        return Tally()
    wanted = {plain(name) for name in expected.speakers}
    found = [_labels(read, i) for i in range(len(read.speakers))]
    misses = [f"missed {n}" for n in sorted(wanted) if not any(n in labels for labels in found)]
    misses += [f"invented {min(labels)}" for labels in found if not labels & wanted]
    right = len(wanted) - sum(miss.startswith("missed") for miss in misses)
    return Tally(right, right + len(misses), _told(expected, misses))


def interviewer_right(expected: Expected, read: Transcript) -> Tally:
    """Tell whether exactly the interviewers are taken for interviewers."""
    if expected.interviewer is None:
        return Tally()
    asking = {
        label
        for i, speaker in enumerate(read.speakers)
        if speaker.part is Part.INTERVIEWER
        for label in _labels(read, i)
    }
    wanted = {plain(name) for name in expected.interviewer}
    allowed = wanted | {plain(name) for name in expected.chair}
    groups = [_labels(read, i) for i, s in enumerate(read.speakers) if s.part is Part.INTERVIEWER]
    right = wanted <= asking and all(group & allowed for group in groups)
    told = f"took {', '.join(sorted(asking)) or 'nobody'} for interviewers"
    return Tally(int(right), 1, () if right else _told(expected, [told]))


def turns_right(expected: Expected, read: Transcript, *, ends: bool) -> Tally:
    """Count turns that begin, or end, where the list says, in the mouth of whom it says."""
    right, total = 0, 0
    misses: list[str] = []
    for speaker, first, last in expected.turns:
        words = last if ends else first
        if not words:
            continue
        total += 1
        if any(_fits(turn, first, last, ends=ends) for turn in _turns_of(read, plain(speaker))):
            right += 1
        else:
            misses.append(f"no turn of {speaker} {'ends' if ends else 'begins'} with {words!r}")
    return Tally(right, total, _told(expected, misses))


def plain(text: str) -> str:
    """Return the letters and digits of a text in lower case, its words single-spaced."""
    spaced = "".join(c if c.isalnum() else " " for c in text.casefold())
    return " ".join(spaced.split())


def _fits(turn: str, first: str, last: str, *, ends: bool) -> bool:
    begins = turn.startswith(plain(first))
    return begins and turn.endswith(plain(last)) if ends else begins


def _turns_of(read: Transcript, speaker: str) -> Iterator[str]:
    for turn in read.turns:
        if speaker in _labels(read, turn.speaker):
            yield plain(turn.text.reveal())


def _labels(read: Transcript, speaker: int) -> set[str]:
    return {plain(label) for label in read.speakers[speaker].label.reveal().split("; ")}


def _told(expected: Expected, misses: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{expected.path}: {miss}" for miss in misses)
