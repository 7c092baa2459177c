"""What a promise says of itself: what was undertaken, when it is due, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from synth.records.evidence import Undertaking
from synth.records.text import CleanText
from synth.trust.phrases import CLASSES, Hit
from synth.trust.promise_cues import OUTCOMES, UNDERTAKEN
from synth.trust.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RELEASED: Final = "released: both let it go"
RELEASING: Final[Mapping[str, tuple[str, ...]]] = {
    RELEASED: (
        "let|lets <who> off",
        "released|release|releases <who> from",
        "agree|agreed|decided|decide ..4 to drop|cancel|skip|postpone|scrap|shelve|move|extend",
        "agreed|agree|decided ..3 not to",
        "called it|that off",
        "no longer need|needed|want|wanted",
        "did|do n't|not need|want it|that|them anymore|any",
        "told|tell <who> not to bother",
        "told|tell|said <who>? ..2 forget it|that|about",
        "<we> both|together ..3 dropped|cancelled|canceled|shelved|scrapped|postponed|moved|buried",
        "dropped|cancelled|canceled|scrapped|shelved|buried it|that ..2 together|jointly",
        "struck it|that from",
        "asked ..4 to wait|postpone|hold|stop|leave",
        "by mutual agreement",
    ),
}
"""How a promise ends that nobody holds against the other."""

_TIMES: Final = CLASSES["time"]
_AROUND: Final = frozenset(
    ("by", "until", "till", "before", "for", "in", "within", "on", "at", "from", "the", "end", "of",
     "start", "beginning", "middle", "mid", "early", "late", "next", "this", "first", "second",
     "third", "fourth", "last", "a", "an", "few", "couple", "coming", "-")
)  # fmt: skip
_MAYBE_NO_TIME: Final = frozenset(("may", "march", "fall", "spring"))
_GONE_BY: Final = frozenset(("later", "late", "ago", "early", "earlier", "before", "after", "ahead",
                             "overdue", "behind"))  # fmt: skip
_SPANS: Final = frozenset(("week", "weeks", "month", "months", "day", "days", "year", "years",
                           "quarter", "hour", "hours", "minute", "minutes", "night", "morning",
                           "afternoon", "evening"))  # fmt: skip
_BACK: Final = frozenset(("it", "they", "that", "this", "he", "she", "nothing", "none", "never",
                          "nobody", "still", "which"))  # fmt: skip
_SHORT: Final = 6
_STOPS: Final = frozenset((";", ":", "—", "--", ".", "?", "!"))
_GIVEN_TO: Final = frozenset(("us", "me", "them", "him", "her", "you", "everybody", "everyone"))
_FEWEST_LETTERS: Final = 4
_FEWEST_WORDS: Final = 2
_LATE: Final = re.compile(
    r"\b(?:late|later|overdue|delayed|slipped|slips|behind schedule|after the (?:date|deadline)"
    r"|too long)\b"
)
_CAME: Final = re.compile(
    r"\b(?:came|come|arrived|delivered|got|sent|shipped|paid|in the end|eventually|finally|did"
    r"|turned up|showed up|here now|there now|done now|has it now|have it now|went live|opened)\b"
)
_NEW_DATE: Final = re.compile(r"\bnow (?:they|he|she|it|we)(?:'s| is| are| say| says)\b")
_NOTHING: Final = re.compile(
    r"\b(?:never|nothing|nobody|still (?:waiting|not|no|missing|nothing)|not yet|not one|none"
    r"|no sign|(?:did|has|have|does|do)(?:n't| not)(?: \w+)? (?:come|came|arrived?|happen|happened"
    r"|got))\b"
)


def undertaking_of(
    reading: Reading, kind: str, hits: Sequence[Hit], before: Sequence[Hit] = ()
) -> Undertaking:
    """Return what the sentence of a promise signal says of it.

    Args:
        reading: the sentence.
        kind: `promise_kept`, `promise_broken` or `promise_open`.
        hits: lines of `promises.PHRASES` and `RELEASING` that were found in it.
        before: those found in the sentence before it in the answer.
    """
    made = [h for h in hits if h.key in UNDERTAKEN]
    told = [h for h in before if h.key in UNDERTAKEN]
    follows = not made and bool(told and reading.earlier) and _leans_back(reading.doc)
    source = reading.earlier[-1] if follows else reading
    state = _state(reading, kind, hits)
    made, hits = (told, before) if follows else (made, hits)
    ended = [h for h in hits if h.key in OUTCOMES]
    where = _content(source.doc, made, ended)
    return Undertaking(
        what=_cut(source, *where),
        due=_due(source, made, ended),
        state=state,
        follows=follows,
    )


def _state(reading: Reading, kind: str, hits: Sequence[Hit]) -> str:
    words = reading.doc.text.lower()
    if any(h.key == RELEASED for h in hits):
        return "released"
    late = bool(_LATE.search(words)) and not _NOTHING.search(words)
    if kind == "promise_broken" and late and (_CAME.search(words) or _NEW_DATE.search(words)):
        return "late"
    if kind == "promise_kept" and late and re.search(r"\b(?:late|overdue|delayed)\b", words):
        return "kept" if re.search(r"\b(?:never|not \w+ \w+) late\b", words) else "late"
    return kind.removeprefix("promise_")


def _content(doc: Doc, made: Sequence[Hit], ended: Sequence[Hit]) -> tuple[int, int]:
    """Return the first and last character of what was undertaken, or of the whole sentence."""
    whole = (0, len(doc.text))
    if not made:
        return whole
    first = min(made, key=lambda h: (_rank(h), h.span.start))
    verb = next((t for t in first.span if t.pos_ in ("VERB", "NOUN")), first.span.root)
    tokens = list(_after(doc, verb.i + 1, [h.span.start for h in ended]))
    while tokens and (tokens[0].lower_ in ("that", "to", ",") or _is_receiver(tokens[0])):
        tokens.pop(0)
    while tokens and tokens[-1].lower_ in (",", "and", "but", "so"):
        tokens.pop()
    telling = [t for t in tokens if len(t) >= _FEWEST_LETTERS or t.like_num]
    if len(telling) < _FEWEST_WORDS or (not tokens[0].is_alpha and not tokens[0].like_num):
        return whole
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _rank(hit: Hit) -> int:
    return list(UNDERTAKEN).index(hit.key)


def _is_receiver(token: Token) -> bool:
    return token.dep_ == "dative" or (
        token.lower_ in _GIVEN_TO and token.dep_ not in ("nsubj", "nsubjpass")
    )


def _after(doc: Doc, start: int, ends: Sequence[int]) -> Iterator[Token]:
    """Yield words up to where the sentence turns to what became of it."""
    for token in doc[start:]:
        if token.text in _STOPS:
            return
        turns = token.text == "," or token.lower_ in ("and", "but", "then")
        if turns and token.i > start and any(token.i < end <= token.i + 6 for end in ends):
            return
        yield token


def _leans_back(doc: Doc) -> bool:
    """Tell whether a sentence only goes on from the one before: "And it never came."."""
    words = [t.lower_ for t in doc if not t.is_punct]
    return len(words) <= _SHORT or any(w in _BACK for w in words[:3])


def _due(reading: Reading, made: Sequence[Hit], ended: Sequence[Hit]) -> CleanText:
    """Return the first time that is named after the undertaking, with the words around it."""
    doc = reading.doc
    if not made:
        return CleanText("")
    start, told = min(h.span.start for h in made), max(h.span.end for h in made)
    edges = [h.span.start for h in ended if h.span.start > told]
    for token in doc[start : min(edges, default=len(doc))]:
        if _TIMES(token) and _is_due(token):
            left, right = token.i, token.i + 1
            while left > start and (doc[left - 1].lower_ in _AROUND or doc[left - 1].like_num):
                left -= 1
            if right < len(doc) and doc[right].like_num:
                right += 1
            return _cut(reading, doc[left].idx, doc[right - 1].idx + len(doc[right - 1]))
    return CleanText("")


def _is_due(token: Token) -> bool:
    before = token.doc[max(0, token.i - 3) : token.i]
    words = [t.lower_ for t in before]
    after = token.doc[token.i + 1 : token.i + 2]
    if after and after[0].lower_ in _GONE_BY:
        return False
    if token.lower_ in _MAYBE_NO_TIME and token.pos_ in ("AUX", "VERB"):
        return False
    if token.lower_ in _SPANS:
        return any(w in ("by", "within", "in", "next", "this", "end", "before") for w in words)
    named = token.pos_ == "PROPN" or token.lower_ in _MAYBE_NO_TIME
    return named or any(w in _AROUND - {"the", "a", "an", "of", "-"} for w in words)


def _cut(reading: Reading, start: int, end: int) -> CleanText:
    first, last = reading.raw_span(start, end) if end > start else (0, 0)
    return reading.sentence.text.cut(first, last)
