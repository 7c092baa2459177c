"""What the reviewer decided of a passage stands over what the program made of it.

A decision names the passage by its id and by its words. Ids move when transcripts are added, so the
words decide: the pseudonyms in them may have other numbers by then, and a corrected transcript
other commas.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from synth.records.evidence import NO_CORNER, Passage, Tag
from synth.records.text import RawText

_FEWEST_WORDS: Final = 3
"""A passage shorter than this is not found again by lying within the words of a decision."""
_NEARLY: Final = 92.0
"""Likeness (0 to 100, rapidfuzz) from which words that were corrected are the same words."""


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
    known = {p.id: _words(p.text) for p in passages}
    found: list[tuple[str, ...]] = []
    warnings = []
    for decision in decisions:
        wanted = _words(decision.text.reveal())
        fits = _fitting(wanted, known)
        if len(fits) > 1 and not _are_its_parts(fits, wanted, known):
            if decision.id in fits:
                fits = (decision.id,)
            else:
                warnings.append(_many(decision, len(fits)))
                fits = ()
        elif not fits:
            warnings.append(_gone(decision))
        found.append(fits)
    return tuple(found), tuple(warnings)


def _are_its_parts(fits: Sequence[str], wanted: str, known: Mapping[str, str]) -> bool:
    """Tell whether a passage has been cut into these since: all lie in it, and all differ."""
    parts = {known[name] for name in fits}
    return len(parts) == len(fits) and all(part in wanted for part in parts)


def _fitting(wanted: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the passages that hold the words, or lie in them, or nearly hold them."""
    if not wanted:
        return ()
    exact = tuple(name for name, words in known.items() if f" {wanted} " in f" {words} ")
    if exact:
        return exact
    parts = tuple(
        name
        for name, words in known.items()
        if len(words.split()) >= _FEWEST_WORDS and f" {words} " in f" {wanted} "
    )
    return parts or _nearly(wanted, known)


def _nearly(wanted: str, known: Mapping[str, str]) -> tuple[str, ...]:
    from rapidfuzz.fuzz import partial_ratio

    scores: dict[float, list[str]] = defaultdict(list)
    for name, words in known.items():
        # The shorter slides along the longer: a passage shorter than the words cannot hold them.
        if len(words) >= 0.8 * len(wanted):
            scores[partial_ratio(wanted, words)].append(name)
    best = max(scores, default=0.0)
    return tuple(scores[best]) if best >= _NEARLY else ()


def _words(text: str) -> str:
    """Return small letters, without marks and without the numbers of pseudonyms."""
    text = re.sub(r" \d+\]", "]", text.casefold().replace("’", "'"))
    return " ".join(re.findall(r"[\w']+", text))


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
