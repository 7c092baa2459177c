"""Write `out/share` and `out/private` so that a reader never meets half a report."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from synth.errors import SynthError

_PRIVATE_MODE = 0o700


def private_folder(review: Path) -> Path:
    """Return `out/private` of a review folder, made if need be, closed to everybody else.

    Raises:
        SynthError: `out` cannot be written.
    """
    folder = review / "out" / "private"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(_PRIVATE_MODE)
    except OSError:
        raise _unwritable() from None
    return folder


def write_run(review: Path, share: Mapping[str, bytes], private: Mapping[str, bytes]) -> Path:
    """Write both halves of a run and return the folder `out/share`.

    Everything is written to a new folder beside the old one, which is then swapped in, so that an
    interrupted run leaves the last whole report. The private half goes first: a report never lies
    there without its key.

    Raises:
        SynthError: `out` cannot be written.
    """
    out = review / "out"
    try:
        out.mkdir(exist_ok=True)
        kept = private_folder(review)
        for name, content in private.items():
            _replace(kept / name, content)
        _swap(out / "share", share)
        shutil.rmtree(out / "shift", ignore_errors=True)  # it quotes the run before
    except OSError:
        raise _unwritable() from None
    return out / "share"


def add_share(review: Path, files: Mapping[str, bytes]) -> Path:
    """Write further files beside the last report, each whole or not at all; return the folder.

    Raises:
        SynthError: they cannot be written.
    """
    return _add(review / "out" / "share", files, 0o644)


def add_private(review: Path, files: Mapping[str, bytes]) -> Path:
    """Write further files for the reviewer alone, and return their folder.

    Raises:
        SynthError: they cannot be written.
    """
    return _add(private_folder(review), files, 0o600)


def add_shift(review: Path, files: Mapping[str, bytes]) -> Path:
    """Write the comparison of cycles to `out/shift`, all of it or nothing; return that folder.

    Raises:
        SynthError: it cannot be written.
    """
    folder = review / "out" / "shift"
    try:
        _swap(folder, files)
    except OSError:
        raise _unwritable() from None
    return folder


def _add(folder: Path, files: Mapping[str, bytes], mode: int) -> Path:
    try:
        for name, content in files.items():
            (folder / name).parent.mkdir(mode=_PRIVATE_MODE, exist_ok=True)
            _replace(folder / name, content, mode)
    except OSError:
        raise _unwritable() from None
    return folder


def _swap(folder: Path, files: Mapping[str, bytes]) -> None:
    fresh = Path(tempfile.mkdtemp(prefix=".share-", dir=folder.parent))
    try:
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        fresh.chmod(0o755)
        if folder.exists():
            old = Path(tempfile.mkdtemp(prefix=".old-", dir=folder.parent))
            folder.rename(old / "share")
            fresh.rename(folder)
            shutil.rmtree(old, ignore_errors=True)
        else:
            fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _replace(path: Path, content: bytes, mode: int = 0o600) -> None:
    part = path.with_name(f".{path.name}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    part.replace(path)


def _unwritable() -> SynthError:
    return SynthError(
        "The folder out/ of the review cannot be written. Check that it is a folder, that you may "
        "write there and that the disk is not full; nothing was changed in the last report."
    )
