"""The ledger: one line a promise, with everybody who speaks of it.

Two mentions are of one promise when they mean nearly the same and share rare words; the same date
and the same promiser speak for it, others against. A mention joins the line that it fits best, and
only where it fits the line's mentions on the whole, so that a chain of likenesses does not make
one promise of many.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Final

from synth.records.evidence import Sentence, Signal, Undertaking
from synth.records.promises import Mention, Promise
from synth.trust.phrases import TIMES
from synth.trust.sides import other_side

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_JOINED: Final = 0.5
"""How alike two promises must be, 0 to 1, to be one line."""
_MEANING_FROM, _MEANING_TO = 0.35, 0.75
"""Cosines of sentence vectors that count as nothing alike, and as the same."""
_MEANING: Final = 0.55
"""How much the meaning counts beside the shared words."""
_FEW_WORDS: Final = 6.0
"""Rarity, as of three rare words, below which what two mentions share proves little."""
_SAME_DATE: Final = 0.12
_OTHER_DATE: Final = 0.15
_OTHER_PROMISER: Final = 0.2
"""Who promised is told from words that are often unclear: it speaks against, but not alone."""
_SHORT: Final = 4
_WORD: Final = re.compile(r"[a-z][a-z'-]{2,}")
_PROMISING: Final = frozenset(
    """the and that this they them their with from have has had was were would will for not never
    said says say tell told promise promised promises promising commitment commitments committed
    agreed agree kept keep keeps broke broken break word date dates deadline deadlines late time
    when then there what which who our ours your his her hers she him you its it's i'm i've we'd
    we've they'd they've been being did didn't does don't wasn't weren't isn't but all any are can
    could should also just only out still yet now one two three four five six came come comes
    arrived got get gets done thing things something nothing nobody everything people person day
    days week weeks month months year years before after until again once more than about into
    over every each because very really well good waiting wait""".split()
)
_MONTHS: Final = frozenset(
    """january february march april may june july august september october november december
    spring summer autumn winter christmas easter monday tuesday wednesday thursday friday q1 q2 q3
    q4""".split()
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One mention with what it is compared by."""

    signal: Signal
    sentence: Sentence
    position: int
    told: Undertaking
    words: Mapping[str, str]
    """The words that tell it apart, each by its stem."""
    dates: frozenset[str]


def keep_ledger(
    signals: Sequence[Signal], sentences: Sequence[Sentence], vectors: Matrix | None = None
) -> tuple[Promise, ...]:
    """Return the promises that the signals speak of, in the order of their first mention.

    Args:
        signals: what `find_signals` returned for `sentences`.
        sentences: every sentence of the interviewees.
        vectors: the meaning of each sentence, shape (sentences, dimensions), rows of length 1.
    """
    entries = _entries(signals, sentences)
    rarity = _rarity(sentences)
    lines: list[list[_Entry]] = []
    for entry in entries:
        home = _home(entry, lines, rarity, vectors)
        if home is None:
            lines.append([entry])
        else:
            home.append(entry)
    return tuple(_promise(f"pr{n:02d}", line, rarity) for n, line in enumerate(lines, 1))


def _entries(signals: Sequence[Signal], sentences: Sequence[Sentence]) -> list[_Entry]:
    places = {_place(s): at for at, s in enumerate(sentences)}
    found = []
    for signal in signals:
        at = places.get(_place(signal), -1)
        if signal.promise and at >= 0:
            told = sentences[at].text if not signal.promise.follows else signal.promise.what
            words = f"{told} {signal.text}".lower()
            dates = frozenset(_WORD.findall(signal.promise.due.lower())) & _MONTHS
            content = {_stem(w): w for w in _WORD.findall(words) if w not in TIMES and _stem(w)}
            found.append(_Entry(signal, sentences[at], at, signal.promise, content, dates))
    return sorted(found, key=lambda e: e.position)


def _place(item: Signal | Sentence) -> tuple[str, int, int]:
    return str(item.origin.file), item.origin.turn, item.origin.start


def _stem(word: str) -> str:
    if word in _PROMISING:
        return ""
    return re.sub(r"(?:'s|ies|es|s|ing|ed|e)$", "", word) if len(word) > _SHORT else word


