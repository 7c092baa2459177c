"""Many alliances on one page: each with its own course, in the order of their names, unranked."""

from __future__ import annotations

from collections.abc import Sequence

from synth.records.shift import Alliance, Held
from synth.report.floor import shown, total_of
from synth.report.sheets.blocks import Block, Grid, Heading, Items, Sheet, Text
from synth.report.sheets.shift_words import called, level_words

_NO_RANKING = (
    "Alliances stand in the order of their names. Scores of different alliances are not "
    "comparable: compare an alliance with itself."
)


def portfolio_sheet(alliances: Sequence[Alliance], today: str, floor: int) -> Sheet:
    """Return the portfolio as of `today`; numbers of people are cut to the floor."""
    overdue = [a for a in alliances if a.overdue]
    late = sum(a.plan.late_actions for a in alliances if a.plan)
    return Sheet(
        title="Alliances at a glance",
        kicker="Portfolio of alliance reviews",
        stamp="Private",
        facts=(
            f"As of {today}",
            f"{len(alliances)} alliance{'' if len(alliances) == 1 else 's'}",
            f"{len(overdue)} review{'' if len(overdue) == 1 else 's'} overdue",
            f"{late} action{'' if late == 1 else 's'} overdue",
        ),
        notices=(
            "The names of folders may name the partners: this page is for whoever runs the "
            "reviews.",
        ),
        blocks=(
            Text(_NO_RANKING, "note"),
            _overview(alliances, floor),
            *(block for alliance in alliances for block in _alliance(alliance)),
        ),
    )


def _overview(alliances: Sequence[Alliance], floor: int) -> Grid:
    rows, tones = [], []
    for one in alliances:
        last = one.cycles[-1] if one.cycles else None
        plan = one.plan
        rows.append(
            (
                one.name,
                f"{called(last.cycle)}" if last else "never run",
                _people(last, floor) if last else "–",
                _coverage(last) if last else "–",
                _actions(plan) if plan else "no plan yet",
                _due(one),
            )
        )
        tones.append(
            (-1, -1, -1, -1, 4 if plan and plan.late_actions else -1, 4 if one.overdue else -1)
        )
    head = ("Alliance", "Last cycle", "People", "Coverage", "Actions", "Next review by")
    return Grid(head, tuple(rows), (5, 3, 3, 4, 4, 4), tones=tuple(tones))


def _people(held: Held, floor: int) -> str:
    parts = [shown(held.cycle.people_of(side), floor) for side in ("a", "b", "unknown")]
    return total_of(parts) if any(part != "0" for part in parts) else "0"


def _coverage(held: Held) -> str:
    if held.missing or held.thin:
        return f"{held.missing} missing, {held.thin} thin"
    return "complete"


def _actions(held: Held) -> str:
    late = f", {held.late_actions} overdue" if held.late_actions else ""
    return f"{held.open_actions} open{late}"


def _due(alliance: Alliance) -> str:
    if not alliance.due:
        return "no date known"
    return f"{alliance.due}, overdue" if alliance.overdue else alliance.due


def _alliance(alliance: Alliance) -> list[Block]:
    blocks: list[Block] = [Heading(alliance.name)]
    if alliance.unfinished:
        blocks.append(Items(tuple(f"{f}: begun, never run." for f in alliance.unfinished)))
    if not alliance.cycles:
        return blocks
    cycles = [held.cycle for held in alliance.cycles]
    corners = dict(pair for cycle in cycles for pair in cycle.corners.items())
    rows = tuple(
        (
            name,
            *(level_words(c.ratings[id_]) if id_ in c.ratings else "not in scope" for c in cycles),
        )
        for id_, name in corners.items()
    )
    grid = Grid(
        head=("Draft ratings", *(called(c) for c in cycles)),
        rows=rows,
        widths=(4, *(3 for _ in cycles)),
    )
    return [*blocks, grid]


def portfolio_rows(alliances: Sequence[Alliance], floor: int) -> list[tuple[object, ...]]:
    """Return portfolio.csv: the head, then a row an alliance, cycle and corner."""
    rows: list[tuple[object, ...]] = [
        ("alliance", "cycle", "date", "corner", "rating", "people_a", "people_b",
         "coverage_missing", "coverage_thin", "actions_open", "actions_overdue", "next_review")
    ]  # fmt: skip
    for one in alliances:
        for held in one.cycles:
            people = [shown(held.cycle.people_of(side), floor) for side in ("a", "b")]
            rows += [
                (one.name, held.cycle.name, held.cycle.date, corner, rating, *people,
                 held.missing, held.thin,
                 "" if held.open_actions is None else held.open_actions, held.late_actions,
                 one.due)
                for corner, rating in held.cycle.ratings.items()
            ]  # fmt: skip
    return rows
