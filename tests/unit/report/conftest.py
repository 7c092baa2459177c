from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from synth.protocols import Corner, Level, Phase, Protocol, Scale
from synth.records.clean import CleanTurn, Interview, KeyRow, Redaction, Replacement, Voice
from synth.records.evidence import Origin, Passage, Signal, Tag, Theme
from synth.records.findings import (
    Action,
    CornerFindings,
    CoverageCell,
    Finding,
    Quote,
    SignalRate,
)
from synth.records.people import Part, Side
from synth.records.promises import Mention, Promise, PromiseTally
from synth.records.synthesis import Heading, Synthesis
from synth.records.text import CleanText, RawText
from synth.records.transcript import Skipped

OPS, TRUST = "operational_integration", "relational_trust"

DECIDE = "How do decisions get made?"

SAID = (
    ("p0001", "i01", "[A: product 1]", "a", "product", OPS, "strength", DECIDE,
     "The Tuesday call is the one meeting I would never skip. We sort out in twenty minutes what "
     "used to take a week of mails, and [B: operations 1] always comes prepared."),
    ("p0002", "i01", "[A: product 1]", "a", "product", OPS, "concern", "Where does it stick?",
     "When a ticket crosses the line nobody owns it. A customer was sent from us to [Partner B] "
     "and back three times before somebody picked it up."),
    ("p0003", "i02", "[A: sales 1]", "a", "sales", OPS, "concern", "Where does it stick?",
     "Hand-over is the weak spot. I chase [Partner B] support myself, because the queue goes "
     "quiet after the first answer."),
    ("p0004", "i03", "[A: sponsor 1]", "a", "sponsor", TRUST, "strength",
     "What gives you confidence?",
     "They told us about the reorganisation a month before it was public. That cost them "
     "something, and I have not forgotten it."),
    ("p0005", "i03", "[A: sponsor 1]", "a", "sponsor", OPS, "strength", DECIDE,
     "We agreed who decides what at the start of the year, and it has held."),
    ("p0006", "i04", "[B: operations 1]", "b", "operations", OPS, "strength",
     DECIDE,
     "The weekly call works. People come, people decide, and the notes are out the same day."),
    ("p0007", "i04", "[B: operations 1]", "b", "operations", OPS, "concern", "Where does it stick?",
     "Tickets from [Partner A] come to us half empty, so we send them back, and the customer "
     "waits. I would not call it anybody's fault, but it happens every week."),
    ("p0008", "i05", "[B: support 1]", "b", "support", OPS, "concern", "Where does it stick?",
     "Two ticket systems that do not talk to each other. I copy and paste all morning."),
    ("p0009", "i05", "[B: support 1]", "b", "support", TRUST, "concern", "What concerns you?",
     "[Partner A] promised us the test accounts in March, and we still do not have them."),
    ("p0010", "i06", "[B: sponsor 1]", "b", "sponsor", TRUST, "strength",
     "What gives you confidence?",
     "When the launch slipped, [A: sponsor 1] rang me the same evening. No excuses, just what "
     "happened and what they would do about it."),
    ("p0011", "i06", "[B: sponsor 1]", "b", "sponsor", TRUST, "concern", "What concerns you?",
     "I learned from a customer that they were talking to a competitor of ours. If that is true "
     "we have a serious problem."),
    ("p0012", "i02", "[A: sales 1]", "a", "sales", "none", "neutral", "How long here?",
     "I joined about four years ago, from [customer 1]."),
)  # fmt: skip


def passage(row: tuple[str, ...]) -> Passage:
    name, interview, speaker, side, role, corner, stance, question, text = row
    number = int(name[1:])
    return Passage(
        name, interview, speaker, Side(side), role, CleanText(question), CleanText(text),
        (number,), Tag(corner, 0.81234, stance, 0.7, "nearest seed: hand-over"),
        Origin(Path(f"transcripts/{interview}.vtt"), number, 0, len(text), (0, 40)),
    )  # fmt: skip


def quote(name: str, start: int = 0, end: int | None = None) -> Quote:
    row = next(row for row in SAID if row[0] == name)
    return Quote(name, CleanText(row[8][start:end]), row[3])


def finding(
    name: str, kind: str, corner: str, text: str, people: str, sides: str, *quotes: Quote
) -> Finding:
    return Finding(
        name, kind, corner, text, tuple(people.split(", ")), tuple(sides), quotes,
        "Passages of several people that say the same; the clearest of each person is quoted.",
    )  # fmt: skip


