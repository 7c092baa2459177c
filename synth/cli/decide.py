"""`synth decide`: the open points of a report, one by one, or given by a script."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from synth.cli.arguments import ReviewFolder, TableAsJson
from synth.cli.console import count, explain, printable, shown, tell, tell_json
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.protocols import Protocol
    from synth.records.decisions import Entry, OpenPoint
    from synth.records.kept import KeptResult

_LEAVE, _STOP = "", "q"
_DECISIONS: Final = "decisions.toml"
_ADVICE: Final = "Enter leaves a point open, q stops. What you answered is kept."


def decide(
    folder: ReviewFolder,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Decide this; may be given repeatedly."),
    ] = None,
    reason: Annotated[str, typer.Option(help="Why: the report shows it.")] = "",
    every: Annotated[
        bool, typer.Option("--all", help="Ask after every finding and theme, too.")
    ] = False,
    as_json: TableAsJson = False,
) -> None:
    """Go through what is left to decide in FOLDER: ratings, doubtful quotes, owners, the state.

    Answers are written to decisions.toml and hold for every later run. For scripts:

    --set rating.CORNER=LEVEL, quote.ID=strike, theme.ID.name=…, finding.ID.wording=…,
    action.ID.owner=…, action.ID.date=YYYY-MM-DD, fact_check=closed, final=yes.
    """
    from synth.archive import read_result
    from synth.decisions import entry_of, open_points
    from synth.protocols import load_protocol
    from synth.review import load_review

    review = load_review(folder)
    result = read_result(folder)
    protocol = load_protocol(review.protocol, folder)
    if settings:
        _keep(folder, [entry_of(s, reason, result, protocol) for s in settings])
        return
    for note in result.notes:
        if note.startswith(_DECISIONS):
            explain(note)
    points = open_points(result, review.decisions, protocol, every=every)
    if as_json:
        tell_json({"open": [_row(point) for point in points]})
    elif not sys.stdin.isatty():
        for point in points:
            _show(point)
    else:
        _ask_all(folder, points, result, protocol)


def _keep(folder: Path, entries: list[Entry]) -> None:
    from synth.review import add_decisions

    path = add_decisions(folder, entries)
    explain(f"{count(len(entries), 'decision')} written. Run again to see the report with it.")
    tell(shown(path))


def _row(point: OpenPoint) -> dict[str, object]:
    return {
        "key": point.key,
        "title": point.title,
        "about": list(point.lines),
        "choices": dict(point.choices),
        "needs_reason": point.needs_reason,
    }


def _show(point: OpenPoint) -> None:
    tell(f"\n{printable(point.title)}  [{point.key}]")
    for line in point.lines:
        tell(f"  {printable(line)}")
    for value, meaning in point.choices:
        tell(f"    {value}: {printable(meaning)}")
    if point.free:
        tell(f"    or {point.free}")


def _ask_all(
    folder: Path, points: tuple[OpenPoint, ...], result: KeptResult, protocol: Protocol
) -> None:
    from synth.decisions import entry_of
    from synth.review import add_decisions

    tell(f"{count(len(points), 'point')} to decide. {_ADVICE}")
    done = 0
    for number, point in enumerate(points, 1):
        tell(f"\n{number} of {len(points)}")
        _show(point)
        answer = _asked("Your answer")
        if answer == _STOP:
            break
        if answer == _LEAVE:
            continue
        why = _asked("Why (the report shows it)") if point.needs_reason else ""
        try:
            add_decisions(folder, [entry_of(f"{point.key}={answer}", why, result, protocol)])
            done += 1
        except SynthError as error:
            explain(f"{error} The point stays open.")
    explain(f"{count(done, 'decision')} written to {shown(folder / _DECISIONS)}.")
    if done:
        explain(f"run again to see the report with it: synth run {shown(folder)}")


def _asked(question: str) -> str:
    answer: str = typer.prompt(question, default="", show_default=False, err=True)
    return answer.strip()
