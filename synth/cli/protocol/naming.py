"""A protocol as it is named on the command line: a built-in one, or a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.protocols import Protocol

ProtocolName: TypeAlias = Annotated[
    str, typer.Argument(metavar="ID", help="A built-in protocol, or the path of a YAML file.")
]


def protocol_named(name: str) -> Protocol:
    """Return the protocol. Raises SynthError: there is none, or it is wrong, with each line."""
    from synth.protocols import built_in_protocols, load_protocol

    if name not in built_in_protocols() and not Path(name).is_file():
        raise SynthError(
            f"There is no protocol {name!r}. Built in are {', '.join(built_in_protocols())}; "
            "of a protocol of your own, give the path of its file."
        )
    return load_protocol(name)
