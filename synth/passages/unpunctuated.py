"""Cut text without punctuation, as cheap recognisers write it, into pieces of sentence length.

A parser trained on edited text finds nothing in "good evening it is ten past nine i have eaten so
there is no hurry". The cuts fall before words that tend to open a clause, as near as can be to the
length of a spoken sentence. They are rough: on labelled reviews about three cuts in ten are where
a person cut.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

Span = tuple[int, int]

_TARGET_WORDS: Final = 18
_MAX_WORDS: Final = 40
_SCARCE: Final = 60
"""Text with fewer than one sentence end in this many words counts as unpunctuated."""
_END: Final = re.compile(r"[.!?…]+[\"”’)\]]*(?=\s|$)")
_WORD: Final = re.compile(r"\S+")
_OPENERS: Final[dict[str, float]] = {
    "so": 1.2, "but": 1.2, "then": 0.9, "and": 0.8, "now": 0.8, "well": 0.8, "i": 0.7, "we": 0.7,
    "they": 0.7, "it": 0.6, "he": 0.6, "she": 0.6, "the": 0.5, "there": 0.6, "in": 0.4, "when": 0.5,
    "my": 0.5, "our": 0.4, "yes": 0.9, "no": 0.5, "if": 0.5, "because": 0.4, "last": 0.4,
    "this": 0.4, "that": 0.3, "you": 0.4, "what": 0.4,
}  # fmt: skip
_BINDERS: Final = frozenset(
    "a an the my our your his her its their of to in on at by for with from and or but that which "
    "who if when because is are was were be been has have had will would can could should do does "
    "did not very more than as".split()
)


def is_unpunctuated(text: str) -> bool:
    """Say whether `text` has hardly any sentence ends for its length."""
    words = len(text.split())
    return words > _TARGET_WORDS and len(_END.findall(text)) * _SCARCE < words


def cut_unpunctuated(text: str) -> list[Span]:
    """Return offsets of pieces that cover every word of `text`, each at most 40 words long.

    The cuts are the best by dynamic programming: a bonus for a word that opens a clause, a malus
    for parting what belongs together and for lengths far from a spoken sentence's.
    """
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    if not words:
        return []
    cuts = _best_cuts([text[a:b].lower() for a, b in words])
    edges = [0, *cuts, len(words)]
    return [(words[a][0], words[b - 1][1]) for a, b in pairwise(edges)]


def _best_cuts(words: list[str]) -> list[int]:
    """Return the positions of the words that open a piece, the first excepted."""
    best = [0.0] + [float("-inf")] * len(words)
    origin = [0] * (len(words) + 1)
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - _MAX_WORDS), end):
            score = best[start] + _opening(words, start) - _length_cost(end - start)
            if score > best[end]:
                best[end], origin[end] = score, start
    cuts = []
    position = origin[len(words)]
    while position:
        cuts.append(position)
        position = origin[position]
    return cuts[::-1]


def _opening(words: list[str], start: int) -> float:
    """Return how likely a piece opens at `start`; the text's own start is free."""
    if start == 0:
        return 0.0
    return _OPENERS.get(words[start], 0.0) - (1.0 if words[start - 1] in _BINDERS else 0.0)


def _length_cost(words: int) -> float:
    return ((words - _TARGET_WORDS) / _TARGET_WORDS) ** 2 + 0.35
