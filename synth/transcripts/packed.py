"""Packed files: Word, OpenDocument and Excel documents, and archives of transcripts."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from synth.transcripts.script import UnreadableError

HEAD: Final = b"PK\x03\x04"
_PARTS: Final = frozenset(("[Content_Types].xml", "mimetype"))
_PLACES: Final = ("word/", "xl/", "ppt/", "_rels/", "docProps/", "META-INF/")
_MAX_UNPACKED: Final = 300 * 1024 * 1024
_MAX_PART: Final = 100 * 1024 * 1024
_MAX_PARTS: Final = 5000
_TOO_BIG: Final = (
    "It unpacks to more than 300 MB, which no transcript does. Save the words alone, without "
    "sound or pictures, and put that in its place."
)


def open_packed(data: bytes, damaged: str) -> zipfile.ZipFile:
    """Return the archive that `data` holds, once its parts are known to be of a sane size.

    Sizes are those that the archive declares: no part is ever unpacked beyond its own.

    Raises:
        UnreadableError: it is too big, or it is damaged: then with `damaged` as the reason.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception:  # a damaged archive fails in many ways; each is the same news to the user
        raise UnreadableError(damaged) from None
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    text = max((p.file_size for p in parts if p.filename.endswith((".xml", ".rels"))), default=0)
    if unpacked > _MAX_UNPACKED or text > _MAX_PART or len(parts) > _MAX_PARTS:
        raise UnreadableError(_TOO_BIG)
    return archive


def part_of(data: bytes, name: str) -> bytes:
    """Return one small part of an archive, empty where there is none or it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = archive.getinfo(name)
            return archive.read(part) if part.file_size < 10_000_000 else b""
    except Exception:  # as above
        return b""


def is_document(data: bytes) -> bool:
    """Tell whether an archive is a document of an office program, whole or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except Exception:  # as above
        return False
    return any(name in _PARTS or name.startswith(_PLACES) for name in names)
