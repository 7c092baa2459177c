"""Run synth on labelled reviews and print how well it did.

    python scripts/score_review.py REVIEW_DIR [REVIEW_DIR ...] [--out DIR] [--json]
                                   [--check FLOORS.toml] [--no-run]

Each cycle is rendered to a folder (`scripts/render_review.py`), `synth run` works on it as for a
user, and what it wrote is held against the labels. Exit codes: 0 scored; 1 a run failed or a mean
is below its floor.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.gold import load_review
from scripts.render_review import render_cycle
from scripts.results import read_results
from scripts.scores import Score, as_json, below_floors, gold_cycle, mean_of, score_cycle, table


def score_review(folder: Path, out: Path, *, run: bool = True) -> list[Score]:
    """Render, run and score every cycle of a labelled review.

    Args:
        folder: a labelled review.
        out: where the rendered cycles go: out/<review>/<cycle>/.
        run: False scores what an earlier call left under `out`.
    """
    review = load_review(folder)
    scores = []
    for cycle in review["cycles"]:
        rendered = out / folder.resolve().name / cycle
        if run:
            render_cycle(review, cycle, rendered)
            _run_synth(rendered)
        gold = gold_cycle(review, cycle, f"{folder.resolve().name}/{cycle}")
        scores.append(score_cycle(gold, read_results(rendered / "out")))
    return scores


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        try:
            scores = [
                score
                for folder in options.reviews
                for score in score_review(folder, out, run=not options.no_run)
            ]
        except subprocess.CalledProcessError as error:
            print(f"synth run ended with exit code {error.returncode}.", file=sys.stderr)
            return 1
    print(
        json.dumps(as_json(scores), indent=1, ensure_ascii=False) if options.json else table(scores)
    )
    return _check(mean_of(scores), options.check) if options.check else 0


def _check(mean: Score, floors: Path) -> int:
    missed = below_floors(mean, tomllib.loads(floors.read_text(encoding="utf-8")))
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


def _run_synth(folder: Path) -> None:
    print(f"synth run {folder}", file=sys.stderr)
    command = [sys.executable, "-m", "synth", "run", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("reviews", type=Path, nargs="+", help="labelled reviews")
    parser.add_argument("--out", type=Path, help="keep the rendered cycles and results here")
    parser.add_argument("--json", action="store_true", help="print JSON, leaks word by word")
    parser.add_argument("--check", type=Path, help="TOML of floors; exit 1 below one")
    parser.add_argument("--no-run", action="store_true", help="score what lies in --out already")
    return parser


if __name__ == "__main__":
    sys.exit(main())
