"""Read private/key.csv back: which pseudonym stands for whom."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from synth.errors import SynthError
from synth.records.clean import KeyRow
from synth.records.text import RawText

KEY_FILE: Final = Path("out") / "private" / "key.csv"
_COLUMNS: Final = ("pseudonym", "real name", "kind", "count")
_GUARDED: Final = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def read_key(review: Path) -> tuple[KeyRow, ...]:
    """Return the rows of a review's key, empty names left out.

    Raises:
        SynthError: there is no key, or it is not one that synth wrote.
    """
    try:
        with (review / KEY_FILE).open(encoding="utf-8-sig", newline="") as stream:
            return tuple(_rows(csv.DictReader(stream)))
    except FileNotFoundError:
        raise SynthError(
            f"{review} has no key ({KEY_FILE.as_posix()}): it was never run, or it was purged. "
            "Give the review folder whose key to use."
        ) from None
    except (OSError, UnicodeDecodeError, csv.Error, ValueError):
        raise SynthError(
            f"{KEY_FILE.as_posix()} of {review} cannot be read as a key. "
            "Run the review again: that writes a new one."
        ) from None


def _rows(reader: csv.DictReader[str]) -> Iterator[KeyRow]:
    if tuple(reader.fieldnames or ()) != _COLUMNS:
        raise ValueError
    for row in reader:
        if any(row.get(column) is None for column in _COLUMNS):
            raise ValueError
        name = row["real name"]
        plain = name[1:] if name[:1] == "'" and name[1:].startswith(_GUARDED) else name
        if plain.strip():
            yield KeyRow(row["pseudonym"], RawText(plain), row["kind"], int(row["count"]))
