"""A bar a stage on a terminal, a line a stage elsewhere. Both on standard error."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from synth.cli.console import explain
from synth.cli.failures import StageFailed
from synth.errors import SynthError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Stages:
    """What a run is doing now. Give `report` to the pipeline, inside a `with`.

    An exception that nobody foresaw leaves the `with` as a `StageFailed`, which has no text of it.
    """

    def __init__(self) -> None:
        self._now = ""
        self._bars = _Bars() if sys.stderr.isatty() else None

    def report(self, stage: str, fraction: float) -> None:
        """Show that `fraction` (0 to 1) of `stage`, in plain words, is done."""
        is_new, self._now = stage != self._now, stage
        if self._bars:
            self._bars.show(stage, fraction)
        elif is_new:
            explain(f"{stage} …")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bars:
            self._bars.stop(complete=error is None)
        if isinstance(error, Exception) and not isinstance(error, SynthError):
            raise StageFailed(self._now, error) from None


class _Bars:
    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        self._progress: Progress = Progress(*columns, console=Console(stderr=True))
        self._tasks: dict[str, TaskID] = {}
        self._now = ""
        self._progress.start()

    def show(self, stage: str, fraction: float) -> None:
        """Draw a bar for `stage`. It swings to and fro where how much is done is not known."""
        if stage != self._now:
            self._finish()
            self._now = stage
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=None)
        if fraction:
            self._progress.update(self._tasks[stage], total=1.0, completed=fraction)

    def stop(self, *, complete: bool) -> None:
        """Stop drawing. The stage that a run broke off in is left unfinished."""
        if complete:
            self._finish()
        self._progress.stop()

    def _finish(self) -> None:
        if self._now:
            self._progress.update(self._tasks[self._now], total=1.0, completed=1.0)
