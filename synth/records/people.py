"""Who took part, and what the reviewer said about names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from synth.records.text import RawText


class Side(StrEnum):
    """The side of the alliance that a person belongs to."""

    A = "a"
    B = "b"
    OTHER = "other"
    UNKNOWN = "unknown"


class Part(StrEnum):
    """What a speaker does in a transcript."""

    INTERVIEWER = "interviewer"
    INTERVIEWEE = "interviewee"
    BYSTANDER = "bystander"
    """Speaks, but is neither: a moderator's assistant, a recorded announcement."""


@dataclass(frozen=True, slots=True)
class Person:
    """One row of people.csv."""

    name: RawText
    also: tuple[RawText, ...] = ()
    side: Side = Side.UNKNOWN
    interviewer: bool = False
    role: str = ""
    file: str = ""
    """File name of the transcript in which this person is the interviewee, or empty."""


@dataclass(frozen=True, slots=True)
class Partner:
    """One of the two organisations, with every name by which it goes."""

    name: RawText
    aliases: tuple[RawText, ...] = ()
    products: tuple[RawText, ...] = ()
    projects: tuple[RawText, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that the reviewer told us of."""

    people: tuple[Person, ...] = ()
    partner_a: Partner | None = None
    partner_b: Partner | None = None
    hide: tuple[RawText, ...] = ()
    keep: tuple[str, ...] = ()


def role_group(role: str) -> str:
    """Return the group of framework.md §1 that a free-text role belongs to.

    One of `sponsor`, `alliance manager`, `sales`, `product`, `support`, `operations`, `finance`,
    `legal`, or `other` where no word of the role tells.
    """
    for group, cues in _ROLE_CUES:
        if cues.search(role.lower()):
            return group
    return "other"


def _cues(*starts: str) -> re.Pattern[str]:
    """Return what finds a word that starts so; a cue that ends with a space is a whole word."""
    told = "|".join(rf"{cue.strip()}\b" if cue.endswith(" ") else cue for cue in starts)
    return re.compile(rf"\b(?:{told})")


_ROLE_CUES: Final = (
    ("alliance manager", _cues("alliance", "partner manager", "partnership", "key account")),
    (
        "sponsor",
        _cues(
            "sponsor", "chief", "ceo ", "coo ", "cto ", "cfo ", "cio ", "president",
            "vice president", "managing director", "founder",
        ),
    ),
    (
        "sales",
        _cues(
            "sales", "commercial", "account(?!ant|ing)", "business development", "marketing",
            "distribution", "channel",
        ),
    ),
    ("support", _cues("support", "customer", "service", "care ", "success", "help desk")),
    ("legal", _cues("legal", "counsel", "compliance", "privacy", "regulatory", "quality")),
    (
        "product",
        _cues(
            "product", "engineer", "develop", "research", "architect", "technical", "design",
            "platform", "data ", "software", "integration",
        ),
    ),
    ("finance", _cues("financ", "controller", "procurement", "purchas", "accounting")),
    ("sponsor", _cues("executive")),
    (
        "operations",
        _cues(
            "operation", "delivery", "plant ", "supply", "logistic", "project", "planner",
            "site ", "manager", "lead ",
        ),
    ),
)  # fmt: skip
