from __future__ import annotations

import csv
import html
import io
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from scripts.gold import GoldTurn, sentences_of, turns_of
from scripts.layouts import LAYOUTS, RECORDED, Layout, layout_of
from scripts.render_review import people_csv, render_cycle, review_toml

TURNS = (
    GoldTurn("Una Kray", "Well?"),
    GoldTurn("Hope Tarn", "One <two> & three *four* five_six. " + "More words of the answer. " * 9),
)


def _read_back(layout: Layout, written: bytes, folder: Path) -> str:
    """Return the words of a file as a person would read them: names and cue times taken out."""
    if layout.name == "docx":
        file = folder / "x.docx"
        file.write_bytes(written)
        text = "\n".join(p.text for p in Document(str(file)).paragraphs)
    else:
        text = written.decode()
    text = re.sub(r"^(\d+|WEBVTT|.* --> .*|# ?.*|Interview transcript)$", "", text, flags=re.M)
    text = re.sub(r"<v [^>]*>|</v>|\*\*[^*]*:\*\*|(Una Kray|Hope Tarn):", "", text)
    unescape = re.sub(r"\\(.)", r"\1", text) if layout.name == "markdown" else text
    return " ".join(html.unescape(unescape).split())


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_layout_holds_every_word_in_order(layout: Layout, tmp_path: Path) -> None:
    read = _read_back(layout, layout.write(TURNS), tmp_path)
    assert read == " ".join(" ".join(t.text for t in TURNS).split())


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_same_turns_give_the_same_bytes(layout: Layout) -> None:
    assert layout.write(TURNS) == layout.write(TURNS)


def test_cues_are_short_and_their_times_go_forward() -> None:
    written = LAYOUTS[0].write(TURNS).decode()
    clocks = re.findall(r"(\S+) --> (\S+)", written)
    assert len(clocks) > 3
    assert [c for cue in clocks for c in cue] == sorted(c for cue in clocks for c in cue)
    assert max(len(line.split()) for line in written.splitlines()) <= 14


def test_layouts_rotate_and_recogniser_output_stays_recorded() -> None:
    assert [layout_of(n, "clean") for n in range(6)] == [*LAYOUTS, LAYOUTS[0]]
    assert {layout_of(n, "asr-lower") for n in range(9)} == set(RECORDED)


def test_a_folder_as_users_have_it(review: dict[str, Any], tmp_path: Path) -> None:
    render_cycle(review, "2031-H1", tmp_path)
    names = sorted(f.relative_to(tmp_path).as_posix() for f in tmp_path.rglob("*") if f.is_file())
    assert names == [
        "people.csv",
        "review.toml",
        "transcripts/interview-01.vtt",
        "transcripts/interview-02.txt",
    ]


def test_bare_writes_no_settings(review: dict[str, Any], tmp_path: Path) -> None:
    render_cycle(review, "2031-H1", tmp_path, bare=True)
    assert [f.name for f in tmp_path.iterdir()] == ["transcripts"]


def test_settings_name_both_partners_and_what_to_hide(review: dict[str, Any]) -> None:
    settings = tomllib.loads(review_toml(review, "2031-H1"))
    assert settings["partners"]["a"]["products"] == ["Circle"]
    assert settings["partners"]["b"]["name"] == "Bolt & Sons"
    assert settings["names"]["hide"] == ["Varnholm"]
    assert str(settings["review"]["date"]) == "2031-03-04"


def test_people_know_their_side_and_their_transcript(review: dict[str, Any]) -> None:
    lines = [x for x in people_csv(review, "2031-H1").splitlines() if not x.startswith("#")]
    rows = {row["name"]: row for row in csv.DictReader(io.StringIO("\n".join(lines)))}
    assert rows["Will Oyster"]["also"] == "Will;Oyster"
    assert rows["Will Oyster"]["file"] == "interview-02.txt"
    assert [rows[name]["side"] for name in rows] == ["a", "b", "interviewer"]


def test_labelled_sentences_stand_where_they_say(review: dict[str, Any]) -> None:
    for interview in review["interviews"]["2031-H1"]:
        turns = turns_of(interview)
        for sentence in sentences_of(interview, "x.txt"):
            assert turns[sentence.turn].text[sentence.start : sentence.end] == sentence.text


def test_consecutive_turns_of_one_speaker_are_one_turn(review: dict[str, Any]) -> None:
    interview = review["interviews"]["2031-H1"][0]
    del interview["turns"][2]
    turns = turns_of(interview)
    assert [t.name for t in turns] == ["Una Kray", "Hope Tarn"]
    last = list(sentences_of(interview, "x.txt"))[-1]
    assert last.turn == 1
    assert turns[1].text[last.start : last.end] == last.text
