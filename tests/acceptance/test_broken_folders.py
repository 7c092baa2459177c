"""The real command on folders with one fault each: what is told, and what is left behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WORDS = "We agreed on a plan in spring and nobody answered about the purple ledger."
CANARIES = ("Oskarsen", "Penhallow", "Quillmark", "purple ledger")


def _dialogue(question: str, answer: str, times: int) -> str:
    return f"Hester Penhallow: {question}\n\nCasper Oskarsen: {answer}\n\n" * times


UNREADABLE = {
    "junk.vtt": (bytes(range(256)) * 40, "Export the transcript again"),
    "broken.docx": (b"PK\x03\x04 the purple ledger of Oskarsen" * 20, "save it again"),
    "nobody.txt": (b"paper, ink and a new kettle for the office\n" * 12, '"Name:"'),
    "ten-words.txt": (_dialogue("How is it going?", "Fine, the purple ledger.", 1).encode(), "few"),
    "empty.md": (b"", "empty"),
}
"""Files that cannot be used, each with a part of what the user is told to do."""

SETTINGS = {
    "a misspelled key": ("review.toml", '[review]\naliance = "Quillmark"\n', "alliance?"),
    "no such protocol": ("review.toml", '[review]\nprotocol = "five"\n', "alliance-health"),
    "broken TOML": ("review.toml", "[review]\nalliance = Quillmark\n", "line 2"),
    "an unknown side": ("people.csv", "name,side\nCasper Oskarsen,Quillmark\n", "a, b, other or"),
    "a level that is none": (
        "decisions.toml",
        '[ratings.relational_trust]\nrating = "blue"\nreason = "purple ledger"\n',
        "green",
    ),
}


def _told(done) -> str:
    """Return the last message, after a look that no stream holds anybody's words or name."""
    said = done.out + done.err
    assert not [canary for canary in CANARIES if canary in said]
    assert "Traceback" not in said
    assert done.out == ""
    return done.err[done.err.rindex("synth: ") :]


@pytest.mark.parametrize("fault", SETTINGS)
def test_wrong_settings_stop_the_run_and_leave_the_last_report(
    synth, tree, bare_folder: Path, fault: str
) -> None:
    name, content, remedy = SETTINGS[fault]
    (bare_folder / name).write_text(content, encoding="utf-8")
    (bare_folder / "out" / "share").mkdir(parents=True)
    (bare_folder / "out" / "share" / "report.html").write_text("the last", encoding="utf-8")
    before = tree(bare_folder)
    done = synth("run", bare_folder)
    assert done.code == 1
    assert name in _told(done)
    assert remedy in _told(done)
    assert tree(bare_folder) == before


def test_an_empty_folder(synth, tmp_path: Path) -> None:
    done = synth("run", tmp_path)
    assert done.code == 1
    assert "Put the transcripts" in _told(done)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_folder_without_a_transcript_that_can_be_used(
    synth, tree, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(UNREADABLE[name][0])
    before = tree(tmp_path)
    done = synth("run", tmp_path)
    assert done.code == 1
    assert "synth check" in _told(done)
    assert tree(tmp_path) == before


def test_check_tells_of_each_file_why_it_cannot_be_used(synth, tree, bare_folder: Path) -> None:
    for name, (content, _) in UNREADABLE.items():
        (bare_folder / name).write_bytes(content)
    before = tree(bare_folder)
    done = synth("check", bare_folder, "--json")
    assert done.code == 0
    reasons = {s["file"]: s["reason"] for s in json.loads(done.out)["skipped"]}
    assert set(reasons) == set(UNREADABLE)
    for name, (_, remedy) in UNREADABLE.items():
        assert remedy in reasons[name]
        assert not [canary for canary in CANARIES if canary in reasons[name]]
    assert tree(bare_folder) == before


def test_a_transcript_with_one_speaker_is_read_with_a_warning(synth, tmp_path: Path) -> None:
    text = f"Casper Oskarsen: {WORDS}\n\n" * 9
    (tmp_path / "alone.txt").write_text(text, encoding="utf-8")
    done = synth("check", tmp_path, "--json")
    (file,) = json.loads(done.out)["files"]
    assert done.code == 0
    assert len(file["speakers"]) == 1
    assert any("one speaker" in warning for warning in file["warnings"])


def test_a_transcript_that_is_not_utf8_is_read_all_the_same(synth, tmp_path: Path) -> None:
    text = _dialogue("Et ça va, à Orléans?", f"Très bien, au café. {WORDS}", 9)
    (tmp_path / "old.txt").write_bytes(text.encode("cp1252"))
    (file,) = json.loads(synth("check", tmp_path, "--json").out)["files"]
    parts = {s["label"]: s["part"] for s in file["speakers"]}
    assert parts == {"Hester Penhallow": "interviewer", "Casper Oskarsen": "interviewee"}


def test_out_that_cannot_be_written(synth, tree, bare_folder: Path) -> None:
    (bare_folder / "out").write_text("a file in the way", encoding="utf-8")
    before = tree(bare_folder)
    done = synth("run", bare_folder)
    assert done.code == 1
    assert "out" in _told(done)
    assert "written" in _told(done)
    assert tree(bare_folder) == before


@pytest.mark.parametrize("arguments", [("run",), ("walk",), ("init", "here")])
def test_wrong_usage(synth, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert synth(*arguments).code == 2
