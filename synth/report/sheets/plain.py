"""A sheet as plain text, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from synth.report.sheets.blocks import (
    Block,
    Curve,
    Grid,
    Heading,
    Items,
    Room,
    Sheet,
    Slopes,
    Text,
    Words,
)
from synth.report.sheets.markdown import curve_grid, slopes_grid

_GAP = 2


def sheet_text(sheet: Sheet, width: int = 100) -> str:
    """Return the sheet in lines of at most `width` characters."""
    facts = textwrap.wrap("  ·  ".join(sheet.facts), width)
    parts = ["\n".join([sheet.title, *facts]), *sheet.notices]
    parts += ["\n".join(_lines(block, width)) for block in sheet.blocks]
    return "\n\n".join(part for part in parts if part)


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text + (f"  ({block.aside})" if block.aside else "")
        case Text():
            yield from textwrap.wrap(block.text, width)
        case Items():
            for at, item in enumerate(block.items, 1):
                mark = f"{at}. " if block.numbered else "- "
                yield from textwrap.wrap(item, width, initial_indent=mark, subsequent_indent="  ")
        case Words():
            yield from textwrap.wrap(f"“{block.text}” ({block.who})", width)
        case Room():
            yield block.label
        case Grid():
            yield from _grid(block.head, block.rows, block.widths, width)
        case Curve():
            yield from _lines(curve_grid(block), width)
        case Slopes():
            yield from _lines(slopes_grid(block), width)


def _grid(
    head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], width: int
) -> Iterator[str]:
    """Yield a table: no column is wider than its words, none narrower than its share allows."""
    room = width - _GAP * (len(widths) - 1)
    longest = [max(len(cell) for cell in column) for column in zip(head, *rows, strict=True)]
    shares = [room * part // sum(widths) for part in widths]
    spare = sum(max(0, share - want) for share, want in zip(shares, longest, strict=True))
    wanting = sum(want > share for share, want in zip(shares, longest, strict=True)) or 1
    wide = [
        min(want, share + spare // wanting) if want > share else want
        for share, want in zip(shares, longest, strict=True)
    ]
    yield from _row(head, wide)
    yield "─" * (sum(wide) + _GAP * (len(wide) - 1))
    for row in rows:
        yield from _row(row, wide)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [textwrap.wrap(c, w) or [""] for c, w in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        told = (part.ljust(width) for part, width in zip(line, widths, strict=True))
        yield (" " * _GAP).join(told).rstrip()
