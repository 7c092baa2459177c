"""The real command from a folder to a report. Each run loads the models: there are few."""

from __future__ import annotations

import csv
import json
import stat
from pathlib import Path

SHARED = {
    "report.html", "report.docx", "report.md", "synthesis.json",
    "passages.csv", "signals.csv", "themes.csv", "coverage.csv",
    "evidence.xlsx", "interviews.qdpx", "codes.qdc",
}  # fmt: skip
PRIVATE = {"key.csv", "provenance.csv", "anonymization.csv", "skipped.csv"}


def test_bad_files_are_named_and_the_good_ones_reported(
    synth, review_folder: Path, secret_names
) -> None:
    (review_folder / "ash.txt").write_bytes(bytes(range(256)) * 40)
    done = synth("run", review_folder)
    out = review_folder / "out"
    assert (done.code, done.out) == (0, f"{out / 'share' / 'report.html'}\n")
    assert "3 interviews used" in done.err
    assert "ash.txt: " in done.err.split("1 file not used:")[1]
    assert not [name for name in secret_names if name in done.out + done.err]

    assert {p.name for p in (out / "share").iterdir()} == SHARED
    assert {p.name for p in (out / "private").iterdir()} >= PRIVATE
    assert stat.S_IMODE((out / "private").stat().st_mode) == 0o700
    assert "ash.txt" in (out / "private" / "skipped.csv").read_text(encoding="utf-8")
    shared = "\n".join(
        p.read_text(encoding="utf-8", errors="replace")
        for p in (out / "share").iterdir()
        if p.suffix != ".docx"
    )
    assert not [name for name in secret_names if name in shared]


def test_a_run_on_its_own_guesses_gives_the_same_report(
    synth, tree, bare_folder: Path, secret_names
) -> None:
    first = synth("run", bare_folder)
    assert first.code == 0
    assert not [name for name in secret_names if name in first.out + first.err]
    report = tree(bare_folder / "out" / "share")
    assert (bare_folder / "review.toml").exists()
    assert "Orla Thistlewaite" in (bare_folder / "people.csv").read_text(encoding="utf-8")

    again = synth("run", bare_folder, "--json")
    assert again.code == 0
    assert tree(bare_folder / "out" / "share") == report
    summary = json.loads(again.out)
    assert summary["interviews"] == 4
    assert len(summary["assumptions"]) == 4
    assert set(summary["ratings"].values()) <= {"green", "yellow", "red", "not_enough_evidence"}


def test_a_passage_that_the_reviewer_moved_stays_moved(synth, review_folder: Path) -> None:
    moved = "They always deliver what they say"
    (review_folder / "decisions.toml").write_text(
        f'[[passages]]\nid = "p0999"\ntext = "{moved}"\ncorner = "operational_integration"\n'
        'stance = "strength"\nreason = "Delivery is operations."\n\n'
        '[[passages]]\ntext = "what nobody in this review has ever said"\ncorner = "none"\n'
        'reason = "gone"\n',
        encoding="utf-8",
    )
    done = synth("run", review_folder)
    assert done.code == 0
    assert "[[passages]] number 2: no passage of this run has these words" in done.err
    with (review_folder / "out" / "share" / "passages.csv").open(encoding="utf-8") as stream:
        (row,) = (r for r in csv.DictReader(stream) if moved in r["text"])
    assert (row["corner"], row["stance"]) == ("operational_integration", "strength")
    assert float(row["corner_p"]) == 1.0
    assert row["because"] == "Set by the reviewer: Delivery is operations."
