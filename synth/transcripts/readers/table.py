"""Tables with a row a turn: comma, semicolon or tab, with columns for speaker and words."""

from __future__ import annotations

import csv
import html
import io
from typing import Final

from synth.transcripts.layouts import seconds
from synth.transcripts.names import plain
from synth.transcripts.script import (
    LABELS,
    Opened,
    Reader,
    Script,
    Tally,
    UnreadableError,
    Utterance,
)

_SPEAKER: Final = ("speaker", "speaker name", "name", "who", "speaker label", "participant")
_WORDS: Final = ("text", "words", "content", "transcript", "utterance", "sentence", "message")
_TIME: Final = ("start", "start time", "time", "timestamp", "timespan", "start_time", "begin")
_DELIMITERS: Final = ",;\t"


def _columns(text: str) -> tuple[str, int, int, int] | None:
    """Return the delimiter and the positions of speaker, words and time (-1 where missing)."""
    head = text.lstrip().split("\n", 1)[0]
    for delimiter in _DELIMITERS:
        names = [plain(cell.strip('" ')) for cell in head.split(delimiter)]
        found = [
            next((i for i, name in enumerate(names) if name in wanted), -1)
            for wanted in (_SPEAKER, _WORDS, _TIME)
        ]
        if len(names) > 1 and found[0] >= 0 and found[1] >= 0:
            return delimiter, found[0], found[1], found[2]
    return None


def _recognises(opened: Opened) -> bool:
    return opened.text is not None and _columns(opened.text) is not None


def _read(opened: Opened) -> Script:
    text = html.unescape(opened.text or "").lstrip()
    columns = _columns(text)
    if columns is None:
        raise UnreadableError("The table has no speaker and text columns. Name them so.")
    delimiter, who, words, when = columns
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        raise UnreadableError(
            "The table is damaged and cannot be read row by row. Export it again as CSV."
        ) from None
    tally = Tally("\n".join(" ".join(row) for row in rows))
    tally.leave(" ".join(rows[0]), LABELS)
    utterances = tuple(_utterance(row, (who, words, when), tally) for row in rows[1:] if row)
    return Script("csv", "", utterances, tally)


def _utterance(row: list[str], columns: tuple[int, int, int], tally: Tally) -> Utterance:
    who, words, when = (row[i].strip() if 0 <= i < len(row) else "" for i in columns)
    tally.leave(" ".join(row), LABELS, kept=words)
    return Utterance(who.rstrip(": ") or None, words, seconds(when))


READER: Final = Reader("csv", _recognises, _read)
