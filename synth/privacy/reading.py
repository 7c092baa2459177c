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
    """One turn, read. `pos` and `tag` are those of each of `words`.

    `named` are the names that the model finds; in a turn without capitals, those that it finds once
    likely names have been given theirs, and `unaided` those that it finds in the turn as it is.
    """

    file: int
    turn: int
    speaker: int
    text: str = field(repr=False)
    cased: bool
    words: tuple[Word, ...] = field(repr=False)
    pos: tuple[str, ...] = field(repr=False)
    tag: tuple[str, ...] = field(repr=False)
    named: tuple[Named, ...] = field(repr=False)
    unaided: tuple[Named, ...] = field(default=(), repr=False)

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
    """Return every turn, read; turns without capitals twice, as they are and as `truecase` guesses.

    The guess helps the model more often than not, but a capital too few hides what the words alone
    had told it: of "mexico City" it sees half.
    """
    cased = [is_cased(source.text) for source in sources]
    shown = [s.text if c else truecase(s.text) for s, c in zip(sources, cased, strict=True)]
    plain = ["" if c else lowered(s.text) for s, c in zip(sources, cased, strict=True)]
    both = zip(sources, cased, _read(shown, nlp), _read(plain, nlp), strict=True)
    return tuple(_reading(*one) for one in both)


def lowered(text: str) -> str:
    """Return a text in lower case where that keeps every offset, else as it is."""
    return text.lower() if len(text.lower()) == len(text) else text


@dataclass(slots=True)
class _Read:
    """What the model says of a text: (start, part of speech, tag) of its tokens, and its names."""

    tokens: list[tuple[int, str, str]] = field(default_factory=list, repr=False)
    names: list[Named] = field(default_factory=list, repr=False)


def _read(texts: Sequence[str], nlp: Language) -> list[_Read]:
    pieces = [(number, at, piece) for number, t in enumerate(texts) for at, piece in _cut(t)]
    found = [_Read() for _ in texts]
    docs = nlp.pipe((p for _, _, p in pieces), batch_size=64, disable=["parser"])
    for (number, at, _), doc in zip(pieces, docs, strict=True):
        one = found[number]
        one.tokens.extend((at + t.idx, t.pos_, t.tag_) for t in doc)
        one.names.extend(Named(at + e.start_char, at + e.end_char, e.label_) for e in doc.ents)
    return found


def _reading(source: Source, cased: bool, read_as: _Read, unaided: _Read) -> Reading:
    words = words_of(source.text)
    starts = [t[0] for t in read_as.tokens]
    at = [max(0, bisect_right(starts, w.start) - 1) for w in words]
    return Reading(
        source.file,
        source.turn,
        source.speaker,
        source.text,
        cased,
        words,
        pos=tuple(read_as.tokens[i][1] for i in at),
        tag=tuple(read_as.tokens[i][2] for i in at),
        named=tuple(read_as.names),
        unaided=tuple(unaided.names),
    )


def _cut(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _LONGEST_PIECE:
        space = text.rfind(" ", start, start + _LONGEST_PIECE)
        end = space if space > start else start + _LONGEST_PIECE
        yield start, text[start:end]
        start = end
    yield start, text[start:]
