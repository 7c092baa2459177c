"""A small notation for patterns over parsed words, so that signal kinds can be written as data.

One pattern is a line of items divided by spaces:

- `late` the word itself; `late|overdue` either; `tell~` any form of the verb or noun;
- `word?` the item may be missing; `..` up to three words of any kind but no full stop, colon or
  semicolon; `..6` up to six;
- `<they>` and the other classes of `CLASSES`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_OTHERS: Final = ("they", "them", "their", "he", "him", "his", "she", "her", "em", "'em", "theirs",
                  "somebody", "someone", "anyone", "anybody", "people", "everyone", "everybody",
                  "partner", "guys", "side")  # fmt: skip
_OWN: Final = ("we", "us", "our", "i", "me", "my", "ours", "mine", "myself", "ourselves")
TIMES: Final = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "spring", "summer", "autumn", "fall", "winter", "christmas", "easter",
    "week", "weeks", "month", "months", "day", "days", "year", "years", "quarter", "q1", "q2",
    "q3", "q4", "tomorrow", "midsummer", "ramadan", "carnival", "eid", "weekend", "night",
    "tonight", "hour", "hours", "minute", "minutes", "morning", "afternoon", "evening",)
)  # fmt: skip

_NOT: Final = frozenset(("not", "n't", "never", "no", "nobody", "nothing", "none"))
_FREQUENT: Final = frozenset(
    ("the", "a", "and", "it", "that", "to", "of", "in", "on", "is", "was", "i", "we", "they", ",",
     "have", "be", "do", "he", "she", "for", "with", "this", "not", "n't", "by", "at", "up", "me",
     "us", "them", "from", "or", "so", "had", "'s", "are", "were", "no", "then", "our", "my")
)  # fmt: skip
_NAME: Final = re.compile(r"[a-z]+a{4,}")
_ORDINAL: Final = re.compile(r"(?:[a-z]+-)?(?:first|second|third|[a-z]+th|\d+(?:st|nd|rd|th))")
_BREAKS: Final = frozenset((".", ":", ";", "?", "!", "—", "--"))


def _is_they(token: Token) -> bool:
    return token.lower_ in _OTHERS or bool(_NAME.fullmatch(token.lower_))


def _is_who(token: Token) -> bool:
    return _is_they(token) or token.lower_ in _OWN


CLASSES: Final[Mapping[str, Callable[[Token], bool]]] = {
    "we": lambda token: token.lower_ in _OWN,
    "they": _is_they,
    "who": _is_who,
    "subject": lambda token: token.lower_ in ("it", "that", "this") or _is_who(token),
    "name": lambda token: bool(_NAME.fullmatch(token.lower_)),
    "time": lambda token: token.lower_ in TIMES,
    "num": lambda token: token.like_num,
    "ordinal": lambda token: bool(_ORDINAL.fullmatch(token.lower_)),
    "verb": lambda token: token.pos_ in ("VERB", "AUX"),
    "past": lambda token: token.tag_ == "VBD",
    "present": lambda token: token.tag_ in ("VBP", "VBZ"),
    "not": lambda token: token.lower_ in _NOT,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern that was found: its key, its own words, and where."""

    key: str
    pattern: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a line: words or lemmas, classes, or a gap of up to `gap` words."""

    words: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()
    classes: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0

    def fits(self, token: Token) -> bool:
        """Tell whether a word is what the item asks for."""
        return (
            token.lower_ in self.words
            or token.lemma_.lower() in self.lemmas
            or any(CLASSES[name](token) for name in self.classes)
        )

    @property
    def anchors(self) -> frozenset[str]:
        """Return the words one of which must be there; empty where a class would do."""
        if self.optional or self.gap or self.classes:
            return frozenset()
        return self.words | self.lemmas


def compile_line(line: str) -> tuple[Item, ...]:
    """Return the items of one line of the notation.

    Raises:
        KeyError: a class is not in `CLASSES`.
    """
    return tuple(_item(part) for part in line.split())


def _item(part: str) -> Item:
    if part.startswith(".."):
        return Item(gap=int(part[2:] or 3))
    body = part.rstrip("?")
    options = body.rstrip("~").split("|")
    words = frozenset(o for o in options if not o.startswith("<"))
    classes = tuple(o[1:-1] for o in options if o.startswith("<"))
    for name in classes:
        CLASSES[name]
    by_lemma = body.endswith("~")
    return Item(
        words=frozenset() if by_lemma else words,
        lemmas=words if by_lemma else frozenset(),
        classes=classes,
        optional=part.endswith("?") and body != "",
    )


class PhraseBook:
    """Lines of the notation by key, indexed by a word that each of them needs."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        self._lines = tuple(
            (key, line, compile_line(line)) for key, lines in table.items() for line in lines
        )
        self._index: defaultdict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        for number, (_, _, items) in enumerate(self._lines):
            anchors = [item.anchors for item in items if item.anchors]
            for word in min(anchors, key=_commonness, default=()):
                self._index[word].append(number)
            if not anchors:
                self._always.append(number)

    def find(self, doc: Doc) -> Iterator[Hit]:
        """Yield every line that a parse holds, in the table's order."""
        tokens = [t for t in doc if not t.is_space]
        words = {t.lower_ for t in tokens} | {t.lemma_.lower() for t in tokens}
        numbers = {n for word in words for n in self._index.get(word, ())}
        for number in sorted(numbers.union(self._always)):
            key, line, items = self._lines[number]
            start = 0
            while start < len(tokens):
                end = _match(items, 0, tokens, start)
                if end > start:
                    yield Hit(key, line, doc[tokens[start].i : tokens[end - 1].i + 1])
                start = max(end, start + 1)


def _commonness(words: frozenset[str]) -> tuple[bool, int]:
    """Order sets of words by how often they are met: function words come last."""
    return any(w in _FREQUENT for w in words), len(words)


def _match(items: Sequence[Item], at: int, tokens: Sequence[Token], where: int) -> int:
    """Return the end of the shortest match of `items[at:]` at `where`, or -1."""
    if at == len(items):
        return where
    item = items[at]
    if item.gap:
        return _match_gap(items, at, tokens, where)
    if where < len(tokens) and item.fits(tokens[where]):
        end = _match(items, at + 1, tokens, where + 1)
        if end >= 0:
            return end
    return _match(items, at + 1, tokens, where) if item.optional else -1


def _match_gap(items: Sequence[Item], at: int, tokens: Sequence[Token], where: int) -> int:
    for skipped in range(items[at].gap + 1):
        end = _match(items, at + 1, tokens, where + skipped)
        if end >= 0:
            return end
        if where + skipped >= len(tokens) or tokens[where + skipped].text in _BREAKS:
            return -1
    return -1
