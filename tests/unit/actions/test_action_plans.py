from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from synth.actions import find_plan, read_plan, standing
from synth.errors import SynthError

HEAD = ("No.", "Action", "Concern", "Owner", "Date", "Check-in", "Status")
FIRST = ("a01", "Keep one list.", "Pay date", "Ada Quill", "30 June 2026", "2026-06-15", "open")
SECOND = ("a02", "Name a sponsor.", "", "Bo Reed", "01.07.2026", "", "done")


def word(path: Path, *rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Path:
    document = Document()
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "At"  # the agenda comes before
    table = document.add_table(rows=0, cols=len(head))
    for row in (head, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def excel(path: Path, *rows: tuple[object, ...], merge: str = "") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("Agreed in June",), HEAD, *rows):
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    book.save(path)
    return path


def test_a_filled_in_table_of_word_is_read_back(tmp_path) -> None:
    plan = read_plan(word(tmp_path / "actions.docx", FIRST, SECOND))
    assert plan.faults == ()
    first, second = plan.actions
    assert (first.id, first.owner, first.due) == ("a01", "Ada Quill", date(2026, 6, 30))
    assert first.check_in == date(2026, 6, 15)
    assert (second.status, second.due, second.check_in) == ("done", date(2026, 7, 1), None)


def test_a_sheet_of_excel_is_read_below_its_title(tmp_path) -> None:
    row = ("a01", "Keep one list.", None, "Ada Quill", date(2026, 6, 30), None, "open")
    (action,) = read_plan(excel(tmp_path / "actions.xlsx", row)).actions
    assert (action.owner, action.due, action.status) == ("Ada Quill", date(2026, 6, 30), "open")


def test_added_rows_get_a_number_and_empty_rows_are_passed_over(tmp_path) -> None:
    added = ("", "Meet in person.", "", "", "", "", "")
    blank = ("", "", "Pay date", "", "", "", "")
    plan = read_plan(word(tmp_path / "actions.docx", FIRST, blank, added))
    assert [a.id for a in plan.actions] == ["a01", "a02"]
    assert plan.actions[1].status == "open"
    assert plan.faults == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("a01", "Do it.", "", "Ada", "end of Q3", "", "open"), "its date is no day"),
        (("a01", "Do it.", "", "Ada", "", "soon", "open"), "its check-in is no day"),
        (("a01", "Do it.", "", "Ada", "", "", "so so"), "its status is not known"),
        (("a01", "", "", "Ada", "2026-06-30", "", "open"), "no action: it was left out"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_row(tmp_path, row, told) -> None:
    plan = read_plan(word(tmp_path / "actions.docx", row))
    assert len(plan.faults) == 1
    assert told in plan.faults[0]
    assert "Row 2" in plan.faults[0]
    assert all(a.due is None and a.status == "open" for a in plan.actions)


def test_a_number_that_stands_twice_is_told(tmp_path) -> None:
    plan = read_plan(word(tmp_path / "actions.docx", FIRST, ("a01", *SECOND[1:])))
    assert [a.id for a in plan.actions] == ["a01", "a02"]
    assert "stands twice" in plan.faults[0]


def test_an_action_merged_over_two_rows_has_both_owners(tmp_path) -> None:
    path = word(tmp_path / "actions.docx", FIRST, ("", "", "", "Bo Reed", "", "", ""))
    document = Document(str(path))
    table = document.tables[-1]
    table.cell(1, 1).merge(table.cell(2, 1))
    document.save(str(path))
    (action,) = read_plan(path).actions
    assert action.owner == "Ada Quill and Bo Reed"


def test_one_owner_merged_over_two_actions_owns_both(tmp_path) -> None:
    rows = (FIRST, ("a02", "Name a sponsor.", "", "", "", "", ""))
    plan = read_plan(excel(tmp_path / "actions.xlsx", *rows, merge="D3:D4"))
    assert [a.owner for a in plan.actions] == ["Ada Quill", "Ada Quill"]


def test_a_cell_merged_across_fills_its_first_column_alone(tmp_path) -> None:
    path = word(tmp_path / "actions.docx", ("a01", "Do it.", "", "", "2026-06-30", "", ""))
    document = Document(str(path))
    table = document.tables[-1]
    table.cell(1, 1).merge(table.cell(1, 3))
    document.save(str(path))
    (action,) = read_plan(path).actions
    assert (action.text, action.owner, action.due) == ("Do it.", "", date(2026, 6, 30))


def test_a_row_with_cells_left_out_is_read_as_far_as_it_goes(tmp_path) -> None:
    path = word(tmp_path / "actions.docx", FIRST)
    document = Document(str(path))
    row = document.tables[-1].rows[1]._tr
    for cell in row.tc_lst[3:]:
        row.remove(cell)
    document.save(str(path))
    (action,) = read_plan(path).actions
    assert (action.text, action.owner, action.due) == ("Keep one list.", "", None)


def test_columns_may_be_moved_and_renamed(tmp_path) -> None:
    head = ("Responsible", "What", "Due date")
    (action,) = read_plan(
        word(tmp_path / "actions.docx", ("Ada", "Do it.", "30/06/2026"), head=head)
    ).actions
    assert (action.owner, action.text, action.due) == ("Ada", "Do it.", date(2026, 6, 30))


def test_settings_are_read_too(tmp_path) -> None:
    path = tmp_path / "actions.toml"
    path.write_text('[[action]]\ntext = "Do it."\nowner = "Ada"\ndue = 2026-06-30\n', "utf-8")
    (action,) = read_plan(path).actions
    assert (action.id, action.owner, action.due) == ("a01", "Ada", date(2026, 6, 30))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("actions.toml", b"[[action]]\ntext = ", "not valid TOML"),
        ("actions.toml", b'[[action]]\nwho = "x"\n', "no key 'who'"),
        ("actions.toml", b'action = "x"\n', "below a line of its own"),
        ("actions.docx", b"not a document", "cannot be opened"),
        ("actions.xlsx", b"PK\x03\x04", "cannot be opened"),
        ("actions.txt", b"", "is a .toml, .docx or .xlsx file"),
    ],
)
def test_a_broken_plan_is_refused_by_name(tmp_path, name, content, told) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SynthError, match=told):
        read_plan(tmp_path / name)


def test_a_document_without_a_table_of_actions_is_refused(tmp_path) -> None:
    path = word(tmp_path / "actions.docx", ("x", "y"), head=("At", "Part"))
    with pytest.raises(SynthError, match="no table with a column"):
        read_plan(path)


def test_two_plans_are_one_too_many(tmp_path) -> None:
    for name in ("actions.toml", "actions.docx"):
        (tmp_path / name).touch()
    with pytest.raises(SynthError, match=r"actions.toml and actions.docx"):
        find_plan(tmp_path)


def test_overdue_is_told_by_the_day(tmp_path) -> None:
    plan = read_plan(word(tmp_path / "actions.docx", FIRST, SECOND))
    before, on_check, late = (
        standing(plan, day) for day in (date(2026, 6, 1), date(2026, 6, 20), date(2026, 7, 9))
    )
    assert (before.overdue, before.to_check) == ((), ())
    assert [a.id for a in on_check.to_check] == ["a01"]
    assert [a.id for a in late.overdue] == ["a01"]
    assert late.to_check == ()
