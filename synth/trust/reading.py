"""A sentence as the signal families see it: parsed, with the people in it known by side.

Spoken text is made plain before it is parsed: fillers, cut-off repeats and stage directions go,
and lower-case recogniser output gets the capitals that the parser needs. A map of offsets leads
from every character of the plain text back to the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from synth.records.evidence import Sentence
from synth.records.pseudonym import PSEUDONYM, as_tokens, kind_of, side_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_DROPPED: Final = (
    re.compile(r"\s*[\[(](?:inaudible|laugh|pause|crosstalk|unclear)[^\])]*[\])]", re.IGNORECASE),
    re.compile(r"(?:(?<=\s)|^)(?:u[hm]+|e[hr]m*|er+|m+h+m*|hm+)\b(?:,\s*|\s+|$)", re.IGNORECASE),
    re.compile(
        r"(?<=,)\s(?:you know|I mean|how to say|let me think|like|ja|yeah|honestly|right),",
        re.IGNORECASE,
    ),
    re.compile(r"\b((?:[\w']+ )?[\w']+)(?:,| --| —|—) (?=\1\b)", re.IGNORECASE),
)
_THINGS: Final = frozenset(("place", "product", "project", "customer", "organisation"))


@dataclass(frozen=True, slots=True)
class Name:
    """A pseudonym in a sentence. `start` is its offset in the plain text."""

    start: int
    side: str
    kind: str

    @property
    def is_person(self) -> bool:
        """Tell whether it names one human being: people, and people known by their role."""
        return self.kind not in _THINGS and self.kind != "partner"


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, parsed. `earlier` are the readings before it in the same answer."""

    sentence: Sentence
    position: int
    doc: Doc
    names: tuple[Name, ...]
    asked: tuple[Name, ...]
    """The names in the question."""
    offsets: tuple[int, ...]
    earlier: tuple[Reading, ...] = ()

    @property
    def own(self) -> str:
        """The speaker's side, `a`, `b` or `unknown`."""
        side = str(self.sentence.side)
        return side if side in ("a", "b") else "unknown"

    @property
    def partner(self) -> str:
        """The other side, `a`, `b` or `unknown`."""
        return {"a": "b", "b": "a"}.get(self.own, "unknown")

    def name_at(self, token: Token) -> Name | None:
        """Return the pseudonym that a token stands for."""
        at = bisect_right(self.names, token.idx, key=lambda n: n.start) - 1
        return self.names[at] if at >= 0 and self.names[at].start == token.idx else None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the sentence of the plain characters `start` to `end`."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def person_before(self, token: Token) -> Name | None:
        """Return the person whom "he" or "she" at `token` most likely means: the last named."""
        here = [n for n in self.names if n.is_person and n.start < token.idx]
        if here:
            return here[-1]
        for reading in reversed(self.earlier):
            people = [n for n in reading.names if n.is_person]
            if people:
                return people[-1]
        asked = [n for n in self.asked if n.is_person]
        return asked[-1] if asked else None


def read_sentences(sentences: Sequence[Sentence], nlp: Language) -> Iterator[Reading]:
    """Parse sentences in their order and link those of one answer."""
    plains = [plain(str(s.text)) for s in sentences]
    earlier: tuple[Reading, ...] = ()
    docs = nlp.pipe(as_tokens(text) for text, _ in plains)
    for position, (sentence, (text, offsets), doc) in enumerate(
        zip(sentences, plains, docs, strict=True)
    ):
        if earlier and earlier[-1].sentence.answer != sentence.answer:
            earlier = ()
        asked = tuple(_names(str(sentence.question)))
        names = tuple(_names(text))
        reading = Reading(sentence, position, doc, names, asked, offsets, earlier[-6:])
        yield reading
        earlier = (*earlier[-5:], reading)


def plain(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text to parse, and for each of its characters the offset in `text`."""
    words, offsets = text, tuple(range(len(text)))
    for pattern in _DROPPED:
        gone = {i for m in pattern.finditer(words) for i in range(m.start(), m.end())}
        keep = [i for i in range(len(words)) if i not in gone]
        if keep:
            words = "".join(words[i] for i in keep)
            offsets = tuple(offsets[i] for i in keep)
    return _capitals(words).replace("’", "'"), offsets


def _capitals(text: str) -> str:
    if text != text.lower() and re.search(r"[A-Z]", PSEUDONYM.sub("", text)):
        return text
    text = re.sub(r"\bi\b", "I", text)
    return re.sub(r"^\s*[a-z]", lambda m: m.group().upper(), text)


def _names(text: str) -> Iterator[Name]:
    for match in PSEUDONYM.finditer(text):
        yield Name(match.start(), side_of(match.group()), kind_of(match.group()))
