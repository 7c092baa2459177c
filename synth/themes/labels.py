"""Name themes in the interviewees' own words: short noun phrases that set a theme apart.

Class-based TF-IDF over noun phrases (Grootendorst 2022, BERTopic), counted in people instead of
mentions, so that a phrase that one talkative person repeats does not name what several said; then
the phrases are ranked by how near their meaning lies to the theme's (Sharma and Li 2019, KeyBERT).
Words that people use everywhere weigh little; phrases that share a word are not listed twice.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.models import load_spacy
from synth.records.evidence import Passage
from synth.records.pseudonym import PSEUDONYM

Label = tuple[str, tuple[str, ...]]
Matrix = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Matrix]
_MAX_WORDS: Final = 3
_KEYWORDS: Final = 6
_SHORTLIST: Final = 40
_MEANING: Final = 1.5
"""How much nearness of meaning counts against the number of people."""
_LENGTHS: Final = (0.6, 1.5, 1.3)
"""A phrase of two words says more than one, and one of three is seldom shared."""
_NOUNS: Final = frozenset({"NOUN"})
_MODIFIERS: Final = frozenset({"NOUN", "ADJ"})
_EMPTY: Final = frozenset(
    "thing things way lot bit kind sort part side people person guy guys man woman day days week "
    "weeks month months year years time times hour hours minute minutes morning evening moment "
    "question answer example point case end side sides one ones number something anything nothing "
    "everything everybody nobody somebody word words story fact course other same first last next "
    "good bad big small little new old more less many few much several whole own sure okay right "
    "uh um mhm yeah gonna wanna ja mean thank thanks today yesterday tomorrow monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december crosstalk laughter inaudible colleague".split()
)
_WORD: Final = re.compile(r"[a-z][a-z'-]{2,}")


def label_themes(
    themes: Sequence[Sequence[Passage]], centres: Matrix, encode: Encode
) -> list[Label]:
    """Return a label and the keywords of each theme. No label holds a name or a pseudonym.

    Args:
        themes: the passages of each theme.
        centres: one unit vector a theme, shape (themes, dimensions).
        encode: gives one unit vector a text.
    """
    people = [_people_by_phrase(theme) for theme in themes]
    spread: dict[str, int] = defaultdict(int)
    for counts in people:
        for phrase in counts:
            spread[phrase] += 1
    used: set[str] = set()
    labels = []
    for counts, centre in zip(people, centres, strict=True):
        ranked = _nearest(_ranked(counts, spread, len(themes)), centre, encode)
        label = _label([p for p in ranked if p not in used])
        used.add(label)
        labels.append((label, _unlike(ranked)))
    return labels


def _label(ranked: list[str]) -> str:
    """Return the first phrase; a single word says too little and takes a second beside it."""
    if not ranked:
        return "other remarks"
    best, *others = _unlike(ranked)
    return best if " " in best or not others else f"{best} and {others[0]}"


def _nearest(ranked: Sequence[tuple[str, float]], centre: Matrix, encode: Encode) -> list[str]:
    """Return the weightiest phrases, those first that mean what the theme means."""
    shortlist = ranked[:_SHORTLIST]
    if not shortlist:
        return []
    near = encode([phrase for phrase, _ in shortlist]) @ centre
    scores = {
        phrase: weight * max(float(fit), 0.0) ** _MEANING
        for (phrase, weight), fit in zip(shortlist, near, strict=True)
    }
    return sorted(scores, key=lambda p: (-round(scores[p], 6), p))


def _people_by_phrase(theme: Sequence[Passage]) -> dict[str, float]:
    """Return how many people use each noun phrase; each further mention adds a little."""
    speakers: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for passage, phrases in zip(theme, _noun_phrases([p.text for p in theme]), strict=True):
        for phrase in phrases:
            speakers[phrase][passage.speaker] += 1
    return {phrase: len(by) + 0.2 * math.log(sum(by.values())) for phrase, by in speakers.items()}


def _noun_phrases(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the noun phrases of one to three words in each text, lower-cased."""
    nlp = load_spacy(None, ("ner", "parser", "lemmatizer"))
    for doc in nlp.pipe(PSEUDONYM.sub(lambda m: " " * len(m.group()), t) for t in texts):
        words = [(t.lower_, t.pos_) for t in doc]
        yield [
            " ".join(w for w, _ in words[start : end + 1])
            for end in range(len(words))
            for start in range(max(0, end - _MAX_WORDS + 1), end + 1)
            if _is_phrase(words[start : end + 1])
        ]


def _is_phrase(words: list[tuple[str, str]]) -> bool:
    """Say whether the words are a noun with modifiers, none of them empty."""
    return (
        words[-1][1] in _NOUNS
        and all(pos in _MODIFIERS for _, pos in words)
        and all(_WORD.fullmatch(word) and word not in _EMPTY for word, _ in words)
        and len({word for word, _ in words}) == len(words)
    )


def _ranked(
    counts: dict[str, float], spread: dict[str, int], themes: int
) -> list[tuple[str, float]]:
    """Return phrases by weight: told by many here, by few elsewhere, two words before one."""
    weights = {
        phrase: people * math.log(1 + themes / spread[phrase]) * _LENGTHS[phrase.count(" ")]
        for phrase, people in counts.items()
    }
    return sorted(weights.items(), key=lambda item: (-round(item[1], 6), item[0]))


def _unlike(ranked: list[str]) -> tuple[str, ...]:
    """Return the first phrases no two of which share a word (or its plural)."""
    chosen: list[str] = []
    seen: set[str] = set()
    for phrase in ranked:
        stems = {word.rstrip("s") for word in phrase.split()}
        if not stems & seen:
            chosen.append(phrase)
            seen |= stems
        if len(chosen) == _KEYWORDS:
            break
    return tuple(chosen)
