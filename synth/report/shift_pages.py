"""The comparison of cycles, and the portfolio, as files."""

from __future__ import annotations

from collections.abc import Sequence

from synth.records.shift import Alliance, Shift
from synth.report.sheets import render_sheet
from synth.report.sheets.portfolio_sheet import portfolio_rows, portfolio_sheet
from synth.report.sheets.shift_facts import (
    move_rows,
    rate_rows,
    shift_facts,
    theme_rows,
    word_rows,
)
from synth.report.sheets.shift_sheet import shift_sheet
from synth.report.tables import write_csv

_ALL = ("html", "docx", "md")


def shift_pages(shift: Shift) -> dict[str, bytes]:
    """Return the files of `out/shift`: pages, shift.json and the tables under it."""
    import json

    facts = json.dumps(shift_facts(shift), ensure_ascii=False, indent=1, sort_keys=False)
    tables = {
        "moves.csv": move_rows(shift),
        "rates.csv": rate_rows(shift),
        "themes.csv": theme_rows(shift),
        "words.csv": word_rows(shift),
    }
    return {
        **render_sheet(shift_sheet(shift), "shift", _ALL),
        "shift.json": (facts + "\n").encode("utf-8", "replace"),
        **{name: _csv(rows) for name, rows in tables.items()},
    }


def portfolio_pages(alliances: Sequence[Alliance], today: str, floor: int) -> dict[str, bytes]:
    """Return the portfolio as pages and a table, for `out/private`: folders may hold names."""
    rows = portfolio_rows(alliances, floor)
    return {
        **render_sheet(portfolio_sheet(alliances, today, floor), "portfolio", _ALL),
        "portfolio.csv": _csv(rows),
    }


def _csv(rows: Sequence[tuple[object, ...]]) -> bytes:
    return write_csv([str(head) for head in rows[0]], rows[1:])
