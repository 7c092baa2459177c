"""`synth audit`: documents that were edited later, checked against a review's key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synth.cli.arguments import TableAsJson
from synth.cli.console import count, explain, shown, tell, tell_json
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.privacy import Leak
    from synth.records.review import Review

_REFUSED = 3


def audit(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Documents that you want to pass on.")
    ],
    review: Annotated[
        Path | None,
        typer.Option(help="The review folder whose key to use. Found above FILE where not given."),
    ] = None,
    as_json: TableAsJson = False,
) -> None:
    """Look for the names of a review's key in FILEs.

    Word, HTML, CSV, JSON and text are opened as a reader would, with comments and properties.
    Names are told by their pseudonym. Exit code 3 if one is found. Nothing is written.
    """
    from synth.archive import read_key
    from synth.privacy import audit_files

    folder = review or _review_above(files[0])
    key = read_key(folder)
    contents = {shown(file): _read(file) for file in files}
    leaks = audit_files(contents, key, _settings(folder))
    if as_json:
        tell_json({"found": [_row(leak) for leak in leaks], "files": sorted(contents)})
    else:
        for leak in leaks:
            tell(f"{leak.file}: {leak.kind} of {leak.pseudonym}, {count(leak.count, 'time')}")
    if leaks:
        explain(f"do not pass this on: {count(len(leaks), 'name')} found. key.csv tells whose.")
        raise typer.Exit(_REFUSED)
    explain(f"no name of the key found in {count(len(contents), 'file')}.")


def _row(leak: Leak) -> dict[str, object]:
    return {
        "file": leak.file,
        "kind": leak.kind,
        "pseudonym": leak.pseudonym,
        "count": leak.count,
    }


def _review_above(file: Path) -> Path:
    """Return the nearest folder above a file that has a key, or the folder synth is run in."""
    above = (*file.resolve().parents, Path.cwd())
    held = (p for p in above if (p / "out" / "private" / "key.csv").is_file())
    found = next(held, None)
    if found is None:
        raise SynthError(
            f"No review folder with a key lies above {shown(file)}. "
            "Name it: synth audit --review FOLDER FILE."
        )
    return found


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SynthError(
            f"{shown(file)} cannot be read ({error.strerror}). Give the path of a document."
        ) from None


def _settings(folder: Path) -> Review | None:
    """Return the review's settings; none where they are gone, for the key alone serves too."""
    from synth.review import load_review

    try:
        return load_review(folder)
    except SynthError:
        explain("the review's settings cannot be read: its key alone is used.")
        return None
