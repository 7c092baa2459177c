"""Signal kinds that are told by phrases: the table's row, and how a phrase becomes a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from synth.trust.found import Found
from synth.trust.judge import Judges, log_odds
from synth.trust.phrases import Hit
from synth.trust.reading import Reading
from synth.trust.scope import Scope, scope_of
from synth.trust.sides import actor_side, other_side, target_side

if TYPE_CHECKING:
    from spacy.tokens import Span

_HOPELESS: Final = 0.01
"""What the reader holds for this unlikely is none, whatever its words."""
_READS_LIKE_FROM: Final = 0.3
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


def judge_hits(reading: Reading, kind: CueKind, hits: Sequence[Hit]) -> Found | None:
    """Return the first phrase of a kind that is stated as a fact, unless another rules it out."""
    if any(h.key == f"not {kind.kind}" for h in hits):
        return None
    for hit in hits:
        if hit.key == kind.kind and _passes(scope_of(hit.span), kind):
            return _found(reading, kind, hit)
    return None


def judge_both(
    reading: Reading,
    kind: CueKind,
    hits: Sequence[Hit],
    read: float,
    whole: Scope,
    judges: Judges,
) -> Found | None:
    """Return what phrases and reader together make of a kind in a sentence.

    Args:
        reading: the sentence.
        kind: the kind of signal.
        hits: phrases of any kind that were found in it.
        read: the reader's probability of the kind.
        whole: how the sentence is meant as a whole.
        judges: what was learned.
    """
    if read < _HOPELESS:
        return None
    told = judge_hits(reading, kind, hits)
    odds = judges.of("signal both").probabilities(both_cues(kind, hits, read, whole, told))["yes"]
    if odds < judges.thresholds[kind.kind][0]:
        return None
    reads = f"reads like {kind.kind.replace('_', ' ')}" if read >= _READS_LIKE_FROM else ""
    if told:
        because = "; ".join(filter(None, (told.because, reads)))
        return replace(told, because=because, score=odds)
    about = _about(reading, kind, reading.doc[:])
    return Found(kind.kind, 0, len(reading.doc.text), about, reads or "the words around it", odds)


def both_cues(
    kind: CueKind, hits: Sequence[Hit], read: float, whole: Scope, told: Found | None
) -> dict[str, float]:
    """Return what the phrases and the reader say of a kind, for the judge of both."""
    cues = {
        "a phrase": told is not None,
        "ruled out": any(h.key == f"not {kind.kind}" for h in hits),
        "not said as a fact": told is None and any(h.key == kind.kind for h in hits),
        "asked": whole.question,
        "only supposed": whole.hypothetical,
    }
    return {"reader": log_odds(read), **{cue: 1.0 for cue, so in cues.items() if so}}


def _found(reading: Reading, kind: CueKind, hit: Hit) -> Found:
    start, end = hit.span.start_char, hit.span.end_char
    first, last = reading.raw_span(start, end)
    words = " ".join(reading.sentence.text[first:last].split())
    because = f"the words “{words}”"
    return Found(kind.kind, start, end, _about(reading, kind, hit.span), because, _SCORE)


def _passes(scope: Scope, kind: CueKind) -> bool:
    ways = ("negated", "hypothetical", "question", "reported", "ironic")
    return all(way in kind.may_be or not getattr(scope, way) for way in ways)


def _about(reading: Reading, kind: CueKind, span: Span) -> str:
    if kind.about == "both":
        return "both"
    if kind.about == "partner":
        return reading.partner
    if kind.about == "target":
        return target_side(reading, span)
    actor = actor_side(reading, span)
    return other_side(actor) if kind.about == "other" else actor
