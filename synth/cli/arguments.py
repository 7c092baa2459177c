"""Arguments that several commands take, written once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

ReviewFolder: TypeAlias = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="The review folder.")
]
DemoFolder: TypeAlias = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="Where to put the sample review.")
]
SummaryAsJson: TypeAlias = Annotated[
    bool, typer.Option("--json", help="Print a summary as JSON instead of the report's path.")
]
TableAsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON.")]
