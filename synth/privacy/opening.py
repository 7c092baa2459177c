"""Files opened as their recipient would open them: every place where words can stand."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from synth.privacy.markup import read_markup

_PRINTABLE = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{6,}")
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one place of a file. `binary` parts are bytes in which words are chance finds."""

    text: str = field(repr=False)
    binary: bool = False


def open_file(name: str, content: bytes, depth: int = 0) -> Iterator[Part]:
    """Yield everything that can be read in a file: text, attributes, comments, metadata."""
    suffix = f".{name.lower().rpartition('.')[2]}"
    if content[:4] == b"PK\x03\x04" and depth < _DEEPEST:
        yield from _archive(content, depth)
    elif b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = (m.group().decode("utf-8", "ignore") for m in _PRINTABLE.finditer(content))
        yield Part("\n".join(found), binary=True)
    else:
        yield from _text(suffix, _decode(content))


def _archive(content: bytes, depth: int) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield Part(archive.comment.decode("utf-8", "ignore"))
            for info in archive.infolist():
                yield Part(info.filename)
                yield from open_file(info.filename, archive.read(info), depth + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        yield Part(content.decode("latin-1"), binary=True)


def _text(suffix: str, text: str) -> Iterator[Part]:
    if suffix in {".html", ".htm", ".xml", ".rels", ".svg", ".xhtml", ".qde", ".qdc"}:
        yield from _markup(text)
    elif suffix == ".json":
        yield from _json(text)
    elif suffix in {".csv", ".tsv"}:
        yield from _cells(text, "\t" if suffix == ".tsv" else ",")
    else:
        yield from _plain(text)


def _plain(text: str) -> Iterator[Part]:
    """Yield the text, and again with web escapes, entities and hard breaks undone."""
    yield Part(text)
    if "%" in text:
        yield Part(unquote(text))
    if "&" in text and ";" in text:
        yield from _markup(text)


def _markup(text: str) -> Iterator[Part]:
    shown, hidden = read_markup(text)
    yield Part(shown)
    yield Part("\n".join(hidden))
    if any("%" in one for one in hidden):
        yield Part("\n".join(unquote(one) for one in hidden))


def _json(text: str) -> Iterator[Part]:
    try:
        yield Part("\n".join(_strings(json.loads(text))))
    except (ValueError, RecursionError):
        undone = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
        yield from _plain(undone.replace("\\n", "\n").replace('\\"', '"'))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _cells(text: str, delimiter: str) -> Iterator[Part]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        yield Part(text)
    else:
        yield Part("\n".join(cell for row in rows for cell in row))


def _decode(content: bytes) -> str:
    for encoding in (
        ("utf-8-sig", "utf-16") if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",)
    ):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
