"""Which words to show for a cycle: the surest, short enough to read, from no passage that tells."""

from __future__ import annotations

from collections.abc import Iterable

from synth.records.kept import KeptQuote
from synth.records.shift import Cycle, CyclePassage

_SHORT, _LONG = 7, 60


def quote_of(cycle: Cycle, passages: Iterable[CyclePassage]) -> KeptQuote | None:
    """Return the words that show best what the passages say, or None where none may be shown."""
    fit = [p for p in passages if fit_to_quote(p)]
    if not fit:
        return None
    best = max(fit, key=lambda p: (p.corner_p * p.stance_p, p.id))
    return KeptQuote(best.id, best.text, side_shown(cycle, best.side))


def side_shown(cycle: Cycle, side: str) -> str:
    """Return the side of a speaker where enough people sit on it, else `unknown`."""
    return side if cycle.people_of(side) >= cycle.min_people else "unknown"


def fit_to_quote(passage: CyclePassage) -> bool:
    """Tell whether a passage may be quoted, and is neither a scrap nor a speech."""
    return not passage.risky and _SHORT <= passage.words <= _LONG
