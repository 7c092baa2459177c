from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from synth import __version__
from synth.cli.app import COMMANDS, GROUPS
from synth.review import load_review


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_version(synth) -> None:
    assert synth("--version").out == f"synth {__version__}\n"


def test_help_lists_every_command(synth) -> None:
    done = synth("--help")
    assert done.code == 0
    assert [line.split()[0] for line in done.out.split("Commands:\n")[1].splitlines()] == [
        *(command.__name__ for command in COMMANDS),
        *GROUPS,
    ]


@pytest.mark.parametrize(
    "arguments", [(), ("walk",), ("run",), ("run", "a", "b"), ("run", "--quiet", "a")]
)
def test_wrong_usage(synth, arguments: tuple[str, ...]) -> None:
    done = synth(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "Usage: synth" in done.err


def test_help_loads_no_heavy_library() -> None:
    heavy = ("numpy", "pydantic", "rich", "spacy", "torch", "sklearn", "yaml", "transformers")
    look = (
        "import sys\nfrom synth.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_check_tells_speakers_sides_and_words(synth, review_folder: Path) -> None:
    before = _files(review_folder)
    done = synth("check", review_folder)
    assert done.code == 0
    lines = done.out.splitlines()
    assert "4 transcripts can be read, 0 files can not." in lines[0]
    (orla,) = (line for line in lines if "Orla Thistlewaite" in line)
    assert "interviewee" in orla and "side a" in orla and "%" in orla
    assert _files(review_folder) == before


def test_check_keeps_names_off_stderr(synth, review_folder: Path, secret_names) -> None:
    done = synth("check", review_folder)
    assert not [name for name in secret_names if name in done.err]


def test_check_says_what_is_missing(synth, bare_folder: Path) -> None:
    missing = synth("check", bare_folder, "--json").json["missing"]
    told = "\n".join(missing)
    assert "There is no review.toml" in told
    assert "There is no people.csv" in told
    assert "ivy.txt: an interviewee has no side" in told
    assert not (bare_folder / "review.toml").exists()


def test_check_names_a_file_of_people_csv_that_is_not_there(synth, review_folder: Path) -> None:
    (review_folder / "ivy.txt").unlink()
    assert (
        "people.csv names the file ivy.txt, which is not here." in synth("check", review_folder).out
    )


def test_check_as_json(synth, review_folder: Path) -> None:
    (review_folder / "junk.vtt").write_bytes(bytes(range(256)) * 4)
    content = synth("check", review_folder, "--json").json
    assert set(content) == {"files", "skipped", "missing", "assumptions"}
    assert [s["file"] for s in content["skipped"]] == ["junk.vtt"]
    elm = next(f for f in content["files"] if f["file"] == "elm.vtt")
    parts = {s["label"]: (s["part"], s["side"]) for s in elm["speakers"]}
    assert parts["Casper Oskarsen"] == ("interviewee", "a")
    assert parts["Hester Penhallow"][0] == "interviewer"
    assert sum(s["words"] for s in elm["speakers"]) == elm["words"]
    assert elm["words_in"] == elm["words"] + sum(elm["left_out"].values())
    assert sum(s["share"] for s in elm["speakers"]) == pytest.approx(1, abs=0.01)


def test_check_of_nothing_readable_says_why_and_fails(synth, tmp_path: Path) -> None:
    (tmp_path / "junk.vtt").write_bytes(bytes(range(256)) * 4)
    done = synth("check", tmp_path)
    assert done.code == 1
    assert "junk.vtt:" in done.out
    assert "can be read as a transcript" in done.err


OPTIONS = ("--alliance", "The pact", "--partner-a", "Quillmark", "--partner-b", "Brambleton")


def test_init_without_a_terminal_takes_options(synth, tmp_path: Path) -> None:
    done = synth("init", tmp_path / "new", *OPTIONS, "--phase", "renewal")
    assert done.code == 0
    assert done.out.split() == [
        (tmp_path / "new" / n).as_posix() for n in ("review.toml", "people.csv")
    ]
    (tmp_path / "new" / "ivy.txt").write_text("A: b", encoding="utf-8")
    review = load_review(tmp_path / "new")
    assert review.phase == "renewal"
    assert review.names.partner_b and review.names.partner_b.name.reveal() == "Brambleton"


def test_init_without_a_terminal_names_the_options_that_are_missing(synth, tmp_path: Path) -> None:
    done = synth("init", tmp_path / "new", *OPTIONS[:2])
    assert done.code == 2
    assert "--partner-a, --partner-b" in done.err
    assert "--alliance" not in done.err
    assert not (tmp_path / "new").exists()


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_init_on_a_terminal_asks_for_what_is_not_given(
    synth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal("Quillmark\nBrambleton\n\nmaturity\n2026-H1\n\n"))
    done = synth("init", tmp_path / "new", "--alliance", "The pact")
    assert done.code == 0
    assert "Name of the alliance" not in done.err
    (tmp_path / "new" / "ivy.txt").write_text("A: b", encoding="utf-8")
    review = load_review(tmp_path / "new")
    assert (review.protocol, review.phase) == ("alliance-health", "maturity")
    assert (review.cycle, review.date) == ("2026-H1", "")
    assert review.alliance.reveal() == "The pact"


def test_init_refuses_before_it_asks(synth, review_folder: Path) -> None:
    done = synth("init", review_folder)
    assert done.code == 1
    assert "has review.toml and people.csv already" in done.err


@pytest.fixture
def demo_source(pipeline, review_folder: Path) -> Path:
    pipeline.setattr("synth.shipped.shipped", lambda *_: review_folder)
    return review_folder


def test_demo_copies_runs_and_prints_the_path(synth, demo_source: Path, tmp_path: Path) -> None:
    done = synth("demo", tmp_path / "here")
    assert done.code == 0
    assert done.out == f"{tmp_path / 'here' / 'out' / 'share' / 'report.html'}\n"
    copied = {p.name for p in (tmp_path / "here").iterdir()}
    assert copied == {p.name for p in demo_source.iterdir()} | {"out"}


def test_a_second_demo_keeps_what_was_changed(synth, demo_source: Path, tmp_path: Path) -> None:
    synth("demo", tmp_path / "here")
    (tmp_path / "here" / "people.csv").write_text("name\n", encoding="utf-8")
    (tmp_path / "here" / "oak.md").unlink()
    done = synth("demo", tmp_path / "here")
    assert done.code == 0
    assert (tmp_path / "here" / "people.csv").read_text(encoding="utf-8") == "name\n"
    assert not (tmp_path / "here" / "oak.md").exists()


@pytest.mark.parametrize("name", ["review.toml", "mine.txt"])
def test_demo_does_not_touch_a_folder_of_somebody_else(
    synth, demo_source: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / name).write_text("mine", encoding="utf-8")
    done = synth("demo", tmp_path / "here")
    assert done.code == 1
    assert "is not the demo" in done.err
    assert [p.name for p in (tmp_path / "here").iterdir()] == [name]


def test_demo_opens_the_report(
    synth, demo_source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    synth("demo", tmp_path / "here", "--open")
    assert opened == [(tmp_path / "here" / "out" / "share" / "report.html").resolve().as_uri()]
