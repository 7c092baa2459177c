"""The two streams: results go to standard output, everything else to standard error."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typer


def tell(text: str) -> None:
    """Print a result."""
    typer.echo(text)


def tell_json(content: Mapping[str, Any]) -> None:
    """Print a result for a program to read."""
    typer.echo(json.dumps(content, ensure_ascii=False, indent=2))


def explain(text: str) -> None:
    """Print a message to standard error."""
    typer.echo(f"synth: {printable(text)}", err=True)


def explain_more(text: str) -> None:
    """Print a further line of the message before."""
    typer.echo(f"  {printable(text)}", err=True)


def printable(text: str) -> str:
    """Return `text` without the characters by which a file name could steer a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text)


def count(number: int, noun: str, plural: str = "") -> str:
    """Return "1 interview", "2 interviews"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def shown(path: Path) -> str:
    """Return a path of the review folder as the user would write it."""
    return printable(path.as_posix())


def table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return rows as lines of text, each column as wide as its widest cell."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    padded = (zip(row, widths, strict=True) for row in rows)
    return ["  ".join(cell.ljust(width) for cell, width in row).rstrip() for row in padded]
