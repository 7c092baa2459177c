"""How good a run is, against a careful reader's labels: pure functions over plain data.

A labelled sentence takes the labels of the passage that holds it: the one with the largest overlap
in the same turn of the same file. Held by none, it is of corner `none` and neutral.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sklearn.metrics import adjusted_rand_score, f1_score, normalized_mutual_info_score

from scripts.gold import GoldSentence
from scripts.results import FoundPassage, FoundSignal, Place, ShownQuote

_LEVELS = ("red", "yellow", "green")
_UNASSIGNED = ""
_SAME_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class QuoteScore:
    """How many of the quotes shown are right. Shares are None where no quote is shown."""

    shown: int
    both: int
    corner: int
    stance: int

    def share(self, right: int) -> float | None:
        """Return `right` as a share of the quotes shown."""
        return right / self.shown if self.shown else None


@dataclass(frozen=True, slots=True)
class Counts:
    """True and false positives and false negatives of one kind of signal."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Return the share of the found that is right; 0 where nothing was found."""
        return _ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Return the share of the labelled that was found."""
        return _ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return _ratio(2 * self.right, 2 * self.right + self.wrong + self.missed)

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed
        )


def holders(
    sentences: Sequence[GoldSentence], passages: Sequence[FoundPassage]
) -> tuple[FoundPassage | None, ...]:
    """Return for each sentence the passage that holds it, or None."""
    by_turn: dict[tuple[str, int], list[FoundPassage]] = defaultdict(list)
    for passage in passages:
        by_turn[passage.place.file, passage.place.turn].append(passage)
    held = []
    for sentence in sentences:
        near = by_turn[sentence.file, sentence.turn]
        best = max(near, key=lambda p: _overlap(sentence, p.place), default=None)
        held.append(best if best and _overlap(sentence, best.place) else None)
    return tuple(held)


def corner_f1(sentences: Sequence[GoldSentence], held: Sequence[FoundPassage | None]) -> float:
    """Return the macro-F1 of the corners by sentence: the protocol's corners and `none`."""
    found = [p.corner if p else "none" for p in held]
    return macro_f1([s.corner for s in sentences], found)


def stance_f1(sentences: Sequence[GoldSentence], held: Sequence[FoundPassage | None]) -> float:
    """Return the macro-F1 of the stances by sentence: strength, concern, neutral."""
    found = [p.stance if p else "neutral" for p in held]
    return macro_f1([s.stance for s in sentences], found)


def held_share(held: Sequence[FoundPassage | None]) -> float:
    """Return the share of sentences that stand in some passage."""
    return _ratio(sum(p is not None for p in held), len(held))


def trail_share(passages: Sequence[FoundPassage], turns: Mapping[tuple[str, int], str]) -> float:
    """Return the share of passages that stand where provenance.csv says.

    A passage does when at least half of its words are those of the raw turn at that place
    (replaced names differ). `turns` holds the raw text by file name and turn.
    """
    return _ratio(sum(_is_there(p, turns) for p in passages), len(passages))


def quote_score(
    quotes: Sequence[ShownQuote],
    sentences: Sequence[GoldSentence],
    passages: Sequence[FoundPassage],
    turns: Mapping[tuple[str, int], str],
) -> QuoteScore:
    """Return how many shown quotes are right in corner, in stance, and in both.

    A quote is right when most of the labelled sentences that it covers are; a tie is decided by
    their length. A quote that covers none, or whose passage is unknown, is wrong. Every place
    where a quote is shown counts.
    """
    by_id = {p.id: p for p in passages}
    both = corner = stance = 0
    for quote in quotes:
        passage = by_id.get(quote.passage)
        if passage is None:
            continue  # its trail leads nowhere
        place = _quoted(quote, passage, turns)
        covered = [s for s in sentences if _covers(place, s)]
        wanted = quote.stance or passage.stance
        both += _most([s.corner == quote.corner and s.stance == wanted for s in covered], covered)
        corner += _most([s.corner == quote.corner for s in covered], covered)
        stance += _most([s.stance == wanted for s in covered], covered)
    return QuoteScore(len(quotes), both, corner, stance)


def signal_counts(
    sentences: Sequence[GoldSentence], signals: Sequence[FoundSignal]
) -> dict[str, Counts]:
    """Return the counts by kind of signal, over pairs of sentence and kind.

    A signal said twice in a sentence counts once. A found signal outside every labelled sentence
    (an interviewer's words) is wrong.
    """
    labelled = {(n, s.kind) for n, sentence in enumerate(sentences) for s in sentence.signals}
    found = {(_sentence_at(sentences, signal), signal.kind) for signal in signals}
    kinds = sorted({kind for _, kind in labelled | found})
    return {
        kind: Counts(
            right=sum(k == kind for _, k in labelled & found),
            wrong=sum(k == kind for _, k in found - labelled),
            missed=sum(k == kind for _, k in labelled - found),
        )
        for kind in kinds
    }


