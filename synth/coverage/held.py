"""The order in which interviews were held, as far as the names of their files tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

_DATE: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?([0-3]\d)(?!\d)")
_DIGITS: Final = re.compile(r"(\d+)")

BY_DATE: Final = "The order of the interviews is that of the dates in the names of their files."
BY_NAME: Final = (
    "The order of the interviews is that of their file names, since these hold no dates. "
    "Put the date first (2026-05-30 …) if they were held in another order."
)


def in_order(files: Sequence[Path]) -> tuple[tuple[int, ...], str]:
    """Return positions of `files` in the order held, and a sentence that says how it is known."""
    dates = [_date_in(file.name) for file in files]
    by_name = [_natural(file.as_posix()) for file in files]
    if all(dates):
        order = sorted(range(len(files)), key=lambda i: (dates[i] or date.min, by_name[i]))
        return tuple(order), BY_DATE
    return tuple(sorted(range(len(files)), key=lambda i: by_name[i])), BY_NAME


def _date_in(name: str) -> date | None:
    found = _DATE.search(name)
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Return a key by which `interview-2` comes before `interview-10`."""
    parts = _DIGITS.split(name.casefold())
    return tuple((int(p), "") if p.isdecimal() else (-1, p) for p in parts if p)
