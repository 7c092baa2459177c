"""Every kind of trust signal, in the order of framework.md §6, and whether the report may show it.

A kind told by phrases is one row in the table of its family; `shown` is false for kinds whose
precision on labelled reviews is too low for a report that both sides read.
"""

from __future__ import annotations

from typing import Final

from synth.trust import fault, goodwill, guard, news, quarrels
from synth.trust.cues import CueKind

BY_PHRASES: Final[dict[str, CueKind]] = {
    kind.kind: kind for family in (fault, guard, news, goodwill, quarrels) for kind in family.KINDS
}
KINDS: Final = (
    "we_joint",
    "we_own",
    "they_partner",
    "promise_kept",
    "promise_broken",
    "promise_open",
    *BY_PHRASES,
)


def phrase_table() -> dict[str, tuple[str, ...]]:
    """Return every phrase of every kind, and under `not …` those that rule a kind out."""
    table: dict[str, tuple[str, ...]] = {}
    for kind in BY_PHRASES.values():
        table[kind.kind] = kind.phrases
        table[f"not {kind.kind}"] = kind.unless
    return table
