from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest
from docx import Document

from tests.unit.coverage.held import interviewing, without

SAID = "The weekly call was moved again and nobody told the other side before the customer did so."


def _result() -> dict[str, object]:
    passages = [
        {"id": f"p{n:04}", "speaker": f"[{s.upper()}: interviewee {n}]", "side": s, "theme": "t01",
         "corner": "relational_trust", "stance": "concern", "text": SAID, "corner_p": 0.9,
         "stance_p": 0.9}
        for n, s in enumerate("abab")
    ]  # fmt: skip
    concern = {
        "id": "relational_trust.concern.1", "kind": "concern", "people": 4, "sides": ["a", "b"],
        "text": "Weekly call: people on both sides see trouble here.",
        "quotes": [{"passage": p["id"], "text": SAID, "side": p["side"]} for p in passages[:2]],
    }  # fmt: skip
    corners = [
        {"id": c, "name": c, "rating": "yellow", "draft_rating": "yellow", "because": "",
         "patterns": [], "strengths": [], "outliers": [],
         "concerns": [concern] if c == "relational_trust" else []}
        for c in ("strategic_alignment", "operational_integration", "relational_trust",
                  "value_realization")
    ]  # fmt: skip
    review = {"alliance": "[Partner A] and [Partner B]", "cycle": "2026-H1", "date": "2026-05-30",
              "protocol": "alliance-health", "phase": "growth", "min_people": 1, "people_a": 2,
              "people_b": 2, "people_unknown": 0}  # fmt: skip
    theme = {"id": "t01", "label": "weekly call", "people": 4, "corner": "relational_trust",
             "stance": "concern", "passages": [p["id"] for p in passages]}  # fmt: skip
    action = {"id": "a01", "corner": "relational_trust", "text": "Keep one list.", "impact": "high",
              "urgency": "high", "answers": "relational_trust.concern.1"}  # fmt: skip
    return {"review": review, "corners": corners, "themes": [theme], "actions": [action],
            "evidence": {"passages": passages}, "provenance": {}}  # fmt: skip


@pytest.fixture
def run_folder(review_folder):
    """The small review as a run left it: what was kept of it, its result and its key."""
    share, private = (review_folder / "out" / half for half in ("share", "private"))
    for half in (share, private):
        half.mkdir(parents=True)
    held = replace(interviewing(), files=("ash.txt", "elm.vtt", "ivy.txt", "oak.md"))
    keep(review_folder, held)
    (share / "synthesis.json").write_text(json.dumps(_result()), "utf-8")
    (private / "key.csv").write_text(
        "pseudonym,real name,kind,count\n[A: person 1],Orla Thistlewaite,person,3\n", "utf-8"
    )
    return review_folder


def keep(folder, held) -> None:
    path = folder / "out" / "private" / "interviewing.json"
    path.write_text(json.dumps(asdict(held)), "utf-8")


def test_coverage_tells_the_whole_and_writes_its_pages(synth, run_folder) -> None:
    told = synth("coverage", run_folder)
    assert told.code == 0
    assert "Every corner has been heard from both sides" in told.out
    share = run_folder / "out" / "share"
    assert {p.name for p in share.glob("coverage.*")} == {
        "coverage.html", "coverage.docx", "coverage.csv",
    }  # fmt: skip
    assert (run_folder / "out" / "private" / "ask-next.html").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("fail_on", "corner_left_out", "code"),
    [("missing", False, 0), ("missing", True, 1), ("thin", True, 1), ("never", True, 0)],
)
def test_a_script_may_fail_on_a_gap(synth, run_folder, fail_on, corner_left_out, code) -> None:
    held = replace(interviewing(), files=("ash.txt", "elm.vtt", "ivy.txt", "oak.md"))
    if corner_left_out:
        keep(run_folder, without(held, corner="value_realization", side="b"))
    assert synth("coverage", run_folder, "--fail-on", fail_on).code == code


def test_coverage_as_json_names_the_gap(synth, run_folder) -> None:
    keep(run_folder, without(interviewing(), corner="value_realization", side="b"))
    (gap,) = synth("coverage", run_folder, "--json").json["gaps"]
    assert (gap["kind"], gap["corner"], gap["side"]) == ("corner", "value_realization", "b")


