"""The scoping memo of step 1: one page that both sides agree to before the first interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from synth.protocols import Protocol
from synth.report.floor import spelled
from synth.report.sheets.blocks import Block, Grid, Heading, Items, Sheet, Text

_WEEKS: Final = (
    (-6, "This page agreed by both sponsors; people asked whether they will take part"),
    (-5, "Questions tried on one friendly person"),
    (-4, "Interviews: {fewest} to {most} people, 45 minutes each, one at a time"),
    (0, "Last interview; draft of the report"),
    (1, "Draft to the people interviewed, to check the facts"),
    (2, "Joint meeting, two hours"),
    (4, "Action plan sent out"),
)
"""What happens so many weeks after the last interview."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the memo says that the protocol does not. Names are real: both sides will read them."""

    alliance: str
    partners: tuple[str, str]
    cycle: str
    phase: str
    kind: str
    last_interview: date | None
    min_people: int
    listed: Mapping[tuple[str, str], int]
    """People of people.csv by side and role group."""


def scope_sheet(scope: Scope, protocol: Protocol) -> Sheet:
    """Return the memo, for both sponsors to agree to."""
    title = (
        f"Review of the alliance {scope.alliance}" if scope.alliance else "Review of the alliance"
    )
    return Sheet(
        title=title,
        kicker="Scope, for both sides to agree to",
        stamp="To agree",
        facts=_facts(scope, protocol),
        language=protocol.language,
        compact=True,
        blocks=(
            Heading("Purpose"),
            Text(_purpose(scope)),
            Heading("What we ask about"),
            Items(tuple(f"{corner.name}: {_first(corner.about)}" for corner in protocol.corners)),
            Heading("When"),
            _timeline(scope, protocol),
            Heading("Whom we ask"),
            *_people(scope, protocol),
            Heading("Confidentiality"),
            Items(_rules(scope)),
            Heading("Agreed"),
            Grid(("For", "Sponsor", "Date"), tuple((name, "", "") for name in scope.partners),
                 (5, 7, 4), to_fill=True),
        ),
    )  # fmt: skip


def _first(text: str) -> str:
    """Return the first sentence."""
    return text.split(". ", 1)[0].rstrip(".") + "."


def _facts(scope: Scope, protocol: Protocol) -> tuple[str, ...]:
    phases = {phase.id: phase.name for phase in protocol.phases}
    kinds = {kind.id: kind.name for kind in protocol.kinds}
    facts = [scope.cycle] if scope.cycle else []
    facts.append(f"Framework: {protocol.name}")
    facts += [f"Phase: {phases[scope.phase]}"] if scope.phase in phases else []
    facts += [f"Kind: {kinds[scope.kind]}"] if scope.kind in kinds else []
    return tuple(facts)


def _purpose(scope: Scope) -> str:
    last = {
        "renewal": "The result serves the decision whether and how to go on.",
        "formation": "The result serves to put right early what is not yet agreed.",
    }
    more = last.get(scope.phase, "The result is a common picture and a few agreed actions.")
    return (
        "To see how the alliance is doing as the people in it experience it: what to protect, what "
        f"worries them, what to do. {more} It is no audit, and nobody's performance is reviewed."
    )


def _timeline(scope: Scope, protocol: Protocol) -> Grid:
    plan = protocol.coverage
    rows = tuple(
        (_when(scope.last_interview, weeks),
         what.format(fewest=spelled(plan.plan_fewest), most=spelled(plan.plan_most)))
        for weeks, what in _WEEKS
    )  # fmt: skip
    return Grid(("By", "Step"), rows, (4, 12))


def _when(last: date | None, weeks: int) -> str:
    if last:
        day = last + timedelta(weeks=weeks)
        return f"{day.day} {day:%B %Y}"
    if not weeks:
        return "To be set"
    which = "before" if weeks < 0 else "after"
    plural = "" if abs(weeks) == 1 else "s"
    return f"{spelled(abs(weeks))} week{plural} {which} the last interview"


def _people(scope: Scope, protocol: Protocol) -> list[Block]:
    def cell(side: str, role: str) -> str:
        listed = scope.listed.get((side, role), 0)
        return f"{listed} proposed" if listed else "to be named"

    rows = tuple(
        (role[:1].upper() + role[1:], cell("a", role), cell("b", role))
        for role in protocol.coverage.plan_roles
    )
    note = (
        "At least one person of each role on each side. Each partner proposes its own people; "
        "nobody is made to take part, and nobody is told afterwards who said what."
    )
    return [Grid(("Role", *scope.partners), rows, (4, 6, 6)), Text(note, "note")]


def _rules(scope: Scope) -> tuple[str, ...]:
    floor = spelled(scope.min_people)
    return (
        "Transcripts are read by the reviewer alone and stay on one computer. Neither partner gets "
        "them.",
        "The report names nobody. Quotes are shown without names, and only where they do not point "
        f"at one person; nothing is counted that fewer than {floor} people could have said.",
        "The people interviewed check the draft before anybody else sees it, and may have their "
        "words taken out.",
        "Both sides get the same report at the same time. Transcripts and the key to the names are "
        "deleted once the actions are agreed.",
        "If one side does not take part, the report says so, and does not rate what one side alone "
        "cannot show.",
    )
