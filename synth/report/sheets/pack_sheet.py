"""The facilitator's pack: the joint meeting on paper, what works first, with room to write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from synth.protocols import Protocol
from synth.records.kept import KeptFinding, KeptQuote, KeptResult
from synth.records.meeting import SOMEBODY, Apart, Concern, Meeting, View
from synth.report import wording
from synth.report.corner_pages import own_words
from synth.report.floor import in_short, spelled
from synth.report.sheets.blocks import Block, Grid, Heading, Items, Room, Sheet, Text, Words

_OPENING: Final = (
    "We are here because people gave time to say how the alliance is doing. What was said is "
    "shown without names; nobody need say what they said, and nobody should guess.",
    "This is a draft from interviews. It shows what people experienced and chose to say; you are "
    "here to put right what is wrong in it.",
    "We begin with what works. Then one concern at a time, always with the same three questions. "
    "We end with a plan: one owner and one date for each action.",
)
_QUESTIONS: Final = (
    "What is the root cause?",
    "What would need to change?",
    "Who needs to be involved?",
)
_ALIGNED: Final = "What would have to be so for both to feel aligned?"
_ONE_SIDE: Final = (
    "Only one side has been heard: nobody of {partner}. Do not present this as the view of both. "
    "Use the meeting to hear {partner} on the same questions, before any conclusion."
)
_IS_IT_SO: Final = (
    "Before the questions: do both sides recognise this? What is missing, what is wrong in it?"
)
_BEFORE: Final = (
    "The people interviewed have had the draft, and what they corrected is in it.",
    "Both sponsors come, or somebody who may decide for them; both alliance managers come.",
    "The sheet of what not to raise is with you alone, not in this pack.",
    "Concerns are in the order of how many people raised them. If time runs out, agree at which "
    "meeting the last one is taken up, rather than rushing it.",
)
_PLAN_ROWS: Final = 3
_PLAN_HEAD: Final = ("No.", "Action", "Concern", "Owner", "Date", "Check-in", "Status")


def pack_sheet(meeting: Meeting, result: KeptResult, protocol: Protocol) -> Sheet:
    """Return the pack for the meeting; all of it may be shown to both sides."""
    return Sheet(
        title="Joint meeting" + (f", {result.cycle}" if result.cycle else ""),
        kicker="Facilitator's pack",
        stamp="Draft",
        facts=_facts(meeting, result, protocol),
        notices=tuple(_notices(meeting, result)),
        language=protocol.language,
        blocks=(
            *_agenda(meeting),
            *_opening(meeting, result, protocol),
            *(
                b
                for n, c in enumerate(meeting.concerns, 1)
                for b in _concern(n, c, meeting, result, protocol)
            ),
            *_apart(meeting, protocol),
            *_plan(meeting, result),
            *_next(meeting),
        ),
    )


def _facts(meeting: Meeting, result: KeptResult, protocol: Protocol) -> tuple[str, ...]:
    day = f"Meeting: {_day(meeting.held)}" if meeting.held else "Meeting: ____________"
    return (own_words(result.alliance), f"Framework: {protocol.name}", day, "Two hours")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _notices(meeting: Meeting, result: KeptResult) -> Iterator[str]:
    if meeting.one_sided:
        yield _ONE_SIDE.format(partner=wording.PARTNERS[meeting.one_sided])
    elif result.people["a"] == result.people["b"] == "0":
        yield (
            "It is not known who sits on which side, so the views of the two sides are not set "
            "beside each other. Fill in the column side of people.csv and run again."
        )
    for side, partner in wording.PARTNERS.items():
        if result.people[side].startswith("<"):
            yield wording.FEW_PEOPLE.format(floor=spelled(result.min_people), partner=partner)


def _agenda(meeting: Meeting) -> list[Block]:
    rows = tuple(
        (_clock(s.start), f"{s.minutes} min", own_words(s.title), s.what) for s in meeting.agenda
    )
    return [
        Heading("Agenda"),
        Grid(("At", "Takes", "Part", "What happens"), rows, (2, 2, 5, 9)),
        Heading("Before the meeting"),
        Items(_BEFORE),
    ]


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _opening(meeting: Meeting, result: KeptResult, protocol: Protocol) -> list[Block]:
    blocks: list[Block] = [
        Heading("Opening: words to begin with", new_page=True),
        Items(_OPENING),
        Heading("What works", aside=_takes(meeting, "What works")),
    ]
    if not meeting.strengths:
        return [*blocks, Text(
            "No strength was shared by several people. Ask the room: what works, that we should "
            "not lose?"), Room("What works", 3)]  # fmt: skip
    for finding in meeting.strengths:
        blocks.append(
            Heading(own_words(finding.text), 3, aside=heard_words(finding, result, protocol))
        )
        blocks += [_words(quote) for quote in _safe(finding, result)[:1]]
    return [*blocks, Room("What must not be lost?", 2)]


def _takes(meeting: Meeting, title: str) -> str:
    return next((f"{s.minutes} minutes" for s in meeting.agenda if s.title == title), "")


def _safe(finding: KeptFinding, result: KeptResult) -> list[KeptQuote]:
    """Return the quotes that may be read out, those first that set nobody guessing."""
    safe = [q for q in finding.quotes if q.passage not in result.risks]
    return sorted(safe, key=lambda quote: SOMEBODY.search(quote.text) is not None)


def heard_words(finding: KeptFinding, result: KeptResult, protocol: Protocol) -> str:
    """Return the corner of a finding, and how many people stand behind it."""
    people = finding.people
    told = f"fewer than {spelled(result.min_people)}" if people.startswith("<") else people
    number = spelled(int(told)) if told.isdecimal() else told
    return f"{protocol.corner(finding.corner).name}; {number} people"


def _words(quote: KeptQuote) -> Words:
    return Words(quote.text, wording.WHO.get(quote.side, wording.WHO["unknown"]), quote.passage)


def _concern(
    number: int, concern: Concern, meeting: Meeting, result: KeptResult, protocol: Protocol
) -> list[Block]:
    finding = concern.finding
    told = f"{concern.minutes} minutes; {heard_words(finding, result, protocol)}"
    title = f"Concern {number}: {own_words(finding.subject)}"
    return [
        Heading(title, aside=told, new_page=True),
        Text(own_words(finding.text), "lead"),
        *(b for view in concern.views for b in _view(view, meeting, result)),
        Text(_IS_IT_SO),
        *(Room(question, 3) for question in _QUESTIONS),
        *(
            [Text(f"A proposal to begin with: {concern.action.text}", "note")]
            if concern.action
            else []
        ),
    ]


def _view(view: View, meeting: Meeting, result: KeptResult) -> list[Block]:
    partner = wording.PARTNERS[view.side]
    if view.side == meeting.one_sided:
        return [Heading(partner, 3), Text("Nobody was interviewed. Ask them now.")]
    counts = _counts(view, result.min_people)
    return [
        Heading(partner, 3, aside=counts),
        *([_words(view.example)] if view.example else [Text(_nothing(view), "note")]),
    ]


def _counts(view: View, floor: int) -> str:
    worried = in_short(view.worried, floor)
    if not view.worried and not view.content:
        return "nobody spoke of it"
    if not view.content:
        return f"{worried} worried"
    return f"{worried} worried, {in_short(view.content, floor)} content"


def _nothing(view: View) -> str:
    if not view.worried and not view.content:
        return "Nobody of this side spoke of it in the interviews. Ask before you conclude."
    return "No example can be shown without pointing at somebody. Ask for one."


def _apart(meeting: Meeting, protocol: Protocol) -> list[Block]:
    if not meeting.apart:
        return []
    blocks: list[Block] = [
        Heading("Where the sides see it differently", new_page=True,
                aside=_takes(meeting, "Where the sides see it differently")),
    ]  # fmt: skip
    for one in meeting.apart:
        blocks += _differing(one, protocol)
    return blocks


def _differing(one: Apart, protocol: Protocol) -> list[Block]:
    return [
        Heading(protocol.corner(one.corner).name, 3),
        *(b for view in one.views for b in _small(view)),
        Room(_ALIGNED, 3),
    ]


def _small(view: View) -> list[Block]:
    if view.example:
        return [_words(view.example)]
    return [Text(f"{wording.PARTNERS[view.side]}: {_nothing(view)}", "note")]


def _plan(meeting: Meeting, result: KeptResult) -> list[Block]:
    subjects = {f.id: own_words(f.subject) for c in result.corners for f in c.concerns}
    drafted = [
        (a.id, a.text, subjects.get(a.answers, ""), "", "", "", "open") for a in meeting.actions
    ]
    open_yet = [c.finding.subject for c in meeting.concerns if not c.action]
    empty = [("", "", own_words(subject), "", "", "", "") for subject in open_yet]
    empty += [("", "", "", "", "", "", "")] * _PLAN_ROWS
    return [
        Heading("Action plan", new_page=True),
        Text(
            "Proposals to agree, change or strike. One owner each, by name; a date; a day to check "
            "in. Saved as actions.docx in the review folder, synth actions reads this table back.",
            "note",
        ),
        Grid(_PLAN_HEAD, (*drafted, *empty), (2, 8, 4, 4, 4, 4, 3), to_fill=True),
    ]


def _next(meeting: Meeting) -> list[Block]:
    rows = tuple((_when(meeting.held, check.days), check.what) for check in meeting.check_ins)
    return [
        Heading("After the meeting"),
        Grid(("When", "What"), rows, (4, 12)),
        Room("Next review agreed for", 1),
    ]


def _when(held: date | None, days: int) -> str:
    if held:
        return _day(held + timedelta(days=days))
    return f"{days} days after the meeting"
