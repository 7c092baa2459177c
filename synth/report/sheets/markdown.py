"""A sheet as Markdown, for a wiki or a plain text editor."""

from __future__ import annotations

from collections.abc import Iterator

from synth.report.markdown import escaped
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

_LEVELS = "▁▂▃▄▅▆▇█"


def sheet_md(sheet: Sheet) -> bytes:
    """Return the sheet as Markdown. What a participant said cannot become markup."""
    parts = [f"# {escaped(sheet.title)}", f"**{sheet.stamp.upper()}.**" if sheet.stamp else ""]
    parts += [f"**{escaped(notice)}**" for notice in sheet.notices]
    parts.append("\n".join(f"- {escaped(fact)}" for fact in sheet.facts))
    parts += ["\n".join(_lines(block)) for block in sheet.blocks]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", "replace")


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            aside = f" ({escaped(block.aside)})" if block.aside else ""
            yield f"{'#' * block.level} {escaped(block.text)}{aside}"
        case Text():
            text = escaped(block.text)
            yield f"*{text}*" if block.style == "note" else text
        case Items():
            for at, item in enumerate(block.items, 1):
                yield f"{at}. {escaped(item)}" if block.numbered else f"- {escaped(item)}"
        case Words():
            where = f", {block.passage}" if block.passage else ""
            yield f"> {escaped(block.text)}\n>\n> — {escaped(block.who)}{where}"
        case Grid():
            yield from _grid(block)
        case Room():
            yield f"**{escaped(block.label)}**\n" + "\n&nbsp;\n" * block.lines
        case Curve():
            yield from _curve(block)
        case Slopes():
            yield from _grid(slopes_grid(block))


def _grid(grid: Grid) -> Iterator[str]:
    if grid.caption:
        yield f"*{escaped(grid.caption)}*\n"
    yield "| " + " | ".join(escaped(cell) for cell in grid.head) + " |"
    yield "|" + "---|" * len(grid.head)
    for row in grid.rows:
        yield "| " + " | ".join(escaped(cell) for cell in row) + " |"


def _curve(curve: Curve) -> Iterator[str]:
    yield from _grid(curve_grid(curve))


def curve_grid(curve: Curve) -> Grid:
    """Return the curve as a table: a column an interview, with a bar and the number known."""
    most = max((*curve.values, 1))
    steps = len(_LEVELS) - 1
    columns = len(curve.values)
    return Grid(
        head=("After interview", *(str(n + 1) for n in range(columns))),
        rows=(
            ("", *(_LEVELS[round(value * steps / most)] for value in curve.values)),
            ("Known", *(str(value) for value in curve.values)),
        ),
        widths=(4, *(1 for _ in range(columns))),
        caption=curve.title,
    )


def slopes_grid(slopes: Slopes) -> Grid:
    """Return a slope chart as a table: a column a cycle."""
    return Grid(
        head=("", *slopes.cycles),
        rows=tuple((line.label, *line.told) for line in slopes.lines),
        widths=(4, *(2 for _ in slopes.cycles)),
        caption=slopes.title,
    )
