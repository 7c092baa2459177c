"""What of a review holds raw words or names, and its removal."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from synth.errors import SynthError


def private_files(review: Path) -> tuple[Path, ...]:
    """Return what lies in `out` beside the report, relative to the folder: key, log, caches."""
    out = review / "out"
    found = {out / "private", *out.glob(".share-*"), *out.glob(".old-*")}
    return tuple(sorted(p.relative_to(review) for one in found for p in _inside(one)))


def remove(review: Path, files: Iterable[Path]) -> tuple[Path, ...]:
    """Remove `files`, relative to the folder, and the folders left empty; return those removed.

    A link is removed, what it leads to is not. What is gone already is no error.

    Raises:
        SynthError: a file cannot be removed. The message names how many were.
    """
    done: list[Path] = []
    for file in files:
        try:
            (review / file).unlink(missing_ok=True)
        except OSError as error:
            raise SynthError(
                f"{file.as_posix()} cannot be removed ({error.strerror}); {len(done)} files were. "
                "Close it in other programs, check that it is yours, and purge again."
            ) from None
        done.append(file)
    for emptied in (review / "out" / "private", review / "transcripts"):
        if emptied.is_dir() and not emptied.is_symlink() and not any(_inside(emptied)):
            shutil.rmtree(emptied, ignore_errors=True)
    return tuple(done)


def _inside(place: Path) -> Iterator[Path]:
    if place.is_symlink() or place.is_file():
        yield place
    elif place.is_dir():
        for inner in sorted(place.iterdir()):
            yield from _inside(inner)