def mean_f1(signals: Mapping[str, Counts]) -> float:
    """Return the mean F1 of the kinds that the labels hold."""
    labelled = [c.f1 for c in signals.values() if c.right + c.missed]
    return sum(labelled) / len(labelled) if labelled else 0.0


def theme_agreement(
    sentences: Sequence[GoldSentence], held: Sequence[FoundPassage | None]
) -> tuple[float, float]:
    """Return NMI and ARI of found and labelled themes, over the sentences with a labelled theme.

    Sentences of no found theme form one group together: a program that assigns nothing scores 0.
    (A group each would reward leaving everything out.)
    """
    pairs = [
        (s.theme, p.theme if p else _UNASSIGNED)
        for s, p in zip(sentences, held, strict=True)
        if s.theme
    ]
    gold, found = [g for g, _ in pairs], [f for _, f in pairs]
    if not pairs:
        return 0.0, 0.0
    nmi = normalized_mutual_info_score(gold, found)
    return float(nmi), float(adjusted_rand_score(gold, found))


def themed_share(sentences: Sequence[GoldSentence], held: Sequence[FoundPassage | None]) -> float:
    """Return the share of the sentences with a labelled theme that a found theme holds."""
    themed = [p for s, p in zip(sentences, held, strict=True) if s.theme]
    return _ratio(sum(bool(p and p.theme) for p in themed), len(themed))


def ratings_right(gold: Mapping[str, str], found: Mapping[str, str]) -> int:
    """Return how many corners are rated as the reader rated them."""
    return sum(found.get(corner) == level for corner, level in gold.items())


def ratings_far_off(gold: Mapping[str, str], found: Mapping[str, str]) -> int:
    """Return how many corners are rated two levels off. "Not enough evidence" is no level."""
    far = 0
    for corner, level in gold.items():
        other = found.get(corner)
        if other in _LEVELS:
            far += abs(_LEVELS.index(level) - _LEVELS.index(other)) == 2
    return far


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    return float(f1_score(gold, found, average="macro", zero_division=0.0)) if gold else 0.0


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _overlap(sentence: GoldSentence, place: Place) -> int:
    if (sentence.file, sentence.turn) != (place.file, place.turn):
        return 0
    return max(0, min(sentence.end, place.end) - max(sentence.start, place.start))


def _covers(place: Place, sentence: GoldSentence) -> bool:
    return 2 * _overlap(sentence, place) > sentence.end - sentence.start


def _most(right: Sequence[bool], covered: Sequence[GoldSentence]) -> bool:
    signs = [1 if r else -1 for r in right]
    return (sum(signs), sum(n * len(s.text) for n, s in zip(signs, covered, strict=True))) > (0, 0)


def _sentence_at(sentences: Sequence[GoldSentence], signal: FoundSignal) -> int | str:
    """Return the number of the sentence that a signal was found in, else the signal's own id."""
    overlaps = [_overlap(s, signal.place) for s in sentences]
    best = max(range(len(overlaps)), key=overlaps.__getitem__, default=0)
    return best if overlaps and overlaps[best] else signal.id


def _is_there(passage: FoundPassage, turns: Mapping[tuple[str, int], str]) -> bool:
    place = passage.place
    raw = turns.get((place.file, place.turn), "")[place.start : place.end].split()
    common = Counter(raw) & Counter(passage.text.split())
    return bool(raw) and common.total() >= _SAME_WORDS * len(raw)


def _quoted(
    quote: ShownQuote, passage: FoundPassage, turns: Mapping[tuple[str, int], str]
) -> Place:
    """Return where the words of a quote stand in the raw turn.

    The quote is a cut of the passage's anonymized text; replaced names have other lengths, so the
    two texts are aligned. A quote that is no cut of its passage stands for the whole of it.
    """
    place = passage.place
    start = passage.text.find(quote.text)
    if start < 0:
        return place
    raw = turns.get((place.file, place.turn), "")[place.start : place.end]
    aligned = SequenceMatcher(None, passage.text, raw, autojunk=False).get_opcodes()
    first, last = _raw_offset(aligned, start), _raw_offset(aligned, start + len(quote.text))
    return Place(place.file, place.turn, place.start + first, place.start + last)


def _raw_offset(aligned: Sequence[tuple[str, int, int, int, int]], offset: int) -> int:
    for tag, clean_start, clean_end, raw_start, _ in aligned:
        if clean_start <= offset < clean_end:
            return raw_start + (offset - clean_start if tag == "equal" else 0)
    return aligned[-1][4] if aligned else offset
