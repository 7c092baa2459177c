"""Change the findings of a corner one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from synth.records.findings import CornerFindings, Finding


def changed(corner: CornerFindings, change: Callable[[Finding], Finding | None]) -> CornerFindings:
    """Return the corner with what `change` makes of each finding; None takes it out."""

    def settled(findings: Sequence[Finding]) -> tuple[Finding, ...]:
        return tuple(now for now in map(change, findings) if now)

    return replace(
        corner,
        strengths=settled(corner.strengths),
        concerns=settled(corner.concerns),
        patterns=settled(corner.patterns),
        outliers=settled(corner.outliers),
    )
