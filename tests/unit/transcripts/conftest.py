from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from synth.records.people import Names, Person
from synth.records.review import Review
from synth.records.text import RawText
from synth.records.transcript import Skipped, Transcript
from synth.transcripts import read_transcripts

Read = Callable[..., tuple[tuple[Transcript, ...], tuple[Skipped, ...]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read files given as name=content from a folder, with people if any."""

    def _read(
        files: dict[str, str | bytes], people: tuple[Person, ...] = ()
    ) -> tuple[tuple[Transcript, ...], tuple[Skipped, ...]]:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (tmp_path / name).write_bytes(data)
        review = Review(
            folder=tmp_path,
            files=tuple(Path(name) for name in files),
            alliance=RawText("Northwind and Contoso"),
            cycle="2026-H1",
            date="",
            protocol="alliance-health",
            phase="",
            kind="",
            names=Names(people=people),
        )
        return read_transcripts(review)

    return _read


@pytest.fixture
def read_one(read: Read) -> Callable[..., Transcript]:
    """Read one file that must not be skipped."""

    def _read_one(
        content: str | bytes, name: str = "talk.txt", people: tuple[Person, ...] = ()
    ) -> Transcript:
        transcripts, skipped = read({name: content}, people)
        assert [s.reason for s in skipped] == []
        return transcripts[0]

    return _read_one
