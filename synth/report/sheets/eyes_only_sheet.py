"""The facilitator's own sheet: what not to raise in the room, and what to do instead."""

from __future__ import annotations

from typing import Final

from synth.protocols import Protocol
from synth.records.kept import KeptResult
from synth.records.meeting import Avoid, Meeting
from synth.report.corner_pages import own_words
from synth.report.sheets.blocks import Block, Heading, Items, Sheet, Text, Words
from synth.report.sheets.pack_sheet import heard_words

_LONE: Final = (
    "One person raised each of these. Read out, it would be a guessing game about who. Ask the "
    "open question instead and let it come up, or not. If it is grave, go back to the person first "
    "and ask what may be done with it."
)


def eyes_only_sheet(meeting: Meeting, result: KeptResult, protocol: Protocol) -> Sheet:
    """Return the sheet for the facilitator alone: what not to raise in the room, and why."""
    return Sheet(
        title="What not to raise in the room",
        kicker="For the facilitator's eyes",
        stamp="Private",
        facts=(f"Cycle: {result.cycle}",) if result.cycle else (),
        notices=("Do not print this with the pack. Do not leave it in the room.",),
        language=protocol.language,
        blocks=(*_avoided(meeting, protocol), *_reserve(meeting, result, protocol)),
    )


def _avoided(meeting: Meeting, protocol: Protocol) -> list[Block]:
    if not meeting.avoid:
        return [Text("Nothing stands out that should be kept from the room.")]
    lone = [one for one in meeting.avoid if not one.why]
    blocks: list[Block] = [Heading("Single voices"), Text(_LONE)] if lone else []
    for corner in protocol.corners:
        blocks += _lone_of(corner.id, [one for one in lone if one.corner == corner.id], protocol)
    telling = [one for one in meeting.avoid if one.why]
    if telling:
        blocks.append(Heading("Quotes of the report that tell who speaks"))
    for one in telling:
        blocks.append(Words(one.text, "Do not read out", ", ".join(one.passages)))
        blocks.append(Text(f"{one.why} {one.instead}", "note"))
    return blocks


def _lone_of(corner: str, lone: list[Avoid], protocol: Protocol) -> list[Block]:
    if not lone:
        return []
    ask = next((q.text for q in protocol.questions if q.corner == corner), "")
    blocks: list[Block] = [Heading(protocol.corner(corner).name, 3)]
    blocks += [Words(one.text, "Do not read out", ", ".join(one.passages)) for one in lone]
    return [*blocks, Text(f"Ask instead: {ask}")] if ask else blocks


def _reserve(meeting: Meeting, result: KeptResult, protocol: Protocol) -> list[Block]:
    if not meeting.later:
        return []
    return [
        Heading("If there is time, or if they come up"),
        Items(
            tuple(
                f"{own_words(f.text)} ({heard_words(f, result, protocol)})" for f in meeting.later
            )
        ),
    ]
