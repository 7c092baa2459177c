"""Signal kinds that are told by phrases: the table's row, and how a phrase becomes a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from synth.trust.found import Found
from synth.trust.phrases import Hit
from synth.trust.reading import Reading
from synth.trust.scope import Scope, scope_of
from synth.trust.sides import actor_side, other_side, target_side

_SCORE: Final = 0.75
"""What a phrase alone is worth: the share of phrases found that labelled reviews bear out."""


@dataclass(frozen=True, slots=True)
class CueKind:
    """One kind of signal, found by phrases.

    `about` says how the side is found: `actor` (who does it), `other` (the one opposite the
    actor), `target` (whom it is said of), `partner`, or `both`. `unless` are phrases that show
    the sentence to speak of something else; `may_be` the ways of speaking that do not stop it.
    """

    kind: str
    phrases: tuple[str, ...]
    about: str
    unless: tuple[str, ...] = ()
    may_be: frozenset[str] = frozenset(("reported",))


def judge_hits(reading: Reading, kind: CueKind, hits: Sequence[Hit]) -> Iterator[Found]:
    """Yield at most one finding of a kind: the first phrase that is stated as a fact."""
    if any(h.key == f"not {kind.kind}" for h in hits):
        return
    for hit in hits:
        if hit.key == kind.kind and _passes(scope_of(hit.span), kind):
            span = hit.span
            end = span.end_char
            start, stop = reading.raw_span(span.start_char, end)
            words = " ".join(reading.sentence.text[start:stop].split())
            because = f"the words “{words}”"
            yield Found(
                kind.kind, span.start_char, end, _about(reading, kind, hit), because, _SCORE
            )
            return


def _passes(scope: Scope, kind: CueKind) -> bool:
    ways = ("negated", "hypothetical", "question", "reported", "ironic")
    return all(way in kind.may_be or not getattr(scope, way) for way in ways)


def _about(reading: Reading, kind: CueKind, hit: Hit) -> str:
    if kind.about == "both":
        return "both"
    if kind.about == "partner":
        return reading.partner
    if kind.about == "target":
        return target_side(reading, hit.span)
    actor = actor_side(reading, hit.span)
    return other_side(actor) if kind.about == "other" else actor