OPERATIONS = CornerFindings(
    OPS, "yellow", "yellow",
    "Five of six people named a strength and four a concern, on both sides alike.",
    "The working rhythm is liked on both sides, above all the weekly call. What hurts is the "
    "hand-over of customer tickets, which both sides describe in much the same words.",
    strengths=(
        finding("f1", "strength", OPS, "The weekly call is where things get decided.",
                "[A: product 1], [A: sponsor 1], [B: operations 1]", "ab",
                quote("p0001", 0, 55), quote("p0006")),
        finding("f2", "strength", OPS, "Who decides what was agreed early, and has held.",
                "[A: sponsor 1], [A: product 1]", "a", quote("p0005")),
    ),
    concerns=(
        finding("f3", "concern", OPS, "Customer tickets get lost between the two teams.",
                "[A: product 1], [A: sales 1], [B: operations 1], [B: support 1]", "ab",
                quote("p0002"), quote("p0007"), quote("p0008")),
    ),
    patterns=(
        finding("f4", "pattern", OPS, "Both sides step in themselves when the process stalls.",
                "[A: sales 1], [B: support 1], [B: operations 1]", "ab",
                quote("p0003"), quote("p0008", 0, 50)),
    ),
)  # fmt: skip

RELATIONS = CornerFindings(
    TRUST, "not_enough_evidence", "not_enough_evidence",
    "Too few people of either side spoke about it to propose a rating.",
    "Where trust came up it was tied to moments: difficult news told early, a call on a bad "
    "evening, a promise still open.",
    strengths=(
        finding("f5", "strength", TRUST, "Difficult news is told early, and that is remembered.",
                "[A: sponsor 1], [B: sponsor 1]", "ab", quote("p0004"), quote("p0010")),
    ),
    concerns=(
        finding("f6", "concern", TRUST, "A promise to [Partner B] has been open for months.",
                "[B: support 1]", "b", quote("p0009")),
    ),
    outliers=(
        finding("f7", "outlier", TRUST, "One voice fears that [Partner A] is talking to a "
                "competitor.", "[B: sponsor 1]", "b", quote("p0011")),
    ),
)  # fmt: skip

THEMES = (
    Theme("t1", "Tickets lost in the hand-over", ("ticket", "hand-over", "customer"),
          ("p0002", "p0007", "p0008", "p0003"), OPS, "concern", "dense"),
    Theme("t2", "The weekly call", ("call", "weekly", "decide"), ("p0001", "p0006", "p0005"),
          OPS, "strength", "dense"),
    Theme("t3", "News told early", ("early", "told"), ("p0004", "p0010"), TRUST, "strength", "d"),
)  # fmt: skip


def signal(name: str, row: str, kind: str, about: str) -> Signal:
    spoken = passage(next(r for r in SAID if r[0] == row))
    return Signal(name, row, kind, spoken.side, about, spoken.text, f"rule {kind}", spoken.origin)


def mention(number: str, row: str, state: str, text: str) -> Mention:
    spoken = passage(next(r for r in SAID if r[0] == row))
    kind = f"promise_{'broken' if state == 'late' else state}"
    return Mention(number, row, spoken.speaker, spoken.side, kind, state, CleanText(text))


PROMISES = (
    Promise("pr01", "a", "b", CleanText("the test accounts in March"), CleanText("in March"),
            (mention("s001", "p0009", "broken",
                     "[Partner A] promised us the test accounts in March, and we still do not "
                     "have them"),
             mention("s004", "p0002", "late", "The test accounts took until June.")),
            "2 mentions that share “account”"),
    Promise("pr02", "unknown", "unknown", CleanText("who decides what"),
            CleanText("at the start of the year"),
            (mention("s003", "p0005", "kept", "We agreed who decides what, and it has held."),),
            "one mention"),
)  # fmt: skip


def redaction() -> Redaction:
    replaced = Replacement(
        Path("transcripts/i01.vtt"), 3, 120, 132, 120, 137, "person", "[B: operations 1]",
        "people.csv", "a name of people.csv", RawText("Ottoline Vex"),
    )  # fmt: skip
    turn = CleanTurn(3, 0, CleanText(SAID[0][8]), (replaced,))
    voice = Voice("[A: product 1]", Part.INTERVIEWEE, Side.A, "product")
    interview = Interview("i01", Path("transcripts/i01.vtt"), (voice,), (turn,))
    key = (KeyRow("[B: operations 1]", RawText("Ottoline Vex"), "person", 1),)
    return Redaction((interview,), key, (RawText("Ottoline Vex"),))


