from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.unit.cli.conftest import Outcome

Synth = Callable[..., Outcome]
LATE = "The tickets come late, and nobody says why."


def passage(number: int, text: str, *, quoted: bool) -> dict[str, Any]:
    return {
        "id": f"p000{number}", "interview": "i01", "speaker": f"[A: interviewee {number}]",
        "side": "a", "role_group": "", "question": "", "text": text,
        "corner": "relational_trust", "corner_p": 0.9, "stance": "concern", "stance_p": 0.9,
        "theme": "t01", "because": "", "quoted": quoted,
    }  # fmt: skip


FINDING = {
    "id": "relational_trust.concern.1", "kind": "concern", "text": "Tickets: many are worried.",
    "people": 3, "sides": ["a"], "quotes": [{"passage": "p0001", "text": LATE, "side": "a"}],
    "because": "",
}  # fmt: skip
RESULT = {
    "review": {"alliance": "", "cycle": "2026-H1", "date": "", "protocol": "alliance-health",
               "phase": "growth", "min_people": 3, "people_a": 3, "people_b": 3,
               "people_unknown": 0},
    "corners": [
        {"id": "relational_trust", "name": "Relational trust", "rating": "red",
         "draft_rating": "red", "because": "People are worried.", "strengths": [],
         "concerns": [FINDING], "patterns": [], "outliers": []},
    ],
    "themes": [{"id": "t01", "label": "tickets", "people": 3, "corner": "relational_trust",
                "stance": "concern", "passages": ["p0001", "p0002"]}],
    "actions": [{"id": "a01", "corner": "relational_trust", "text": "Name one owner.",
                 "urgency": "high", "impact": "high", "answers": FINDING["id"]}],
    "evidence": {"passages": [passage(1, LATE, quoted=True),
                              passage(2, "We chase them ourselves.", quoted=False)]},
    "provenance": {"transcripts_sha256": "abc"},
}  # fmt: skip


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """A folder as a run leaves it."""
    share, private = tmp_path / "out" / "share", tmp_path / "out" / "private"
    share.mkdir(parents=True)
    private.mkdir()
    (tmp_path / "one.txt").write_text("A: Hello.", encoding="utf-8")
    (share / "synthesis.json").write_text(json.dumps(RESULT), encoding="utf-8")
    (private / "key.csv").write_text(
        "pseudonym,real name,kind,count\n[A: interviewee 1],Ottoline Vex,person,3\n",
        encoding="utf-8",
    )
    (private / "findings.csv").write_text(
        f"finding,people\n{FINDING['id']},[A: interviewee 1]; [A: interviewee 2]\n",
        encoding="utf-8",
    )
    return tmp_path


def decisions(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "decisions.toml").read_text(encoding="utf-8"))


def test_the_open_points_are_listed(synth: Synth, ran: Path) -> None:
    keys = [point["key"] for point in synth("decide", ran, "--json").json["open"]]
    assert keys == ["rating.relational_trust", "action.a01.owner", "fact_check"]
    every = [point["key"] for point in synth("decide", ran, "--json", "--all").json["open"]]
    assert {"finding.relational_trust.concern.1.wording", "theme.t01.name"} <= set(every)


def test_what_is_set_is_written_and_no_longer_open(synth: Synth, ran: Path) -> None:
    told = synth(
        "decide", ran, "--reason", "I was there.",
        "--set", "rating.relational_trust=yellow", "--set", "quote.p0001=p0002",
        "--set", "theme.t01.name=Late tickets", "--set", "action.a01.owner=Partner A's sponsor",
        "--set", "action.a01.date=2026-06-30", "--set", "fact_check=closed",
    )  # fmt: skip
    assert told.code == 0
    held = decisions(ran)
    assert held["ratings"]["relational_trust"] == {"rating": "yellow", "reason": "I was there."}
    assert held["quotes"][0]["instead"] == "We chase them ourselves."
    assert held["themes"][0]["name"] == "Late tickets"
    assert held["themes"][0]["passages"] == [LATE, "We chase them ourselves."]
    assert (held["actions"][0]["owner"], held["actions"][0]["date"]) == (
        "Partner A's sponsor", "2026-06-30",
    )  # fmt: skip
    assert held["report"]["transcripts"] == "abc"
    keys = [point["key"] for point in synth("decide", ran, "--json").json["open"]]
    assert keys == ["final"]


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("rating.relational_trust=amber", "no level amber"),
        ("rating.trust=red", "no corner trust"),
        ("quote.p9999=strike", "no passage p9999"),
        ("theme.t01.colour=red", "after the id comes one of"),
        ("action.a01.date=soon", "year-month-day"),
        ("final=perhaps", "Give one of: yes, no"),
        ("nonsense", "write KEY=VALUE"),
        ("quote.p0001=", "write KEY=VALUE"),
    ],
)
def test_a_wrong_setting_changes_nothing(synth: Synth, ran: Path, setting: str, told: str) -> None:
    outcome = synth("decide", ran, "--reason", "r", "--set", "final=yes", "--set", setting)
    assert outcome.code == 1
    assert told in outcome.err
    assert not (ran / "decisions.toml").exists()


