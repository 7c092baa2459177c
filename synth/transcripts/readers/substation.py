"""SubStation Alpha captions (.ass, .ssa): the actor, else the style, stands for the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from synth.transcripts.captions import Cue, captions_script
from synth.transcripts.layouts import seconds
from synth.transcripts.script import EXPORTER, Opened, Reader, Script, Tally

_HEAD: Final = re.compile(r"\s*\[Script Info\]", re.IGNORECASE)
_CODE: Final = re.compile(r"\{[^{}\n]*\}")
_BREAK: Final = re.compile(r"\\[Nn]")
_COLUMNS: Final = "layer, start, end, style, name, marginl, marginr, marginv, effect, text"
_PLAIN_STYLES: Final = frozenset(("default", "*default", "title", "main", "subtitle"))


@dataclass(frozen=True, slots=True)
class _Event:
    """One line of dialogue, by the columns that matter."""

    start_s: float
    style: str
    actor: str = field(repr=False)
    text: str = field(repr=False)


def _read(opened: Opened) -> Script:
    lines = (opened.text or "").split("\n")
    events, rest = _events(lines)
    tally = Tally("\n".join([*rest, *(event.text for event in events)]))
    for line in rest:
        tally.leave(line, EXPORTER)
    cues = list(_cues(events, tally))
    return captions_script("ass", cues, tally, opened.names)


def _events(lines: Sequence[str]) -> tuple[list[_Event], list[str]]:
    """Return the dialogue, and the other lines: settings, styles, comments."""
    events: list[_Event] = []
    rest: list[str] = []
    columns = _split(_COLUMNS)
    for line in lines:
        key, _, value = line.partition(":")
        kind = key.strip().casefold()
        if kind == "format" and "text" in _split(value):
            columns = _split(value)
        event = _event(value, columns) if kind == "dialogue" else None
        if event:
            events.append(event)
        else:
            rest.append(line)
    return events, rest


def _split(columns: str) -> list[str]:
    return [column.strip().casefold() for column in columns.split(",")]


def _event(value: str, columns: Sequence[str]) -> _Event | None:
    cells = value.split(",", len(columns) - 1)
    if len(cells) < len(columns):
        return None
    row = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
    actor = row.get("name", "") or row.get("actor", "")
    return _Event(seconds(row.get("start", "")) or 0.0, row.get("style", ""), actor, row["text"])


def _cues(events: Sequence[_Event], tally: Tally) -> Iterator[Cue]:
    by_actor = any(event.actor for event in events)
    styles = {event.style for event in events} - {""}
    by_style = not by_actor and len(styles) > 1
    for event in events:
        bare = _CODE.sub("", event.text).replace("\\h", " ")
        lines = tuple(line.strip() for line in _BREAK.split(bare) if line.strip())
        tally.words_in += sum(len(line.split()) for line in lines) - len(event.text.split())
        spoken = event.style.casefold() not in _PLAIN_STYLES
        label = event.actor if by_actor else event.style if by_style and spoken else ""
        if lines:
            yield Cue(event.start_s, label or None, lines)


def _recognises(opened: Opened) -> bool:
    return bool(opened.text and _HEAD.match(opened.text))


READER: Final = Reader("ass", _recognises, _read)
