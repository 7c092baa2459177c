"""JSON of speech-to-text programs: a list of words, segments or turns, each with its speaker."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from synth.transcripts.script import (
    Opened,
    Reader,
    Script,
    Tally,
    UnreadableError,
    Utterance,
    count_words,
)

_WORDS: Final = ("text", "content", "utterance", "sentence", "transcript", "word", "message")
_SPEAKER: Final = ("speaker", "speaker_name", "speaker_label", "name", "who")
_START: Final = ("start", "start_time", "startTime", "timestamp")
_DEEPEST: Final = 6


def _read(opened: Opened) -> Script:
    try:
        whole = json.loads(opened.text or "")
    except (ValueError, RecursionError):
        raise UnreadableError(
            "The JSON is damaged and cannot be read. Export the transcript again."
        ) from None
    rows = max(_lists(whole, 0), key=_spoken, default=[])
    if not _spoken(rows):
        raise UnreadableError(
            "The JSON holds no list of turns with a text and a speaker each. Export the transcript "
            "as WebVTT, Word or text."
        )
    utterances = tuple(u for row in rows if (u := _utterance(row)) is not None)
    return Script("json", "", utterances, Tally("\n".join(u.text for u in utterances)))


def _lists(value: Any, depth: int) -> Iterator[list[dict[str, Any]]]:
    """Yield every list of objects inside a JSON value, the outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        objects = [item for item in value if isinstance(item, dict)]
        if objects:
            yield objects
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        if isinstance(item, dict | list):
            yield from _lists(item, depth + 1)


def _spoken(rows: list[dict[str, Any]]) -> int:
    """Return how many words the rows hold, those with a speaker counting double."""
    total = 0
    for row in rows:
        utterance = _utterance(row)
        if utterance:
            total += count_words(utterance.text) * (2 if utterance.label else 1)
    return total


def _utterance(row: dict[str, Any]) -> Utterance | None:
    text = next((row[key] for key in _WORDS if isinstance(row.get(key), str)), None)
    if text is None:
        return None
    who = next((row[key] for key in _SPEAKER if isinstance(row.get(key), str | int)), None)
    start = next((row[key] for key in _START if isinstance(row.get(key), int | float)), None)
    label = f"Speaker {who}" if isinstance(who, int) else who
    return Utterance(label or None, text, None if start is None else float(start))


def _recognises(opened: Opened) -> bool:
    head = (opened.text or "")[:200].lstrip()
    return head[:1] in ("{", "[") and head[1:].lstrip()[:1] in ('"', "{", "[")


READER: Final = Reader("json", _recognises, _read)
