from __future__ import annotations

from pathlib import Path

import pytest

from synth.errors import SynthError

CANARY = "the purple ledger of Oskarsen"


def test_the_path_of_the_report_goes_to_stdout_and_the_rest_to_stderr(
    synth, pipeline, review_folder: Path
) -> None:
    done = synth("run", review_folder)
    assert done.code == 0
    assert done.out == f"{review_folder / 'out' / 'share' / 'report.html'}\n"
    assert "3 interviews used" in done.err
    assert "ash.txt: This is not a transcript. Leave it out." in done.err
    assert "1 turn not used" in done.err


def test_each_stage_is_one_line_where_there_is_no_terminal(
    synth, pipeline, review_folder: Path
) -> None:
    lines = synth("run", review_folder).err.splitlines()
    assert lines.count("synth: Finding themes …") == 1


def test_json_replaces_the_path(synth, pipeline, review_folder: Path) -> None:
    done = synth("run", review_folder, "--json")
    share = review_folder / "out" / "share"
    assert done.json == {
        "report": str(share / "report.html"),
        "share": str(share),
        "interviews": 3,
        "skipped": [{"file": "ash.txt", "reason": "This is not a transcript. Leave it out."}],
        "ratings": {"relational_trust": "yellow"},
        "assumptions": [],
    }


def test_guesses_are_told_and_written_down(synth, pipeline, bare_folder: Path) -> None:
    done = synth("run", bare_folder)
    assert done.code == 0
    assert "what was assumed:" in done.err
    assert "people.csv" in done.err.split("guesses written down")[1]
    people = (bare_folder / "people.csv").read_text(encoding="utf-8")
    assert "Orla Thistlewaite,,,,ivy.txt\n" in people
    assert "Hester Penhallow,,interviewer,,\n" in people
    assert (bare_folder / "review.toml").exists()


def test_files_of_the_reviewer_are_left_alone(synth, pipeline, review_folder: Path) -> None:
    before = {p.name: p.read_bytes() for p in review_folder.iterdir()}
    synth("run", review_folder)
    after = {p.name: p.read_bytes() for p in review_folder.iterdir() if p.is_file()}
    assert after == before


def test_a_named_problem_is_told_and_writes_nothing(synth, pipeline, bare_folder: Path) -> None:
    def fail(*_: object) -> None:
        raise SynthError("The leak check refused report.md. Do this.", exit_code=3)

    pipeline.setattr("synth.pipeline.publish", fail)
    done = synth("run", bare_folder)
    assert (done.code, done.out) == (3, "")
    assert done.err.splitlines()[-1] == "synth: The leak check refused report.md. Do this."
    assert not (bare_folder / "review.toml").exists()


def test_an_unexpected_problem_names_the_stage_and_no_words(
    synth, pipeline, review_folder: Path
) -> None:
    def fail(review: object, report) -> None:
        report("Finding themes", 0.0)
        raise ValueError(CANARY)

    pipeline.setattr("synth.pipeline.run", fail)
    done = synth("run", review_folder)
    assert (done.code, done.out) == (1, "")
    last = done.err.splitlines()[-1]
    assert last.startswith("synth: an unexpected problem in finding themes; nothing was written.")
    assert "(ValueError at synth.cli.run:" in last
    for words in (CANARY, "Oskarsen", "Traceback"):
        assert words not in done.err


def test_a_library_that_gives_up_on_memory_is_told_like_any_other(
    synth, pipeline, review_folder: Path
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    pipeline.setattr("synth.pipeline.run", fail)
    assert "MemoryError at" in synth("run", review_folder).err


def test_ctrl_c_stops_without_a_traceback(synth, pipeline, review_folder: Path) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    pipeline.setattr("synth.pipeline.run", fail)
    done = synth("run", review_folder)
    assert (done.code, done.out) == (130, "")
    assert done.err.splitlines()[-1] == "synth: stopped; nothing was written."


def test_guesses_that_cannot_be_written_are_no_reason_to_fail(
    synth, pipeline, bare_folder: Path
) -> None:
    def refuse(*_: object) -> None:
        raise SynthError("The folder cannot be written to.")

    pipeline.setattr("synth.review.write_settings", refuse)
    done = synth("run", bare_folder)
    assert done.code == 0
    assert done.out.endswith("report.html\n")
    assert "could not be written down" in done.err


def test_a_file_name_cannot_steer_the_terminal(synth, pipeline, review_folder: Path) -> None:
    (review_folder / "ash.txt").rename(review_folder / "a\x1b[2Jsh.txt")
    assert "\x1b" not in synth("run", review_folder).err


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_without_transcripts(synth, tmp_path: Path, folder: str) -> None:
    done = synth("run", tmp_path / folder)
    assert (done.code, done.out) == (1, "")
    assert "transcripts" in done.err
