"""What not to raise in the room: what only one person said, and what tells who said it."""

from __future__ import annotations

from typing import Final

from synth.records.kept import KeptResult
from synth.records.meeting import Avoid

_TELLING: Final = "The report quotes it, but {because} may tell who said it."


def not_to_raise(result: KeptResult) -> tuple[Avoid, ...]:
    """Return the single voices by corner, then quotes of the report that point at their speaker."""
    lone = [
        Avoid(c.id, tuple(q.passage for q in f.quotes), " ".join(q.text for q in f.quotes))
        for c in result.corners
        for f in c.outliers
    ]  # fmt: skip
    seen = {p for one in lone for p in one.passages}
    return (*lone, *_telling(result, seen))


def _telling(result: KeptResult, seen: set[str]) -> list[Avoid]:
    found: dict[str, Avoid] = {}
    for corner in result.corners:
        for finding in (*corner.strengths, *corner.concerns):
            for quote in finding.quotes:
                if quote.passage in result.risks and quote.passage not in seen:
                    because, instead = result.risks[quote.passage]
                    why = _TELLING.format(because=because or "the wording")
                    found[quote.passage] = Avoid(
                        corner.id, (quote.passage,), quote.text, why, instead
                    )
    return list(found.values())
