from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from synth.privacy import find_leaks
from synth.protocols import Protocol
from synth.records.synthesis import Synthesis
from synth.records.text import RawText
from synth.report import render


def book(synthesis: Synthesis, protocol: Protocol) -> Any:
    return load_workbook(io.BytesIO(render(synthesis, protocol)["evidence.xlsx"]))


def test_each_kind_of_evidence_has_a_sheet_with_a_head_and_a_filter(
    synthesis: Synthesis, protocol: Protocol
) -> None:
    made = book(synthesis, protocol)
    assert made.sheetnames == [
        "findings", "passages", "signals", "themes", "coverage", "promises",
    ]  # fmt: skip
    for page in made:
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref == page.dimensions
        assert page["A1"].font.bold
    assert made["passages"].max_row == len(synthesis.passages) + 1
    assert [cell.value for cell in made["findings"]["A"]][1:] == [
        "f1", "f2", "f3", "f4", "f5", "f6", "f7",
    ]  # fmt: skip


def test_numbers_below_the_floor_are_not_told(synthesis: Synthesis, protocol: Protocol) -> None:
    page = book(synthesis, protocol)["findings"]
    people = {row[0].value: row[4].value for row in page.iter_rows(min_row=2)}
    sides = {row[0].value: row[5].value for row in page.iter_rows(min_row=2)}
    assert (people["f3"], people["f2"], people["f7"]) == (4, "<3", "<3")
    assert not sides["f7"]


@pytest.mark.parametrize(
    "words",
    ['=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "＝1+1", "a\x07b\x00c", "x" * 40_000,
     "\u202eright to left", "<b>&amp;</b>", "007"],
)  # fmt: skip
def test_hostile_words_stay_words(
    hostile: Callable[[str], Synthesis], protocol: Protocol, words: str
) -> None:
    made = book(hostile(words), protocol)
    cells = [cell for page in made for row in page.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    text = made["passages"]["G2"]
    assert text.data_type == "s"
    assert len(text.value) <= 32_767
    if words[0] in "=+-@＝":
        assert text.value == words
        assert text.quotePrefix


def test_the_leak_check_reads_the_workbook_and_the_project(
    hostile: Callable[[str], Synthesis], protocol: Protocol
) -> None:
    files = render(hostile("I had it from Quillmark, last week."), protocol)
    found = find_leaks(files, (RawText("Quillmark"),))
    assert {"evidence.xlsx", "interviews.qdpx", "codes.qdc"} <= {leak.file for leak in found}


@pytest.mark.parametrize("name", ["evidence.xlsx", "interviews.qdpx", "codes.qdc", "report.docx"])
def test_the_same_synthesis_gives_the_same_bytes(
    synthesis: Synthesis, protocol: Protocol, name: str
) -> None:
    assert render(synthesis, protocol)[name] == render(synthesis, protocol)[name]
