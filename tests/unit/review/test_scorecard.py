from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from synth.errors import SynthError
from synth.protocols import load_protocol
from synth.review.files import candidates
from synth.review.scorecard import read_scorecard

HEALTH, FIVE = load_protocol("alliance-health"), load_protocol("alliance-maturity-5")
TABLE = """\
Corner,Criterion,Side A,Partner B
relational_trust,Promises are kept,4,2
Relational trust,"Bad news, early",green,
operational_integration,=SUM(A1),Red,3.5
"""


def write(folder: Path, text: str) -> Path:
    (folder / "scorecard.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_ratings_are_numbers_or_levels(tmp_path: Path, delimiter: str) -> None:
    text = TABLE.replace('"Bad news, early"', "Bad news early").replace(",", delimiter)
    rows = read_scorecard(write(tmp_path, text), HEALTH)
    assert [(r.corner, dict(r.scores)) for r in rows] == [
        ("relational_trust", {"a": 0.75, "b": 0.25}),
        ("relational_trust", {"a": 1.0}),
        ("operational_integration", {"a": 0.0, "b": 0.625}),
    ]
    assert rows[2].written == {"a": "Red", "b": "3.5"}


def test_a_workbook_reads_the_same(tmp_path: Path) -> None:
    book = Workbook()
    for row in (("corner", "criterion", "a", "b"), ("trust", "Promises", 5, None)):
        book.active.append(row)
    book.save(tmp_path / "scorecard.xlsx")
    (row,) = read_scorecard(tmp_path, FIVE)
    assert (row.corner, dict(row.scores)) == ("trust", {"a": 1.0})
    assert candidates(tmp_path) == ()


def test_a_folder_without_a_scorecard_has_none(tmp_path: Path) -> None:
    assert read_scorecard(tmp_path, HEALTH) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("relational_trust,", "relational_trst,", "line 2: the protocol has no such corner. Did"),
        (",4,", ",6,", "line 2, column a: this is no rating. Give a number from 1 to 5"),
        (",4,", ",Quillmark,", "line 2, column a"),
        (",4,", ",nan,", "line 2, column a"),
        ("Criterion", "Quillmark", "the first line lacks criterion"),
        (TABLE, "", "the first line lacks corner, criterion, a, b"),
    ],
)
def test_a_wrong_line_is_told_without_its_words(
    tmp_path: Path, right: str, wrong: str, told: str
) -> None:
    with pytest.raises(SynthError) as caught:
        read_scorecard(write(tmp_path, TABLE.replace(right, wrong)), HEALTH)
    assert told in str(caught.value)
    assert "Quillmark" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no", b"corner,criterion,a,b"])
def test_a_broken_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "scorecard.xlsx").write_bytes(content)
    with pytest.raises(SynthError, match="Save it again"):
        read_scorecard(tmp_path, HEALTH)


def test_two_scorecards_are_one_too_many(tmp_path: Path) -> None:
    write(tmp_path, TABLE)
    (tmp_path / "scorecard.xlsx").write_bytes(b"")
    with pytest.raises(SynthError, match="Keep the one"):
        read_scorecard(tmp_path, HEALTH)
