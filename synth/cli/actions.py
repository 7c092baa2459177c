"""`synth actions`: what was agreed, how it stands, and what people say of it a cycle later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synth.cli.arguments import ReviewFolder, TableAsJson
from synth.cli.console import count, explain, printable, shown, tell, tell_json
from synth.cli.pack import day_of
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.records.kept import KeptResult
    from synth.records.meeting import ActionPlan, FollowUp

_FLOOR = 3


def actions(
    folder: ReviewFolder,
    today: Annotated[str, typer.Option(help="Tell what is overdue on this day, YYYY-MM-DD.")] = "",
    as_json: TableAsJson = False,
) -> None:
    """Show the agreed actions of FOLDER: status, owners, what is overdue.

    They are read from actions.toml, or from the table of the pack, filled in and saved as
    actions.docx or actions.xlsx. What an earlier cycle agreed, in a folder beside, is asked after.
    """
    from synth.actions import find_plan, read_plan
    from synth.records.meeting import ActionPlan

    if not folder.is_dir():
        raise SynthError(f"There is no folder {folder}. Give the review folder.")
    day = day_of(today, "--today") if today else date.today()
    path = find_plan(folder)
    plan = read_plan(path) if path else ActionPlan(())
    before = _plan_before(folder)
    if path is None and before is None:
        raise SynthError(
            f"{folder} has no agreed actions. Fill in the table of out/share/pack.docx and save it "
            "as actions.docx in the folder, or write actions.toml."
        )
    followed = _followed(folder, before) if before else ()
    _write(folder, plan, followed, day)
    if as_json:
        tell_json(_as_json(plan, followed, day))
    for fault in plan.faults:
        explain(f"{plan.source}: {fault}")
    if not as_json:
        _tell(plan, followed, day)


def _plan_before(folder: Path) -> tuple[Path, ActionPlan] | None:
    """Return the plan of the cycle before: of the folder beside that sorts last before this one."""
    from synth.actions import find_plan, read_plan

    here = folder.resolve()
    beside = sorted(p for p in here.parent.iterdir() if p.is_dir() and p.name < here.name)
    for earlier in reversed(beside):
        path = find_plan(earlier)
        if path:
            return earlier, read_plan(path)
    return None


def _followed(folder: Path, before: tuple[Path, ActionPlan]) -> tuple[FollowUp, ...]:
    from synth.actions import follow_up
    from synth.archive import read_result
    from synth.embeddings import PackagedEncoder

    earlier, plan = before
    agreed = tuple(a for a in plan.actions if a.status != "dropped")
    explain(f"{count(len(agreed), 'action')} agreed in {shown(Path(earlier.name))}: asked after.")
    try:
        now = read_result(folder)
    except SynthError:
        explain("this cycle was not run yet: what people now say of them cannot be told.")
        return ()
    return follow_up(agreed, _result_of(earlier), now, PackagedEncoder().encode)


def _result_of(earlier: Path) -> KeptResult | None:
    from synth.archive import read_result

    try:
        return read_result(earlier)
    except SynthError:
        return None


def _write(folder: Path, plan: ActionPlan, followed: Sequence[FollowUp], day: date) -> None:
    from synth.archive import add_private
    from synth.meeting import plan_calendar
    from synth.report import action_pages, actions_sheet

    files = action_pages(actions_sheet(plan.actions, plan.faults, followed, day, _FLOOR))
    if any(a.status == "open" and (a.due or a.check_in) for a in plan.actions):
        files["actions.ics"] = plan_calendar(plan, day)
    private = add_private(folder, files)
    explain(f"the list, with its owners (private): {shown(private / 'actions.html')}")


def _tell(plan: ActionPlan, followed: Sequence[FollowUp], day: date) -> None:
    from synth.report import actions_sheet, sheet_text

    tell(printable(sheet_text(actions_sheet(plan.actions, (), followed, day, _FLOOR))))


def _as_json(plan: ActionPlan, followed: Sequence[FollowUp], day: date) -> dict[str, object]:
    from synth.actions import standing

    stand = standing(plan, day)
    return {
        "actions": [
            {"id": a.id, "text": a.text, "owner": a.owner, "status": a.status,
             "due": a.due.isoformat() if a.due else None,
             "check_in": a.check_in.isoformat() if a.check_in else None}
            for a in plan.actions
        ],
        "overdue": [a.id for a in stand.overdue],
        "to_check": [a.id for a in stand.to_check],
        "unowned": [a.id for a in stand.unowned],
        "not_understood": list(plan.faults),
        "asked_after": [
            {"id": f.action.id, "theme": f.theme, "label": f.label, "question": f.question}
            for f in followed
        ],
    }  # fmt: skip
