"""people.csv: who took part and who is named. Faults are told by line, never by name."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from synth.errors import SynthError
from synth.records.people import Person, Side
from synth.records.text import RawText
from synth.review.faults import nearest, read_text

PEOPLE_FILE: Final = "people.csv"
COLUMNS: Final = ("name", "also", "side", "role", "file")
_INTERVIEWER: Final = "interviewer"
_SIDES: Final = {
    "a": Side.A,
    "b": Side.B,
    "other": Side.OTHER,
    _INTERVIEWER: Side.UNKNOWN,
    "": Side.UNKNOWN,
}
_MOST_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: tuple[str, ...]


def read_people(folder: Path, files: Sequence[Path]) -> tuple[Person, ...]:
    """Return the people of the folder, then those of its parent whom the folder does not name.

    Args:
        folder: the review folder.
        files: its candidate transcripts, to which the column `file` refers.

    Raises:
        SynthError: a file cannot be read, or a line of it is wrong.
    """
    above = folder.resolve().parent / PEOPLE_FILE
    own = _read(folder / PEOPLE_FILE, PEOPLE_FILE)
    inherited = _read(above, f"../{PEOPLE_FILE} (inherited)")
    here = folder.resolve().name
    placed = [replace(p, file=_resolved(p.file, files, here)) for p in own]
    beneath = [replace(p, file=_resolved(p.file, files, here)) for p in inherited]
    return tuple(p for p in _joined(placed, beneath) if _says_something(p))


def _joined(own: list[Person], inherited: list[Person]) -> Iterator[Person]:
    """Let the folder's row win; the parent's other forms of the name stay hidden with it."""
    forms: dict[str, tuple[RawText, ...]] = {}
    for person in inherited:
        forms[_key(person)] = forms.get(_key(person), ()) + person.also
    for person in own:
        also = person.also + forms.get(_key(person), ()) if person.name else person.also
        yield replace(person, also=tuple(dict.fromkeys(also)))
    named, taken = {_key(p) for p in own if p.name}, {p.file for p in own if p.file}
    for person in inherited:
        if _key(person) not in named if person.name else person.file not in taken:
            yield person


def _key(person: Person) -> str:
    return " ".join(person.name.reveal().casefold().split())


def _says_something(person: Person) -> bool:
    """Tell whether a row holds more than a file: those of `synth init` wait to be filled in."""
    return bool(person.name or person.also or person.role or person.interviewer) or (
        person.side is not Side.UNKNOWN
    )


def _resolved(written: str, files: Sequence[Path], here: str) -> str:
    """Return the name of the transcript that is meant: case and ending may be left out.

    A parent's people.csv may say `2026-H1/anna.vtt`, which means nothing in another cycle.
    """
    path = Path(written.replace("\\", "/"))
    if len(path.parts) > 1 and path.parts[0] not in (here, "transcripts", "."):
        return ""
    name = path.name.casefold()
    exact = [f.name for f in files if f.name.casefold() == name]
    by_stem = [f.name for f in files if f.stem.casefold() == name]
    return (exact or (by_stem if len(by_stem) == 1 else []) or [path.name])[0]


def _read(path: Path, shown: str) -> list[Person]:
    text = read_text(path, shown)
    if text is None:
        return []
    rows = list(_rows(text, shown))
    if not rows:
        return []
    columns = _columns(rows[0], shown)
    faults = [f for row in rows[1:] for f in _faults(row, columns, shown)]
    if not faults:
        faults = list(_contradictions(rows[1:], columns, shown))
    if faults:
        left = len(faults) - _MOST_SHOWN
        raise SynthError("\n".join(faults[:_MOST_SHOWN] + [f"… and {left} more."] * (left > 0)))
    return [_person(row, columns) for row in rows[1:]]


def _rows(text: str, shown: str) -> Iterator[_Row]:
    """Yield the rows with a value, each with its line from 1. Lines that start with # are notes."""
    lines = ["" if line.lstrip().startswith("#") else line for line in text.splitlines()]
    head = next((line for line in lines if line.strip()), "")
    reader = csv.reader(
        (line + "\n" for line in lines),
        delimiter=";" if head.count(";") > head.count(",") else ",",
        strict=True,
    )
    line = 1
    try:
        for cells in reader:
            trimmed = _trimmed(cells)
            if trimmed and not trimmed[0].startswith("#"):
                yield _Row(line, trimmed)
            line = reader.line_num + 1
    except csv.Error:
        raise SynthError(
            f'{shown}, line {line}: a quotation mark is open or stray here. Write "…" around a '
            'value that holds a comma, and "" for a quotation mark in it.'
        ) from None


def _trimmed(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the cells without the empty ones at the end, which spreadsheets add."""
    stripped = [" ".join(cell.split()) for cell in cells]
    while stripped and not stripped[-1]:
        stripped.pop()
    return tuple(stripped)


def _columns(head: _Row, shown: str) -> tuple[str, ...]:
    columns = tuple(cell.casefold() for cell in head.cells)
    if "name" not in columns:
        raise SynthError(
            f"{shown}, line {head.line}: the first line must name the columns: {','.join(COLUMNS)}."
        )
    for column in columns:
        if column not in COLUMNS:
            close = nearest(column, COLUMNS)
            hint = f"Did you mean {close}?" if close else f"The columns are {','.join(COLUMNS)}."
            raise SynthError(f"{shown}, line {head.line}: there is no column {column!r}. {hint}")
    return columns


def _faults(row: _Row, columns: tuple[str, ...], shown: str) -> Iterator[str]:
    where = f"{shown}, line {row.line}"
    if len(row.cells) > len(columns):
        yield (
            f"{where}: there are {len(row.cells)} values for {len(columns)} columns. "
            "Write quotation marks around a value that holds a comma."
        )
    elif _cell(row, columns, "side").casefold() not in _SIDES:
        yield (
            f"{where}: this is no side. Write a, b, other or interviewer, "
            "or leave it empty where it is not known."
        )


def _contradictions(rows: list[_Row], columns: tuple[str, ...], shown: str) -> Iterator[str]:
    """One person on two lines was interviewed twice; on two sides, somebody erred."""
    first: dict[str, tuple[int, str]] = {}
    for row in rows:
        name, side = (_cell(row, columns, c).casefold() for c in ("name", "side"))
        if name and side:
            line, before = first.setdefault(name, (row.line, side))
            if before != side:
                yield (
                    f"{shown}, line {row.line}: line {line} gives this person another side. "
                    "Correct one of the two."
                )


def _cell(row: _Row, columns: tuple[str, ...], column: str) -> str:
    at = columns.index(column) if column in columns else len(row.cells)
    return row.cells[at] if at < len(row.cells) else ""


def _person(row: _Row, columns: tuple[str, ...]) -> Person:
    also = (form.strip() for form in _cell(row, columns, "also").split(";"))
    side = _cell(row, columns, "side").casefold()
    return Person(
        name=RawText(_cell(row, columns, "name")),
        also=tuple(RawText(form) for form in also if form),
        side=_SIDES[side],
        interviewer=side == _INTERVIEWER,
        role=_cell(row, columns, "role"),
        file=_cell(row, columns, "file"),
    )
