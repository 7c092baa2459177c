"""The one error that a user sees: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Mapping


class SynthError(Exception):
    """A named problem that stops a run. The message never holds a participant's words.

    Args:
        what: the whole message: what, where, what to do.
        exit_code: 1 a named problem, 3 the leak check refused.
    """

    def __init__(self, what: str, *, exit_code: int = 1) -> None:
        super().__init__(what)
        self.exit_code = exit_code


def nothing_read(files: int) -> SynthError:
    """Return the problem of a folder in which no file could be used."""
    return SynthError(
        f"No transcript could be used ({files} files were looked at). "
        "`synth check FOLDER` says for each file why, and what to do."
    )


def leaking(kinds: Mapping[str, str]) -> SynthError:
    """Return the problem of a report that holds a name; `kinds` says which kind in which file."""
    where = "; ".join(f"{file}: {kinds[file]}" for file in sorted(kinds))
    return SynthError(
        f"The leak check found names in the rendered report ({where}); nothing was written. "
        "Add the name to [names] hide in review.toml, or to people.csv, and run again.",
        exit_code=3,
    )
