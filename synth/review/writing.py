"""Add to decisions.toml: what the reviewer wrote there by hand stays as it is."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from synth.errors import SynthError
from synth.records.decisions import Entry
from synth.review.decisions import DECISIONS_FILE, DecisionsFile
from synth.review.faults import read_text, read_toml, validated

_HEAD: Final = re.compile(r"^[ \t]*(\[\[?)\s*([\w.-]+)\s*\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
_LISTS: Final = ("quotes", "themes", "findings", "actions", "fact_checks", "passages")
_NAMED_BY: Final = {"themes": "theme", "fact_checks": "sheet"}
_NOTES: Final = """\
# What the reviewer decided. It survives every run; change or remove what you like.
"""


def add_decisions(folder: Path, entries: Iterable[Entry]) -> Path:
    """Write entries into decisions.toml and return its path.

    An entry on the same thing as an earlier one takes its place; what an action was noted to have
    adds up. Whatever else stands in the file, comments too, is kept.

    Raises:
        SynthError: the file is wrong, cannot be written, or has such a table in another form.
    """
    path = folder / DECISIONS_FILE
    read_toml(path, DECISIONS_FILE, DecisionsFile)  # a file that is wrong stays as it is
    before = read_text(path, DECISIONS_FILE)
    text = _NOTES if before is None else before.replace("\r\n", "\n")
    for entry in entries:
        text = _with(text, entry)
    _check(text)
    _write(path, text)
    return path


def _with(text: str, entry: Entry) -> str:
    """Return the file with the entry at its end, and without the one that it replaces."""
    values: dict[str, Any] = dict(entry.values)
    for start, end in reversed(_blocks(text, entry.table)):
        held = _values(text[start:end], entry.table)
        if entry.table in _LISTS and not _same_thing(entry.table, held, values):
            continue
        if entry.table in ("actions", "report"):
            values = {**held, **values}
        text = text[:start] + _comments_after(text[start:end]) + text[end:]
    return f"{text.rstrip()}\n\n{_table(entry.table, values)}"


def _blocks(text: str, table: str) -> list[tuple[int, int]]:
    heads = list(_HEAD.finditer(text))
    ends = [*(h.start() for h in heads[1:]), len(text)]
    return [(h.start(), end) for h, end in zip(heads, ends, strict=False) if h[2] == table]


def _values(block: str, table: str) -> dict[str, Any]:
    """Return what a block says; nothing where what looked like a head stood in a text."""
    try:
        held: Any = tomllib.loads(block)
    except tomllib.TOMLDecodeError:
        return {}
    for step in table.split("."):
        held = held[step]
    return dict(held[0] if isinstance(held, list) else held)


def _same_thing(table: str, held: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    name = _NAMED_BY.get(table, "text")
    asked = bool(held.get("correction")) == bool(values.get("correction"))
    return bool(held) and held.get(name) == values.get(name) and asked


def _comments_after(block: str) -> str:
    """Return the comments at the end of a block: they introduce the next one."""
    lines = block.rstrip("\n").split("\n")
    kept: list[str] = []
    while lines and (lines[-1].lstrip().startswith("#") or not lines[-1].strip()):
        kept.insert(0, lines.pop())
    comments = "\n".join(kept).strip("\n")
    return f"{comments}\n" if comments else ""


def _table(table: str, values: Mapping[str, Any]) -> str:
    head = f"[[{table}]]" if table in _LISTS else f"[{table}]"
    lines = (f"{key} = {_toml(value)}" for key, value in values.items() if value not in ("", ()))
    return "\n".join((head, *lines)) + "\n"


def _toml(value: object) -> str:
    """Return a value as TOML: JSON's strings and lists are TOML's but for DEL."""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if isinstance(value, str):
        value = value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _check(text: str) -> None:
    try:
        validated(tomllib.loads(text), DECISIONS_FILE, DecisionsFile)
    except tomllib.TOMLDecodeError:
        raise SynthError(
            f"{DECISIONS_FILE} writes one of its tables in a way to which nothing can be added "
            "(such as quotes = [ … ]). Write each as a table of its own, [[quotes]], and try again."
        ) from None


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        part.replace(path)
    except OSError as error:
        raise SynthError(
            f"{DECISIONS_FILE} cannot be written ({error.strerror}). Nothing was changed."
        ) from None
