"""`synth protocol guide`: an interview guide, to print or to type into."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from synth.cli.console import explain, shown, tell
from synth.cli.protocol.naming import ProtocolName, protocol_named
from synth.errors import SynthError


def guide(
    name: ProtocolName,
    out: Annotated[
        Path | None,
        typer.Option(help="Where to write it; .docx and .md are put behind the name."),
    ] = None,
) -> None:
    """Write an interview guide as Word and Markdown.

    8 to 10 questions over all corners, what to say before and after them, and space for notes.
    """
    from synth.report import guide_docx, guide_markdown

    protocol = protocol_named(name)
    base = out or Path(f"{protocol.id}-interview-guide")
    if base.suffix in (".docx", ".md"):
        base = base.with_suffix("")
    files = {
        base.with_name(f"{base.name}.docx"): guide_docx(protocol),
        base.with_name(f"{base.name}.md"): guide_markdown(protocol).encode(),
    }
    for path in files:
        if path.exists():  # it may hold somebody's notes by now
            raise SynthError(f"{shown(path)} is there already. Name another file with --out.")
    try:
        base.parent.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            path.write_bytes(content)
            tell(shown(path))
    except OSError as error:
        raise SynthError(f"The guide cannot be written ({error.strerror}).") from None
    explain("change the words as you like; what counts is that every corner is asked about.")
