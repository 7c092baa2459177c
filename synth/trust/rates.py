"""How often each kind of signal is heard from each side, with people as the sample."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from synth.records.evidence import Sentence, Signal
from synth.records.findings import SignalRate
from synth.trust.kinds import KINDS

_DRAWS: Final = 1_000
_SEED: Final = 0
_FEWEST_PEOPLE: Final = 3
_FEWEST_WORDS: Final = 500


def measure_rates(
    signals: Sequence[Signal], sentences: Sequence[Sentence]
) -> tuple[SignalRate, ...]:
    """Return one rate for each kind that was heard and each side that spoke.

    The rate of a side is the mean of its people's rates per 1,000 words, so that a talkative
    person weighs no more than a quiet one. The interval (95 %) resamples people.

    Args:
        signals: what `find_signals` returned for `sentences`.
        sentences: every sentence of the interviewees.
    """
    words, speakers = _words(sentences), _speakers(sentences)
    counts = Counter((s.kind, speakers.get(_place(s), "")) for s in signals)
    sides = sorted({side for side, _ in words})
    heard = {s.kind for s in signals}
    return tuple(
        _rate(
            kind, side, [(counts[kind, p], n) for (at, p), n in sorted(words.items()) if at == side]
        )
        for kind in KINDS
        if kind in heard
        for side in sides
    )


def _words(sentences: Sequence[Sentence]) -> Counter[tuple[str, str]]:
    words: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        words[str(sentence.side), sentence.speaker] += len(sentence.text.split())
    return words


def _speakers(sentences: Sequence[Sentence]) -> dict[tuple[str, int, int], str]:
    return {_place(s): s.speaker for s in sentences}


def _place(item: Signal | Sentence) -> tuple[str, int, int]:
    origin = item.origin
    return str(origin.file), origin.turn, origin.start


def _rate(kind: str, side: str, people: Sequence[tuple[int, int]]) -> SignalRate:
    """Rate a side from each person's count of signals and of words."""
    count = sum(n for n, _ in people)
    spoke = [(n, words) for n, words in people if words]
    if len(spoke) < _FEWEST_PEOPLE or sum(words for _, words in spoke) < _FEWEST_WORDS:
        return SignalRate(kind, side, count, len(spoke), None, None, None)
    import numpy as np

    rates = np.array([1_000 * n / words for n, words in spoke])
    draws = np.random.default_rng(_SEED).choice(rates, size=(_DRAWS, len(rates))).mean(axis=1)
    low, high = np.percentile(draws, (2.5, 97.5))
    mean, low, high = (round(float(x), 2) for x in (rates.mean(), low, high))
    return SignalRate(kind, side, count, len(spoke), mean, low, high)
