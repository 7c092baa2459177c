"""What the tests of several rooms share: a small review on disk, made up from end to end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

_REVIEW_TOML = """\
[review]
alliance = "Quillmark and Brambleton"
cycle = "2026-H1"
date = 2026-05-30
protocol = "alliance-health"
phase = "growth"

[partners.a]
name = "Quillmark"
products = ["Heronware"]

[partners.b]
name = "Brambleton"
aliases = ["Brambleton Group"]

[names]
hide = ["Fenwick Dairies"]

[confidentiality]
min_people = 1
"""

_PEOPLE_CSV = """\
# Real names: keep this file private.
name,also,side,role,file
Orla Thistlewaite,Orla,a,Alliance manager,ivy.txt
Casper Oskarsen,Cas;Oskarson,a,Sales lead,elm.vtt
Imelda Vantongeren,Imelda,b,Alliance manager,oak.md
Ruprecht Dallimore,,b,Support lead,ash.txt
Hester Penhallow,,interviewer,,
"""

_NAMES = (
    "Quillmark", "Brambleton", "Heronware", "Fenwick", "Thistlewaite", "Oskarsen", "Vantongeren",
    "Dallimore", "Penhallow",
)  # fmt: skip

_ASKED = (
    "How would you describe what the two companies are trying to achieve together?",
    "How do decisions get made between you?",
    "Can you tell me about a promise that was kept, or was not?",
    "What has the partnership brought you so far?",
)

_ANSWERS = {
    "ivy": (
        "Quillmark came into this for access to new hospitals, and we still believe in that. "
        "Our vice president sits in every quarterly meeting. When the budget was cut last year "
        "she protected the joint team, and that told everybody that it matters.",
        "Decisions are slow. Every change to the hand-off process goes up to the steering group "
        "and comes back four weeks later. Nobody at working level can settle anything.",
        "Brambleton promised us the test data in March and it never came. They did not tell us "
        "until the day before. Imelda rang me herself and said sorry, which I respected.",
        "We have two reference customers, Fenwick Dairies is one of them, and we learned a great "
        "deal about their logistics. That was worth more than the revenue.",
    ),
    "elm": (
        "Honestly I could not tell you. The plan on paper is to grow together, but the people "
        "they send are very junior and the priorities change with every new director.",
        "There is a weekly call and it works well. We settle most things there within a day, and "
        "the escalation path is clear to everybody on both sides.",
        "They said that they would bring us into the renewal and then they went alone. We found "
        "out from the customer. I keep everything in writing since then.",
        "Heronware sold into three new accounts because of them. The margin is split fairly and "
        "both companies can see the numbers.",
    ),
    "oak": (
        "We share one goal, which is to serve the regional hospitals better than either company "
        "could alone. Our board reviews it twice a year and keeps putting money in.",
        "Onboarding a joint customer takes us eleven weeks now, it used to take six. Tickets "
        "bounce between the two help desks and nobody owns them.",
        "Orla told us early that the release would slip, and that let us warn our customers. "
        "They always deliver what they say, even if it is late.",
        "To be frank the value is one-sided. Quillmark gets the brand and the case studies, and "
        "we carry the cost of support.",
    ),
    "ash": (
        "From where I sit the purpose is clear. The sponsors on both sides say the same thing "
        "when you ask them, and resources follow.",
        "Support is the weak spot. We have no shared ticketing, so a customer calls twice and "
        "gets two answers. Roles were never written down.",
        "I trust the engineers. They admit a mistake at once and we fix it together. With the "
        "sales people it is another matter, they hide things until it is too late.",
        "We gained a lot of know-how about integration, and one new market we did not expect. "
        "The measure that everybody looks at is still revenue alone.",
    ),
}
_SPEAKERS = {
    "ivy": "Orla Thistlewaite",
    "elm": "Casper Oskarsen",
    "oak": "Imelda Vantongeren",
    "ash": "Ruprecht Dallimore",
}
_INTERVIEWER = "Hester Penhallow"


def _turns(key: str) -> list[tuple[str, str]]:
    pairs = zip(_ASKED, _ANSWERS[key], strict=True)
    return [turn for q, a in pairs for turn in ((_INTERVIEWER, q), (_SPEAKERS[key], a))]


def _as_text(turns: list[tuple[str, str]]) -> str:
    return "\n\n".join(f"{who}: {words}" for who, words in turns) + "\n"


def _as_markdown(turns: list[tuple[str, str]]) -> str:
    return "\n\n".join(f"**{who}:** {words}" for who, words in turns) + "\n"


def _as_captions(turns: list[tuple[str, str]]) -> str:
    cues = (
        f"00:{at:02}:00.000 --> 00:{at:02}:55.000\n<v {who}>{words}</v>\n"
        for at, (who, words) in enumerate(turns)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


_FILES: dict[str, Callable[[list[tuple[str, str]]], str]] = {
    "ivy.txt": _as_text,
    "elm.vtt": _as_captions,
    "oak.md": _as_markdown,
    "ash.txt": _as_text,
}


@pytest.fixture
def bare_folder(tmp_path: Path) -> Path:
    """Four short interviews and nothing else."""
    folder = tmp_path / "review"
    folder.mkdir()
    for name, write in _FILES.items():
        (folder / name).write_text(write(_turns(name.split(".")[0])), encoding="utf-8")
    return folder


@pytest.fixture
def review_folder(bare_folder: Path) -> Path:
    """The same interviews with review.toml and people.csv: two people a side."""
    (bare_folder / "review.toml").write_text(_REVIEW_TOML, encoding="utf-8")
    (bare_folder / "people.csv").write_text(_PEOPLE_CSV, encoding="utf-8")
    return bare_folder


@pytest.fixture
def secret_names() -> tuple[str, ...]:
    """Names of the small review: none may reach a message, a log or out/share."""
    return _NAMES
