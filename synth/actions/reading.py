"""The action plan of a review folder: `actions.toml`, or an edited table of Word or Excel."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from synth.actions.cells import day_of, status_of
from synth.actions.tables import SAME, columns_of, rows_of
from synth.errors import SynthError
from synth.records.meeting import ActionPlan, AgreedAction

PLAN_FILES: Final = ("actions.toml", "actions.docx", "actions.xlsx")
_KEYS: Final = ("id", "text", "owner", "due", "check_in", "status", "corner", "note")


def find_plan(folder: Path) -> Path | None:
    """Return the action plan of a review folder, or None where it has none.

    Raises:
        SynthError: there are two, and nobody can know which one holds.
    """
    found = [folder / name for name in PLAN_FILES if (folder / name).is_file()]
    if len(found) > 1:
        names = " and ".join(path.name for path in found)
        raise SynthError(f"{folder} has {names}. Keep the one that holds, and move the other away.")
    return found[0] if found else None


def read_plan(path: Path) -> ActionPlan:
    """Return the agreed actions of a file. What cannot be understood is told, never guessed.

    Raises:
        SynthError: the file cannot be read, or holds no table of actions.
    """
    if path.suffix.casefold() == ".toml":
        records, first = _toml(path), 1
    elif path.suffix.casefold() in (".docx", ".xlsx"):
        records, first = _table(path), 2
    else:
        raise SynthError(f"{path.name}: an action plan is a .toml, .docx or .xlsx file.")
    reading = _Reading()
    for row, record in enumerate(records, first):
        reading.take(row, record)
    return ActionPlan(tuple(reading.actions), tuple(reading.faults), path.name)


def _toml(path: Path) -> list[Mapping[str, str]]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        raise SynthError(
            f"{path.name}: this is not valid TOML. Each action is a table: [[action]], then text, "
            "owner, due, check_in, status."
        ) from None
    tables = content.get("action", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise SynthError(f"{path.name}: write each action below a line of its own: [[action]].")
    return [_plain(table, at, path.name) for at, table in enumerate(tables, 1)]


def _plain(table: Mapping[str, Any], at: int, name: str) -> Mapping[str, str]:
    unknown = sorted(set(table) - set(_KEYS))
    if unknown:
        raise SynthError(
            f"{name}: action {at}: there is no key {unknown[0]!r}. The keys are {', '.join(_KEYS)}."
        )
    return {
        key: value.isoformat() if isinstance(value, date) else str(value).strip()
        for key, value in table.items()
    }


def _table(path: Path) -> list[Mapping[str, str]]:
    """Return the rows below the head; a merged cell below another says what that one says."""
    head, *rows = rows_of(path)
    columns = columns_of(head)
    above: Mapping[str, str] = {}
    records: list[Mapping[str, str]] = []
    for row in rows:
        record = {name: _cell(row, at) for name, at in columns.items()}
        goes_on = record["text"] == SAME
        record = {n: above.get(n, "") if v == SAME else v for n, v in record.items()}
        above = record
        records.append({**record, "goes on": "yes"} if goes_on else record)
    return records


def _cell(row: Sequence[str], at: int) -> str:
    cell = row[at] if at < len(row) else ""
    return cell if cell == SAME else " ".join(cell.split())


@dataclass
class _Reading:
    """Actions as they are read, row by row."""

    actions: list[AgreedAction] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def take(self, row: int, record: Mapping[str, str]) -> None:
        if record.get("goes on") and self.actions:
            self._join(record)
        elif record.get("text"):
            self.actions.append(self._action(row, record))
        elif record.get("owner") or record.get("due"):
            self.faults.append(f"Row {row} has an owner or a date, but no action: it was left out.")

    def _join(self, record: Mapping[str, str]) -> None:
        """Add the owner of a row that shares its action with the row above."""
        last = self.actions[-1]
        owner = record.get("owner", "")
        if owner and owner not in last.owner.split(" and "):
            owners = f"{last.owner} and {owner}" if last.owner else owner
            self.actions[-1] = replace(last, owner=owners)

    def _action(self, row: int, record: Mapping[str, str]) -> AgreedAction:
        return AgreedAction(
            id=self._id(row, record.get("id", "")),
            text=record["text"],
            owner=record.get("owner", ""),
            due=self._day(row, record.get("due", ""), "date"),
            check_in=self._day(row, record.get("check_in", ""), "check-in"),
            status=self._status(row, record.get("status", "")),
            corner=record.get("corner", ""),
            note=record.get("note", ""),
        )

    def _id(self, row: int, written: str) -> str:
        taken = {action.id for action in self.actions}
        if written and written not in taken:
            return written
        if written:
            self.faults.append(f"Row {row}: its number stands twice; it was given a new one.")
        return next(n for i in range(1, 1000) if (n := f"a{i:02}") not in taken)

    def _day(self, row: int, written: str, what: str) -> date | None:
        day = day_of(written) if written else None
        if written and not day:
            self.faults.append(
                f"Row {row}: its {what} is no day. Write it as 2026-06-30 or 30 June 2026."
            )
        return day

    def _status(self, row: int, written: str) -> str:
        status = status_of(written)
        if not status:
            self.faults.append(
                f"Row {row}: its status is not known, so it counts as open. "
                "Write open, done or dropped."
            )
        return status or "open"
