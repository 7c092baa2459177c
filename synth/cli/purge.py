"""`synth purge`: what holds raw words or names is removed, the report stays."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from synth.cli.arguments import ReviewFolder
from synth.cli.console import count, explain, explain_more, shown, tell
from synth.errors import SynthError

_KEPT: Final = (
    "review.toml", "people.csv", "decisions.toml", "actions.toml", "actions.docx", "actions.xlsx",
)  # fmt: skip


def purge(
    folder: ReviewFolder,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove transcripts, key and caches of FOLDER.

    The report in out/share stays. Nobody can be found behind its pseudonyms afterwards, and no
    run can be made again: keep a copy of the transcripts elsewhere if you must.
    """
    from synth.archive import private_files, remove
    from synth.review import candidates

    if not folder.is_dir():
        raise SynthError(f"There is no folder {folder}. Give the review folder.")
    files = (*candidates(folder), *private_files(folder))
    if not files:
        explain(f"{folder} holds neither transcripts nor a key: nothing to remove.")
        return
    explain(f"{count(len(files), 'file')} of {folder} will be removed for good:")
    for file in files:
        explain_more(shown(file))
    if not yes:
        _confirm()
    for file in remove(folder, files):
        tell(shown(file))
    explain(f"{count(len(files), 'file')} removed.")
    _tell_what_is_left(folder)


def _confirm() -> None:
    if not sys.stdin.isatty():
        explain("there is no terminal to ask on. Nothing was removed: give --yes to go on.")
        raise typer.Exit(2)
    if not typer.confirm("Remove them?", default=False, err=True):
        explain("nothing was removed.")
        raise typer.Exit(1)


def _tell_what_is_left(folder: Path) -> None:
    left = [name for name in _KEPT if (folder / name).is_file()]
    if left:
        explain(f"still there, with the names that you wrote into them: {', '.join(left)}.")
