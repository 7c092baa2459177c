"""What stands in the cells of an action table, as people fill it in."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

FORMATS: Final = (
    "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y",
)  # fmt: skip
"""Day before month where only numbers stand."""

COLUMNS: Final = {
    "id": ("no", "nr", "id", "number", "#"),
    "text": ("action", "actions", "agreed action", "what", "measure", "task"),
    "owner": ("owner", "who", "responsible", "by whom", "lead"),
    "due": ("date", "due", "due date", "deadline", "by when", "when", "until"),
    "check_in": ("check-in", "checkin", "check in", "follow-up", "follow up", "check"),
    "status": ("status", "state", "done"),
    "corner": ("corner",),
    "note": ("note", "notes", "comment", "comments", "remark"),
}
"""Heads of columns by what they hold; in small letters, without a full stop."""

_STATUSES: Final = {
    "open": ("", "open", "ongoing", "in progress", "started", "pending", "late", "to do", "no"),
    "done": ("done", "closed", "complete", "completed", "finished", "yes", "x", "✓", "✔", "ok"),
    "dropped": ("dropped", "cancelled", "canceled", "struck", "no longer", "abandoned"),
}
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")


def column_of(head: str) -> str:
    """Return what a column holds by its head, or nothing."""
    plain = " ".join(head.casefold().replace(".", " ").replace(":", " ").split())
    return next((name for name, heads in COLUMNS.items() if plain in heads), "")


def status_of(written: str) -> str:
    """Return `open`, `done` or `dropped`; nothing where the word is none that is known."""
    plain = written.strip().casefold().rstrip(".")
    return next((status for status, words in _STATUSES.items() if plain in words), "")


def day_of(written: str) -> date | None:
    """Return the day that is written in one of the usual ways, or None."""
    plain = " ".join(_ORDINAL.sub("", written.replace(",", " ")).split())
    plain = plain.partition(" 00:00")[0]
    for form in FORMATS:
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    return None
