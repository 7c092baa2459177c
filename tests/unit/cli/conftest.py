from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from synth.cli import main
from synth.records.clean import Interview, Redaction
from synth.records.findings import CornerFindings
from synth.records.review import Review
from synth.records.synthesis import Heading, Synthesis
from synth.records.transcript import Skipped


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def synth(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """The command, run in this process."""

    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as left:
            main([str(a) for a in arguments])
        told = capsys.readouterr()
        return Outcome(int(left.value.code or 0), told.out, told.err)

    return run


def _heading(review: Review) -> Heading:
    return Heading(
        alliance="[Partner A] and [Partner B]", cycle=review.cycle, date=review.date,
        protocol=review.protocol, protocol_name="", phase=review.phase, kind="",
        min_people=review.min_people, interviews=len(review.files), people_a=0, people_b=0,
        people_unknown=len(review.files), assumptions=review.assumptions,
    )  # fmt: skip


def _synthesis(review: Review) -> Synthesis:
    interviews = tuple(
        Interview(f"i{n:02}", path, (), ()) for n, path in enumerate(review.files[1:], 1)
    )
    skipped = (
        Skipped(review.files[0], "This is not a transcript. Leave it out."),
        Skipped(review.files[1], "Too short.", turn=3),
    )
    rated = CornerFindings("relational_trust", "yellow", "yellow", "", "")
    return Synthesis(
        heading=_heading(review), overview=(), corners=(rated,), themes=(), signals=(), rates=(),
        actions=(), coverage=(), passages=(), skipped=skipped, skipped_names=("", ""),
        provenance={}, redaction=Redaction(interviews, (), ()),
    )  # fmt: skip


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A pipeline that skips the first file and finds nothing, at once."""

    def run(review: Review, report: Callable[[str, float], None]) -> Synthesis:
        report("Reading transcripts", 0.0)
        report("Finding themes", 0.5)
        report("Finding themes", 1.0)
        return _synthesis(review)

    def publish(synthesis: Synthesis, review: Review) -> Path:
        report = review.folder / "out" / "share" / "report.html"
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text("<html></html>", encoding="utf-8")
        return report

    monkeypatch.setattr("synth.pipeline.run", run)
    monkeypatch.setattr("synth.pipeline.publish", publish)
    return monkeypatch