def _rarity(sentences: Sequence[Sentence]) -> Mapping[str, float]:
    """Return how much it tells that two sentences share a word: its inverse frequency by person."""
    said: dict[str, set[str]] = {}
    for sentence in sentences:
        said.setdefault(sentence.speaker, set()).update(
            _stem(w) for w in _WORD.findall(sentence.text.lower())
        )
    counts = Counter(word for words in said.values() for word in words if word)
    return {word: log(1 + len(said) / n) for word, n in counts.items()}


def _home(
    entry: _Entry,
    lines: Sequence[list[_Entry]],
    rarity: Mapping[str, float],
    vectors: Matrix | None,
) -> list[_Entry] | None:
    """Return the line that a mention belongs to, or None where it opens one of its own."""
    best, home = _JOINED, None
    for line in lines:
        if _goes_on(entry, line[-1]):
            return line
        fits = [_alike(entry, other, rarity, vectors) for other in line]
        alike = (max(fits) + sum(fits) / len(fits)) / 2
        if alike > best:
            best, home = alike, line
    return home


def _goes_on(entry: _Entry, before: _Entry) -> bool:
    """Tell whether a sentence only says what became of the promise in the sentence before."""
    next_to = 0 < entry.position - before.position <= 1
    return entry.told.follows and next_to and entry.sentence.answer == before.sentence.answer


def _alike(
    one: _Entry, other: _Entry, rarity: Mapping[str, float], vectors: Matrix | None
) -> float:
    alike = _shared(one.words, other.words, rarity)
    if vectors is not None:
        cosine = float(vectors[one.position] @ vectors[other.position])
        meaning = min(1.0, max(0.0, (cosine - _MEANING_FROM) / (_MEANING_TO - _MEANING_FROM)))
        alike = _MEANING * meaning + (1 - _MEANING) * alike
    if one.dates and other.dates:
        alike += _SAME_DATE if one.dates & other.dates else -_OTHER_DATE
    if {one.signal.about, other.signal.about} == {"a", "b"}:
        alike -= _OTHER_PROMISER
    return alike


def _shared(one: Mapping[str, str], other: Mapping[str, str], rarity: Mapping[str, float]) -> float:
    """Return the weight of the shared words over that of the shorter mention, 0 to 1."""

    def weight(words: Iterable[str]) -> float:
        return sum(rarity.get(w, 0.0) for w in sorted(words))

    shorter = max(_FEW_WORDS, min(weight(one), weight(other)))
    return weight(one.keys() & other.keys()) / shorter


def _promise(id_: str, line: Sequence[_Entry], rarity: Mapping[str, float]) -> Promise:
    named = Counter(e.signal.about for e in line if e.signal.about in ("a", "b"))
    by = max(named, key=lambda side: named[side]) if named else "unknown"
    clearest = max(line, key=lambda e: (not e.told.follows, _named(e, rarity), -e.position))
    due = next((e.told.due for e in (clearest, *line) if e.told.due), clearest.told.due)
    shared = set(line[0].words).intersection(*(e.words for e in line[1:]))
    rare = sorted(shared, key=lambda w: (-rarity.get(w, 0.0), w))
    return Promise(
        id=id_,
        by=by,
        to=other_side(by),
        what=clearest.told.what,
        due=due,
        mentions=tuple(_mention(e) for e in line),
        because=_because(line, [line[0].words[w] for w in rare]),
    )


def _named(entry: _Entry, rarity: Mapping[str, float]) -> float:
    return sum(rarity.get(w, 0.0) for w in sorted(entry.words))


def _because(line: Sequence[_Entry], shared: Sequence[str]) -> str:
    if len(line) == 1:
        return "one mention"
    words = ", ".join(f"“{w}”" for w in shared[:3])
    return f"{len(line)} mentions that share {words}" if words else f"{len(line)} mentions alike"


def _mention(entry: _Entry) -> Mention:
    signal = entry.signal
    return Mention(
        signal=signal.id,
        passage=signal.passage,
        speaker=entry.sentence.speaker,
        side=entry.sentence.side,
        kind=signal.kind,
        state=entry.told.state,
        text=signal.text,
    )
