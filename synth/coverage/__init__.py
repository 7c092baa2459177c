"""Who has spoken on what, what is still missing, and whom to ask next.

`gather` keeps of a run what coverage rests on; `survey` draws the conclusions, from there alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from synth.coverage.matrix import measure_coverage
from synth.coverage.survey import survey

if TYPE_CHECKING:
    from synth.coverage.gathering import gather

__all__ = ["gather", "measure_coverage", "survey"]


def __getattr__(name: str) -> object:
    """Import `gather` when it is asked for: it needs numpy, and coverage alone does not."""
    if name == "gather":
        from synth.coverage.gathering import gather

        return gather
    raise AttributeError(name)
