"""Captions become utterances: names at their start are found, captions shown twice are dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from synth.transcripts.exporters import is_boilerplate
from synth.transcripts.labels import find_colon_labels
from synth.transcripts.layouts import Labelled
from synth.transcripts.script import EXPORTER, LABELS, REPEATED, Script, Tally, Utterance

_LONGEST_OVERLAP_S: Final = 30.0
_OVERLAPS: Final = 0.2
_ROLLING_SHARE: Final = 0.3
_ROLLING_CUES: Final = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption, or the part of one that a single voice speaks."""

    start_s: float
    label: str | None = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)


def captions_script(form: str, cues: Sequence[Cue], tally: Tally, names: frozenset[str]) -> Script:
    """Return the script of captions in the order in which they are spoken."""
    cues = _without_repeats(_in_order(cues), tally)
    lines = [line for cue in cues for line in cue.lines]
    named = any(cue.label for cue in cues)
    found = iter([None] * len(lines) if named else find_colon_labels(lines, names))
    utterances = [u for cue in cues for u in _utterances(cue, found, tally)]
    return Script(form, "", tuple(utterances), tally)


def _in_order(cues: Sequence[Cue]) -> Sequence[Cue]:
    """Return captions by their start where a few overlap; as they stand where times make no sense.

    Teams writes each voice as it is recognised, so that two who talk at once come out of order.
    """
    back = [a.start_s - b.start_s for a, b in pairwise(cues) if a.start_s > b.start_s]
    voices = any(cue.label for cue in cues)  # who writes "Name:" has put the turns in order
    if (
        not voices
        or not back
        or max(back) > _LONGEST_OVERLAP_S
        or len(back) > _OVERLAPS * len(cues)
    ):
        return cues
    return sorted(cues, key=lambda cue: cue.start_s)


def _utterances(cue: Cue, found: Iterator[Labelled | None], tally: Tally) -> Iterator[Utterance]:
    label = cue.label
    spoken: list[str] = []
    for line in cue.lines:
        labelled = next(found)
        if is_boilerplate(line):
            tally.leave(line, EXPORTER)
        elif labelled:
            if spoken:
                yield Utterance(label, " ".join(spoken), cue.start_s)
            tally.leave(line, LABELS, kept=labelled.rest)
            label, spoken = labelled.label, [labelled.rest]
        else:
            spoken.append(line)
    if spoken:
        yield Utterance(label, " ".join(spoken), cue.start_s)


def _without_repeats(cues: Sequence[Cue], tally: Tally) -> list[Cue]:
    rolling = _is_rolling(cues)
    kept: list[Cue] = []
    shown: tuple[str, ...] = ()
    label: str | None = None
    for cue in cues:
        shown = shown if cue.label in (label, None) else ()
        label = cue.label or label
        same_time = bool(kept) and kept[-1].start_s == cue.start_s and kept[-1].lines == cue.lines
        repeated = len(cue.lines) if same_time else _overlap(shown, cue.lines) if rolling else 0
        shown = cue.lines
        if not repeated:
            kept.append(cue)
            continue
        tally.leave("\n".join(cue.lines[:repeated]), REPEATED)
        if cue.lines[repeated:]:
            kept.append(Cue(cue.start_s, cue.label, cue.lines[repeated:]))
    return kept


def _is_rolling(cues: Sequence[Cue]) -> bool:
    """Tell whether each caption begins with what the last one showed, as live captions do."""
    pairs = list(pairwise(cues))
    again = sum(b.label in (a.label, None) and _overlap(a.lines, b.lines) > 0 for a, b in pairs)
    return again >= _ROLLING_CUES and again >= _ROLLING_SHARE * len(pairs)


def _overlap(shown: tuple[str, ...], lines: tuple[str, ...]) -> int:
    """Return how many of the first `lines` were the last lines shown."""
    if not lines or lines[0] not in shown:
        return 0
    for size in range(min(len(shown), len(lines)), 0, -1):
        if shown[-size:] == lines[:size]:
            return size
    return 0
