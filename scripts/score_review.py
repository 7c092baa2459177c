"""Run synth on labelled reviews and print how well it did.

    python scripts/score_review.py REVIEW_DIR [REVIEW_DIR ...] [--out DIR] [--json]
                                   [--check FLOORS.toml] [--no-run] [--reader FILE]

Each cycle is rendered to a folder (`scripts/render_review.py`), `synth run` works on it as for a
user, and what it wrote is held against the labels. A review that the shipped heads were trained on
is scored with heads that never saw it (the reader under them did: give `--reader` one that did not
for a fair score). Exit codes: 0 scored; 1 a run failed or a mean
is below its floor.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.gold import load_review
from scripts.render_review import render_cycle
from scripts.results import read_results
from scripts.scores import Score, as_json, below_floors, gold_cycle, mean_of, score_cycle, table
from scripts.train_corners import trained
from synth.corners import write_heads
from synth.reading import WEIGHTS


def score_review(
    folder: Path, out: Path, *, run: bool = True, reader: Path | None = None
) -> Iterator[Score]:
    """Render, run and score every cycle of a labelled review.

    A cycle that synth does not finish is named on standard error and left out.

    Args:
        folder: a labelled review.
        out: where the rendered cycles go: out/<review>/<cycle>/.
        run: False scores what an earlier call left under `out`.
        reader: weights of a reader that never saw the review, or None for the shipped ones.
    """
    review = load_review(folder)
    fair = _fair_reader(folder.resolve().name, out, reader) if run else None
    for cycle in review["cycles"]:
        name = f"{folder.resolve().name}/{cycle}"
        rendered = out / name
        if run:
            render_cycle(review, cycle, rendered)
            if fair:
                shutil.copytree(fair, rendered / "out" / "private", dirs_exist_ok=True)
            exit_code = _run_synth(rendered)
            if exit_code:
                print(f"{name}: synth run ended with exit code {exit_code}.", file=sys.stderr)
                continue
        yield score_cycle(gold_cycle(review, cycle, name), read_results(rendered / "out"))


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        scores = [
            score
            for folder in options.reviews
            for score in score_review(folder, out, run=not options.no_run, reader=options.reader)
        ]
    wanted = sum(len(load_review(folder)["cycles"]) for folder in options.reviews)
    if not scores:
        return 1
    told = json.dumps(as_json(scores), indent=1, ensure_ascii=False)
    print(told if options.json else table(scores))
    below = _check(mean_of(scores), options.check) if options.check else 0
    return below or int(len(scores) < wanted)


def _check(mean: Score, floors: Path) -> int:
    missed = below_floors(mean, tomllib.loads(floors.read_text(encoding="utf-8")))
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


def _fair_reader(review: str, out: Path, reader: Path | None) -> Path | None:
    """Return a folder with a reader and its heads, or None where the shipped ones are scored."""
    if not reader:
        return None
    folder = out / f"heads-without-{review}"
    folder.mkdir(parents=True, exist_ok=True)
    heads = trained("alliance-health", [review], reader)
    write_heads(heads, folder / "alliance-health.safetensors")
    shutil.copy(reader, folder / WEIGHTS)
    return folder


def _run_synth(folder: Path) -> int:
    print(f"synth run {folder}", file=sys.stderr)
    command = [sys.executable, "-m", "synth", "run", str(folder)]
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("reviews", type=Path, nargs="+", help="labelled reviews")
    parser.add_argument("--out", type=Path, help="keep the rendered cycles and results here")
    parser.add_argument("--json", action="store_true", help="print JSON, leaks word by word")
    parser.add_argument("--check", type=Path, help="TOML of floors; exit 1 below one")
    parser.add_argument("--reader", type=Path, help="a reader that never saw the reviews")
    parser.add_argument("--no-run", action="store_true", help="score what lies in --out already")
    return parser


if __name__ == "__main__":
    sys.exit(main())