@pytest.fixture
def synthesis() -> Synthesis:
    return Synthesis(
        Heading("[Partner A] and [Partner B]", "2026-H1", "2026-05-30", "two-corners",
                "Alliance health", "growth", "", 3, 6, 3, 3, 0,
                ("No phase was given: growth was assumed.",)),
        ("Six people, three of each side, describe an alliance that works well in its weekly "
         "rhythm and badly at one seam.", "Both sides value how decisions are made.",
         "Both sides lose customer tickets on the way between them."),
        (OPERATIONS, RELATIONS),
        THEMES,
        (signal("s001", "p0009", "promise_broken", "a"),
         signal("s002", "p0004", "early_disclosure", "b"),
         signal("s003", "p0005", "promise_kept", "both")),
        (SignalRate("promise_broken", "a", 0, 0, None, None, None),
         SignalRate("promise_broken", "b", 1, 2, None, None, None),
         SignalRate("we_joint", "a", 24, 3, 4.21, 2.04, 6.6),
         SignalRate("we_joint", "b", 9, 3, 1.9, 0.8, 3.1)),
        (Action("a1", OPS, "Name one owner for every ticket that crosses between the companies.",
                "high", "high", "Four people on both sides lose tickets there.", "f3"),),
        (CoverageCell(OPS, "a", "product", 1, 2, "thin"),
         CoverageCell(OPS, "b", "support", 3, 6, "covered"),
         CoverageCell(TRUST, "a", "sales", 0, 0, "missing")),
        tuple(passage(row) for row in SAID),
        (Skipped(Path("transcripts/Ottoline Vex.docx"), "It could not be opened: save it again."),
         Skipped(Path("transcripts/i04.vtt"), "A turn without words.", 12)),
        ("a .docx file", "i04"),
        {"synth": "0.1.0", "encoder": "all-MiniLM-L6-v2 53aa5117"},
        redaction(),
        promises=PROMISES,
        tallies=(PromiseTally("a", 2, 1, 1, 4, None, None, None),
                 PromiseTally("b", 6, 2, 0, 5, 0.75, 0.4, 1.0)),
        possible=(signal("s005", "p0007", "excuse", "b"),),
    )  # fmt: skip


@pytest.fixture
def protocol() -> Protocol:
    phrases = ["A phrase."]
    seeds = {"strength": phrases, "concern": phrases, "neutral": phrases}
    corners = [
        (OPS, "Operational integration", "The operating rhythm works, day by day."),
        (TRUST, "Relational trust", "What people do, not what they score in a survey."),
    ]
    levels = [
        ("green", "Healthy", "Keep doing what works.", "●"),
        ("yellow", "Caution", "Needs attention before it grows.", "▲"),
        ("red", "Needs intervention", "Act now, together.", "■"),
    ]
    return Protocol.model_construct(
        **_parts(corners, levels), id="two-corners", name="Alliance health", about="",
        seeds={corner[0]: seeds for corner in corners},
    )  # fmt: skip


def _parts(corners: list[tuple[str, str, str]], levels: list[tuple[str, ...]]) -> dict[str, Any]:
    return {
        "corners": tuple(Corner(id=i, name=n, short=n, about=a) for i, n, a in corners),
        "phases": (Phase(id="growth", name="Growth", about="More of everything."),),
        "scale": Scale(
            id="rag",
            kind="colours",
            levels=tuple(Level(id=i, name=n, meaning=m, icon=c) for i, n, m, c in levels),
        ),
    }


@pytest.fixture
def hostile(synthesis: Synthesis) -> Callable[[str], Synthesis]:
    """Put the same words wherever a participant's words, or words made from them, may stand."""

    def with_words(words: str) -> Synthesis:
        def swap(part: Any) -> Any:
            if isinstance(part, CleanText):
                return CleanText(words)
            if isinstance(part, tuple):
                return tuple(swap(item) for item in part)
            if dataclasses.is_dataclass(part) and not isinstance(part, (type, Redaction)):
                named = {
                    field.name: words
                    if field.name in ("label", "summary", "because") and field.type == "str"
                    else swap(getattr(part, field.name))
                    for field in dataclasses.fields(part)
                }
                return dataclasses.replace(part, **named)
            return part

        swapped: Synthesis = swap(synthesis)
        return dataclasses.replace(swapped, overview=(words,))

    return with_words
