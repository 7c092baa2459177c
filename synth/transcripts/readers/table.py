"""Tables with a row a turn: comma, semicolon or tab, with columns for speaker and words."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
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

_SPEAKER: Final = (
    "speaker", "speaker name", "speaker_name", "name", "who", "speaker label", "speaker_label",
    "participant", "speakers", "person",
)  # fmt: skip
_WORDS: Final = (
    "text", "words", "content", "transcript", "utterance", "sentence", "message", "transcription",
    "spoken text", "speech", "body", "dialogue",
)  # fmt: skip
_TIME: Final = (
    "start", "start time", "time", "timestamp", "timespan", "start_time", "starttime", "begin",
    "timecode", "time stamp",
)  # fmt: skip
_DELIMITERS: Final = ",;\t"


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions of the columns that matter, -1 where there is none."""

    who: int
    words: int
    when: int


def find_columns(head: Sequence[str]) -> Columns | None:
    """Return which columns of a head row hold speaker, words and time, or None."""
    names = [plain(cell.strip('" :')) for cell in head]
    who, words, when = (
        next((i for wanted in options for i, name in enumerate(names) if name == wanted), -1)
        for options in (_SPEAKER, _WORDS, _TIME)
    )
    return Columns(who, words, when) if len(names) > 1 and who >= 0 and words >= 0 else None


def read_rows(rows: Sequence[Sequence[str]], columns: Columns, form: str) -> Script:
    """Return the script of a table whose first row names the columns."""
    tally = Tally("\n".join(" ".join(row) for row in rows))
    tally.leave(" ".join(rows[0]), LABELS)
    utterances = tuple(_utterance(row, columns, tally) for row in rows[1:] if row)
    return Script(form, "", utterances, tally)


def _utterance(row: Sequence[str], columns: Columns, tally: Tally) -> Utterance:
    positions = (columns.who, columns.words, columns.when)
    who, words, when = (row[i].strip() if 0 <= i < len(row) else "" for i in positions)
    tally.leave(" ".join(row), LABELS, kept=words)
    return Utterance(who.rstrip(": ") or None, words, seconds(when))


def _delimiter(text: str) -> str:
    """Return the sign between the cells of the first line, or an empty string: it is no table."""
    head = text.lstrip().split("\n", 1)[0]
    if len(head) > 2000:
        return ""
    return next((sign for sign in _DELIMITERS if find_columns(head.split(sign))), "")


def _recognises(opened: Opened) -> bool:
    return opened.text is not None and bool(_delimiter(opened.text))


def _read(opened: Opened) -> Script:
    text = html.unescape(opened.text or "").lstrip()
    csv.field_size_limit(10_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
        columns = find_columns(rows[0])
    except (csv.Error, TypeError, IndexError):
        columns = None
    if columns is None:
        raise UnreadableError(
            "The table is damaged and cannot be read row by row. Export it again as CSV."
        )
    return read_rows(rows, columns, "csv")


READER: Final = Reader("csv", _recognises, _read)