def test_a_decision_needs_its_reason(synth: Synth, ran: Path) -> None:
    outcome = synth("decide", ran, "--set", "rating.relational_trust=red")
    assert outcome.code == 1
    assert "--reason" in outcome.err


def test_answers_on_a_terminal_are_kept_one_by_one(
    synth: Synth, ran: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["amber", "why", "Partner B's sponsor", "q"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    outcome = synth("decide", ran)
    assert "The point stays open" in outcome.err
    assert decisions(ran)["actions"][0]["owner"] == "Partner B's sponsor"
    assert "ratings" not in decisions(ran)


CORRECTED = f"""\
[[quotes]]
text = "{LATE}"
correction = "Only in May."
reason = "asked"

[[findings]]
id = "relational_trust.concern.1"
text = "Tickets: many are worried."
correction = "It is over."
reason = "asked"
"""


def test_corrections_are_asked_about_until_they_are_settled(synth: Synth, ran: Path) -> None:
    (ran / "decisions.toml").write_text(CORRECTED, encoding="utf-8")
    points = synth("decide", ran, "--json").json["open"]
    assert [p["key"] for p in points][:2] == [
        "quote.p0001", "finding.relational_trust.concern.1.wording",
    ]  # fmt: skip
    assert "They write: Only in May." in points[0]["about"]
    synth(
        "decide", ran, "--reason", "They are right.", "--set", "quote.p0001=strike",
        "--set", "finding.relational_trust.concern.1.wording=Tickets: that was so until May.",
    )  # fmt: skip
    assert decisions(ran)["quotes"][0]["correction"] == "Only in May."
    keys = [p["key"] for p in synth("decide", ran, "--json").json["open"]]
    assert keys[0] == "rating.relational_trust"


def test_decisions_that_fit_nothing_are_told_first(synth: Synth, ran: Path) -> None:
    path = ran / "out" / "share" / "synthesis.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["review"]["assumptions"] = ["decisions.toml, [[quotes]] number 1: gone.", "A guess."]
    path.write_text(json.dumps(told), encoding="utf-8")
    outcome = synth("decide", ran)
    assert "number 1: gone" in outcome.err
    assert "A guess" not in outcome.err


def test_each_participant_gets_a_sheet_without_names(synth: Synth, ran: Path) -> None:
    outcome = synth("factcheck", ran)
    assert outcome.code == 0
    folder = ran / "out" / "private" / "factcheck"
    assert sorted(p.name for p in folder.iterdir()) == [
        "a-interviewee-1.docx", "a-interviewee-2.docx", "sent.json", "whom.csv",
    ]  # fmt: skip
    assert "Ottoline Vex" in (folder / "whom.csv").read_text(encoding="utf-8")
    document = Document(str(folder / "a-interviewee-1.docx"))
    assert LATE in "".join(c.text for t in document.tables for r in t.rows for c in r.cells)
    assert all((p.stat().st_mode & 0o077) == 0 for p in folder.iterdir())


def test_a_sheet_that_comes_back_becomes_decisions(synth: Synth, ran: Path) -> None:
    synth("factcheck", ran)
    sheet = ran / "out" / "private" / "factcheck" / "a-interviewee-1.docx"
    document = Document(str(sheet))
    box = next(t for t in document.element.body.iter() if t.text == "☐")
    box.text = "☒"
    back = ran / "back.docx"
    document.save(str(back))
    outcome = synth("factcheck", "--apply", back, "--folder", ran)
    assert outcome.code == 0
    assert "1 confirmed, 0 corrected, 0 withdrawn" in outcome.err
    assert decisions(ran)["fact_checks"][0]["confirmed"] == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("--apply", "x.docx"), "--folder"), (("nowhere",), "Give one review folder")],
)
def test_factcheck_says_what_it_needs(synth: Synth, arguments: tuple[str, ...], told: str) -> None:
    outcome = synth("factcheck", *arguments)
    assert outcome.code == 1
    assert told in outcome.err


def test_a_sheet_of_another_review_changes_nothing(synth: Synth, ran: Path, tmp_path: Path) -> None:
    synth("factcheck", ran)
    sheet = ran / "out" / "private" / "factcheck" / "a-interviewee-1.docx"
    other = tmp_path / "other"
    other.mkdir()
    outcome = synth("factcheck", "--apply", sheet, "--folder", other)
    assert outcome.code == 1
    assert "no such sheet" in outcome.err
