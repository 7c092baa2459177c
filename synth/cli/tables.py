"""Tables on standard output: drawn by rich, as wide as the terminal, whole words kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from synth.cli.console import printable


def tell_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table under its title. The first column is never broken."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", title_style="bold", show_lines=False)
    for at, head in enumerate(heads):
        table.add_column(head, no_wrap=at == 0, overflow="fold")
    for row in rows:
        # As Text, brackets in a seed are not taken for rich's markup.
        table.add_row(*(Text(printable(str(cell))) for cell in row))
    Console(file=sys.stdout, highlight=False).print(table)
