from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document

KEY = """\
pseudonym,real name,kind,count
[A: interviewee 1],Orla Thistlewaite,interviewee,4
[B: person 1],Wendeline Krahe,person,3
[organisation 1],Zumbrook Mills,organisation,2
[email 1],w.krahe@brambleton.example,email,1
[a colleague],chief of staff,role,2
"""


@pytest.fixture
def reviewed(review_folder: Path) -> Path:
    """A review folder that was run: with a key, a cache and a report."""
    (review_folder / "out" / "private").mkdir(parents=True)
    (review_folder / "out" / "share").mkdir()
    (review_folder / "out" / "private" / "key.csv").write_text(KEY, encoding="utf-8")
    (review_folder / "out" / "private" / "vectors-1.safetensors").write_bytes(b"x")
    (review_folder / "out" / "share" / "report.md").write_text("Fine so far.", encoding="utf-8")
    return review_folder


@pytest.mark.parametrize(
    ("text", "pseudonym"),
    [
        ("We thank Wendeline for it.", "[B: person 1]"),
        ("we thank krahe's team", "[B: person 1]"),
        ("Thistlewaithe agreed.", "[A: interviewee 1]"),
        ("They buy from ZUMBROOK.", "[organisation 1]"),
        ("Write to w.krahe@brambleton.example", "[email 1]"),
        ("Casper said no.", "no transcript mentions"),
    ],
)
def test_audit_tells_the_pseudonym_and_never_the_name(
    synth, reviewed: Path, text: str, pseudonym: str
) -> None:
    edited = reviewed / "out" / "share" / "report.md"
    edited.write_text(text, encoding="utf-8")
    done = synth("audit", edited)
    assert done.code == 3
    assert pseudonym in done.out
    for name in ("endeline", "rahe", "histlew", "umbrook", "UMBROOK", "asper"):
        assert name not in done.out + done.err.replace(str(reviewed), "")


def test_audit_of_a_clean_report(synth, reviewed: Path) -> None:
    done = synth("audit", reviewed / "out" / "share" / "report.md")
    assert (done.code, done.out) == (0, "")
    assert "no name of the key found in 1 file" in done.err


def test_audit_opens_a_word_document_with_its_properties(synth, reviewed: Path) -> None:
    document, buffer = Document(), io.BytesIO()
    document.core_properties.author = "Wendeline Krahe"
    document.save(buffer)
    file = reviewed.parent / "mine.docx"
    file.write_bytes(buffer.getvalue())
    done = synth("audit", file, "--review", reviewed, "--json")
    assert done.code == 3
    (found,) = {row["pseudonym"] for row in done.json["found"]}
    assert found == "[B: person 1]"


def test_audit_works_with_the_key_alone(synth, reviewed: Path) -> None:
    for file in reviewed.iterdir():
        if file.is_file():
            file.unlink()
    edited = reviewed / "out" / "share" / "report.md"
    edited.write_text("Ask Krahe.", encoding="utf-8")
    assert synth("audit", edited).code == 3


def test_audit_without_a_key_says_where_to_look(synth, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    done = synth("audit", tmp_path / "a.md")
    assert done.code == 1
    assert "--review" in done.err


@pytest.mark.parametrize("broken", ["a,b\n1,2\n", 'pseudonym,real name,kind,count\n"[x]",Krahe\n'])
def test_a_broken_key_is_told_without_its_words(synth, reviewed: Path, broken: str) -> None:
    (reviewed / "out" / "private" / "key.csv").write_text(broken, encoding="utf-8")
    done = synth("audit", reviewed / "out" / "share" / "report.md")
    assert done.code == 1
    assert "Run the review again" in done.err
    assert "Krahe" not in done.err


def test_purge_removes_transcripts_key_and_caches_and_leaves_the_report(
    synth, reviewed: Path
) -> None:
    done = synth("purge", reviewed, "--yes")
    assert done.code == 0
    left = {p.relative_to(reviewed).as_posix() for p in reviewed.rglob("*") if p.is_file()}
    assert left == {"review.toml", "people.csv", "out/share/report.md"}
    assert set(done.out.split()) == {
        "ash.txt", "elm.vtt", "ivy.txt", "oak.md",
        "out/private/key.csv", "out/private/vectors-1.safetensors",
    }  # fmt: skip
    assert "review.toml, people.csv" in done.err


def test_purge_asks_first(synth, reviewed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert synth("purge", reviewed).code == 2
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    done = synth("purge", reviewed)
    assert done.code == 1
    assert "ivy.txt" in done.err
    assert (reviewed / "ivy.txt").exists()
    assert (reviewed / "out" / "private" / "key.csv").exists()


def test_purge_removes_a_link_and_not_what_it_leads_to(synth, reviewed: Path) -> None:
    outside = reviewed.parent / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("x", encoding="utf-8")
    (reviewed / "out" / "private" / "more").symlink_to(outside)
    assert synth("purge", reviewed, "--yes").code == 0
    assert (outside / "precious.txt").exists()


def test_purge_of_nothing(synth, tmp_path: Path) -> None:
    done = synth("purge", tmp_path, "--yes")
    assert (done.code, done.out) == (0, "")
    assert "nothing to remove" in done.err


def test_audit_as_json_of_a_clean_file(synth, reviewed: Path) -> None:
    done = synth("audit", reviewed / "out" / "share" / "report.md", "--json")
    assert json.loads(done.out)["found"] == []
