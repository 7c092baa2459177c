from __future__ import annotations

from pathlib import Path

import pytest

from scripts.score_transcripts import EXPECTED, main, score_expected, score_files
from scripts.transcript_gold import Expected, load_expected

ASK = "How do the two companies decide what to build next?"
SAY = "We meet every Monday with the partner, and most of it gets decided there, more or less."
TALK = (
    f"Ada Roe: {ASK}\n\nBo Lund: {SAY}\n\nAda Roe: {ASK}\n\nBo Lund: {SAY} Yes, indeed it does.\n"
)

RIGHT = Expected(
    path="source/talk.txt",
    exporter="",
    turns=(("Ada Roe", "How do the two", "to build next?"), ("Bo Lund", "We meet every", "")),
    speakers=("Ada Roe", "Bo Lund"),
    interviewer=("Ada Roe",),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "talk.txt").write_text(TALK)
    (tmp_path / "source" / "list.txt").write_text("milk bread butter eggs " * 20)
    return tmp_path


def test_files_are_counted_by_what_became_of_them(folder: Path) -> None:
    sources, read, reasons = score_files(folder)
    source = sources["source"]
    assert (source.used, source.skipped, source.failed) == (1, 1, 0)
    assert (source.words_in, source.unaccounted) == (len(TALK.split()), 0)
    assert list(read) == ["source/talk.txt"]
    assert [path for path, _ in reasons] == ["source/list.txt"]


def test_what_is_right_counts(folder: Path) -> None:
    scores = score_expected([RIGHT], score_files(folder)[1])
    assert {key: (t.right, t.total) for key, t in scores.items()} == {
        "speakers": (2, 2),
        "interviewer": (1, 1),
        "turn starts": (2, 2),
        "turn ends": (1, 1),
    }
    assert all(tally.share == 1.0 and not tally.misses for tally in scores.values())


def test_what_is_wrong_is_a_miss_that_says_what(folder: Path) -> None:
    wrong = Expected(
        path="source/talk.txt",
        exporter="",
        turns=(("Bo Lund", "How do the two", "so it goes."),),
        speakers=("Ada Roe", "Eva Holm"),
        interviewer=("Bo Lund",),
    )
    scores = score_expected([wrong], score_files(folder)[1])
    assert [(t.right, t.total) for t in scores.values()] == [(1, 3), (0, 1), (0, 1), (0, 1)]
    assert scores["speakers"].misses == (
        "source/talk.txt: missed eva holm",
        "source/talk.txt: invented bo lund",
    )


def test_a_meeting_may_have_a_chair(folder: Path) -> None:
    meeting = Expected("source/talk.txt", "", (), interviewer=(), chair=("Ada Roe",))
    assert score_expected([meeting], score_files(folder)[1])["interviewer"].share == 1.0


def test_the_table_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "source/list.txt: No speaker is named" in printed
    assert "interviewer" in printed


def test_the_hand_made_list_is_large_and_its_excerpts_are_short() -> None:
    expected = load_expected(EXPECTED)
    assert len(expected) >= 60
    assert len({row.path for row in expected}) == len(expected)
    assert len({row.exporter for row in expected}) >= 15
    excerpts = [text for row in expected for turn in row.turns for text in turn[1:]]
    assert max(len(text.split()) for text in excerpts) <= 8
    assert not any(Path(row.path).is_absolute() for row in expected)
