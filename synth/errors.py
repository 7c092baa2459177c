"""The one error that a user sees: what is wrong, where, and what to do."""

from __future__ import annotations


class SynthError(Exception):
    """A named problem that stops a run. The message never holds a participant's words.

    Args:
        what: the whole message: what, where, what to do.
        exit_code: 1 a named problem, 3 the leak check refused.
    """

    def __init__(self, what: str, *, exit_code: int = 1) -> None:
        super().__init__(what)
        self.exit_code = exit_code
