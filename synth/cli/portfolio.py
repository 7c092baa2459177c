"""`synth portfolio`: many alliances and cycles on one page, each compared with itself alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synth.cli.arguments import SummaryAsJson
from synth.cli.console import explain, shown, tell, tell_json
from synth.cli.pack import day_of
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.records.shift import Alliance, Cycle, Held

_DEEPEST = 4


def portfolio(
    root: Annotated[
        Path, typer.Argument(metavar="ROOT", help="A folder with review folders in it.")
    ],
    today: Annotated[str, typer.Option(help="Tell what is overdue on this day, YYYY-MM-DD.")] = "",
    as_json: SummaryAsJson = False,
) -> None:
    """Show all reviews under ROOT on one page: ratings over time, coverage, actions, what is due.

    Folders that lie together in one folder are cycles of one alliance. Nothing is ranked. The page
    goes to ROOT/out/private: names of folders may name the partners.
    """
    from synth.archive import add_private
    from synth.report import portfolio_pages
    from synth.shift import alliance_of

    if not root.is_dir():
        raise SynthError(f"There is no folder {root}. Give the folder that holds the reviews.")
    day = day_of(today, "--today") if today else date.today()
    cycles, unfinished = _found(root, day)
    names = sorted({*cycles, *unfinished})
    if not names:
        raise SynthError(f"No review folder lies under {root}. Begin one: synth init {root}/NAME")
    alliances = [alliance_of(n, cycles[n], unfinished[n], day) for n in names]
    held = [h.cycle for some in cycles.values() for h in some]
    floor = max((cycle.min_people for cycle in held), default=3)
    written = add_private(root, portfolio_pages(alliances, day.isoformat(), floor))
    if as_json:
        tell_json(_summary(alliances, written))
    else:
        tell(str(written / "portfolio.html"))


def _found(root: Path, day: date) -> tuple[dict[str, list[Held]], dict[str, list[str]]]:
    """Return the cycles by alliance, and the folders that were begun and never run."""
    from synth.shift import read_cycle

    cycles: dict[str, list[Held]] = defaultdict(list)
    unfinished: dict[str, list[str]] = defaultdict(list)
    for folder in _review_folders(root):
        name = _alliance_of(root, folder)
        try:
            cycles[name].append(_held(folder, read_cycle(folder), day))
        except SynthError as problem:
            explain(f"left out: {problem}")
            unfinished[name].append(folder.name)
    return cycles, unfinished


def _review_folders(root: Path) -> Iterator[Path]:
    """Yield the folders under `root` that hold a review; a parent's settings alone are none."""
    for file in sorted(root.glob("**/review.toml")):
        folder = file.parent
        deep = len(folder.relative_to(root).parts)
        inner = any(f != file for f in folder.glob("*/review.toml"))
        inner = inner or any(folder.glob("*/out/share/synthesis.json"))
        if 0 < deep <= _DEEPEST and not inner:
            yield folder
    for result in sorted(root.glob("**/out/share/synthesis.json")):
        folder = result.parents[2]
        if folder != root and not (folder / "review.toml").is_file():
            yield folder


def _alliance_of(root: Path, folder: Path) -> str:
    """Return the folder that holds the cycles, or the review's own where it lies in ROOT itself."""
    inside = folder.relative_to(root)
    return shown(inside if inside.parent == Path() else inside.parent)


def _held(folder: Path, cycle: Cycle, day: date) -> Held:
    from synth.records.shift import Held

    missing, thin = _gaps(folder)
    still_open, late = _actions(folder, day)
    return Held(cycle, folder.name, missing, thin, still_open, late)


def _gaps(folder: Path) -> tuple[int, int]:
    import json

    from synth.shift import RESULT

    rows = json.loads((folder / RESULT).read_bytes()).get("coverage") or []
    overall = [row for row in rows if row.get("role_group") == "all"]
    statuses = [row.get("status") for row in overall]
    return statuses.count("missing"), statuses.count("thin")


def _actions(folder: Path, day: date) -> tuple[int | None, int]:
    """Return how many agreed actions are open, None where no plan is, and how many overdue."""
    from synth.actions import find_plan, read_plan, standing

    try:
        path = find_plan(folder)
        if path is None:
            return None, 0
        stand = standing(read_plan(path), day)
    except SynthError as problem:
        explain(str(problem))
        return None, 0
    return len(stand.open), len(stand.overdue)


def _summary(alliances: list[Alliance], written: Path) -> dict[str, object]:
    return {
        "page": str(written / "portfolio.html"),
        "alliances": [
            {
                "name": a.name,
                "cycles": [h.cycle.name for h in a.cycles],
                "next_review": a.due,
                "overdue": a.overdue,
                "never_run": list(a.unfinished),
            }
            for a in alliances
        ],
    }
