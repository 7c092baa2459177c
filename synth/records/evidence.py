"""Sentences, passages, and what was read in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from synth.records.people import Side
from synth.records.text import CleanText

NO_CORNER = "none"
STANCES = ("strength", "concern", "neutral")
UNKNOWN_SPEAKER = "[speaker unknown]"
"""Whoever speaks in a recording that names no speaker: heard, but never counted as a person."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words stand in the file: offsets are characters of the raw turn."""

    file: Path
    turn: int
    start: int
    end: int
    sentence_starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an interviewee, with the question that it answers.

    `answer` numbers the answers of the whole review: sentences that share it were said in one turn.
    `start` and `end` are its offsets in the clean turn.
    """

    interview: str
    answer: int
    speaker: str
    side: Side
    role_group: str
    question: CleanText
    text: CleanText
    origin: Origin
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Tag:
    """The corner and stance given to words, each with its calibrated probability."""

    corner: str
    corner_p: float
    stance: str
    stance_p: float
    because: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive sentences of one speaker on one subject. `sentences` are positions."""

    id: str
    interview: str
    speaker: str
    side: Side
    role_group: str
    question: CleanText
    text: CleanText
    sentences: tuple[int, ...]
    tag: Tag
    origin: Origin


def people_in(said: Iterable[Passage | Sentence]) -> dict[str, Side]:
    """Return who said it: each person once, with their side. Unknown speakers are not people."""
    return {s.speaker: s.side for s in said if s.speaker != UNKNOWN_SPEAKER}


@dataclass(frozen=True, slots=True)
class QuoteRisk:
    """What points at the speaker of a passage though no name stands in it.

    `score` grows with it. `because` holds "rare detail", "unique event", "verbal tic", "about the
    speaker", "way of talking"; `suggestion` says in words for the reviewer what to do about it.
    """

    passage: str
    score: float
    risky: bool
    because: tuple[str, ...]
    suggestion: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Passages that speak of one thing. `passages` are ids, the most typical first."""

    id: str
    label: str
    keywords: tuple[str, ...]
    passages: tuple[str, ...]
    corner: str
    stance: str
    because: str
    drafted: str = ""
    """The program's own label, where the reviewer changed it."""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What a sentence about a promise says of it, in its own words where there are any.

    `state` is one of `synth.records.promises.STATES`. `follows` says that the promise itself was
    told in the sentence before.
    """

    what: CleanText
    due: CleanText
    state: str
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Signal:
    """A trust signal of framework.md §6, with the words it rests on.

    `side` is the side of who speaks, `about` the side that it is about: `a`, `b`, `both` or
    `unknown`. `shown` is false for what is too often wrong to stand in a report that both sides
    read: the reviewer sees it as possible. `promise` is there for the promise kinds.
    """

    id: str
    passage: str
    kind: str
    side: Side
    about: str
    text: CleanText
    because: str
    origin: Origin
    score: float = 1.0
    shown: bool = True
    promise: Undertaking | None = None
