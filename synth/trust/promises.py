"""Promises between the partners: kept, broken, or still open.

A candidate needs words of undertaking, here or in the sentence before. What became of it is put
to a trained judge as cues; a hypothetical, a question or a promise to somebody else is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from synth.trust.found import Found
from synth.trust.judge import judge_of
from synth.trust.phrases import Hit
from synth.trust.promise_cues import OUTCOMES, OUTRIGHT, UNDERTAKEN
from synth.trust.reading import Reading
from synth.trust.scope import Scope, scope_of
from synth.trust.sides import actor_side

if TYPE_CHECKING:
    from spacy.tokens import Token

PHRASES: Final = {**UNDERTAKEN, **OUTCOMES}
_FOUND: Final = 0.45
_LEAST: Final = {"promise_kept": 0.25, "promise_broken": 0.5, "promise_open": 0.25}
_PAST: Final = frozenset(("VBD", "VBN"))


def find_promises(reading: Reading, hits: Sequence[Hit], before: Sequence[Hit]) -> Iterator[Found]:
    """Yield the promise that a sentence reports, if it does.

    Args:
        reading: the sentence.
        hits: lines of `PHRASES` found in it.
        before: those found in the sentence before it in the answer.
    """
    cues = promise_cues(reading, hits, before)
    if not cues:
        return
    odds = judge_of("promise").probabilities(cues)
    label = promise_state(odds, cues)
    if any(h.key == OUTRIGHT and scope_of(h.span) == Scope() for h in hits):
        label = "promise_broken"
    if not label:
        return
    start, end = _stretch(reading, hits)
    plain = {cue: value for cue, value in cues.items() if " | " not in cue}
    because = "; ".join(judge_of("promise").reasons(label, plain))
    yield Found(label, start, end, _promiser(reading, hits), because, odds[label])


def promise_state(odds: Mapping[str, float], cues: Mapping[str, float]) -> str:
    """Return the state of a promise, or nothing.

    A state needs words of its own: a promise is not called broken because nothing says it was
    kept. "Broken" must also be the likeliest of the three, and likelier than the others must be.
    """
    if 1 - odds["none"] < _FOUND:
        return ""
    states = [state for state in _LEAST if _has_words(state, cues)]
    if not states:
        return ""
    label = max(states, key=lambda state: odds[state])
    likeliest = all(odds[label] >= odds[state] for state in _LEAST)
    if odds[label] < _LEAST[label] or (label == "promise_broken" and not likeliest):
        return ""
    return label


def _has_words(state: str, cues: Mapping[str, float]) -> bool:
    if state == "promise_open" and "nothing past after it" in cues:
        return True
    if state == "promise_broken":
        return any(c.startswith(("after the promise, broken", "broken: a word")) for c in cues)
    return any(c.startswith(f"{state.removeprefix('promise_')}:") for c in cues)


def promise_cues(reading: Reading, hits: Sequence[Hit], before: Sequence[Hit]) -> dict[str, float]:
    """Return the cues of a candidate with their strengths, or nothing where it is none."""
    hits = [h for h in hits if not _vouches(h)]
    made = [h for h in hits if h.key in UNDERTAKEN]
    told = [h for h in before if h.key in UNDERTAKEN]
    ended = [h for h in hits if h.key in OUTCOMES]
    speaking = any("a word for" in h.key for h in ended)
    if not (made or speaking or (told and ended)):
        return {}
    cues = {h.key for h in hits} | {f"{h.key} | {h.pattern}" for h in hits}
    cues |= {f"before: {h.key}" for h in before}
    cues |= set(_order(made, ended)) | set(_scopes(made)) | set(_parties(reading))
    cues |= set(_tenses(reading, made))
    return dict.fromkeys(sorted(cues), 1.0)


def _vouches(hit: Hit) -> bool:
    """Tell "I promise you, it was cold", said to whoever listens, from a promise."""
    words = hit.span.doc[max(0, hit.span.start - 1) : hit.span.end + 1]
    said = [t.lower_ for t in words]
    return hit.key in UNDERTAKEN and said[:1] == ["i"] and said[-1:] == ["you"]


def _order(made: Sequence[Hit], ended: Sequence[Hit]) -> Iterator[str]:
    if not made:
        yield "nothing undertaken in the sentence"
        return
    first = min(h.span.start for h in made)
    for hit in ended:
        if hit.span.start > first:
            yield "after the promise, " + hit.key
    if len({h.key for h in made}) > 1:
        yield "undertaken in two ways"


def _scopes(made: Sequence[Hit]) -> Iterator[str]:
    scopes = [scope_of(h.span) for h in made]
    if scopes and all(s.hypothetical for s in scopes):
        yield "only supposed"
    if any(s.question for s in scopes):
        yield "asked"
    if any(s.negated for s in scopes):
        yield "the promise itself negated"
    if any(s.reported for s in scopes):
        yield "told by somebody"


def _parties(reading: Reading) -> Iterator[str]:
    sides = {n.side for n in reading.names if n.kind == "partner" or n.is_person}
    words = {t.lower_ for t in reading.doc}
    if reading.partner in sides or words & {"they", "them", "their", "he", "she", "him", "her"}:
        yield "the partner is in it"
    if words & {"we", "us", "our", "i", "me", "my"}:
        yield "we are in it"
    if words & {"customer", "customers", "guest", "guests", "patients", "patient"}:
        yield "customers are in it"


def _tenses(reading: Reading, made: Sequence[Hit]) -> Iterator[str]:
    after = max((h.span.end for h in made), default=0)
    verbs = [t for t in reading.doc[after:] if t.pos_ in ("VERB", "AUX")]
    if any(t.tag_ == "VBD" and not _negative(t) for t in verbs):
        yield "a past fact after it"
    if any(_negative(t) for t in verbs):
        yield "a negated fact after it"
    if verbs and not any(t.tag_ in _PAST for t in verbs):
        yield "nothing past after it"
    if not verbs:
        yield "nothing after it"
    if any(t.tag_ == "VBP" and t.lower_ in ("have", "'ve") for t in reading.doc):
        yield "a perfect tense"


def _negative(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("no", "nothing", "none") for c in verb.children)


def _promiser(reading: Reading, hits: Sequence[Hit]) -> str:
    for hit in hits:
        if hit.key in UNDERTAKEN:
            side = actor_side(reading, hit.span)
            if side != "unknown":
                return side
    return "unknown"


def _stretch(reading: Reading, hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the words from the clause of the first hit to the end of the clause of the last."""
    doc = reading.doc
    start = min(h.span.start for h in hits)
    end = max(h.span.end for h in hits)
    while start > 0 and doc[start - 1].text not in (",", ";", ":", "—", "--", ".", "("):
        start -= 1
    while end < len(doc) and not doc[end].is_punct:
        end += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
