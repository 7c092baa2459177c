"""Passages to coverage: who has spoken on which corner, and what is still missing."""

from synth.coverage.matrix import measure_coverage

__all__ = ["measure_coverage"]
