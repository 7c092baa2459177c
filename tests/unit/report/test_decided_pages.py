from __future__ import annotations

import dataclasses
import io
import json

import pytest
from docx import Document

from synth.protocols import Protocol
from synth.records.decisions import ReturnedSheet, Ruling
from synth.records.findings import NOT_ENOUGH
from synth.records.scorecard import Criterion, ScoredCorner
from synth.records.synthesis import Synthesis
from synth.report import render

OPS, TRUST = "operational_integration", "relational_trust"
WORDED = "Tickets fall between the two teams."
OLD = "Customer tickets get lost between the two teams."


@pytest.fixture
def decided(synthesis: Synthesis) -> Synthesis:
    operations, relations = synthesis.corners
    concern = dataclasses.replace(operations.concerns[0], text=WORDED, drafted=OLD)
    corner = dataclasses.replace(
        operations, concerns=(concern,), rating="red", draft_because="Both sides are divided.",
        because="Set by the reviewer: I was there.",
    )  # fmt: skip
    theme = dataclasses.replace(synthesis.themes[0], label="Hand-over", drafted="lost tickets")
    action = dataclasses.replace(synthesis.actions[0], owner="Both sponsors", date="2026-06-30")
    return dataclasses.replace(
        synthesis,
        heading=dataclasses.replace(synthesis.heading, status="final"),
        corners=(corner, relations),
        themes=(theme, *synthesis.themes[1:]),
        actions=(action,),
        rulings=(
            Ruling("quote", "The quote p0006", "shown", "struck", "Said in anger."),
            Ruling("finding", "f3", OLD, WORDED, "Plainer."),
        ),
        struck=frozenset({"p0006"}),
        sheets=tuple(ReturnedSheet(f"FC-{n:08x}", 2, 0, 0) for n in range(4)),
    )


def words(files: dict[str, bytes]) -> dict[str, str]:
    document = Document(io.BytesIO(files["report.docx"]))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    header = document.sections[0].header.paragraphs[0].text
    return {
        "report.html": files["report.html"].decode(),
        "report.md": files["report.md"].decode().replace("\\", ""),
        "report.docx": "\n".join([header, *(p.text for p in document.paragraphs), *cells]),
    }


def test_the_report_shows_what_a_person_decided_and_what_was_drafted(
    decided: Synthesis, protocol: Protocol
) -> None:
    for name, text in words(render(decided, protocol)).items():
        for told in (
            WORDED, OLD, "Set by the reviewer", "Both sides are divided.", "I was there.",
            "lost tickets", "Both sponsors", "2026-06-30", "Said in anger.",
            "answers came from four people",
        ):  # fmt: skip
            assert told in text, (name, told)


def test_a_final_report_is_no_draft(
    decided: Synthesis, synthesis: Synthesis, protocol: Protocol
) -> None:
    for text in words(render(decided, protocol)).values():
        assert "FINAL" in text.upper()
        assert "have not checked it yet" not in text
    for text in words(render(synthesis, protocol)).values():
        assert "DRAFT" in text.upper()
        assert "The reviewer has changed nothing" in text
    assert json.loads(render(decided, protocol)["synthesis.json"])["status"] == "final"


def test_a_struck_quote_is_no_example_of_its_theme(decided: Synthesis, protocol: Protocol) -> None:
    result = json.loads(render(decided, protocol)["synthesis.json"])
    shown = {p["id"] for p in result["evidence"]["passages"] if p["quoted"]}
    page = render(decided, protocol)["report.html"].decode()
    assert 'id="p0001"' in page
    assert "p0001" in shown
    weekly = next(line for line in page.split("<tr") if 'id="theme-t2"' in line)
    assert "p0006" not in weekly


def test_the_scorecard_stands_beside_the_draft_ratings(
    synthesis: Synthesis, protocol: Protocol
) -> None:
    apart = Criterion(OPS, "Hand-over | is <clear>", {"a": 1, "b": 0}, {"a": "5", "b": "1"})
    scored = (
        ScoredCorner(OPS, 2, {"a": 1.0, "b": 0.25}, "green", "yellow", (apart,)),
        ScoredCorner(TRUST, 1, {"a": 0.5}, NOT_ENOUGH, NOT_ENOUGH),
    )
    with_card = dataclasses.replace(synthesis, scorecard=scored)
    for text in words(render(with_card, protocol)).values():
        assert "5.0 of 5" in text
        assert "2.0 of 5" in text
        assert "They differ" in text
        assert "Only one side filled in" in text
    assert b"is &lt;clear&gt; (5 and 1)" in render(with_card, protocol)["report.html"]
    for text in words(render(synthesis, protocol)).values():
        assert "scorecard" not in text.lower()
