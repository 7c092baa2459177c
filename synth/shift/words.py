"""The words that each side and corner brings up more now than then, with the lines they stand in.

Names are gone before: pseudonyms are cut out. A word counts by mention, so it is shown only where
two people or more say it, and as something to look at, never as a tested claim.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from synth.records.evidence import NO_CORNER, UNKNOWN_SPEAKER
from synth.records.pseudonym import PSEUDONYM
from synth.records.shift import Cycle, CyclePassage, Line, WordMove
from synth.shift.measures import SIDES
from synth.shift.odds import log_odds
from synth.shift.quoting import side_shown

_WORD: Final = re.compile(r"[a-z][a-z'’-]{2,}")
_EVERYDAY: Final = 5.3
"""Zipf frequency from which a word says nothing of an alliance."""
_FEWEST_WORDS: Final = 150
"""Words that a group needs in each cycle."""
_FEWEST_PEOPLE, _FEWEST_TIMES = 2, 3
_STANDS_OUT: Final = 1.28
_SHOWN: Final = 8
_LINES: Final = 2
_REACH: Final = 48
_FILLERS: Final = frozenset(
    "uh um mhm mmh hmm yeah yep okay gonna wanna kinda laughter crosstalk inaudible anyway "
    "actually basically obviously honestly colleague don't didn't doesn't isn't wasn't won't "
    "can't couldn't wouldn't it's that's there's i'm i've we've you've they've "
    "two three four five six seven eight nine ten eleven twelve thirty forty fifty hundred "
    "thousand january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday week month year hour minute".split()
)


def find_words(then: Cycle, now: Cycle) -> tuple[WordMove, ...]:
    """Return the words that stand out, each side over all corners, then corners, then both."""
    corners = [c for c in now.corners if c in then.corners]
    groups = [
        *((side, "") for side in SIDES),
        *(("", corner) for corner in corners),
        *((side, corner) for corner in corners for side in SIDES),
    ]
    background = _counts([*then.passages, *now.passages])
    return tuple(
        move for side, corner in groups for move in _of_group(then, now, side, corner, background)
    )


def _of_group(
    then: Cycle, now: Cycle, side: str, corner: str, background: Counter[str]
) -> Iterator[WordMove]:
    before, after = (_said(cycle, side, corner) for cycle in (then, now))
    if not all(map(_enough, (then, now), (before, after), (side, side))):
        return
    counts = _counts(before), _counts(after)
    z = log_odds(counts[1], counts[0], background)
    for up in (True, False):
        cycle, said, told = (now, after, counts[1]) if up else (then, before, counts[0])
        out = {w: s if up else -s for w, s in z.items() if (s if up else -s) >= _STANDS_OUT}
        people = _people(said, out)
        fit = [w for w in out if len(people[w]) >= _FEWEST_PEOPLE and told[w] >= _FEWEST_TIMES]
        ranked = sorted(fit, key=lambda w: (-out[w], w))
        for word in _distinct(ranked)[:_SHOWN]:
            yield WordMove(
                word, side, corner, z[word], _rate(counts[0], word), _rate(counts[1], word),
                len(people[word]), tuple(_lines(cycle, said, word))[:_LINES],
            )  # fmt: skip


def _said(cycle: Cycle, side: str, corner: str) -> list[CyclePassage]:
    return [
        p
        for p in cycle.passages
        if (p.side == side if side else p.side in SIDES)
        and (p.corner == corner if corner else p.corner != NO_CORNER)
    ]


def _enough(cycle: Cycle, said: Sequence[CyclePassage], side: str) -> bool:
    people = {p.speaker for p in said} - {UNKNOWN_SPEAKER}
    crowd = cycle.people_of(side) if side else len(cycle.sides)
    fewest = max(cycle.min_people, _FEWEST_PEOPLE)
    return crowd >= fewest and len(people) >= fewest and sum(p.words for p in said) >= _FEWEST_WORDS


def terms_of(text: str) -> tuple[str, ...]:
    """Return the words and phrases of two words of a text that tell something, in order."""
    terms: list[str] = []
    for part in PSEUDONYM.split(text.replace("’", "'")):
        words = [w.strip("'-") for w in _WORD.findall(part.lower())]
        terms += [lemma(w) for w in words if tells(w)]
        terms += [f"{a} {lemma(b)}" for a, b in pairwise(words) if tells(a) and tells(b)]
    return tuple(terms)


@lru_cache(maxsize=20_000)
def tells(word: str) -> bool:
    """Tell whether a word is neither an everyday word nor a filler."""
    from wordfreq import zipf_frequency

    forms = (word, lemma(word))
    everyday = any(zipf_frequency(form, "en") >= _EVERYDAY for form in forms)
    return len(word) > 2 and not _FILLERS.intersection(forms) and not everyday


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """Return a plural as its singular, where English knows the singular better."""
    from wordfreq import zipf_frequency

    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    forms = [word[:-1]]
    if word.endswith("ies"):
        forms = [f"{word[:-3]}y"]
    elif word.endswith(("ches", "shes", "xes", "sses")):
        forms = [word[:-2]]
    one = forms[0]
    return one if zipf_frequency(one, "en") >= zipf_frequency(word, "en") - 0.8 else word


def _counts(passages: Iterable[CyclePassage]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for passage in passages:
        counts.update(terms_of(passage.text))
    return counts


def _people(said: Iterable[CyclePassage], words: Iterable[str]) -> dict[str, set[str]]:
    wanted, people = set(words), defaultdict(set)
    for p in said:
        for word in wanted.intersection(terms_of(p.text)):
            if p.speaker != UNKNOWN_SPEAKER:
                people[word].add(p.speaker)
    return people


def _distinct(ranked: Sequence[str]) -> list[str]:
    """Leave out a word that stands in a phrase ahead of it, and the other way round."""
    kept: list[str] = []
    for word in ranked:
        if not any(set(word.split()) & set(other.split()) for other in kept):
            kept.append(word)
    return kept


def _rate(counts: Counter[str], word: str) -> float:
    single = sum(n for term, n in counts.items() if " " not in term)
    return 1_000 * counts[word] / single if single else 0.0


def _lines(cycle: Cycle, said: Iterable[CyclePassage], word: str) -> Iterator[Line]:
    """Yield the word in its sentence, one line a person, from passages that may be quoted."""
    stem = r"\W+".join(
        re.escape(part[:-1] if part.endswith("y") else part) for part in word.split()
    )
    found = re.compile(rf"\b{stem}\w{{0,3}}\b", re.IGNORECASE)
    seen: set[str] = set()
    for p in said:
        match = found.search(p.text)
        if match and not p.risky and p.speaker not in seen and word in terms_of(p.text):
            seen.add(p.speaker)
            before, after = p.text[: match.start()], p.text[match.end() :]
            yield Line(p.id, side_shown(cycle, p.side), _tail(before), match.group(), _head(after))


def _tail(text: str) -> str:
    """Return the end of a text from a whole word on, never with half a pseudonym."""
    if len(text) <= _REACH:
        return text
    cut = text[-_REACH:].partition(" ")[2]
    closes, opens = cut.find("]"), cut.find("[")
    return "…" + (cut[closes + 1 :] if closes >= 0 and not 0 <= opens < closes else cut)


def _head(text: str) -> str:
    """Return the beginning of a text up to a whole word, never with half a pseudonym."""
    if len(text) <= _REACH:
        return text
    cut = text[:_REACH].rpartition(" ")[0]
    opens = cut.rfind("[")
    return (cut[:opens] if opens > cut.rfind("]") else cut) + "…"
