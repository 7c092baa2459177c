"""Read the result of the last run back, for what is made of it later: the pack, the actions."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from synth.errors import SynthError
from synth.records.kept import (
    KeptAction,
    KeptCorner,
    KeptFinding,
    KeptPassage,
    KeptQuote,
    KeptResult,
    KeptTheme,
)

RESULT_FILE: Final = Path("out") / "share" / "synthesis.json"
RISKS_FILE: Final = Path("out") / "private" / "quote_risks.csv"


def read_result(review: Path) -> KeptResult:
    """Return what the last run of a review folder found.

    Raises:
        SynthError: it was never run, or its result cannot be read.
    """
    try:
        result = json.loads((review / RESULT_FILE).read_bytes())
        return _result(result, _risks(review))
    except FileNotFoundError:
        raise SynthError(
            f"{review} has no {RESULT_FILE.as_posix()}: it was never run. "
            f"Run it first: synth run {review}"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, csv.Error):
        raise SynthError(
            f"{RESULT_FILE.as_posix()} of {review} cannot be read. "
            f"Run the review again: synth run {review}"
        ) from None


def _risks(review: Path) -> Mapping[str, tuple[str, str]]:
    """Return the risky passages; none where the private half is gone."""
    try:
        text = (review / RISKS_FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    rows = csv.DictReader(text.splitlines())
    return {row["passage"]: (row["because"], row["suggestion"]) for row in rows}


def _result(result: dict[str, Any], risks: Mapping[str, tuple[str, str]]) -> KeptResult:
    review = result["review"]
    return KeptResult(
        alliance=review["alliance"],
        cycle=review["cycle"],
        date=review["date"],
        protocol=review["protocol"],
        phase=review["phase"],
        min_people=review["min_people"],
        people={side: str(review[f"people_{side}"]) for side in ("a", "b", "unknown")},
        corners=tuple(_corner(corner) for corner in result["corners"]),
        themes=tuple(_theme(theme) for theme in result["themes"]),
        actions=tuple(_action(action) for action in result["actions"]),
        passages=tuple(_passage(p, risks) for p in result["evidence"]["passages"]),
        risks=risks,
        notes=tuple(review.get("assumptions", ())),
        transcripts=result["provenance"].get("transcripts_sha256", ""),
    )


def _corner(corner: dict[str, Any]) -> KeptCorner:
    kinds = ("strengths", "concerns", "outliers", "patterns")
    found: dict[str, Any] = {k: tuple(_finding(f, corner["id"]) for f in corner[k]) for k in kinds}
    told = {key: corner[key] for key in ("id", "name", "rating", "because", "draft_rating")}
    return KeptCorner(**told, **found)


def _finding(finding: dict[str, Any], corner: str) -> KeptFinding:
    return KeptFinding(
        id=finding["id"],
        kind=finding["kind"],
        corner=corner,
        text=finding["text"],
        people=str(finding["people"]),
        sides=tuple(finding["sides"]),
        quotes=tuple(KeptQuote(q["passage"], q["text"], q["side"]) for q in finding["quotes"]),
        drafted=finding.get("drafted", ""),
    )


def _theme(theme: dict[str, Any]) -> KeptTheme:
    return KeptTheme(
        theme["id"], theme["label"], str(theme["people"]), theme["corner"], theme["stance"],
        tuple(theme["passages"]), theme.get("drafted", ""),
    )  # fmt: skip


def _action(action: dict[str, Any]) -> KeptAction:
    keys = ("id", "corner", "text", "urgency", "impact", "answers")
    noted = {key: action.get(key, "") for key in ("owner", "date", "drafted")}
    return KeptAction(**{key: action[key] for key in keys}, **noted)


def _passage(passage: dict[str, Any], risks: Mapping[str, tuple[str, str]]) -> KeptPassage:
    return KeptPassage(
        id=passage["id"],
        speaker=passage["speaker"],
        side=passage["side"],
        corner=passage["corner"],
        stance=passage["stance"],
        theme=passage["theme"],
        text=passage["text"],
        sureness=passage["corner_p"] * passage["stance_p"],
        risky=passage["id"] in risks,
        shown=passage.get("quoted", False),
    )
