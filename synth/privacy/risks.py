"""How easily a quote points at its speaker with no name in it, and what gives it away."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from synth.privacy.dictionary import zipf
from synth.privacy.letters import keys_of
from synth.privacy.lexicon import FUNCTION_WORDS, word_set
from synth.privacy.style import style_margins
from synth.records.evidence import Passage, QuoteRisk
from synth.records.pseudonym import PSEUDONYM

_RARE, _TIC_ZIPF = 3.4, 6.2
_TIC_TIMES = 3
_RISKY = 3.0
_HELD_BACK = 0.8
"""The share of passages below whose style margin a way of talking is not yet risky by itself."""
_TOLD_BY_VOICE = 0.5
"""From this share of the risky margin on, the way of talking is named among the reasons."""
_WEIGHTS = {"unique event": 1.5, "rare detail": 1.0, "verbal tic": 1.2, "about the speaker": 1.5}
_SUGGESTIONS = {
    "unique event": "tell the event in general words, or leave the quote out",
    "rare detail": "shorten the quote by the detail",
    "verbal tic": "leave the turn of phrase out",
    "about the speaker": "leave out what the speaker says of their own path",
    "way of talking": "quote somebody else on the same point, or tell it in the report's words",
}
_SELF = re.compile(
    r"\b(?:when i (?:joined|started|came|moved|left)|i (?:joined|started|moved|retire)|my (?:wife|"
    r"husband|son|daughter|mother|father|village|home ?town|predecessor)|where i come from|"
    r"in my (?:country|language)|i am the only|i'm the only|for (?:\w+ )?years i)\b",
    re.IGNORECASE,
)
_EVENTS = word_set("link email phone id place customer organisation project product event")


def weigh_quotes(passages: Sequence[Passage]) -> tuple[QuoteRisk, ...]:
    """Return the risk of every passage, in the order of `passages`.

    A word, pseudonym or turn of phrase tells only where one person alone uses it, so the whole
    review must be given at once. By the way of talking, the fifth that is told apart most easily
    is risky, as far as style names the speaker at all.
    """
    seen = [tuple(_traits(p.text)) for p in passages]
    users: dict[str, set[str]] = defaultdict(set)
    times: Counter[tuple[str, str]] = Counter()
    for passage, traits in zip(passages, seen, strict=True):
        for _, trait in traits:
            users[trait].add(passage.speaker)
            times[passage.speaker, trait] += 1
    return tuple(
        _risk(p, [(k, t) for k, t in traits if len(users[t]) == 1], times, voice)
        for p, traits, voice in zip(passages, seen, _voices(passages), strict=True)
    )


def _voices(passages: Sequence[Passage]) -> list[float]:
    """Return how much of the risky margin each passage's style has; 1 and more is risky."""
    texts = [PSEUDONYM.sub(" ", p.text) for p in passages]
    margins = style_margins(texts, [p.speaker for p in passages])
    telling = sorted(margins)[int(len(margins) * _HELD_BACK) :]
    line = max(telling[0], 1e-6) if telling else 1.0
    return [max(0.0, margin) / line for margin in margins]


def _risk(
    passage: Passage,
    own: Sequence[tuple[str, str]],
    times: Mapping[tuple[str, str], int],
    voice: float,
) -> QuoteRisk:
    score: Counter[str] = Counter()
    for kind, trait in sorted(set(own)):
        often = times[passage.speaker, trait] >= _TIC_TIMES
        if kind != "verbal tic" or often:
            score[kind] += 1
    if _SELF.search(passage.text):
        score["about the speaker"] += 1
    total = _RISKY * voice + sum(_WEIGHTS[kind] * n**0.5 for kind, n in score.items())
    reasons = sorted(score) + ["way of talking"] * (voice >= _TOLD_BY_VOICE)
    return QuoteRisk(
        passage=passage.id,
        score=round(total, 2),
        risky=total >= _RISKY,
        because=tuple(reasons),
        suggestion="; ".join(_SUGGESTIONS[reason] for reason in reasons),
    )


def _traits(text: str) -> Iterator[tuple[str, str]]:
    """Yield (reason, trait) of everything in a passage that one person alone may say."""
    for found in PSEUDONYM.finditer(text):
        kind = re.sub(r"^[AB]: | \d+$", "", found.group()[1:-1])
        if kind in _EVENTS:
            yield "unique event", found.group()
    words = keys_of(PSEUDONYM.sub(" ", text))
    for key in words:
        if any(c.isdigit() for c in key) or (zipf(key) < _RARE and len(key) > 3):
            yield "rare detail", key
    for one, other in pairwise(words):
        if not (one in FUNCTION_WORDS and other in FUNCTION_WORDS) and zipf(one) < _TIC_ZIPF:
            yield "verbal tic", f"{one} {other}"