def test_a_transcript_dropped_in_later_is_noticed(synth, run_folder) -> None:
    (run_folder / "yew.txt").write_text("Hester: So?\n\nOrla: So.\n", "utf-8")
    assert "1 file of the folder did not go into the last run" in synth("coverage", run_folder).err


@pytest.mark.parametrize("command", ["coverage", "pack"])
def test_a_folder_that_was_never_run_is_told_so(synth, review_folder, command) -> None:
    told = synth(command, review_folder)
    assert told.code == 1
    assert "Run it first" in told.err


@pytest.mark.parametrize(
    ("command", "half", "name"),
    [
        ("coverage", "private", "interviewing.json"),
        ("pack", "share", "synthesis.json"),
    ],
)
@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"people": 3}'])
def test_a_broken_result_is_told_by_name(synth, run_folder, command, half, name, content) -> None:
    (run_folder / "out" / half / name).write_text(content, "utf-8")
    told = synth(command, run_folder)
    assert told.code == 1
    assert "Run the review again" in told.err


def test_the_pack_is_written_with_its_calendar(synth, run_folder) -> None:
    told = synth("pack", run_folder, "--meeting", "2026-06-15")
    share = run_folder / "out" / "share"
    assert told.out.strip() == str(share / "pack.html")
    assert {p.name for p in share.glob("pack.*")} == {"pack.html", "pack.docx", "pack.md"}
    assert b"20260615" in (share / "check-ins.ics").read_bytes()
    assert not list(share.glob("not-in-the-room*"))
    assert (run_folder / "out" / "private" / "not-in-the-room.docx").is_file()


def test_without_a_day_there_is_no_calendar(synth, run_folder) -> None:
    told = synth("pack", run_folder)
    assert told.code == 0
    assert "no calendar file" in told.err
    assert not (run_folder / "out" / "share" / "check-ins.ics").exists()


def test_a_day_that_is_none_is_refused(synth, run_folder) -> None:
    assert "year-month-day" in synth("pack", run_folder, "--meeting", "June").err


def test_a_name_in_the_pack_stops_it(synth, run_folder) -> None:
    path = run_folder / "out" / "share" / "synthesis.json"
    path.write_text(path.read_text("utf-8").replace("nobody told", "Thistlewaite told"), "utf-8")
    told = synth("pack", run_folder)
    assert told.code == 3
    assert "Thistlewaite" not in told.err
    assert not (run_folder / "out" / "share" / "pack.html").exists()


def test_the_table_of_the_pack_is_read_back_once_it_is_filled_in(synth, run_folder) -> None:
    synth("pack", run_folder)
    document = Document(str(run_folder / "out" / "share" / "pack.docx"))
    table = next(t for t in document.tables if t.cell(0, 1).text == "Action")
    for at, text in ((3, "Ada Quill"), (4, "2026-06-30")):
        table.cell(1, at).text = text
    document.save(str(run_folder / "actions.docx"))
    told = synth("actions", run_folder, "--today", "2026-07-10", "--json").json
    assert told["overdue"] == ["a01"]
    assert told["actions"][0]["owner"] == "Ada Quill"
    assert (run_folder / "out" / "private" / "actions.ics").is_file()


def test_actions_are_told_with_what_was_not_understood(synth, run_folder) -> None:
    (run_folder / "actions.toml").write_text(
        '[[action]]\ntext = "Keep one list."\ndue = "end of Q3"\n', "utf-8"
    )
    told = synth("actions", run_folder, "--today", "2026-07-10")
    assert told.code == 0
    assert "its date is no day" in told.err
    assert "nobody yet" in told.out


def test_no_plan_at_all_is_told_with_what_to_do(synth, run_folder) -> None:
    told = synth("actions", run_folder)
    assert told.code == 1
    assert "pack.docx" in told.err


def test_the_scope_needs_no_transcript(synth, review_folder) -> None:
    for path in review_folder.glob("*.*"):
        if path.suffix in (".txt", ".vtt", ".md"):
            path.unlink()
    told = synth("scope", review_folder)
    assert told.code == 0
    memo = (review_folder / "out" / "private" / "scope-memo.md").read_text("utf-8")
    assert "Quillmark" in memo
    assert "Thistlewaite" not in memo
    assert "13 June 2026" in memo  # the meeting, two weeks after the last interview


def test_the_scope_needs_both_partners(synth, bare_folder) -> None:
    assert "does not name both partners" in synth("scope", bare_folder).err
