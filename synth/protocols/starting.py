"""The beginning of a protocol of one's own: a file to fill in, explained line by line."""

from __future__ import annotations

import re
from importlib.resources import files


def protocol_id(name: str) -> str:
    """Return the id that goes with a name: small letters and digits, with - between; or empty."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def blank_protocol(name: str) -> str:
    """Return the YAML of a new protocol. It cannot be used before its seeds are filled in."""
    template = files("synth.protocols").joinpath("template.yaml").read_text(encoding="utf-8")
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return template.replace("@ID@", protocol_id(name)).replace("@NAME@", quoted)
