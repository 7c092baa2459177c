"""How an answer is laid out in tokens: the question, then its sentences, whose each token is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from synth.records.pseudonym import PSEUDONYM, as_words

PRONOUN: Final = re.compile(
    r"(?<![\w'’])(?:we|us|our|ours|ourselves|they|them|their|theirs|themselves)(?!\w)",
    re.IGNORECASE,
)
"""The pronouns whose meaning is read."""

QUESTION_TOKENS: Final = 40
SENTENCE_TOKENS: Final = 80
CHUNK_TOKENS: Final = 320
OPENING: Final = 101
PARTING: Final = 102
UNKNOWN: Final = 100
"""Tokens of BERT's vocabulary: what opens a text, what parts its sentences, what is no word."""

Spelling = Callable[[str], Sequence[tuple[int, int]]]
"""A text to its tokens, each with where it starts."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence as the reader takes it: words, question, the answer it belongs to, whose side.

    Pseudonyms are read as plain words; the speaker's own company is told from the partner's.
    """

    text: str
    question: str
    answer: int
    side: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbouring sentences of one answer as tokens, with their question first.

    `owners` says whose each token is, `starts` where it starts in its sentence; -1 for nobody's.
    """

    tokens: tuple[int, ...]
    owners: tuple[int, ...]
    starts: tuple[int, ...]


def cut_chunks(said: Sequence[Said], spell: Spelling) -> list[Chunk]:
    """Return every answer as one chunk, or as several where it is long."""
    chunks: list[Chunk] = []
    rows: list[tuple[int, int, int]] = []
    answer = -1
    for number, sentence in enumerate(said):
        own = list(_spelt(sentence.text, sentence.side, spell))[:SENTENCE_TOKENS]
        own = own or [(UNKNOWN, -1)]
        if sentence.answer != answer or len(rows) + len(own) > CHUNK_TOKENS:
            if rows:
                chunks.append(_chunk(rows))
            rows = [(token, -1, -1) for token in _asked(sentence, spell)]
            answer = sentence.answer
        rows += [(token, number, start) for token, start in own]
        rows.append((PARTING, -1, -1))
    return [*chunks, _chunk(rows)] if rows else chunks


def _chunk(rows: Sequence[tuple[int, int, int]]) -> Chunk:
    tokens, owners, starts = zip(*rows, strict=True)
    return Chunk(tokens, owners, starts)


def _asked(sentence: Said, spell: Spelling) -> Iterator[int]:
    """Yield the tokens of the question: the opening, its last words, the end."""
    yield OPENING
    question = [token for token, _ in _spelt(sentence.question, sentence.side, spell)]
    yield from question[-QUESTION_TOKENS:]
    yield PARTING


def _spelt(text: str, side: str, spell: Spelling) -> Iterator[tuple[int, int]]:
    """Yield the tokens of a text, pseudonyms as plain words whose tokens start nowhere."""
    end = 0
    for name in PSEUDONYM.finditer(text):
        yield from ((token, end + at) for token, at in spell(text[end : name.start()]))
        yield from ((token, -1) for token, _ in spell(as_words(name.group(), side)))
        end = name.end()
    yield from ((token, end + at) for token, at in spell(text[end:]))
