from __future__ import annotations

from pathlib import Path

import pytest

from synth.errors import SynthError
from synth.records.people import Person, Side
from synth.review import load_review

HEAD = "name,also,side,role,file\n"


@pytest.fixture
def folder(bare_folder: Path) -> Path:
    return bare_folder


def _people(folder: Path, text: str | bytes) -> tuple[Person, ...]:
    content = text.encode("utf-8") if isinstance(text, str) else text
    (folder / "people.csv").write_bytes(content)
    return load_review(folder).names.people


def _names(people: tuple[Person, ...]) -> list[str]:
    return [p.name.reveal() for p in people]


def test_a_row_is_read_with_all_its_columns(folder: Path) -> None:
    text = HEAD + 'Ada Roe,"Ada; Row ",A,"Lead, sales",ivy.txt\nIda Poe,,interviewer,,\n'
    ada, ida = _people(folder, text)
    assert ada.name.reveal() == "Ada Roe"
    assert [a.reveal() for a in ada.also] == ["Ada", "Row"]
    assert (ada.side, ada.role, ada.file) == (Side.A, "Lead, sales", "ivy.txt")
    assert ida.interviewer and not ada.interviewer


@pytest.mark.parametrize(
    "content",
    [
        "name,also,side,role,file\nZoë Roe,Zo,b,Lead,ivy.txt\n",
        "\ufeffname,also,side,role,file\r\nZoë Roe,Zo,b,Lead,ivy.txt\r\n",
        "name;also;side;role;file\nZoë Roe;Zo;b;Lead;ivy.txt\n",
        "file,role,side,also,name\nivy.txt,Lead,b,Zo,Zoë Roe\n",
        "Name , ALSO,Side,Role,File\n Zoë  Roe ,Zo,B,Lead,ivy.txt\n",
        "# a note, with a comma\n\nname,also,side,role,file\n# another\nZoë Roe,Zo,b,Lead,ivy.txt",
        '"# a note, saved by a spreadsheet",,,,\nname,also,side,role,file,,\n'
        "Zoë Roe,Zo,b,Lead,ivy.txt,,\n",
    ],
    ids=["plain", "BOM and CRLF", "semicolons", "order", "spaces", "notes", "spreadsheet"],
)
def test_the_ways_in_which_people_csv_is_saved(folder: Path, content: str) -> None:
    (person,) = _people(folder, content)
    assert person.name.reveal() == "Zoë Roe"
    assert [a.reveal() for a in person.also] == ["Zo"]
    assert (person.side, person.role, person.file) == (Side.B, "Lead", "ivy.txt")


def test_a_short_row_and_missing_columns_are_no_fault(folder: Path) -> None:
    assert _names(_people(folder, "name,side\nAda Roe\nIda Poe,b\n")) == ["Ada Roe", "Ida Poe"]


@pytest.mark.parametrize("content", ["", "# only a note\n", HEAD])
def test_an_empty_file_names_nobody(folder: Path, content: str) -> None:
    assert _people(folder, content) == ()


@pytest.mark.parametrize(
    ("content", "messages"),
    [
        (HEAD + "# note\nAda Roe,,c,,\n", ["line 3", "a, b, other or interviewer"]),
        (HEAD + "Ada Roe,,Quillmark,,\n", ["line 2", "no side"]),
        (HEAD + "Ada Roe,Ada,a,Lead, sales,ivy.txt\n", ["line 2", "6 values for 5 columns"]),
        (HEAD + 'Ida Poe,,b,,\nAda "Roe,,"a"x,,\n', ["line 3", "quotation mark"]),
        (HEAD + 'Ida Poe,,b,,\n"Ada Roe,,a,,\n\n', ["line 3", "quotation mark"]),
        ("name,also,sied,role,file\nAda Roe,,a,,\n", ["line 1", "sied", "mean side?"]),
        ("Ada Roe,,a,,\n", ["line 1", "name,also,side,role,file"]),
        (HEAD + "Ada Roe,,a,,ivy.txt\nada roe,,b,,\n", ["line 3", "line 2", "another side"]),
        ((HEAD + "Zoë Roe,,a,,\n").encode("latin-1"), ["UTF-8"]),
    ],
)
def test_a_fault_is_told_by_line_and_never_by_name(
    folder: Path, content: str | bytes, messages: list[str]
) -> None:
    with pytest.raises(SynthError) as caught:
        _people(folder, content)
    for message in ("people.csv", *messages):
        assert message in str(caught.value)
    for name in ("Ada", "Roe", "Ida", "Quillmark"):
        assert name not in str(caught.value)


def test_all_lines_with_a_wrong_side_are_told_at_once(folder: Path) -> None:
    with pytest.raises(SynthError, match=r"(?s)line 2.*line 4"):
        _people(folder, HEAD + "Ada Roe,,x,,\nIda Poe,,a,,\nUna Moe,,y,,\n")


def test_one_person_may_be_interviewed_twice(folder: Path) -> None:
    people = _people(folder, HEAD + "Ada Roe,,a,,ivy.txt\nAda Roe,,a,,oak.md\n")
    assert [p.file for p in people] == ["ivy.txt", "oak.md"]


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("IVY.TXT", "ivy.txt"),
        ("ivy", "ivy.txt"),
        ("review/ivy.txt", "ivy.txt"),
        ("transcripts\\ivy.txt", "ivy.txt"),
        ("gone.txt", "gone.txt"),
        ("another-cycle/ivy.txt", ""),
    ],
)
def test_the_file_of_a_person_is_found_however_it_is_written(
    folder: Path, written: str, file: str
) -> None:
    (person,) = _people(folder, HEAD + f"Ada Roe,,a,,{written}\n")
    assert person.file == file


def test_a_row_that_holds_only_a_file_waits_to_be_filled_in(folder: Path) -> None:
    assert _people(folder, HEAD + ",,,,ivy.txt\n") == ()


def test_a_person_without_a_name_can_have_a_side(folder: Path) -> None:
    (person,) = _people(folder, HEAD + ",,b,Lead,ivy.txt\n")
    assert (person.side, person.role, person.file) == (Side.B, "Lead", "ivy.txt")


def test_people_of_the_parent_are_joined_and_the_folder_wins(folder: Path) -> None:
    above = HEAD + "Ada Roe,Row,a,Lead,\nIda Poe,,b,,\n,,b,,ivy.txt\n"
    (folder.parent / "people.csv").write_text(above, encoding="utf-8")
    people = _people(folder, HEAD + "ada roe,Ada,b,Head,ivy.txt\n")
    assert _names(people) == ["ada roe", "Ida Poe"]
    assert (people[0].side, people[0].role) == (Side.B, "Head")
    # What the parent wants hidden stays hidden.
    assert [a.reveal() for a in people[0].also] == ["Ada", "Row"]
