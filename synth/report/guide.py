"""The interview guide of a protocol, for whoever asks: Markdown and Word from the same words."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from synth.protocols import Corner, Protocol, Question
from synth.report.docx import timeless

_FEWEST, _MOST = 8, 10
_NOTE_LINES: Final = 4
_RULE: Final = "_" * 70
_BEFORE: Final = (
    "Set aside 60 minutes. Ask for permission to record, and start the recording only then.",
    "Interview one person at a time, from both sides and from different roles.",
    "Ask the questions in your own words. Silence is fine: count to five before you help.",
    "Ask for examples: when was that, who did what, what happened then? Do not argue or explain.",
)
_OPENING: Final = (
    "Thank you for your time. I am talking with people from both sides about how we work together: "
    "what goes well, what is difficult, what you would change. There are no right answers.",
    "What you say is written up without names, and only together with what others say. You may "
    "skip a question, and you may take something back afterwards. May I record this?",
    "To begin with: what is your part in this work, and since when?",
)
_CLOSING: Final = (
    "If you could change one thing in the next three months, what would it be?",
    "What should I have asked and did not?",
    "Whom else should I talk to, and who might see it quite differently?",
    "Thank you. I will tell you when the summary is there, and you can still correct your part.",
)
_AFTERWARDS: Final = (
    "Write down within the hour what surprised you, and what was said with a smile or a sigh.",
    "Save the recording or transcript where only you can open it.",
)
_SPARE: Final = (
    "Tell me about {name}: what works well, and how do you notice?",
    "And where does {name} worry you? What was the last example?",
    "What has changed in {name} over the last year?",
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A corner with its questions, numbered through the guide."""

    corner: Corner
    questions: tuple[tuple[int, Question], ...]


def guide_markdown(protocol: Protocol) -> str:
    """Return the guide as Markdown."""
    lines = [f"# Interview guide: {protocol.name}", "", protocol.about, ""]
    lines += ["Person, role, side: " + _RULE[:40], "", "Date, interviewer: " + _RULE[:40], ""]
    lines += [*_bullets("Before you begin", _BEFORE), *_said("Opening", _OPENING)]
    for part in _plan(protocol):
        lines += [f"## {part.corner.name}", "", f"*{part.corner.about}*", ""]
        for number, question in part.questions:
            lines += [f"**{number}. {question.text}**", ""]
            lines += [f"Follow up: {question.follow_up}", ""] if question.follow_up else []
            lines += ["Notes:", ""] + [_RULE, ""] * _NOTE_LINES
        lines += _bullets("Listen for", part.corner.watch_for, level=3)
    lines += [*_said("Closing", _CLOSING), "Notes:", "", *[_RULE, ""] * _NOTE_LINES]
    return "\n".join([*lines, *_bullets("Afterwards", _AFTERWARDS)]).rstrip() + "\n"


def guide_docx(protocol: Protocol) -> bytes:
    """Return the guide as a Word document; the same protocol gives the same bytes."""
    from docx import Document

    document = Document()
    for line in guide_markdown(protocol).splitlines():
        if line:
            _add(document, line)
    stream = io.BytesIO()
    document.save(stream)
    return timeless(stream.getvalue())


def _add(document: object, line: str) -> None:
    """Add one line of the guide's own Markdown: it knows no more than what stands here."""
    marks, _, rest = line.partition(" ")
    heading, paragraph = document.add_heading, document.add_paragraph  # type: ignore[attr-defined]
    if marks and not marks.strip("#"):
        heading(rest, level=len(marks) - 1)
    elif marks == "-":
        paragraph(rest, style="List Bullet")
    elif marks == ">":
        paragraph(rest, style="Quote")
    elif line.startswith("**"):
        paragraph().add_run(line.strip("*")).bold = True
    elif line.startswith("*"):
        paragraph().add_run(line.strip("*")).italic = True
    else:
        paragraph(line)


def _bullets(title: str, items: Sequence[str], level: int = 2) -> list[str]:
    return [f"{'#' * level} {title}", "", *(f"- {i}" for i in items), ""] if items else []


def _said(title: str, items: Sequence[str]) -> list[str]:
    return [f"## {title}", "", *(line for item in items for line in (f"> {item}", ""))]


def _plan(protocol: Protocol) -> Iterator[_Asked]:
    """Yield the corners with 8 to 10 questions between them; no corner is left without one."""
    chosen = {c.id: _of_corner(protocol, c) for c in protocol.corners}
    wanted = _shares([len(q) for q, _ in chosen.values()])
    number = 0
    for corner, share in zip(protocol.corners, wanted, strict=True):
        own, spare = chosen[corner.id]
        questions = (*own, *spare)[:share]
        yield _Asked(corner, tuple(enumerate(questions, start=number + 1)))
        number += len(questions)


def _of_corner(
    protocol: Protocol, corner: Corner
) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """Return a corner's questions, and the plain ones that fill a gap."""
    own = tuple(q for q in protocol.questions if q.corner == corner.id)
    name = corner.name[0].lower() + corner.name[1:]
    spare = tuple(
        Question(id=f"spare-{n}", corner=corner.id, text=text.format(name=name))
        for n, text in enumerate(_SPARE, start=1)
    )
    return own, spare


def _shares(there: list[int]) -> list[int]:
    """Return how many questions each corner gets: its own, trimmed or filled up corner by corner.

    The richest corner gives first, the poorest is filled first; every corner keeps one.
    """
    shares = [max(1, number) for number in there]
    while sum(shares) > _MOST and max(shares) > 1:
        richest = max(range(len(shares)), key=lambda at: (shares[at], at))
        shares[richest] -= 1
    full = [number + len(_SPARE) for number in there]
    while sum(shares) < _FEWEST and any(s < f for s, f in zip(shares, full, strict=True)):
        open_to = [at for at in range(len(shares)) if shares[at] < full[at]]
        shares[min(open_to, key=lambda at: (shares[at], at))] += 1
    return shares
