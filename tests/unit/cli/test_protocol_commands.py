from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from synth.errors import SynthError
from synth.pipeline import Rehearsal
from synth.protocols import Protocol, load_protocol
from synth.records.evidence import Tag
from tests.unit.evidence import passage, sentence, tag

MENTORING = Path(__file__).resolve().parents[2] / "data" / "protocols" / "mentoring.yaml"
SAID = "They sent the invoice twice and paid it once."
MOVED = f"""\
[[passages]]
text = "{SAID}"
corner = "value_realization"
reason = "It is about money."
"""


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


def test_a_new_protocol_is_written_and_said_to_be_unfinished(synth, tmp_path: Path) -> None:
    done = synth("protocol", "new", "Supplier review", "--folder", tmp_path / "mine")
    path = tmp_path / "mine" / "supplier-review.yaml"
    assert (done.code, done.out) == (0, f"{path}\n")
    unfinished = synth("protocol", "check", path)
    assert unfinished.code == 1
    assert "cannot be used yet" in unfinished.err
    assert f"{path}, line " in unfinished.err and "3 seed phrases" in unfinished.err


def test_a_protocol_is_never_written_over(synth, tmp_path: Path) -> None:
    synth("protocol", "new", "Ours", "--folder", tmp_path)
    (tmp_path / "ours.yaml").write_text("my work", encoding="utf-8")
    done = synth("protocol", "new", "Ours", "--folder", tmp_path)
    assert done.code == 1 and "is there already" in done.err
    assert (tmp_path / "ours.yaml").read_text(encoding="utf-8") == "my work"


@pytest.mark.parametrize("name", ["alliance-health", "Alliance Health", "…"])
def test_names_that_no_file_may_have(synth, tmp_path: Path, name: str) -> None:
    assert synth("protocol", "new", name, "--folder", tmp_path).code == 1
    assert list(tmp_path.iterdir()) == []


def test_the_built_in_protocols_are_listed(synth) -> None:
    done = synth("protocol", "list")
    assert done.code == 0
    for name in ("alliance-health", "alliance-maturity-4", "alliance-maturity-5"):
        assert name in done.out


def test_show_tells_corners_questions_and_seeds(synth) -> None:
    done = synth("protocol", "show", MENTORING)
    assert done.code == 0
    protocol = load_protocol(str(MENTORING))
    assert all(c.about in done.out for c in protocol.corners)
    assert all(q.id in done.out for q in protocol.questions)


@pytest.mark.parametrize("command", ["show", "guide"])
def test_a_protocol_that_is_not_there_is_told_with_those_that_are(synth, command: str) -> None:
    done = synth("protocol", command, "no-such")
    assert done.code == 1
    assert "no-such" in done.err and "alliance-health" in done.err


def test_check_advises_on_seeds_of_two_corners_that_are_alike(synth, tmp_path: Path) -> None:
    first, second = '      - "He cancelled four times', '      - "They paired me with'
    text = MENTORING.read_text(encoding="utf-8")
    twin = '      - "He cancelled four times in a row, so I stopped asking."\n'
    path = tmp_path / "twins.yaml"
    path.write_text(text.replace(second, twin + second, 1), encoding="utf-8")
    assert first in text
    done = synth("protocol", "check", path)
    assert done.code == 0
    assert "can be used: 4 corners, 137 seed phrases" in done.out
    assert all(c.id in done.out for c in load_protocol(str(MENTORING)).corners)
    assert "1 pair of seeds of two corners say nearly the same" in done.err
    pairs = done.out.split("most confusable pairs")[1]
    assert "so I stopped asking" in pairs and "then I stopped asking" in pairs


@pytest.mark.parametrize("name", ["alliance-health", "alliance-maturity-5", str(MENTORING)])
def test_a_guide_asks_8_to_10_questions_over_all_corners(synth, tmp_path: Path, name: str) -> None:
    done = synth("protocol", "guide", name, "--out", tmp_path / "guide.docx")
    assert done.out.splitlines() == [f"{tmp_path / 'guide.docx'}", f"{tmp_path / 'guide.md'}"]
    text = (tmp_path / "guide.md").read_text(encoding="utf-8")
    questions = [line for line in text.splitlines() if line.startswith("**")]
    assert 8 <= len(questions) <= 10
    for corner in load_protocol(name).corners:
        assert "**" in text.split(f"## {corner.name}\n")[1].split("\n## ")[0]
    for part in ("Opening", "Closing", "Notes:", "May I record this?"):
        assert part in text
    with zipfile.ZipFile(io.BytesIO((tmp_path / "guide.docx").read_bytes())) as document:
        words = document.read("word/document.xml").decode()
    assert all(q.strip("*").partition(" ")[2].split("'")[0][:40] in words for q in questions)


