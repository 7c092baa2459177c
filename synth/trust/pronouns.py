"""Who is meant by "we" and by "they".

Every pronoun of the two families is a candidate. Cues from the parse, the sentence, the sentences
before it and the question are put to a trained judge, which may also answer "neither".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from synth.trust.found import Found
from synth.trust.judge import judge_of
from synth.trust.pronoun_cues import CUSTOMERS, they_cues, we_cues
from synth.trust.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_WE: Final = frozenset(("we", "us", "our", "ours", "ourselves"))
_THEY: Final = frozenset(("they", "them", "their", "theirs", "themselves", "em", "'em"))
_THOSE: Final = re.compile(
    r"\b(?:(?:those|these) (?:guys|people|folks|gentlemen|lot)|that lot|over there)\b"
    r"(?! who| that)",
    re.IGNORECASE,
)
_NOT_SAID: Final = "last time unknown"
THRESHOLDS: Final = {"we_joint": 0.45, "we_own": 0.4, "they_partner": 0.5}


def find_pronouns(reading: Reading, before: dict[str, str]) -> Iterator[Found]:
    """Yield `we_joint`, `we_own` and `they_partner` for each pronoun that is one of them.

    Args:
        reading: the sentence.
        before: what "we" and "they" were last taken for in this answer; brought up to date.
    """
    if reading.own == "unknown":
        return
    for token, family in candidates(reading):
        cues = (we_cues if family == "we" else they_cues)(reading, token, before.get(family, ""))
        if CUSTOMERS in cues:
            continue
        verdict = judge_of(family).decide(cues)
        before[family] = verdict.label
        if verdict.probability < THRESHOLDS.get(verdict.label, 1.1):
            continue
        start, end = _words_around(token)
        because = ", ".join(c for c in verdict.cues if c != _NOT_SAID) or "no sign of the others"
        about = {"we_joint": "both", "we_own": reading.own}.get(verdict.label, reading.partner)
        yield Found(verdict.label, start, end, about, because, verdict.probability)


def candidates(reading: Reading) -> Iterator[tuple[Token, str]]:
    """Yield the pronouns to be judged, each with its family, `we` or `they`."""
    for token in reading.doc:
        if token.lower_ in _WE:
            yield token, "we"
        elif token.lower_ in _THEY:
            yield token, "they"
    for match in _THOSE.finditer(reading.doc.text):
        span = reading.doc.char_span(*match.span(), alignment_mode="expand")
        if span is not None:
            yield span.root, "they"


def _words_around(token: Token) -> tuple[int, int]:
    """Return the pronoun with the word that it belongs to, where that stands beside it."""
    last = token.doc[min(token.i + 1, len(token.doc) - 1)]
    if last.is_punct or last.is_space:
        last = token
    return token.idx, last.idx + len(last)
