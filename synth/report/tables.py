"""The evidence as CSV: plain UTF-8, Unix line ends, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from synth.report.coverage_rows import coverage_rows
from synth.report.floor import shown, shown_mentions, shown_total
from synth.report.source import Source

Row: TypeAlias = tuple[object, ...]

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
    return write_csv(PASSAGES, passage_table(source))


def passage_table(source: Source) -> Iterator[Row]:
    """Yield the rows of passages.csv."""
    for passage in source.synthesis.passages:
        tag = passage.tag
        yield (
            passage.id, passage.interview, passage.speaker, passage.side, passage.role_group,
            passage.question, passage.text, tag.corner, f"{tag.corner_p:.3f}", tag.stance,
            f"{tag.stance_p:.3f}", source.theme_of.get(passage.id, ""), tag.because,
        )  # fmt: skip


def signals_csv(source: Source) -> bytes:
    """Return signals.csv, one row a trust signal."""
    return write_csv(SIGNALS, signal_table(source))


def signal_table(source: Source) -> Iterator[Row]:
    """Yield the rows of signals.csv."""
    for s in source.synthesis.signals:
        yield s.id, s.passage, s.kind, s.side, s.about, s.text, s.because


def themes_csv(source: Source) -> bytes:
    """Return themes.csv: people are counted over the theme's passages, down to the floor."""
    return write_csv(THEMES, theme_table(source))


def theme_table(source: Source) -> Iterator[Row]:
    """Yield the rows of themes.csv."""
    for theme in source.synthesis.themes:
        people, floor = source.theme_people(theme), source.floor
        yield (
            theme.id, theme.label, "; ".join(theme.keywords),
            shown_mentions(len(theme.passages), sum(people.values()), floor),
            shown_total(people.values(), floor), shown(people.get("a", 0), floor),
            shown(people.get("b", 0), floor), theme.corner, theme.stance,
        )  # fmt: skip


def coverage_csv(source: Source) -> bytes:
    """Return coverage.csv, one row a corner, side and role group."""
    return write_csv(COVERAGE, coverage_table(source))


def coverage_table(source: Source) -> Iterator[Row]:
    """Yield the rows of coverage.csv."""
    for r in coverage_rows(source):
        yield r.cell.corner, r.cell.side, r.cell.role_group, r.people, r.passages, r.cell.status
