"""What a reader makes of one file, before speakers are known and turns are joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from synth.records.people import Part

LABELS = "speaker labels and time stamps"
EXPORTER = "lines added by the exporter"
HEADINGS = "headings and rules"
BEFORE = "words before the first speaker label"
FRONT_MATTER = "front matter and notes"
QUOTED = "quoted blocks"
MARKS = "transcriber's marks, such as [inaudible]"
REPEATED = "captions shown twice"
OTHER_FIELDS = "other fields of the file"
NOT_SHOWN = "other sheets and columns"


class UnreadableError(Exception):
    """A file cannot be used. The message is the reason: a whole sentence that holds no names."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The bytes of a file, and its text where it is a text file.

    `names` are the label keys of the people whom people.csv knows.
    """

    data: bytes = field(repr=False)
    text: str | None = field(repr=False)
    names: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A stretch of speech as the file cuts it. Without a `label`, the last speaker goes on."""

    label: str | None = field(repr=False)
    text: str = field(repr=False)
    start_s: float | None = None


class Tally:
    """Counts words as a reader goes, so that none is lost without a reason."""

    def __init__(self, whole: str) -> None:
        self.words_in = count_words(whole)
        self.left: Counter[str] = Counter()

    def leave(self, text: str, reason: str, *, kept: str = "") -> None:
        """Count the words of `text` as left out for `reason`, but for those `kept`."""
        if text:
            self.left[reason] += len(text.split()) - len(kept.split())


@dataclass(frozen=True, slots=True)
class Script:
    """One file as its reader understood it. `parts` are what a legend in the file says."""

    format: str
    exporter: str
    utterances: tuple[Utterance, ...] = field(repr=False)
    tally: Tally
    parts: tuple[tuple[str, Part], ...] = field(default=(), repr=False)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: how to tell it by content, and how to read it.

    `read` raises `UnreadableError` where the file breaks its own format beyond use.
    """

    format: str
    recognises: Callable[[Opened], bool]
    read: Callable[[Opened], Script]


def count_words(text: str) -> int:
    """Return the number of words: tokens between white space."""
    return len(text.split())
