"""The fact-check sheets that were written, so that they can be read back after later runs."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from synth.archive.writing import add_private
from synth.errors import SynthError
from synth.records.factcheck import FactItem, FactSheet

FOLDER: Final = "factcheck"
_SENT: Final = f"{FOLDER}/sent.json"
_BEHIND: Final = Path("out") / "private" / "findings.csv"


def write_sheets(review: Path, sheets: Iterable[FactSheet], files: Mapping[str, bytes]) -> Path:
    """Write the sheets to out/private/factcheck, note what was asked, and return the folder.

    Sheets of earlier rounds stay noted: they may come back late.

    Raises:
        SynthError: they cannot be written, or the notes of earlier rounds cannot be read.
    """
    sent = {sheet.code: sheet for sheet in (*read_sheets(review), *sheets)}
    notes = [dataclasses.asdict(sent[code]) for code in sorted(sent)]
    content = json.dumps(notes, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    named = {f"{FOLDER}/{name}": data for name, data in files.items()}
    return add_private(review, named | {_SENT: content}) / FOLDER


def read_sheets(review: Path) -> tuple[FactSheet, ...]:
    """Return all sheets that were written, none where there was no round yet.

    Raises:
        SynthError: the notes cannot be read.
    """
    try:
        held = json.loads((review / "out" / "private" / _SENT).read_bytes())
        return tuple(_sheet(one) for one in held)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError):
        raise SynthError(
            f"out/private/{_SENT} of {review} cannot be read. Put it back from a copy, or remove "
            "it and write the sheets again: those sent before cannot be read back then."
        ) from None


def _sheet(held: dict[str, Any]) -> FactSheet:
    items = tuple(FactItem(**{**i, "passages": tuple(i["passages"])}) for i in held["items"])
    return FactSheet(held["code"], held["file"], held["speaker"], items)


def read_behind(review: Path) -> Mapping[str, tuple[str, ...]]:
    """Return who stands behind each finding of the last run; nothing where that was purged."""
    try:
        text = (review / _BEHIND).read_text(encoding="utf-8")
    except OSError:
        return {}
    rows = csv.DictReader(text.splitlines())
    return {row["finding"]: tuple(row["people"].split("; ")) for row in rows}
