"""`synth protocol new`: a protocol of one's own, to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from synth.cli.console import explain, explain_more, shown, tell
from synth.errors import SynthError


def new(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help='Its name, such as "Supplier review".')
    ],
    folder: Annotated[Path, typer.Option(help="Where to write it.")] = Path(),
) -> None:
    """Write a protocol to fill in, every line explained.

    It cannot be used before you have replaced its examples by your own corners, questions and
    phrases.
    """
    from synth.protocols import blank_protocol, built_in_protocols, protocol_id

    short = protocol_id(name)
    if not short:
        raise SynthError(f"{name!r} has no letter or digit that a file can be named after.")
    if short in built_in_protocols():
        raise SynthError(f"{short} is the name of a built-in protocol. Choose another name.")
    path = folder / f"{short}.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(blank_protocol(name))
    except FileExistsError:
        raise SynthError(f"{shown(path)} is there already. Choose another name.") from None
    except OSError as error:
        raise SynthError(f"{shown(path)} cannot be written ({error.strerror}).") from None
    tell(shown(path))
    explain("open it in a text editor and follow its numbered steps. On the way:")
    explain_more(f"synth protocol check {shown(path)}   says what is missing")
    explain_more(
        f"synth protocol guide {shown(path)}   writes an interview guide, once check is content"
    )
