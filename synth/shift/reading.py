"""Read a cycle back from `out/`: this schema or an earlier one; who is who only where a key is."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from synth.errors import SynthError
from synth.records.shift import Cycle, CyclePassage, CycleSignal, CycleTheme
from synth.records.synthesis import SCHEMA

RESULT: Final = Path("out") / "share" / "synthesis.json"
_SHARE, _PRIVATE = Path("out") / "share", Path("out") / "private"
_SURE: Final = "1.0"


def read_cycle(review: Path) -> Cycle:
    """Return what the last run of a review folder found.

    The tables are read where `synthesis.json` does not hold the evidence itself, as earlier
    versions did not.

    Raises:
        SynthError: it was never run, its result cannot be read, or a newer synth wrote it.
    """
    try:
        result = json.loads((review / RESULT).read_bytes())
        if int(result.get("schema", 0)) > SCHEMA:
            raise _newer(review)
        return _cycle(result, review)
    except FileNotFoundError as error:
        raise _unfinished(review, Path(error.filename or RESULT).name) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, csv.Error):
        raise SynthError(
            f"{RESULT.as_posix()} of {review} cannot be read. "
            f"Run the review again: synth run {review}"
        ) from None


def _unfinished(review: Path, name: str) -> SynthError:
    if not review.is_dir():
        return SynthError(f"There is no folder {review}. Give the folder of each cycle.")
    return SynthError(
        f"{review} has no {name} in out/share: it was never run to the end. "
        f"Run it first: synth run {review}"
    )


def _newer(review: Path) -> SynthError:
    return SynthError(
        f"{RESULT.as_posix()} of {review} was written by a newer synth than this one. "
        "Install the newer version, or run the review again with this one."
    )


def _cycle(result: Mapping[str, Any], review: Path) -> Cycle:
    told = result["review"]
    evidence = result.get("evidence") or {}
    passages, signals = (
        evidence[kind] if kind in evidence else _table(review / _SHARE / f"{kind}.csv")
        for kind in ("passages", "signals")
    )
    risky = frozenset(row["passage"] for row in _optional(review / _PRIVATE / "quote_risks.csv"))
    found = tuple(_passage(row, risky) for row in passages)
    return Cycle(
        name=str(told.get("cycle", "")),
        date=str(told.get("date", "")),
        protocol=str(told.get("protocol", "")),
        phase=str(told.get("phase", "")),
        min_people=int(told.get("min_people", 3)),
        corners={c["id"]: c.get("name") or _named(c["id"]) for c in result["corners"]},
        ratings={c["id"]: c["rating"] for c in result["corners"]},
        passages=found,
        signals=tuple(CycleSignal(s["passage"], s["kind"]) for s in signals),
        themes=tuple(_theme(theme, found) for theme in result["themes"]),
        same=_people(review / _PRIVATE / "key.csv"),
        synth=str((result.get("provenance") or {}).get("synth", "")),
    )


def _named(corner: str) -> str:
    return corner.replace("_", " ").capitalize()


def _passage(row: Mapping[str, Any], risky: frozenset[str]) -> CyclePassage:
    return CyclePassage(
        id=row["id"],
        interview=row["interview"],
        speaker=row["speaker"],
        side=row["side"],
        corner=row["corner"],
        stance=row["stance"],
        theme=row.get("theme") or "",
        text=row["text"],
        corner_p=float(row.get("corner_p") or _SURE),
        stance_p=float(row.get("stance_p") or _SURE),
        risky=row["id"] in risky,
    )


def _theme(theme: Mapping[str, Any], passages: tuple[CyclePassage, ...]) -> CycleTheme:
    listed = theme.get("passages")
    ids = tuple(listed) if isinstance(listed, list) else ()
    ids = ids or tuple(p.id for p in passages if p.theme == theme["id"])
    return CycleTheme(theme["id"], theme["label"], theme.get("corner", ""), ids)


def _people(key: Path) -> dict[str, str]:
    """Return who is behind each interviewee's pseudonym, as a fingerprint of the name."""
    rows = _optional(key)
    return {
        row["pseudonym"]: _fingerprint(row["real name"])
        for row in rows
        if row.get("kind") == "interviewee" and row.get("real name", "").strip()
    }


def _fingerprint(name: str) -> str:
    folded = re.sub(r"\W+", " ", name).casefold().strip()
    return hashlib.blake2b(folded.encode(), digest_size=8).hexdigest()


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _optional(path: Path) -> list[dict[str, str]]:
    return _table(path) if path.is_file() else []