def test_a_corner_without_questions_gets_plain_ones(synth, tmp_path: Path) -> None:
    text = MENTORING.read_text(encoding="utf-8")
    path = tmp_path / "few.yaml"
    path.write_text(
        "\n".join(x for x in text.splitlines() if "corner: backing, text" not in x), "utf-8"
    )
    synth("protocol", "guide", path, "--out", tmp_path / "guide")
    guide = (tmp_path / "guide.md").read_text(encoding="utf-8")
    assert "Tell me about backing: what works well" in guide


def test_a_guide_with_notes_in_it_is_never_written_over(synth, tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("my notes", encoding="utf-8")
    done = synth("protocol", "guide", "alliance-health", "--out", tmp_path / "guide")
    assert done.code == 1 and "is there already" in done.err
    assert [p.name for p in tmp_path.iterdir()] == ["guide.md"]


@pytest.fixture
def rehearsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A review of two sentences, in which a learnt seed moves the second too."""
    said = (sentence(SAID), sentence("Nobody pays on time."))
    now = (tag(), tag())

    def tagged_by(protocol: Protocol) -> tuple[Tag, ...]:
        learnt = protocol.seeds_of("value_realization", "concern")[-1]
        return (tag("value_realization"),) * 2 if learnt == SAID else now

    held = Rehearsal(said, (passage(0, SAID), passage(1, said[1].text)), now, tagged_by)
    monkeypatch.setattr("synth.pipeline.rehearse", lambda review, tell: held)


def test_learn_shows_what_would_change_and_writes_nothing_unasked(
    synth, review_folder: Path, rehearsed: None
) -> None:
    (review_folder / "decisions.toml").write_text(MOVED, encoding="utf-8")
    before = sorted(review_folder.iterdir())
    done = synth("protocol", "learn", review_folder)
    assert done.code == 2
    assert SAID in done.out and "1 new seed" in done.out
    assert "2 sentences of 2 in this review would get another tag" in done.out
    assert sorted(review_folder.iterdir()) == before


def test_learn_puts_a_copy_of_a_built_in_protocol_beside_the_review(
    synth, review_folder: Path, rehearsed: None
) -> None:
    (review_folder / "decisions.toml").write_text(MOVED, encoding="utf-8")
    done = synth("protocol", "learn", review_folder, "--yes")
    assert done.code == 0
    assert 'protocol = "alliance-health-own.yaml"' in done.err
    own = load_protocol("alliance-health-own.yaml", review_folder)
    assert own.seeds_of("value_realization", "concern")[-1] == SAID
    assert load_protocol("alliance-health").seeds_of("value_realization", "concern")[-1] != SAID

    toml = review_folder / "review.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text.replace('"alliance-health"', '"alliance-health-own.yaml"'), "utf-8")
    again = synth("protocol", "learn", review_folder, "--yes")
    assert again.code == 0 and "nothing to learn" in again.err


def test_learn_tells_of_decisions_that_fit_no_passage(
    synth, review_folder: Path, rehearsed: None
) -> None:
    gone = MOVED.replace(SAID, "Words that nobody has said to anybody")
    (review_folder / "decisions.toml").write_text(gone, encoding="utf-8")
    done = synth("protocol", "learn", review_folder, "--yes")
    assert done.code == 0
    assert "no passage of this run" in done.err and "nothing to learn" in done.err
    assert not (review_folder / "alliance-health-own.yaml").exists()


def test_without_moved_passages_there_is_nothing_to_learn(synth, review_folder: Path) -> None:
    done = synth("protocol", "learn", review_folder)
    assert done.code == 0 and "moves no passage" in done.err


def test_a_broken_protocol_is_refused_before_it_is_tried(synth, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(MENTORING.read_text(encoding="utf-8").replace("cuts:", "cust:"), "utf-8")
    done = synth("protocol", "check", path)
    assert done.code == 1 and "ratings.cust: there is no such key" in done.err
    with pytest.raises(SynthError):
        load_protocol(str(path))
