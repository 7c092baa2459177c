"""decisions.toml: what the reviewer decided. It survives every run; synth never writes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, field_validator

from synth.errors import SynthError
from synth.protocols import Protocol
from synth.records.findings import NOT_ENOUGH
from synth.records.review import Decisions, RatingDecision
from synth.records.text import RawText
from synth.review.faults import Part, nearest, read_toml
from synth.review.settings import NamesTable

DECISIONS_FILE: Final = "decisions.toml"


class RatingTable(Part):
    """A rating in place of the draft's, with the reason that the report will give."""

    rating: Annotated[str, Field(min_length=1)]
    reason: Annotated[str, Field(min_length=1)]


class DecidedNames(NamesTable):
    """What is always hidden, what never, and which names are one person's."""

    same_person: tuple[tuple[str, ...], ...] = ()

    @field_validator("same_person")
    @classmethod
    def _two_at_least(cls, groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        if any(len([name for name in group if name.strip()]) < 2 for group in groups):
            raise ValueError("each group needs two names or more of one person")
        return groups


class DecisionsFile(Part):
    """The whole of decisions.toml."""

    ratings: Mapping[str, RatingTable] = Field(default_factory=dict)
    names: DecidedNames = DecidedNames()


def read_decisions(folder: Path, protocol: Protocol) -> Decisions:
    """Return the reviewer's decisions; empty where the folder has none.

    Raises:
        SynthError: the file is wrong, or speaks of a corner or level that the protocol lacks.
    """
    file = read_toml(folder / DECISIONS_FILE, DECISIONS_FILE, DecisionsFile) or DecisionsFile()
    corners = tuple(corner.id for corner in protocol.corners)
    levels = (*(level.id for level in protocol.scale.levels), NOT_ENOUGH)
    for corner, decision in file.ratings.items():
        _check(f"[ratings.{corner}]", corner, "corner", corners)
        _check(f"[ratings.{corner}] rating", decision.rating, "level", levels)
    return Decisions(
        ratings={c: RatingDecision(d.rating, d.reason) for c, d in sorted(file.ratings.items())},
        hide=tuple(map(RawText, filter(None, file.names.hide))),
        keep=file.names.keep,
    )


def read_same_people(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return the groups of names of which the reviewer said that they are one person's."""
    file = read_toml(folder / DECISIONS_FILE, DECISIONS_FILE, DecisionsFile) or DecisionsFile()
    return tuple(tuple(n.strip() for n in g if n.strip()) for g in file.names.same_person)


def _check(place: str, word: str, what: str, known: tuple[str, ...]) -> None:
    if word in known:
        return
    close = nearest(word, known)
    hint = f"Did you mean {close}?" if close else f"The protocol has: {', '.join(known)}."
    raise SynthError(f"{DECISIONS_FILE}: {place}: the protocol has no such {what}. {hint}")
