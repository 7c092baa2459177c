"""Run labelled reviews as a user does, and count the identifiers that can be read in share/."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from scripts.gold import load_review
from scripts.leaks import find_leaks, identifiers
from scripts.render_review import render_cycle
from scripts.results import shared_words
from scripts.scores import gold_cycle

UNSAID: Final = "unsaid"
"""The style of a name of the review that nobody says."""

Leaked = Counter[tuple[str, str]]
"""Identifiers in share/, by style of the interviews that say them and by kind."""


def leaks_of(folder: Path, scratch: Path) -> Iterator[tuple[str, int, Leaked]]:
    """Yield name, exit code of `synth run` and leaked identifiers of every cycle of a review.

    Args:
        folder: a labelled review.
        scratch: where the cycles are rendered and run.
    """
    review = load_review(folder)
    for cycle in review["cycles"]:
        name = f"{folder.name}/{cycle}"
        render_cycle(review, cycle, scratch / name)
        command = [sys.executable, "-m", "synth", "run", str(scratch / name)]
        code = subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode
        yield name, code, _leaked(review, cycle, name, scratch / name / "out" / "share")


def _leaked(review: Mapping[str, Any], cycle: str, name: str, share: Path) -> Leaked:
    if not share.is_dir():
        return Counter()
    gold = gold_cycle(review, cycle, name)
    styles = _styles(review["interviews"][cycle])
    wanted = identifiers(gold.sentences, gold.names)
    return Counter(
        (style, leak.kind)
        for leak in find_leaks(wanted, gold.sentences, shared_words(share))
        for style in sorted(styles.get(leak.text, {UNSAID}))
    )


def _styles(interviews: list[Mapping[str, Any]]) -> dict[str, set[str]]:
    """Return the styles of the interviews that say each labelled identifier."""
    styles: dict[str, set[str]] = defaultdict(set)
    for one in interviews:
        for turn in one["turns"]:
            for sentence in turn.get("sentences") or ():
                for span in sentence.get("ids") or ():
                    styles[span["span"]].add(one["interview"]["style"])
    return styles
