from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from synth.privacy import redact
from synth.records.clean import Redaction
from synth.records.people import Names, Part, Partner, Person, Side
from synth.records.review import Decisions, Review
from synth.records.text import RawText
from synth.records.transcript import Speaker, Transcript, Turn


def raw(*texts: str) -> tuple[RawText, ...]:
    return tuple(RawText(text) for text in texts)


PEOPLE = (
    Person(RawText("Annika Vossberg"), raw("Anni", "Fossberg"), Side.A, role="alliance manager"),
    Person(RawText("Jean-Luc Carpentier"), raw("JL"), Side.A, role="chief operations officer"),
    Person(RawText("Will Okoro"), (), Side.A, role="US sales lead"),
    Person(RawText("Hope Lindgren"), (), Side.A, role="nurse trainer"),
    Person(RawText("Jürgen Pätzold"), (), Side.B, role="head of engineering"),
    Person(RawText("Mark Szalai"), (), Side.B, role="project manager"),
    Person(RawText("Sunday Eze"), (), Side.B, role="field technician"),
    Person(RawText("Thaís Albuquerque"), (), Side.B, role="key account manager"),
    Person(RawText("Khalid Al Mazrouei"), (), Side.B, role="finance director"),
    Person(RawText("Ingrid Halvorsen"), (), Side.OTHER, interviewer=True),
)
NAMES = Names(
    people=PEOPLE,
    partner_a=Partner(
        RawText("Northwind Pharma SA"), raw("NWP"), raw("Glacier"), raw("Polaris", "Roam")
    ),
    partner_b=Partner(RawText("Contoso Inject"), raw("Con Toso"), raw("Circle"), raw("Roam")),
    hide=raw("Fabrikam", "Waldheim"),
    keep=("Kubernetes",),
)


def make_review(names: Names = NAMES, **more: object) -> Review:
    review = Review(
        folder=Path("review"),
        files=(),
        alliance=RawText("Northwind and Contoso"),
        cycle="2026-H1",
        date="",
        protocol="alliance-health",
        phase="growth",
        kind="technology",
        names=names,
    )
    return replace(review, **more)  # type: ignore[arg-type]


NOBODY = make_review(Names(), alliance=RawText(""))


def make_transcript(
    answers: Sequence[str],
    *,
    name: str = "Annika Vossberg",
    side: Side = Side.A,
    role: str = "",
    interviewer: str = "Ingrid Halvorsen",
    question: str = "Tell me more?",
    path: str = "one.vtt",
) -> Transcript:
    speakers = (
        Speaker(RawText(interviewer), Part.INTERVIEWER),
        Speaker(RawText(name), Part.INTERVIEWEE, side, role, RawText(name)),
    )
    texts = [t for answer in answers for t in (question, answer)]
    turns = tuple(Turn(i, i % 2, RawText(text)) for i, text in enumerate(texts))
    digest = sha256("\n".join((path, *texts)).encode()).hexdigest()
    return Transcript(Path(path), "vtt", "teams", digest, speakers, turns)


def redact_texts(*texts: str, review: Review | None = None) -> Redaction:
    return redact((make_transcript(texts),), review or make_review())


def with_decisions(**decisions: object) -> Review:
    return make_review(decisions=Decisions(**decisions))  # type: ignore[arg-type]
