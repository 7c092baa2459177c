"""The two kinds of text: what people said, and what may be shown of it.

`RawText` is what a file held. It hides itself from `repr`, `str` and `format`, so that no log,
error message or traceback can carry a participant's words. `CleanText` is what the privacy room
made of it; every later room takes `CleanText` only, and a type checker refuses anything else.
"""

from __future__ import annotations

from typing import Final

_MASK: Final = "<raw text, {n} characters>"


class RawText:
    """A participant's own words or name, masked wherever it could be printed by accident."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the words themselves. Callers answer for where they go."""
        return self._value

    def __repr__(self) -> str:
        return _MASK.format(n=len(self._value))

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __len__(self) -> int:
        return len(self._value)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RawText) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> tuple[type[RawText], tuple[str]]:
        return (RawText, (self._value,))


class CleanText(str):
    """Text in which every identifier has been replaced by a pseudonym.

    Made by `synth.privacy` alone (a test holds the other rooms to it). It is a `str` in every
    other way; `cut` keeps the type where slicing would lose it.
    """

    __slots__ = ()

    def cut(self, start: int, end: int) -> CleanText:
        """Return the characters from `start` to `end` as clean text."""
        return CleanText(self[start:end])
