"""The coverage page: who was heard on what, what is missing, whom to ask; and its private twin.

The shared page tells no role group of a side that fewer people than the floor belong to. The
private one, for whoever plans the interviews, tells them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from synth.protocols import Protocol
from synth.records.findings import CoverageCell
from synth.records.survey import BOTH, CornerCover, Request, Survey
from synth.report import wording
from synth.report.coverage_rows import coverage_row_of
from synth.report.floor import in_short
from synth.report.sheets.blocks import Block, Curve, Grid, Heading, Items, Sheet, Text
from synth.report.sheets.coverage_words import (
    SIDE,
    gap_words,
    lead_words,
    leans_words,
    plan_words,
    role_words,
    saturation_words,
    sides_words,
    why_words,
)

_TONES: Final = {"covered": 0, "thin": 2, "missing": 4}
_GUIDE_USED: Final = 3
"""Questions of the guide that must be recognised for the table of questions to say anything."""
_CURVE: Final = (
    "Themes known after each interview, praised and worried about counted apart. The band holds "
    "nine of ten other orders."
)
_BROAD: Final = (
    "Themes are broad: a new example of a known theme does not count as new, so this is the least "
    "that is still to be learned. Method: Guest, Namey and Chen (2020)."
)


def coverage_sheet(
    survey: Survey, cells: Sequence[CoverageCell], protocol: Protocol, floor: int, cycle: str
) -> Sheet:
    """Return the page that may be shared.

    Args:
        survey: coverage with true numbers.
        cells: the cells that may be told, as in coverage.csv.
        protocol: names of corners, and the questions.
        floor: number of people below which a count is not written.
        cycle: the round of interviews, may be empty.
    """
    return Sheet(
        title="Who was heard on what" + (f", {cycle}" if cycle else ""),
        kicker="Coverage of an alliance review",
        stamp="Draft",
        facts=(f"Framework: {protocol.name}", *plan_words(survey, floor)),
        language=protocol.language,
        compact=True,
        blocks=(
            Text(lead_words(survey, protocol), "lead"),
            _matrix(survey, cells, protocol, floor),
            *_requests(survey.requests, protocol),
            *_roles(survey, floor),
            *_saturation(survey),
            *_balance(survey, protocol, floor),
            *_questions(survey, protocol, floor),
        ),
    )


def planning_sheet(survey: Survey, protocol: Protocol, late: Sequence[str]) -> Sheet:
    """Return the page for whoever plans the interviews: every role group, with true numbers.

    Args:
        survey: coverage with true numbers and role groups.
        protocol: names of corners, and the questions.
        late: people of people.csv who were not interviewed, as "side, role: how many".
    """
    sides = _sides(survey)
    roles = tuple(
        (role_words(r.role_group), *(str(r.people.get(s, 0)) for s in sides), _asked(r.planned))
        for r in survey.roles
    )
    head = ("Role", *(SIDE[s] for s in sides), "")
    cells = tuple(
        (protocol.corner(c.corner).name, SIDE[str(c.side)], _role(c), str(c.people),
         str(c.passages), wording.STATUSES[c.status])
        for c in survey.cells
    )  # fmt: skip
    return Sheet(
        title="Whom to ask next",
        kicker="For whoever plans the interviews",
        stamp="Private",
        facts=plan_words(survey, 1),
        notices=("This page tells who said how much on what. Keep it to yourself.",),
        language=protocol.language,
        blocks=(
            *_requests((*survey.requests, *survey.plan_requests), protocol),
            *((Heading("In people.csv, not interviewed"), Items(tuple(late))) if late else ()),
            *_questions(survey, protocol, 1),
            Heading("Who was interviewed"),
            Grid(head, roles, (4, *(3 for _ in sides), 3)),
            Heading("Corner by side and role"),
            Grid(("Corner", "Side", "Roles", "People", "Passages", "Status"), cells,
                 (4, 3, 3, 2, 2, 2)),
        ),
    )  # fmt: skip


def _sides(survey: Survey) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(cover.cell.side) for cover in survey.corners))


def _asked(planned: bool) -> str:
    return "in the plan" if planned else "beyond the plan"


def _role(cell: CoverageCell) -> str:
    return "all roles" if cell.role_group == "all" else cell.role_group


def _matrix(survey: Survey, cells: Sequence[CoverageCell], protocol: Protocol, floor: int) -> Grid:
    sides = _sides(survey)
    rows, tones = [], []
    for corner in protocol.corners:
        covers = {str(c.cell.side): c for c in survey.corners if c.cell.corner == corner.id}
        rows.append((corner.name, *(_cover(covers[s], cells, floor) for s in sides)))
        tones.append((-1, *(_TONES[covers[s].cell.status] for s in sides)))
    head = ("Corner", *(_head(side) for side in sides))
    return Grid(head, tuple(rows), (4, *(6 for _ in sides)), tones=tuple(tones))


def _head(side: str) -> str:
    return wording.SIDES[side]


def _cover(cover: CornerCover, cells: Sequence[CoverageCell], floor: int) -> str:
    cell = cover.cell
    row = coverage_row_of(cell, cells, floor)
    status = f"{wording.STATUS_ICONS[cell.status]} {wording.STATUSES[cell.status]}"
    if not cell.passages:
        return f"{status}: {why_words(cover, floor)}"
    said = f"{row.people} people, {row.passages} passages"
    why = f" ({why_words(cover, floor)})" if cover.reasons else ""
    return f"{status}: {said}{why}"


def _requests(requests: Sequence[Request], protocol: Protocol) -> list[Block]:
    if not requests:
        return []
    texts = {question.id: question.text for question in protocol.questions}
    rows = tuple(
        (
            gap_words(request.gap, protocol),
            _whom(request),
            " / ".join(texts[q] for q in request.questions[:2]),
        )
        for request in requests
    )
    return [
        Heading("What to ask whom next"),
        Grid(("Gap", "Ask", "Begin with"), rows, (4, 4, 8)),
    ]


def _whom(request: Request) -> str:
    roles = ", ".join(role_words(role).removeprefix("the ") for role in request.roles)
    side = f" of {SIDE[request.gap.side]}" if request.gap.side in wording.PARTNERS else ""
    return f"{roles[:1].upper()}{roles[1:]}{side or ', on both sides'}"


def _roles(survey: Survey, floor: int) -> list[Block]:
    rows = tuple(
        (
            role_words(r.role_group),
            in_short(sum(r.people.values()), floor),
            "two, one a side" if r.planned else "–",
        )
        for r in survey.roles
    )
    return [
        Heading("Roles interviewed, against the plan"),
        Grid(("Role", "Interviewed on both sides together", "Planned at least"), rows, (4, 5, 4)),
    ]


def _saturation(survey: Survey) -> list[Block]:
    overall = next(s for s in survey.saturation if s.side == BOTH)
    blocks: list[Block] = [
        Heading("Would another interview bring anything new?"),
        Text(saturation_words(overall)),
    ]
    if overall.share is None:
        return blocks
    known = tuple(sum(overall.new[: n + 1]) for n in range(len(overall.new)))
    curve = Curve(_CURVE, known, overall.low, overall.high, overall.base)
    return [*blocks, Text(sides_words(survey)), curve, Text(f"{survey.order} {_BROAD}", "note")]


def _balance(survey: Survey, protocol: Protocol, floor: int) -> list[Block]:
    told = leans_words(survey, protocol, floor)
    body: Block = (
        Items(told)
        if told
        else Text("No corner rests on one voice, one side, one role or one tone.")
    )
    return [Heading("Is the evidence in balance?"), body]


def _questions(survey: Survey, protocol: Protocol, floor: int) -> list[Block]:
    heading = Heading("Questions of the guide")
    if survey.recognised < _GUIDE_USED:
        words = (
            "The interviewers asked in their own words: hardly any question of the guide can be "
            "recognised, so nothing is said here of what was asked and evaded."
        )
        return [heading, Text(words, "note")]
    sides = _sides(survey)
    texts = {question.id: question.text for question in protocol.questions}
    rows = tuple(
        (
            texts[q.question],
            *(_asked_of(q.asked.get(s, 0), q.answered.get(s, 0), floor) for s in sides),
        )
        for q in survey.questions
    )
    return [heading, Grid(("Question", *(_head(s) for s in sides)), rows, (8, *(4 for _ in sides)))]


def _asked_of(asked: int, answered: int, floor: int) -> str:
    if not asked:
        return "not asked in these words"
    if asked < floor:
        return f"asked of {in_short(asked, floor)}"
    if answered == asked:
        return f"asked of {in_short(asked, floor)}, answered"
    if not answered:
        return f"asked of {in_short(asked, floor)}, evaded"
    return f"asked of {in_short(asked, floor)}, evaded by {in_short(asked - answered, floor)}"
