"""Which files of a review folder may be transcripts. What they hold is not looked at here."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from synth.errors import SynthError
from synth.review.decisions import DECISIONS_FILE
from synth.review.people import PEOPLE_FILE
from synth.review.scorecard import SCORECARDS
from synth.review.settings import REVIEW_FILE

_PLANS: Final = ("actions.toml", "actions.docx", "actions.xlsx")
"""The action plan, which `synth actions` reads."""
_NEVER: Final = frozenset(
    {REVIEW_FILE, PEOPLE_FILE, DECISIONS_FILE, *SCORECARDS, *_PLANS, "thumbs.db", "desktop.ini"}
)
_PLACES: Final = (".", "transcripts")


def find_files(folder: Path) -> tuple[Path, ...]:
    """Return the files that may be transcripts, relative to `folder`, sorted by name.

    Raises:
        SynthError: there is no such folder, or nothing in it to read.
    """
    _check_folder(folder)
    files = candidates(folder)
    if files:
        return files
    raise SynthError(
        f"{folder} holds no transcript. {_where_else(folder)}Put the transcripts "
        "(.vtt, .docx, .txt, .md) into it, or into a folder `transcripts` in it."
    )


def _check_folder(folder: Path) -> None:
    if not folder.exists():
        raise SynthError(
            f"There is no folder {folder}. Give the folder that holds the transcripts."
        )
    if not folder.is_dir():
        raise SynthError(f"{folder} is a file. Give the folder that holds the transcripts.")


def candidates(folder: Path) -> tuple[Path, ...]:
    """Return the files that may be transcripts, relative to `folder`; none for an empty one."""
    try:
        found = [
            Path(place) / path.name
            for place in _PLACES
            if (folder / place).is_dir()
            for path in (folder / place).iterdir()
            if path.is_file() and _may_be_transcript(path.name)
        ]
    except OSError as error:
        raise SynthError(f"{folder} cannot be read ({error.strerror}).") from None
    return tuple(sorted(found, key=lambda path: (path.name.casefold(), path.as_posix())))


def _may_be_transcript(name: str) -> bool:
    plain = name.casefold()
    hidden = plain.startswith((".", "~$")) or plain.endswith((".tmp", ".bak", "~"))
    return not hidden and plain not in _NEVER and not plain.startswith("readme")


def _where_else(folder: Path) -> str:
    below = sorted(p for p in folder.iterdir() if p.is_dir() and p.name not in ("out", *_PLACES))
    cycles = [p for p in below if not p.name.startswith(".") and candidates(p)]
    return f"If a folder in it is the review, give that one: {cycles[0]}. " if cycles else ""
