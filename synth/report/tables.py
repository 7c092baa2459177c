"""The evidence as CSV: plain UTF-8, Unix line ends, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from synth.records.evidence import Passage, Theme
from synth.report.coverage_rows import coverage_rows
from synth.report.floor import shown, shown_mentions, shown_total
from synth.report.source import Source

PASSAGES: Final = (
    "id", "interview", "speaker", "side", "role_group", "question", "text", "corner", "corner_p",
    "stance", "stance_p", "theme", "because",
)  # fmt: skip
SIGNALS: Final = ("id", "passage", "kind", "side", "about", "text", "because")
THEMES: Final = (
    "id", "label", "keywords", "passages", "people", "people_a", "people_b", "corner", "stance",
)  # fmt: skip
COVERAGE: Final = ("corner", "side", "role_group", "people", "passages", "status")

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV file. A `'` goes before a cell that a spreadsheet would take for a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_safe(str(cell)) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8", "replace")


def _safe(cell: str) -> str:
    cell = cell.replace("\0", "")
    cell = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return cell.replace("\r\n", "\n").replace("\r", "\n")  # csv leaves a bare \r unquoted


def passages_csv(source: Source) -> bytes:
    """Return passages.csv, one row a passage."""
    rows = (_passage(passage, source.theme_of) for passage in source.synthesis.passages)
    return write_csv(PASSAGES, rows)


def _passage(passage: Passage, theme_of: Mapping[str, str]) -> tuple[object, ...]:
    tag = passage.tag
    return (
        passage.id, passage.interview, passage.speaker, passage.side, passage.role_group,
        passage.question, passage.text, tag.corner, f"{tag.corner_p:.3f}", tag.stance,
        f"{tag.stance_p:.3f}", theme_of.get(passage.id, ""), tag.because,
    )  # fmt: skip


def signals_csv(source: Source) -> bytes:
    """Return signals.csv, one row a trust signal."""
    rows = (
        (s.id, s.passage, s.kind, s.side, s.about, s.text, s.because)
        for s in source.synthesis.signals
    )
    return write_csv(SIGNALS, rows)


def themes_csv(source: Source) -> bytes:
    """Return themes.csv: people are counted over the theme's passages, down to the floor."""
    return write_csv(THEMES, (_theme(source, theme) for theme in source.synthesis.themes))


def _theme(source: Source, theme: Theme) -> tuple[object, ...]:
    people, floor = source.theme_people(theme), source.floor
    return (
        theme.id, theme.label, "; ".join(theme.keywords),
        shown_mentions(len(theme.passages), sum(people.values()), floor),
        shown_total(people.values(), floor), shown(people.get("a", 0), floor),
        shown(people.get("b", 0), floor), theme.corner, theme.stance,
    )  # fmt: skip


def coverage_csv(source: Source) -> bytes:
    """Return coverage.csv, one row a corner, side and role group."""
    rows = (
        (r.cell.corner, r.cell.side, r.cell.role_group, r.people, r.passages, r.cell.status)
        for r in coverage_rows(source)
    )
    return write_csv(COVERAGE, rows)
