"""Turns written anew: every settled match replaced by its pseudonym, with offsets both ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from synth.privacy.matches import Match
from synth.records.clean import CleanTurn, Replacement
from synth.records.text import CleanText, RawText
from synth.records.transcript import Turn


@dataclass(frozen=True, slots=True)
class Named:
    """A match with the pseudonym that it gets."""

    match: Match
    pseudonym: str


def rewrite(file: Path, turn: Turn, named: Sequence[Named]) -> CleanTurn:
    """Return the turn with every match replaced. `named` is in order, without overlaps."""
    raw = turn.text.reveal()
    clean, done, length = [], 0, 0
    replacements = []
    for one in named:
        match = one.match
        clean.append(raw[done : match.start])
        length += match.start - done
        clean.append(one.pseudonym)
        replacements.append(
            Replacement(
                file=file,
                turn=turn.index,
                start=match.start,
                end=match.end,
                clean_start=length,
                clean_end=length + len(one.pseudonym),
                kind=match.kind,
                pseudonym=one.pseudonym,
                recogniser=match.recogniser,
                because=match.because,
                original=RawText(raw[match.start : match.end]),
            )
        )
        length += len(one.pseudonym)
        done = match.end
    clean.append(raw[done:])
    return CleanTurn(turn.index, turn.speaker, CleanText("".join(clean)), tuple(replacements))
