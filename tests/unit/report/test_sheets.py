import io
import re
from dataclasses import replace

import pytest
from docx import Document

from synth.coverage import measure_coverage, survey
from synth.report import coverage_facts, coverage_pages, coverage_text, planning_pages, render
from synth.report.sheets import render_sheet
from synth.report.sheets.blocks import (
    Curve,
    Grid,
    Heading,
    Items,
    Room,
    Sheet,
    Text,
    Words,
)
from tests.unit.coverage.held import HEALTH, WHOLE, interviewing, without

SHEET = Sheet(
    title="A sheet <b>", kicker="Kicker", stamp="Draft", facts=("One fact",),
    notices=("Take care.",),
    blocks=(
        Heading("A heading", aside="10 minutes"), Text("A paragraph."), Items(("First", "Second")),
        Words("Said [A: person 1] | `so`", "Partner A", "p0001"),
        Grid(("Head", "Other"), (("cell | one", ""),), (1, 2), "Caption", ((-1, 2),), to_fill=True),
        Room("Room to write", 2), Curve("Known", (1, 3), (1.0, 3.0), (2.0, 3.0), 1),
    ),
)  # fmt: skip


def text_of(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_every_format_says_all_of_a_sheet() -> None:
    files = render_sheet(SHEET, "x", ("html", "docx", "md"))
    assert set(files) == {"x.html", "x.docx", "x.md"}
    for said in ("A heading", "10 minutes", "A paragraph.", "Second", "Partner A", "Caption",
                 "Room to write", "Take care."):  # fmt: skip
        assert said in files["x.html"].decode()
        assert said in files["x.md"].decode()
        assert said in text_of(files["x.docx"])


def test_a_sheet_is_safe_and_asks_for_nothing() -> None:
    page = render_sheet(SHEET, "x", ("html",))["x.html"].decode()
    assert "<b>" not in page.split("</style>")[1]
    assert "script" not in page.split("</head>")[1]
    assert not re.search(r'(?:src|href)="http', page)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    formats = ("html", "docx", "md")
    assert render_sheet(SHEET, "x", formats) == render_sheet(SHEET, "x", formats)


def pages(held, floor=3):
    found = survey(held, HEALTH)
    return coverage_pages(found, measure_coverage(held, HEALTH, floor), HEALTH, floor, "2026-H1")


def html(held, floor=3) -> str:
    page = pages(held, floor)["coverage.html"].decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.split("</head>")[1]))


def test_the_answer_comes_first() -> None:
    assert "Every corner has been heard from both sides" in html(interviewing())
    held = without(interviewing(), corner="relational_trust", side="b")
    assert "Nothing has been heard on relational trust from Partner B." in html(held)


def test_one_side_is_said_to_be_one_side() -> None:
    cast = tuple(("a", role) for _, role in WHOLE)
    assert "Only one side has been heard: nobody of Partner B." in html(interviewing(cast))


def test_sides_that_nobody_knows_are_said_to_be_unknown() -> None:
    assert "not known who sits on which side" in html(interviewing((("unknown", "untold"),) * 4))


def test_below_the_base_nothing_is_said_of_saturation() -> None:
    assert "There are not enough interviews to say" in html(interviewing(WHOLE[:5]))
    assert "There are not enough interviews to say" not in html(interviewing())


def test_no_role_of_a_side_is_told_that_few_people_share() -> None:
    files = pages(interviewing())
    assert {line.split(",")[2] for line in files["coverage.csv"].decode().splitlines()[1:]} == {
        "all"
    }
    assert "the sponsors fewer than three" in html(interviewing())


def test_a_reason_does_not_tell_a_hidden_number() -> None:
    shown = html(interviewing((("a", "sales"), ("b", "sales"), ("b", "product"))))
    assert "too few people" not in shown
    assert "one person" not in shown


def test_the_tone_of_few_people_is_not_told() -> None:
    held = interviewing((("a", "sales"), ("a", "product"), *((("b", "sales"),) * 3)), each=4)
    praised = replace(held, heard=tuple(replace(h, stance="strength") for h in held.heard))
    shown = html(praised)
    assert "Partner B voices strengths only" in shown
    assert "Partner A voices strengths only" not in shown


def test_the_private_page_tells_every_role() -> None:
    found = survey(interviewing(WHOLE[:-1]), HEALTH)
    page = planning_pages(found, HEALTH, ["Partner B, support: 2"])["ask-next.md"].decode()
    assert "Nobody from support of Partner B yet" in page
    assert "Partner B, support: 2" in page
    assert "| Relational trust | Partner A | sponsor | 1 | 2 | Thin |" in page


def test_plain_text_keeps_to_the_width() -> None:
    held = without(interviewing(), corner="relational_trust", side="b")
    found = survey(held, HEALTH)
    text = coverage_text(found, measure_coverage(held, HEALTH, 3), HEALTH, 3, "")
    assert max(map(len, text.splitlines())) <= 110


@pytest.mark.parametrize("floor", [1, 3])
def test_numbers_for_programs_keep_the_floor(floor) -> None:
    facts = coverage_facts(survey(interviewing(WHOLE[:3]), HEALTH), HEALTH, floor)
    assert facts["people"] == ({"a": 2, "b": 1} if floor == 1 else {"a": "<3", "b": "<3"})
    assert [g["kind"] for g in facts["gaps"]][:1] == ["role"]


def test_the_report_has_what_coverage_comes_to(synthesis, protocol) -> None:
    files = render(replace(synthesis, survey=survey(interviewing(), HEALTH)), protocol)
    for said in (
        "Every corner has been heard from both sides",
        "of ten interviews brought nothing",
    ):
        assert said in files["report.html"].decode()
        assert said in files["report.md"].decode()
        assert said in text_of(files["report.docx"])
