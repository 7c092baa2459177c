"""Turns as the language model read them: part of speech and entities of every word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from synth.privacy.letters import Word, words_of

if TYPE_CHECKING:
    from spacy.language import Language

_LONGEST_PIECE = 20_000
"""Characters given to the model at once; it refuses texts of a million."""
_OPENERS = frozenset('.!?…\n"“”«:;[(')


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that the model calls a name. `label` is the model's (PERSON, ORG, GPE, …)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One turn, read. `pos` and `tag` are those of each of `words`."""

    file: int
    turn: int
    speaker: int
    text: str = field(repr=False)
    cased: bool
    words: tuple[Word, ...] = field(repr=False)
    pos: tuple[str, ...] = field(repr=False)
    tag: tuple[str, ...] = field(repr=False)
    named: tuple[Named, ...] = field(repr=False)

    def key(self, at: int) -> str:
        """Return the folded word at a position, or an empty text beyond either end."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def opens(self, at: int) -> bool:
        """Whether a word opens a sentence or a quotation, where any word has a capital."""
        return opens_sentence(self.text, self.words, at)

    def label_at(self, start: int, end: int) -> str:
        """Return the label of the name that overlaps the characters, or an empty text."""
        for name in self.named:
            if name.start < end and start < name.end:
                return name.label
        return ""


def opens_sentence(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the word at a position opens a sentence, a line or a quotation of `text`."""
    if at == 0:
        return True
    return any(c in _OPENERS for c in text[words[at - 1].end : words[at].start])


def is_cased(text: str) -> bool:
    """Whether the capitals of a text tell anything: not all lower-case, not all capitals."""
    words = [w.text for w in words_of(text) if len(w.text) > 1]
    capitals = sum(w[0].isupper() for w in words)
    return capitals > 0 and not (
        len(words) > 3 and sum(w.isupper() for w in words) > len(words) / 2
    )


@dataclass(frozen=True, slots=True)
class Source:
    """One turn to be read."""

    file: int
    turn: int
    speaker: int
    text: str = field(repr=False)


def read(
    sources: Sequence[Source], nlp: Language, truecase: Callable[[str], str]
) -> tuple[Reading, ...]:
    """Return every turn, read; caseless turns are read as `truecase` guesses their capitals."""
    pieces: list[tuple[int, int, str]] = []
    for number, source in enumerate(sources):
        shown = source.text if is_cased(source.text) else truecase(source.text)
        pieces.extend((number, at, piece) for at, piece in _cut(shown))
    tokens: list[list[tuple[int, str, str]]] = [[] for _ in sources]
    names: list[list[Named]] = [[] for _ in sources]
    docs = nlp.pipe((p for _, _, p in pieces), batch_size=64, disable=["parser"])
    for (number, at, _), doc in zip(pieces, docs, strict=True):
        tokens[number].extend((at + t.idx, t.pos_, t.tag_) for t in doc)
        names[number].extend(Named(at + e.start_char, at + e.end_char, e.label_) for e in doc.ents)
    return tuple(_reading(s, t, n) for s, t, n in zip(sources, tokens, names, strict=True))


def _reading(
    source: Source, tokens: Sequence[tuple[int, str, str]], names: Sequence[Named]
) -> Reading:
    words = words_of(source.text)
    starts = [t[0] for t in tokens]
    at = [max(0, bisect_right(starts, w.start) - 1) for w in words]
    pos, tag = tuple(tokens[i][1] for i in at), tuple(tokens[i][2] for i in at)
    cased = is_cased(source.text)
    return Reading(
        source.file, source.turn, source.speaker, source.text, cased, words, pos, tag, tuple(names)
    )


def _cut(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _LONGEST_PIECE:
        space = text.rfind(" ", start, start + _LONGEST_PIECE)
        end = space if space > start else start + _LONGEST_PIECE
        yield start, text[start:end]
        start = end
    yield start, text[start:]
