from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from scripts.gold import load_review, sentences_of
from scripts.render_review import file_name, render_cycle

CORPORA = Path(__file__).resolve().parents[3] / "corpora"
REVIEW = load_review(CORPORA / "labelled" / "demo")
CYCLE = "2025-H1"


def _content(file: Path) -> object:
    """Return what a file holds; a Word file's parts, since its packing differs by machine."""
    if file.suffix != ".docx":
        return file.read_bytes()
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_demo_is_what_its_labelled_source_renders_to(tmp_path: Path) -> None:
    render_cycle(REVIEW, CYCLE, tmp_path)
    files = {f.relative_to(tmp_path) for f in tmp_path.rglob("*") if f.is_file()}
    shipped = {
        f.relative_to(CORPORA / "demo")
        for f in (CORPORA / "demo").rglob("*")
        if f.is_file() and "out" not in f.relative_to(CORPORA / "demo").parts
    }
    assert files == shipped
    changed = [f for f in files if _content(tmp_path / f) != _content(CORPORA / "demo" / f)]
    assert changed == []


def test_the_demo_hears_both_sides_in_several_formats() -> None:
    interviews = REVIEW["interviews"][CYCLE]
    assert [i["interview"]["side"] for i in interviews].count("A") == len(interviews) / 2 == 4
    suffixes = {Path(file_name(i, n)).suffix for n, i in enumerate(interviews)}
    assert suffixes == {".vtt", ".docx", ".txt", ".md"}


@pytest.mark.parametrize("position", range(8))
def test_every_label_of_the_demo_is_in_its_sentence(position: int) -> None:
    for sentence in sentences_of(REVIEW["interviews"][CYCLE][position], "x"):
        spans = (*sentence.signals, *sentence.ids)
        assert [s.text for s in spans if s.text not in sentence.text] == []
        assert sentence.stance in ("strength", "concern", "neutral")
        assert sentence.theme is None or sentence.theme in REVIEW["cycles"][CYCLE]["themes"]
