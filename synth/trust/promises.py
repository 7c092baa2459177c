"""Promises between the partners: kept, broken, or still open.

A candidate needs words of undertaking, here or in the sentence before. What became of it is put
to a trained judge as cues; a hypothetical, a question or a promise to somebody else is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from synth.trust.found import Found
from synth.trust.judge import Judges, log_odds
from synth.trust.phrases import Hit
from synth.trust.promise_cues import KEPT_OUTRIGHT, OUTCOMES, OUTRIGHT, UNDERTAKEN
from synth.trust.pronoun_cues import CLIENTS
from synth.trust.reading import Reading
from synth.trust.scope import Scope, clause_verb, scope_of, whole_scope
from synth.trust.sides import actor_side
from synth.trust.undertakings import RELEASING, undertaking_of

if TYPE_CHECKING:
    from spacy.tokens import Token

PHRASES: Final = {**UNDERTAKEN, **OUTCOMES, **RELEASING}
_WORD: Final = "a word of promising"
STATES: Final = ("promise_kept", "promise_broken", "promise_open")
_OUTRIGHT: Final = {OUTRIGHT: "promise_broken", KEPT_OUTRIGHT: "promise_kept"}
OUTRIGHT_SCORE: Final = 0.9
"""What unmistakable words are worth: "they broke their promise" is always shown."""
_NOT_REFUSED: Final = 0.003
"""What the reader must hold a promise likely at the least, where its words are unmistakable."""
_PROMISE: Final = frozenset(("promise", "pledge", "undertake"))
_CLEAR: Final = 0.5
"""How likely the words must make a plain "he promised" for it to be possible despite the reader."""
_READS_LIKE_FROM: Final = 0.3
_FOUND: Final = 0.45
_LEAST: Final = {"promise_kept": 0.25, "promise_broken": 0.5, "promise_open": 0.25}
_PAST: Final = frozenset(("VBD", "VBN"))


def find_promises(
    reading: Reading,
    hits: Sequence[Hit],
    before: Sequence[Hit],
    judges: Judges,
    read: Mapping[str, float] | None = None,
    whole: Scope | None = None,
) -> Iterator[Found]:
    """Yield the promise that a sentence reports, if it does.

    Args:
        reading: the sentence.
        hits: lines of `PHRASES` found in it.
        before: those found in the sentence before it in the answer.
        judges: what was learned.
        read: the reader's probability of each kind of signal.
        whole: how the sentence is meant as a whole, where that is known.
    """
    whole = whole or whole_scope(reading.doc)
    if is_ruled_out(hits):
        return
    cues = promise_cues(reading, hits, before)
    odds = judges.of("promise").probabilities(cues) if cues else {}
    if read is None:
        label = promise_state(odds, cues) if cues else ""
        score = odds.get(label, 0.0)
    else:
        weighed = judges.of("promise both").probabilities(both_cues(whole, odds, cues, read))
        label, score = likeliest_state(weighed, judges.thresholds)
        if label == "promise_broken" and _speaks_of_keeping_only(cues):
            label, score = "promise_kept", weighed["promise_kept"]
        if not label and 1 - odds.get("none", 1.0) >= _CLEAR and _promised_plainly(hits):
            label, score = "promise_open", weighed["promise_open"]
    outright = _said_outright(hits)
    if outright and (read is None or sum(read[state] for state in STATES) >= _NOT_REFUSED):
        label, score = outright, max(score, OUTRIGHT_SCORE)
    if not label:
        return
    hits = hits if cues else ()
    promise = undertaking_of(reading, label, hits, before)
    because = _because(judges, label, cues, read)
    yield Found(label, *_stretch(reading, hits), _promiser(reading, hits), because, score, promise)


def _speaks_of_keeping_only(cues: Mapping[str, float]) -> bool:
    """Tell whether words say how it was kept, and none how it was not."""
    ends = [c.removeprefix("after the promise, ") for c in cues if " | " not in c]
    return any(c.startswith("kept:") for c in ends) and not any(
        c.startswith("broken") or c == "a negated fact after it" for c in ends
    )


def _promised_plainly(hits: Sequence[Hit]) -> bool:
    plain = (h for h in hits if h.key == _WORD and scope_of(h.span) == Scope())
    return any(t.lemma_ in _PROMISE and t.tag_ in _PAST for h in plain for t in h.span)


def _said_outright(hits: Sequence[Hit]) -> str:
    """Return the state that an unmistakable phrase states as a fact, or nothing."""
    for hit in hits:
        if hit.key in _OUTRIGHT and scope_of(hit.span) == Scope():
            return _OUTRIGHT[hit.key]
    return ""


def is_ruled_out(hits: Sequence[Hit]) -> bool:
    """Tell whether all words of a promise are asked, supposed or denied, or speak of customers."""
    telling = [h for h in hits if h.key in (_WORD, OUTRIGHT) or "a word for" in h.key]
    scopes = [scope_of(h.span) for h in telling]
    if scopes and all(s.question or s.hypothetical for s in scopes):
        return True
    made = [h for h in hits if h.key == _WORD]
    if made and all(scope_of(h.span).negated for h in made) and len(telling) == len(made):
        return True
    return any(_to_customers(h) for h in made)


def _to_customers(hit: Hit) -> bool:
    verb = clause_verb(hit.span.root)
    parties = ("nsubj", "nsubjpass", "dobj", "dative", "iobj")
    return any(t.dep_ in parties and t.lemma_.lower() in CLIENTS for t in verb.children)


def both_cues(
    whole: Scope,
    odds: Mapping[str, float],
    cues: Mapping[str, float],
    read: Mapping[str, float],
) -> dict[str, float]:
    """Return what the words and the reader say of a sentence, for the judge of both."""
    weighed = {f"words: {label}": log_odds(p) for label, p in odds.items()}
    weighed |= {f"reader: {state}": log_odds(read[state]) for state in STATES}
    weighed["reader: any"] = log_odds(min(1.0, sum(read[state] for state in STATES)))
    told = {
        "no words of promising": not cues,
        "asked": whole.question,
        "only supposed": whole.hypothetical,
        **{f"words for {state}": bool(cues) and _has_words(state, cues) for state in STATES},
    }
    return weighed | {cue: 1.0 for cue, so in told.items() if so}


def likeliest_state(
    odds: Mapping[str, float], thresholds: Mapping[str, tuple[float, float]]
) -> tuple[str, float]:
    """Return the likeliest state of a promise with its probability, or nothing."""
    label = max(STATES, key=lambda state: odds.get(state, 0.0))
    found = 1 - odds["none"] >= thresholds["promise"][0]
    return (label, odds[label]) if found else ("", 0.0)


def _because(
    judges: Judges, label: str, cues: Mapping[str, float], read: Mapping[str, float] | None
) -> str:
    plain = {cue: value for cue, value in cues.items() if " | " not in cue}
    told = list(judges.of("promise").reasons(label, plain)) if cues else []
    if read is not None and read[label] >= _READS_LIKE_FROM:
        told.append(f"reads like a promise {label.removeprefix('promise_')}")
    return "; ".join(told) or "the words around it"


def promise_state(odds: Mapping[str, float], cues: Mapping[str, float]) -> str:
    """Return the state of a promise by the words alone, or nothing.

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
    hits = [h for h in hits if h.key not in RELEASING and not _vouches(h)]
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
    return actor_side(reading, reading.doc[:]) if len(reading.doc) else "unknown"


def _stretch(reading: Reading, hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the words from the clause of the first hit to the end of the clause of the last."""
    doc = reading.doc
    if not hits:
        return 0, len(doc.text)
    start = min(h.span.start for h in hits)
    end = max(h.span.end for h in hits)
    while start > 0 and doc[start - 1].text not in (",", ";", ":", "—", "--", ".", "("):
        start -= 1
    while end < len(doc) and not doc[end].is_punct:
        end += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
