"""Archives of transcripts (.zip): each file in one is read as if it lay in the review folder."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from synth.transcripts.opening import MAX_BYTES, open_file, opened_from
from synth.transcripts.packed import HEAD, is_document, open_packed
from synth.transcripts.script import Opened, UnreadableError

_DAMAGED: Final = (
    "The Word document or archive is damaged and cannot be opened. Open it in the program that "
    "wrote it, save it again under another name, and put that in its place."
)
_NOTHING: Final = "The archive holds no files. Put the transcripts themselves in its place."
_LOCKED: Final = (
    "The file is protected by a password inside the archive. Unpack it, and put the transcript "
    "itself into the review folder."
)
_NESTED: Final = (
    "It is an archive inside an archive. Unpack it, and put the transcripts themselves into the "
    "review folder."
)
_TOO_BIG: Final = "The file is larger than 50 MB, which no transcript is."
_MAX_FILES: Final = 500

Found = tuple[Path, Opened | UnreadableError]


def open_files(folder: Path, path: Path) -> Iterator[Found]:
    """Yield the file itself, or where it is an archive each file in it, under the archive's path.

    A file that cannot be opened comes as the reason why not.
    """
    try:
        opened = open_file(folder, path)
        if not _is_archive(opened.data):
            yield path, opened
            return
        archive = open_packed(opened.data, _DAMAGED)
    except UnreadableError as reason:
        yield path, reason
        return
    with archive:
        yield from _members(path, archive)


def _is_archive(data: bytes) -> bool:
    return data.startswith(HEAD) and not is_document(data)


def _members(path: Path, archive: zipfile.ZipFile) -> Iterator[Found]:
    members = {_inner(path, member): member for member in archive.infolist() if _counts(member)}
    if not members:
        yield path, UnreadableError(_NOTHING)
    for inner in sorted(members)[:_MAX_FILES]:
        try:
            yield inner, _unpacked(archive, members[inner])
        except UnreadableError as reason:
            yield inner, reason
    for inner in sorted(members)[_MAX_FILES:]:
        yield inner, UnreadableError("The archive holds more than 500 files. Split it into two.")


def _counts(member: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(member.filename).name
    hidden = name.startswith((".", "~$")) or member.filename.startswith("__MACOSX/")
    return bool(name) and not member.is_dir() and not hidden


def _inner(path: Path, member: zipfile.ZipInfo) -> Path:
    # Nothing is unpacked to the disk: the path only names the file in the report.
    name = member.filename.replace("\\", "/").replace("\x00", "")
    return path.joinpath(*(part for part in name.split("/") if part not in ("", ".", "..")))


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Opened:
    if member.flag_bits & 1:
        raise UnreadableError(_LOCKED)
    if member.file_size > MAX_BYTES:
        raise UnreadableError(_TOO_BIG)
    try:
        data = archive.read(member)
    except Exception:  # a damaged archive fails in many ways
        raise UnreadableError(_DAMAGED) from None
    if _is_archive(data):
        raise UnreadableError(_NESTED)
    return opened_from(data)
