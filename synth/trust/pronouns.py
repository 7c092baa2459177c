"""Who is meant by "we" and by "they".

Every pronoun of the two families is a candidate. Cues from the parse, the sentence, the sentences
before it and the question are put to a trained judge, which may also answer "neither"; a second
judge weighs its verdict against what the reader makes of the pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from synth.records.reading import MEANT
from synth.trust.found import Found
from synth.trust.judge import Judges, Verdict, log_odds
from synth.trust.pronoun_cues import CUSTOMERS, Cues, they_cues, we_cues
from synth.trust.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

Meant = Mapping[int, Sequence[float]]

_WE: Final = frozenset(("we", "us", "our", "ours", "ourselves"))
_THEY: Final = frozenset(("they", "them", "their", "theirs", "themselves", "em", "'em"))
_THOSE: Final = re.compile(
    r"\b(?:(?:those|these) (?:guys|people|folks|gentlemen|lot)|that lot|over there)\b"
    r"(?! who| that)",
    re.IGNORECASE,
)
_NEAR: Final = 3
_PLAIN: Final = 0.9
"""What words that leave no doubt are worth."""
_NOT_SAID: Final = "last time unknown"
THRESHOLDS: Final = {"we_joint": 0.45, "we_own": 0.4, "they_partner": 0.5}
"""What the words alone must come to where no reader was asked."""
_READS_LIKE: Final = {
    "we_joint": "reads like both partners",
    "we_own": "reads like the speaker's own company",
    "they_partner": "reads like the partner",
}


def find_pronouns(
    reading: Reading,
    before: dict[str, str],
    judges: Judges,
    meant: Sequence[Meant] | None = None,
) -> Iterator[Found]:
    """Yield `we_joint`, `we_own` and `they_partner` for each pronoun that is one of them.

    Args:
        reading: the sentence.
        before: what "we" and "they" were last taken for in this answer; brought up to date.
        judges: what was learned.
        meant: what the reader makes of each pronoun of each sentence of the review, by its start.
    """
    if reading.own == "unknown":
        return
    for token, family in candidates(reading):
        cues = (we_cues if family == "we" else they_cues)(reading, token, before.get(family, ""))
        start, _ = reading.raw_span(token.idx, token.idx + 1)
        odds = meant[reading.position].get(start) if meant else None
        if CUSTOMERS in cues:
            continue
        near = neighbours(reading, meant or (), family, start)
        verdict = _verdict(judges, family, cues, odds, near)
        if _is_ours_jointly(token):
            verdict = replace(verdict, label="we_joint", probability=_PLAIN)
        before[family] = last_meant(odds) or verdict.label
        if verdict.probability < _least(verdict.label, judges, odds):
            continue
        start, end = _words_around(token)
        about = {"we_joint": "both", "we_own": reading.own}.get(verdict.label, reading.partner)
        because = _because(verdict, odds)
        yield Found(verdict.label, start, end, about, because, verdict.probability)


def last_meant(odds: Sequence[float] | None) -> str:
    """Return what the reader takes a pronoun for as the words' judge names it, or nothing."""
    if odds is None:
        return ""
    likeliest = MEANT[max(range(len(odds)), key=odds.__getitem__)]
    return "none" if likeliest == "other" else likeliest


def neighbours(
    reading: Reading, meant: Sequence[Meant], family: str, start: int
) -> tuple[Sequence[float], ...]:
    """Return what the reader makes of the same family's other pronouns, here and just before."""
    found = []
    for told in (*reading.earlier[-_NEAR:], reading) if meant else ():
        for at, odds in meant[told.position].items():
            other = told is not reading or at != start
            if other and (told.sentence.text[at].lower() == "t") == (family == "they"):
                found.append(odds)
    return tuple(found)


def both_cues(
    rules: Mapping[str, float],
    cues: Cues,
    odds: Sequence[float],
    near: Sequence[Sequence[float]] = (),
) -> Cues:
    """Return what the words and the reader say of one pronoun, for the judge of both."""
    weighed = {f"words: {label}": log_odds(p) for label, p in rules.items()}
    weighed |= {f"reader: {label}": log_odds(p) for label, p in zip(MEANT, odds, strict=True)}
    if near:
        means = [sum(log_odds(p) for p in column) / len(near) for column in zip(*near, strict=True)]
        weighed |= {f"near: {label}": mean for label, mean in zip(MEANT, means, strict=True)}
    return weighed | ({CUSTOMERS: 1.0} if CUSTOMERS in cues else {})


def _is_ours_jointly(token: Token) -> bool:
    """Tell "our joint plan", which says itself whose it is."""
    after = token.doc[min(token.i + 1, len(token.doc) - 1)].lower_
    return token.lower_ == "our" and after in ("joint", "shared", "mutual")


def _verdict(
    judges: Judges,
    family: str,
    cues: Cues,
    odds: Sequence[float] | None,
    near: Sequence[Sequence[float]],
) -> Verdict:
    judge = judges.of(family)
    if odds is None:
        return judge.decide(cues)
    weighed = both_cues(judge.probabilities(cues), cues, odds, near)
    verdict = judges.of(f"{family} both").decide(weighed)
    return replace(verdict, cues=judge.reasons(verdict.label, cues))


def _least(label: str, judges: Judges, odds: Sequence[float] | None) -> float:
    if odds is None:
        return THRESHOLDS.get(label, 1.1)
    return judges.thresholds.get(label, (1.1, 1.1))[0]


def _because(verdict: Verdict, odds: Sequence[float] | None) -> str:
    told = [c for c in verdict.cues if c != _NOT_SAID]
    likeliest = MEANT[max(range(len(odds)), key=odds.__getitem__)] if odds else ""
    told += [_READS_LIKE[verdict.label]] if likeliest == verdict.label else []
    return ", ".join(told) or "no sign of the others"


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
