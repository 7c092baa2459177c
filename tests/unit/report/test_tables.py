from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from synth.protocols import Protocol
from synth.records.findings import CoverageCell
from synth.records.synthesis import Synthesis
from synth.report import render, render_private
from synth.report.tables import write_csv

COLUMNS = {
    "passages.csv": "id,interview,speaker,side,role_group,question,text,corner,corner_p,stance,"
    "stance_p,theme,because",
    "signals.csv": "id,passage,kind,side,about,text,because",
    "themes.csv": "id,label,keywords,passages,people,people_a,people_b,corner,stance",
    "coverage.csv": "corner,side,role_group,people,passages,status",
    "key.csv": "pseudonym,real name,kind,count",
    "provenance.csv": "id,file,turn,start,end,sentence_starts",
    "anonymization.csv": "file,turn,start,end,kind,recogniser,because",
    "skipped.csv": "file,turn,reason",
}


def rows(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8"), newline="")))


@pytest.fixture
def files(synthesis: Synthesis, protocol: Protocol) -> dict[str, bytes]:
    return {**render(synthesis, protocol), **render_private(synthesis)}


@pytest.fixture
def result(files: dict[str, bytes]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files["synthesis.json"])
    return loaded


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items())
def test_the_columns_are_those_that_scripts_read(
    files: dict[str, bytes], name: str, columns: str
) -> None:
    assert files[name].decode().split("\n", maxsplit=1)[0] == columns
    assert b"\r" not in files[name]
    assert not files[name].startswith(b"\xef\xbb\xbf")


def test_every_file_of_the_two_folders_is_made(synthesis: Synthesis, protocol: Protocol) -> None:
    assert set(render(synthesis, protocol)) == {
        "report.html", "report.docx", "report.md", "synthesis.json", "passages.csv", "signals.csv",
        "themes.csv", "coverage.csv", "evidence.xlsx", "interviews.qdpx", "codes.qdc",
    }  # fmt: skip
    private = {
        "key.csv", "provenance.csv", "anonymization.csv", "quote_risks.csv",
        "possible_signals.csv", "findings.csv", "skipped.csv", "interviewing.json",
    }  # fmt: skip
    assert set(render_private(synthesis)) == private


def test_a_passage_row_tells_its_theme_and_probabilities(files: dict[str, bytes]) -> None:
    by_id = {row["id"]: row for row in rows(files["passages.csv"])}
    assert by_id["p0002"]["theme"] == "t1"
    assert by_id["p0012"]["theme"] == ""
    assert (by_id["p0002"]["corner_p"], by_id["p0002"]["stance_p"]) == ("0.812", "0.700")


def test_people_of_a_theme_are_counted_over_its_passages(
    files: dict[str, bytes], synthesis: Synthesis, protocol: Protocol
) -> None:
    shown = [(r["people"], r["people_a"], r["people_b"]) for r in rows(files["themes.csv"])]
    assert shown == [("2+", "<3", "<3")] * 3
    bare = replace(synthesis, heading=replace(synthesis.heading, min_people=1))
    exact = rows(render(bare, protocol)["themes.csv"])
    assert [(r["people"], r["people_a"], r["people_b"]) for r in exact] == [
        ("4", "2", "2"), ("3", "2", "1"), ("2", "1", "1"),
    ]  # fmt: skip


def test_coverage_hides_small_numbers_and_shows_gaps(files: dict[str, bytes]) -> None:
    shown = [(r["people"], r["passages"], r["status"]) for r in rows(files["coverage.csv"])]
    assert shown == [("<3", "<3", "thin"), ("3", "6", "covered"), ("0", "0", "missing")]


def test_the_result_holds_counts_cut_to_the_floor(result: dict[str, Any]) -> None:
    assert [f["people"] for f in result["corners"][0]["strengths"]] == [3, "<3"]
    assert result["themes"][0]["people_a"] == "<3"
    assert result["signals"]["promise_broken"]["b"]["count"] == "<3"
    assert result["signals"]["we_joint"]["a"] == {
        "count": 24, "people": 3, "per_1000": 4.21, "low": 2.04, "high": 6.6,
    }  # fmt: skip
    assert result["review"]["people_a"] == 3


def test_the_result_has_every_key_of_the_contract(result: dict[str, Any]) -> None:
    assert {"schema", "review", "corners", "themes", "signals", "actions", "coverage", "skipped",
            "provenance"} <= set(result)  # fmt: skip
    corner = result["corners"][0]
    assert {"id", "rating", "draft_rating", "because", "strengths", "concerns", "patterns",
            "outliers"} <= set(corner)  # fmt: skip
    assert {"text", "people", "sides", "quotes"} <= set(corner["strengths"][0])
    assert set(corner["strengths"][0]["quotes"][0]) >= {"passage", "text"}


def test_shared_files_name_skipped_files_neutrally(
    files: dict[str, bytes], synthesis: Synthesis, protocol: Protocol
) -> None:
    shared = render(synthesis, protocol)
    assert not [name for name, data in shared.items() if b"Ottoline" in data]
    assert "a .docx file" in shared["report.html"].decode()
    assert rows(files["skipped.csv"])[0]["file"] == "transcripts/Ottoline Vex.docx"
    assert rows(files["skipped.csv"])[1]["turn"] == "12"


def test_the_private_half_leads_back_to_names_and_places(files: dict[str, bytes]) -> None:
    assert rows(files["key.csv"]) == [
        {"pseudonym": "[B: operations 1]", "real name": "Ottoline Vex", "kind": "person",
         "count": "1"}
    ]  # fmt: skip
    places = {row["id"]: row for row in rows(files["provenance.csv"])}
    assert places["p0001"]["file"] == "transcripts/i01.vtt"
    assert places["p0001"]["sentence_starts"] == "0 40"
    assert places["s001"]["turn"] == "9"
    assert rows(files["anonymization.csv"])[0]["recogniser"] == "people.csv"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"])
def test_no_cell_can_start_a_formula(start: str) -> None:
    assert rows(write_csv(["text"], [[start]]))[0]["text"] == f"'{start}".replace("\r", "\n")


def test_formulas_in_what_people_said_are_neutralised_in_every_table(
    hostile: Callable[[str], Synthesis], protocol: Protocol
) -> None:
    files = render(hostile("=HYPERLINK(1)"), protocol)
    cells = [
        cell
        for name, file in files.items()
        if name.endswith(".csv")
        for row in rows(file)
        for cell in row.values()
    ]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith("=")]


@pytest.mark.parametrize(
    ("roles", "people", "written"),
    [
        ({"product": 3, "support": 2}, 5, "4+"),
        ({"product": 3, "support": 4}, 7, "7"),
        ({"product": 3}, 5, "4+"),
        ({"product": 0}, 4, "4"),
        ({}, 4, "4"),
        ({}, 2, "<3"),
    ],
)
def test_the_line_of_a_side_does_not_tell_the_size_of_a_small_role_group(
    synthesis: Synthesis, protocol: Protocol, roles: dict[str, int], people: int, written: str
) -> None:
    cells = [CoverageCell("relational_trust", "a", "all", people, 4 * people, "covered")]
    cells += [
        CoverageCell("relational_trust", "a", role, n, n, "covered") for role, n in roles.items()
    ]
    files = render(replace(synthesis, coverage=tuple(cells)), protocol)
    assert rows(files["coverage.csv"])[0]["people"] == written
    assert str(json.loads(files["synthesis.json"])["coverage"][0]["people"]) == written
