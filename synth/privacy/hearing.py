"""Where a name stands in text without capitals, told by the words around it and by its own shape.

A recogniser of speech writes names that it does not know as ordinary words: "so yon", "a mecca".
The words around still show that somebody is meant. The weights were trained on labelled speech with
the capitals taken away and the names exchanged for other words (`scripts/train_names.py`); they
hold no word rarer than one in 100,000, so that nobody's name is in them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from synth.privacy.dictionary import in_dictionary, may_be, zipf
from synth.privacy.gazetteer import given_names, places
from synth.privacy.lexicon import CALENDAR, FUNCTION_WORDS, no_name, unusual
from synth.shipped import shipped

KINDS: Final = ("none", "person", "organisation", "place")
"""What a stretch of words may be, in the order of the weights."""

FILE: Final = "names-heard.tsv"
COMMON_ZIPF: Final = 4.0
"""Words at least this frequent are seen as they are, rarer ones as what they may be."""

LONGEST: Final = 3
"""Words in the longest stretch that is looked at."""

LEADS: Final = ("a", "an", "so", "in", "de", "la")
"""Small words that a recogniser may split off the front of a name: "a mecca" is Emeka."""

_REACH = 3
_PARTS = ("verb", "noun", "adj", "adv")


def may_be_name(stretch: Sequence[str]) -> bool:
    """Whether a stretch of words is worth judging: neither end is a small or everyday word."""
    first, last = stretch[0], stretch[-1]
    lead = len(stretch) == 2 and first in LEADS
    return not (no_name(last) or (no_name(first) and not lead))


def likeliest(keys: Sequence[str], first: int, last: int, *, around: bool = False) -> str:
    """Return the likeliest kind of name for a stretch of words, whether or not it is one."""
    p = chances(keys, first, last, around=around)
    return max(KINDS[1:], key=lambda kind: (p[KINDS.index(kind)], kind))


def chance(keys: Sequence[str], first: int, last: int, *, around: bool = False) -> float:
    """Return the probability that a stretch of words is a name.

    Args:
        keys: the folded words of a turn.
        first: position of the first word of the stretch.
        last: position after its last word.
        around: judge by the words around alone, as if the stretch could not be read.
    """
    return 1 - chances(keys, first, last, around=around)[0]


def chances(
    keys: Sequence[str], first: int, last: int, *, around: bool = False
) -> tuple[float, ...]:
    """Return the probability of each of `KINDS`."""
    weights = _weights()
    found = context_of(keys, first, last) if around else features_of(keys, first, last)
    lead = "around " if around else ""
    rows = [weights[lead + f] for f in (*found, "always") if lead + f in weights]
    sums = [sum(row[n] for row in rows) for n in range(len(KINDS))]
    powers = [math.exp(s - max(sums)) for s in sums]
    return tuple(p / sum(powers) for p in powers)


def features_of(keys: Sequence[str], first: int, last: int) -> Iterator[str]:
    """Yield what is seen of a stretch of words: the words around it and its own shape."""
    yield from context_of(keys, first, last)
    yield from _shape(keys, first, last)


def context_of(keys: Sequence[str], first: int, last: int) -> Iterator[str]:
    """Yield what is seen around a stretch of words."""
    left = [_shown(keys, first - n) for n in range(1, _REACH + 1)]
    right = [_shown(keys, last + n) for n in range(_REACH)]
    for n in range(_REACH):
        yield f"L{n}={left[n]}"
        yield f"R{n}={right[n]}"
    yield f"LL={left[1]} {left[0]}"
    yield f"RR={right[0]} {right[1]}"
    yield f"LR={left[0]} {right[0]}"
    for side, at in (("L", first - 1), ("R", last)):
        key = keys[at] if 0 <= at < len(keys) else ""
        yield f"{side}is={_parts(key)}"


@lru_cache(maxsize=50_000)
def _word_shape(key: str) -> tuple[str, ...]:
    rank = "fn" if key in FUNCTION_WORDS else str(min(6, int(zipf(key))))
    listed = "g" * (key in given_names()) + "p" * ((key,) in places()) + "c" * (key in CALENDAR)
    told = f"{rank}{'d' if in_dictionary(key) else '-'}{listed}"
    common = (f"is={key}",) if zipf(key) >= COMMON_ZIPF and key not in given_names() else ()
    return (f"rank={rank}", f"told={told}", f"parts={_parts(key)}", f"len={min(9, len(key))}",
            f"end={key[-2:]}", *common)  # fmt: skip


def _shape(keys: Sequence[str], first: int, last: int) -> Iterator[str]:
    count = last - first
    left, right = _shown(keys, first - 1), _shown(keys, last)
    told = []
    for at in range(first, last):
        for seen in _word_shape(keys[at]):
            yield f"W{at - first}of{count} {seen}"
        told.append(_word_shape(keys[at])[1][5:])
    yield f"all={' '.join(told)}"
    yield f"all+L={' '.join(told)} {left}"
    yield f"all+R={' '.join(told)} {right}"
    if count > 1:
        joined = "".join(keys[first:last])
        yield f"joined={joined in given_names()} {(joined,) in places()}"


@lru_cache(maxsize=50_000)
def _parts(key: str) -> str:
    return "".join(p[0] if p != "adv" else "r" for p in _PARTS if may_be(p, key)) or "-"


def _shown(keys: Sequence[str], at: int) -> str:
    return _class(keys[at]) if 0 <= at < len(keys) else "<edge>"


@lru_cache(maxsize=50_000)
def _class(key: str) -> str:
    """Return a common word as it is, a rarer one as what it may be."""
    if key in FUNCTION_WORDS or (zipf(key) >= COMMON_ZIPF and key not in given_names()):
        return key
    if key.isdigit():
        return "<number>"
    if key in given_names():
        return "<given>"
    return "<rare>" if unusual(key) else f"<{_parts(key)}>"


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, tuple[float, ...]]:
    weights: dict[str, tuple[float, ...]] = {}
    for line in shipped("models", FILE).read_text(encoding="utf-8").splitlines():
        feature, *numbers = line.split("\t")
        if numbers:
            weights[feature] = tuple(map(float, numbers))
    return weights
