"""The JSON of speech-to-text programs: which of its lists is the talk, and who says each row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from synth.transcripts.layouts import seconds
from synth.transcripts.script import Utterance, count_words

Row = dict[str, Any]

_WORDS: Final = (
    "text", "content", "utterance", "sentence", "transcript", "body", "punctuated_word", "word",
    "message", "spokenText", "speech", "display", "line", "caption", "value",
)  # fmt: skip
_SPEAKER: Final = (
    "speaker_name", "speakerName", "speakerDisplayName", "participant_name", "speaker",
    "speaker_label", "speakerLabel", "speaker_id", "speakerId", "speakerTag", "participant",
    "name", "who", "author", "sid", "channel",
)  # fmt: skip
_START: Final = (
    "start", "start_time", "startTime", "start_ms", "startMs", "start_offset", "startOffset",
    "offsetInTicks", "offset", "timestamp", "from", "begin", "ts", "time",
)  # fmt: skip
_NAMES: Final = ("speaker_name", "speakerName", "display_name", "displayName", "name", "label")
_WORD_LIST: Final = 1.5
_DEEPEST: Final = 9
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_CODE: Final = re.compile(r"\d{1,3}|[A-Z]")
# Seconds a word between the first and the last row, above which the unit is another one.
_UNITS: Final = ((20.0, 1.0), (3e3, 1e3), (1e5, 16e3), (float("inf"), 1e7))


def talk_in(whole: Any) -> list[Utterance]:
    """Return what is said in a parsed JSON file, in its order; nothing where it is no talk."""
    said = _talk(whole)
    words = sum(count_words(u.text) for u in said)
    return _runs(said) if words <= _WORD_LIST * len(said) else said


def _runs(said: Sequence[Utterance]) -> list[Utterance]:
    """Return single words joined to what a speaker says at one go, lone dashes among them."""
    runs: list[tuple[str | None, list[str], float | None]] = []
    for word in said:
        if runs and word.label in (runs[-1][0], None):
            runs[-1][1].append(word.text)
        else:
            runs.append((word.label, [word.text], word.start_s))
    return [Utterance(label, " ".join(texts), start_s) for label, texts, start_s in runs]


def _talk(whole: Any) -> list[Utterance]:
    for shape in (_amazon, _rev, _channels):
        said = shape(whole)
        if said:
            return _in_seconds(said)
    names = dict(_roster(whole, 0))
    talks = ([u for row in rows if (u := _utterance(row, names))] for rows in _lists(whole, 0))
    return _in_seconds(max(talks, key=_weight, default=[]))


def texts_in(whole: Any) -> Iterator[str]:
    """Yield every text that a parsed JSON file holds."""
    if isinstance(whole, str):
        yield whole
    elif isinstance(whole, dict | list):
        for inner in whole.values() if isinstance(whole, dict) else whole:
            yield from texts_in(inner)


def _weight(said: Sequence[Utterance]) -> tuple[int, int]:
    """Return how good a list is as the talk: its words, doubled with speakers; few rows first."""
    words = sum(count_words(u.text) * (2 if u.label else 1) for u in said)
    return words, -len(said)


def _lists(value: Any, depth: int) -> Iterator[list[Row]]:
    """Yield every list of objects inside a JSON value, the outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        objects = [item for item in value if isinstance(item, dict)]
        if objects:
            yield objects
        nested = [row for item in objects for row in _sentences(item)]
        if nested:
            yield nested
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        if isinstance(item, dict | list):
            yield from _lists(item, depth + 1)


def _sentences(row: Row) -> Iterator[Row]:
    """Yield the sentences of a paragraph that names their speaker, as Deepgram nests them."""
    inner = next((row[k] for k in ("sentences", "nBest", "alternatives") if k in row), None)
    if not isinstance(inner, list) or _first(row, _WORDS, str):
        return
    shared = {key: row[key] for key in (*_SPEAKER, *_START) if key in row}
    best = inner if "sentences" in row else inner[:1]
    yield from ({**shared, **item} for item in best if isinstance(item, dict))


