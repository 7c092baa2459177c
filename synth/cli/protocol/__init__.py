"""`synth protocol`: what a review looks at, as a file that anybody can write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from synth.cli.protocol.check import check
from synth.cli.protocol.guide import guide
from synth.cli.protocol.learn import learn
from synth.cli.protocol.new import new
from synth.cli.protocol.showing import list_all, show

ABOUT: Final = "Protocols: what a review looks at, and how people talk about it."
PROTOCOL_COMMANDS: Final[dict[str, Callable[..., None]]] = {
    "new": new, "list": list_all, "show": show, "check": check, "guide": guide, "learn": learn,
}  # fmt: skip
"""The commands of the group, in the order of its help."""

__all__ = ["ABOUT", "PROTOCOL_COMMANDS"]
