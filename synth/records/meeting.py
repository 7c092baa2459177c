"""The joint meeting: in which order what is spoken of, and what is agreed in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from synth.records.kept import KeptAction, KeptFinding, KeptQuote

SOMEBODY: Final = re.compile(
    r"\[(?:[AB]: )?(?:person|sponsor|the interviewee|[a-z ]*colleague)[^\]]*\]"
)
"""A pseudonym that stands for a person: read out, it would set a room guessing."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the agenda; `start` is in minutes from the beginning."""

    start: int
    minutes: int
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class View:
    """How one side speaks of a subject: true numbers of people, and an example to show."""

    side: str
    worried: int
    content: int
    example: KeptQuote | None
    leaning: str = ""
    """Stance of the example: `concern` or `strength`."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern to speak of, with both sides' views and a proposed action where there is one."""

    finding: KeptFinding
    minutes: int
    views: tuple[View, ...]
    action: KeptAction | None


@dataclass(frozen=True, slots=True)
class Apart:
    """A corner that the two sides see differently, with an example from each."""

    corner: str
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Avoid:
    """Something not to raise in the room. For the facilitator alone."""

    corner: str
    passages: tuple[str, ...]
    text: str
    why: str = ""
    """Empty for a single voice."""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Something to do so many days after the meeting."""

    days: int
    what: str
    about: str = ""
    """Id of the action, or empty."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The whole of the joint meeting. `held` is its day, where it is known."""

    held: date | None
    agenda: tuple[Slot, ...]
    strengths: tuple[KeptFinding, ...]
    concerns: tuple[Concern, ...]
    later: tuple[KeptFinding, ...]
    apart: tuple[Apart, ...]
    actions: tuple[KeptAction, ...]
    avoid: tuple[Avoid, ...]
    check_ins: tuple[CheckIn, ...]
    one_sided: str = ""
    """The side that nobody was heard from, or nothing."""


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """One line of the action plan. `owner` is a name: it is never shared."""

    id: str
    text: str
    owner: str = ""
    due: date | None = None
    check_in: date | None = None
    status: str = "open"
    """`open`, `done` or `dropped`."""
    corner: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The agreed actions, and what could not be read: a sentence each, by row."""

    actions: tuple[AgreedAction, ...]
    faults: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is now said where an action was agreed: the theme that is nearest to it, if any."""

    action: AgreedAction
    theme: str
    label: str
    people: str
    stances: Mapping[str, int]
    question: str