def _roster(value: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Yield (id, name) of every speaker whom a list of speakers names."""
    if depth > 4 or not isinstance(value, dict | list):
        return
    for item in value.values() if isinstance(value, dict) else value:
        if isinstance(item, dict) and isinstance(item.get("id"), str | int):
            name = _first(item, _NAMES, str)
            if name and not _first(item, ("text", "transcript"), str):
                yield str(item["id"]), name
        yield from _roster(item, depth + 1)


def _utterance(row: Row, names: dict[str, str]) -> Utterance | None:
    text = _first(row, _WORDS, str)
    if text is None:
        return None
    start = next((row[key] for key in _START if isinstance(row.get(key), int | float | str)), None)
    stamps = row.get("offsets") or row.get("timestamps")
    if start is None and isinstance(stamps, dict):
        start = stamps.get("from")
    return Utterance(_label(row, names), text, _start(start))


def _first(row: Row, keys: Iterable[str], kind: type) -> Any:
    return next((row[k] for k in keys if isinstance(row.get(k), kind) and row[k] != ""), None)


def _label(row: Row, names: dict[str, str]) -> str | None:
    for key in _SPEAKER:
        who = row.get(key)
        if isinstance(who, dict):
            who = _first(who, _NAMES, str) or who.get("id")
        if isinstance(who, str | int) and not isinstance(who, bool) and str(who).strip():
            return names.get(str(who)) or _spelt(str(who).strip())
    return None


def _spelt(who: str) -> str:
    # "A" or 0 of a speech-to-text program; "spk_0" and names stand as they are.
    return f"Speaker {who}" if _CODE.fullmatch(who) else who


def _start(value: Any) -> float | None:
    if isinstance(value, str):
        return float(m.group()) if (m := _NUMBER.match(value)) and ":" not in value else (
            seconds(value)
        )  # fmt: skip
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _in_seconds(said: list[Utterance]) -> list[Utterance]:
    """Return the rows with times in seconds, told from how long a word takes."""
    times = [u.start_s for u in said if u.start_s is not None]
    words = sum(count_words(u.text) for u in said)
    if len(times) < 2 or not words:
        return said
    pace = (max(times) - min(times)) / words
    unit = next(unit for limit, unit in _UNITS if pace < limit)
    if unit == 1.0:
        return said
    return [
        Utterance(u.label, u.text, None if u.start_s is None else u.start_s / unit) for u in said
    ]


def _amazon(whole: Any) -> list[Utterance]:
    """AWS Transcribe: items with alternatives; speakers by item, or by the start of a segment."""
    results = whole.get("results") if isinstance(whole, dict) else None
    items = results.get("items") if isinstance(results, dict) else None
    if not isinstance(results, dict) or not isinstance(items, list):
        return []
    by_start = dict(_amazon_speakers(results.get("speaker_labels")))
    said: list[Utterance] = []
    for item in items:
        content = _alternative(item, "content")
        if not content:
            continue
        if item.get("type") == "punctuation" and said:
            last = said.pop()
            said.append(Utterance(last.label, last.text + content, last.start_s))
        else:
            label = item.get("speaker_label") or by_start.get(str(item.get("start_time")))
            said.append(Utterance(label or None, content, _start(item.get("start_time"))))
    return said


def _amazon_speakers(labels: Any) -> Iterator[tuple[str, str]]:
    segments = labels.get("segments", ()) if isinstance(labels, dict) else ()
    for segment in segments:
        for item in segment.get("items", ()) if isinstance(segment, dict) else ():
            if isinstance(item, dict) and isinstance(item.get("speaker_label"), str):
                yield str(item.get("start_time")), item["speaker_label"]


def _alternative(item: Any, key: str) -> str | None:
    options = item.get("alternatives") if isinstance(item, dict) else None
    best = options[0] if isinstance(options, list) and options else None
    found = best.get(key) if isinstance(best, dict) else None
    return found if isinstance(found, str) and found.strip() else None


def _rev(whole: Any) -> list[Utterance]:
    """Rev: monologues of elements, white space and punctuation among them."""
    monologues = whole.get("monologues") if isinstance(whole, dict) else None
    if not isinstance(monologues, list):
        return []
    names = dict(_roster(whole, 0))
    said: list[Utterance] = []
    for part in monologues:
        elements = part.get("elements") if isinstance(part, dict) else None
        if isinstance(elements, list):
            rows = [e for e in elements if isinstance(e, dict) and isinstance(e.get("value"), str)]
            start = next((_start(e["ts"]) for e in rows if "ts" in e), None)
            text = "".join(e["value"] for e in rows)
            said.append(Utterance(_label(part, names), text, start))
    return said


def _channels(whole: Any) -> list[Utterance]:
    """Deepgram: where each person has a channel of their own, the channels are the speakers."""
    results = whole.get("results") if isinstance(whole, dict) else None
    channels = results.get("channels") if isinstance(results, dict) else None
    if not isinstance(results, dict) or not isinstance(channels, list) or len(channels) < 2:
        return []
    if results.get("utterances"):
        return []
    said = [
        Utterance(f"Speaker {n}", text, _start(word.get("start")))
        for n, channel in enumerate(channels)
        for word in _words_of(channel)
        if (text := _first(word, _WORDS, str))
    ]
    return sorted(said, key=lambda u: u.start_s or 0.0)


def _words_of(channel: Any) -> Iterator[Row]:
    options = channel.get("alternatives") if isinstance(channel, dict) else None
    best = options[0] if isinstance(options, list) and options else None
    words = best.get("words") if isinstance(best, dict) else None
    yield from (word for word in words or () if isinstance(word, dict))
