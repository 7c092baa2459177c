from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from synth.decisions import answers_as_decisions, fact_sheets
from synth.errors import SynthError
from synth.protocols import load_protocol
from synth.records.factcheck import FactItem, FactSheet
from synth.records.kept import KeptCorner, KeptFinding, KeptPassage, KeptQuote, KeptResult
from synth.report import factcheck_docx
from synth.review import add_decisions, read_returned
from synth.review.decisions import read_decisions

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SAID = "Tickets get lost \u0007between [Partner A] & us \U0001f600 <every> week."
CLEAN = SAID.replace("\u0007", "")
SHEET = FactSheet(
    "FC-0123abcd", "a-interviewee-1.docx", "[A: interviewee 1]",
    (
        FactItem("q1", "quote", "p0001", CLEAN, passages=(CLEAN,)),
        FactItem("q2", "quote", "p0002", "The call works.", passages=("The call works.",)),
        FactItem("f1", "finding", "t.concern.1", "Tickets: many see trouble.",
                 passages=(CLEAN,)),
    ),
)  # fmt: skip


def box(document: Any, tag: str) -> Any:
    boxes = document.element.body.iter(f"{W}sdt")
    return next(b for b in boxes if b.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == tag)


def tick(document: Any, tag: str) -> None:
    found = box(document, tag)
    found.find(f"{W}sdtPr/{W14}checkbox/{W14}checked").set(f"{W14}val", "1")
    next(found.iter(f"{W}t")).text = "☒"


def write(document: Any, tag: str, words: str) -> None:
    next(box(document, tag).iter(f"{W}t")).text = words


def flatten(document: Any) -> None:
    """Throw the boxes away and keep their words, as some word processors do."""
    for found in list(document.element.body.iter(f"{W}sdt")):
        parent, content = found.getparent(), found.find(f"{W}sdtContent")
        for run in list(content):
            parent.insert(parent.index(found), run)
        parent.remove(found)


def returned(folder: Path, change: Callable[[Any], None]):
    document = Document(io.BytesIO(factcheck_docx(SHEET)))
    change(document)
    path = folder / "back.docx"
    document.save(str(path))
    return answers_as_decisions(SHEET, read_returned(path))


def answered(document: Any) -> None:
    tick(document, "q1:withdraw")
    tick(document, "q2:confirm")
    tick(document, "f1:correct")
    write(document, "f1:words", "It was\nonly one month.")


def counts(checked) -> tuple[object, ...]:
    told = checked.entries[-1].values
    return tuple(told[kind] for kind in ("confirmed", "corrected", "withdrawn"))


@pytest.mark.parametrize("flat", [False, True], ids=["boxes", "words alone"])
def test_answers_become_decisions(tmp_path: Path, *, flat: bool) -> None:
    def change(document: Any) -> None:
        answered(document)
        if flat:
            flatten(document)

    checked = returned(tmp_path, change)
    assert counts(checked) == (1, 1, 1)
    assert checked.notes == ()
    for _ in range(2):  # a sheet that is read twice changes nothing more
        add_decisions(tmp_path, checked.entries)
    decided = read_decisions(tmp_path, load_protocol("alliance-health"))
    (quote,), (finding,), (sheet,) = decided.quotes, decided.findings, decided.sheets
    assert quote.withdrawn
    assert quote.text.reveal() == CLEAN
    assert finding.correction.reveal() == "It was only one month."
    assert sheet.sheet == SHEET.code


def test_a_sheet_without_answers_decides_nothing(tmp_path: Path) -> None:
    checked = returned(tmp_path, lambda _: None)
    assert counts(checked) == (0, 0, 0)
    assert len(checked.entries) == 1
    assert checked.notes == ("3 of 3 items have no answer.",)


def test_two_ticks_decide_nothing_and_are_told(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        answered(document)
        tick(document, "q1:confirm")

    checked = returned(tmp_path, change)
    assert counts(checked) == (1, 1, 0)
    assert any("q1" in n and "both ticked" in n for n in checked.notes)


def reword(document: Any) -> None:
    runs = (r for t in document.tables for r in t.rows[0].cells[0].paragraphs[1].runs)
    next(runs).text = "Tickets never get lost."


def drop(document: Any) -> None:
    table = document.tables[0]._tbl
    table.getparent().remove(table)


def remark(document: Any) -> None:
    write(document, "else", "Thank you.")


@pytest.mark.parametrize(
    ("change", "told"),
    [(reword, "text was changed"), (drop, "not in the file any more"), (remark, "a remark")],
)
def test_edits_beyond_the_boxes_are_told(
    tmp_path: Path, change: Callable[[Any], None], told: str
) -> None:
    checked = returned(tmp_path, change)
    assert any(told in note for note in checked.notes)
    assert len(checked.entries) == 1
    assert "Tickets never" not in " ".join(checked.notes)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"FC-0123abcd"])
def test_what_is_no_sheet_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "one.docx"
    path.write_bytes(content)
    with pytest.raises(SynthError, match=r"one\.docx"):
        read_returned(path)


def test_another_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "one.docx"
    document = Document()
    document.add_paragraph("Ottoline Vex wrote this.")
    document.save(str(path))
    with pytest.raises(SynthError, match="no code") as caught:
        read_returned(path)
    assert "Ottoline" not in str(caught.value)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert factcheck_docx(SHEET) == factcheck_docx(SHEET)


def kept(number: int, speaker: str, *, shown: bool = True) -> KeptPassage:
    return KeptPassage(
        f"p{number}", speaker, "a", "t", "concern", "", f"Words {number}.", 0.9, shown=shown
    )


def test_each_participant_is_asked_for_their_own_words_only() -> None:
    one, two, three = (f"[A: interviewee {n}]" for n in (1, 2, 3))
    lost = KeptFinding("t.concern.1", "concern", "t", "Tickets: many.", "4", ("a",),
                       (KeptQuote("p1", "Words 1.", "a"),))  # fmt: skip
    lone = KeptFinding("t.outlier.1", "outlier", "t", "One person.", "<3", (),
                       (KeptQuote("p3", "Words 3.", "a"),))  # fmt: skip
    result = KeptResult(
        "", "", "", "", "", 3, {},
        (KeptCorner("t", "T", "red", "", (), (lost,), (lone,)),), (), (),
        (kept(1, one), kept(2, two, shown=False), kept(3, three), kept(4, one, shown=False)), {},
    )  # fmt: skip
    sheets = fact_sheets(result, {"t.concern.1": (one, two)})
    assert [(s.speaker, [(i.kind, i.id) for i in s.items]) for s in sheets] == [
        (one, [("quote", "p1"), ("finding", "t.concern.1")]),
        (two, [("finding", "t.concern.1")]),
        (three, [("quote", "p3")]),
    ]
    assert len({s.code for s in sheets}) == 3
    assert all(re.fullmatch(r"a-interviewee-\d\.docx", s.file) for s in sheets)
