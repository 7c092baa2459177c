"""The report of the made-up review, compared with files that a person has read.

After a change that is meant: `SYNTH_UPDATE_GOLDEN=1 python -m pytest tests/unit/report`, then read
the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from synth.protocols import Protocol
from synth.records.synthesis import Synthesis
from synth.report import render, render_private

GOLDEN = Path(__file__).parents[2] / "golden" / "report"
NAMES = (
    "report.html", "report.md", "synthesis.json", "passages.csv", "signals.csv", "themes.csv",
    "coverage.csv", "key.csv", "provenance.csv", "anonymization.csv", "skipped.csv",
    "possible_signals.csv",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_report_is_the_one_that_was_read(
    synthesis: Synthesis, protocol: Protocol, name: str
) -> None:
    made = {**render(synthesis, protocol), **render_private(synthesis)}[name]
    if os.environ.get("SYNTH_UPDATE_GOLDEN"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_bytes(made)
    assert made.decode("utf-8") == (GOLDEN / name).read_bytes().decode("utf-8")
