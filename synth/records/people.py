"""Who took part, and what the reviewer said about names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
    words = role.lower()
    for group, cues in _ROLE_CUES:
        if any(cue in words for cue in cues):
            return group
    return "other"


_ROLE_CUES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("alliance manager", ("alliance", "partner manager", "partnership", "key account")),
    (
        "sponsor",
        (
            "sponsor",
            "chief",
            "ceo",
            "coo",
            "cto",
            "cfo",
            "cio",
            "president",
            "managing director",
            "founder",
            "executive",
        ),
    ),
    (
        "sales",
        (
            "sales",
            "commercial",
            "account",
            "business development",
            "marketing",
            "distribution",
            "channel",
        ),
    ),
    ("support", ("support", "customer", "service", "care", "success", "help desk")),
    (
        "product",
        (
            "product",
            "engineer",
            "develop",
            "research",
            "architect",
            "technical",
            "design",
            "platform",
            "data",
            "software",
            "integration",
        ),
    ),
    ("finance", ("finance", "controller", "procurement", "purchas", "accounting")),
    ("legal", ("legal", "counsel", "compliance", "privacy", "regulatory", "quality")),
    (
        "operations",
        (
            "operation",
            "delivery",
            "plant",
            "supply",
            "logistic",
            "project",
            "planner",
            "site",
            "manager",
            "lead",
        ),
    ),
)
