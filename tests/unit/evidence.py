"""Evidence made by hand, for the tests of every room behind the privacy room."""

from __future__ import annotations

from pathlib import Path

from synth.records.evidence import Origin, Passage, Sentence, Tag
from synth.records.people import Side
from synth.records.text import CleanText

WHERE = Origin(Path("one.txt"), 1, 0, 10)


def sentence(text: str, *, answer: int = 0, side: Side = Side.A, question: str = "") -> Sentence:
    return Sentence(
        interview="i01",
        answer=answer,
        speaker="[A: interviewee 1]",
        side=side,
        role_group="withheld",
        question=CleanText(question),
        text=CleanText(text),
        origin=WHERE,
        start=0,
        end=len(text),
    )


def tag(corner: str = "relational_trust", stance: str = "concern", p: float = 0.9) -> Tag:
    return Tag(corner, p, stance, p, "a test says so")


def passage(
    number: int,
    text: str,
    *,
    speaker: str = "[A: interviewee 1]",
    side: Side = Side.A,
    corner: str = "relational_trust",
    stance: str = "concern",
) -> Passage:
    return Passage(
        id=f"p{number:04d}",
        interview=f"i{speaker}",
        speaker=speaker,
        side=side,
        role_group="withheld",
        question=CleanText("How is it going?"),
        text=CleanText(text),
        sentences=(number,),
        tag=tag(corner, stance),
        origin=Origin(Path("one.txt"), number, 0, len(text)),
    )
