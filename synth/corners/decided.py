"""What the reviewer decided of a passage stands over what the program made of it.

A decision names the passage by its id and by its words. Ids move when transcripts are added, so the
words decide: the pseudonyms in them may have other numbers by then, and a corrected transcript
other commas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from synth.records.evidence import NO_CORNER, Passage, Tag
from synth.records.matching import are_parts, fitting, plain
from synth.records.text import RawText


class Decision(Protocol):
    """A passage moved by the reviewer; `corner` or `stance` is empty where it stays."""

    @property
    def place(self) -> str:
        """Which entry of decisions.toml it is."""

    @property
    def id(self) -> str:
        """The passage's id at the time, or empty."""

    @property
    def text(self) -> RawText:
        """The passage, or some of its words."""

    @property
    def corner(self) -> str:
        """Where it belongs."""

    @property
    def stance(self) -> str:
        """How it is meant."""

    @property
    def reason(self) -> str:
        """Why."""


def obey_reviewer(
    passages: Sequence[Passage], decisions: Sequence[Decision]
) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
    """Return the passages with the tags that the reviewer gave them, and a warning a misfit.

    A later decision stands over an earlier one. A warning holds no words of the passage.
    """
    found, warnings = find_decided(passages, decisions)
    tags = {p.id: p.tag for p in passages}
    for decision, ids in zip(decisions, found, strict=True):
        for name in ids:
            tags[name] = _decided(tags[name], decision)
    return tuple(replace(p, tag=tags[p.id]) for p in passages), warnings


def find_decided(
    passages: Sequence[Passage], decisions: Sequence[Decision]
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Return for each decision the ids of its passages, and a warning for each that has none."""
    known = {p.id: plain(p.text) for p in passages}
    found: list[tuple[str, ...]] = []
    warnings = []
    for decision in decisions:
        wanted = plain(decision.text.reveal())
        fits = fitting(wanted, known)
        if len(fits) > 1 and not are_parts(fits, wanted, known):
            if decision.id in fits:
                fits = (decision.id,)
            else:
                warnings.append(_many(decision, len(fits)))
                fits = ()
        elif not fits:
            warnings.append(_gone(decision))
        found.append(fits)
    return tuple(found), tuple(warnings)


def _decided(tag: Tag, decision: Decision) -> Tag:
    corner = decision.corner or tag.corner
    stance = "neutral" if corner == NO_CORNER else decision.stance or tag.stance
    because = f"Set by the reviewer: {decision.reason}"
    return Tag(corner, 1.0, stance, 1.0, because)


def _gone(decision: Decision) -> str:
    return (
        f"decisions.toml, {decision.place}: no passage of this run has these words, so the "
        "decision was not applied. Copy them again from passages.csv, or remove the entry."
    )


def _many(decision: Decision, number: int) -> str:
    return (
        f"decisions.toml, {decision.place}: {number} passages have these words, so the decision "
        "was not applied. Give more of the passage, or its id as it stands in passages.csv."
    )
