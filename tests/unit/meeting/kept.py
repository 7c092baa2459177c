"""The result of a run made by hand, as it is read back."""

from __future__ import annotations

from synth.records.kept import (
    KeptAction,
    KeptCorner,
    KeptFinding,
    KeptPassage,
    KeptQuote,
    KeptResult,
    KeptTheme,
)

SAID = "The weekly call between the two desks was moved again and nobody told the other side of it."
LIKED = (
    "The two desks settle most things in a day, and everybody knows whom to call for what and when."
)


def passage(number: int, side: str, stance: str = "concern", **more) -> KeptPassage:
    settings = {
        "speaker": f"[{side.upper()}: interviewee {number}]", "corner": "relational_trust",
        "theme": "t01", "text": SAID if stance == "concern" else LIKED, "sureness": 0.9,
    } | more  # fmt: skip
    return KeptPassage(f"p{number:04}", side=side, stance=stance, **settings)


def finding(kind: str, subject: str, *quoted: KeptPassage, people: str = "4", n: int = 1):
    corner = quoted[0].corner
    return KeptFinding(
        id=f"{corner}.{kind}.{n}",
        kind=kind,
        corner=corner,
        text=f"{subject}: people on both sides see trouble here.",
        people=people,
        sides=tuple(sorted({p.side for p in quoted})),
        quotes=tuple(KeptQuote(p.id, p.text, p.side) for p in quoted),
    )


def result(*passages: KeptPassage, concerns=(), strengths=(), outliers=(), **more) -> KeptResult:
    corners = ("strategic_alignment", "operational_integration", "relational_trust",
               "value_realization")  # fmt: skip
    settings = {
        "rating": "yellow", "people": {"a": "4", "b": "4", "unknown": "0"}, "phase": "growth",
        "risks": {},
    } | more  # fmt: skip

    def of(corner: str, found):
        return tuple(f for f in found if f.corner == corner)

    return KeptResult(
        alliance="Partner A and Partner B",
        cycle="2026-H1",
        date="2026-05-30",
        protocol="alliance-health",
        phase=settings["phase"],
        min_people=3,
        people=settings["people"],
        corners=tuple(
            KeptCorner(
                c, c, settings["rating"], "", of(c, strengths), of(c, concerns), of(c, outliers)
            )
            for c in corners
        ),
        themes=(KeptTheme("t01", "weekly call", "4", "relational_trust", "concern",
                          tuple(p.id for p in passages)),),
        actions=(KeptAction("a01", "relational_trust", "Keep one list.", "high", "medium",
                            "relational_trust.concern.1"),),
        passages=passages,
        risks=settings["risks"],
    )  # fmt: skip
