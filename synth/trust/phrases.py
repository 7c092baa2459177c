"""A small notation for patterns over parsed words, so that signal kinds can be written as data.

One pattern is a line of items divided by spaces:

- `late` the word itself; `late|overdue` either; `tell~` any form of the verb or noun;
- `word?` the item may be missing; `..` up to three words of any kind but no full stop, colon or
  semicolon; `..6` up to six;
- `<they>` and the other classes of `CLASSES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc, Span

_OTHERS: Final = ("they", "them", "their", "he", "him", "his", "she", "her", "em", "'em", "theirs",
                  "somebody", "someone", "anyone", "anybody", "people", "everyone", "everybody",
                  "partner", "guys", "side")  # fmt: skip
_OWN: Final = ("we", "us", "our", "i", "me", "my", "ours", "mine", "myself", "ourselves")
_TIMES: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "spring", "summer", "autumn", "fall", "winter", "christmas", "easter",
    "week", "weeks", "month", "months", "day", "days", "year", "years", "quarter", "q1", "q2",
    "q3", "q4", "tomorrow", "midsummer", "ramadan", "carnival", "eid", "weekend", "night",
    "tonight", "hour", "hours", "minute", "minutes", "morning", "afternoon", "evening",
)  # fmt: skip

CLASSES: Final[Mapping[str, dict[str, Any]]] = {
    "we": {"LOWER": {"IN": list(_OWN)}},
    "i": {"LOWER": {"IN": ["i", "we"]}},
    "they": {"LOWER": {"REGEX": rf"^(?:{'|'.join(_OTHERS)}|[a-z]+a{{4,}})$"}},
    "who": {"LOWER": {"REGEX": rf"^(?:{'|'.join((*_OTHERS, *_OWN))}|[a-z]+a{{4,}})$"}},
    "subject": {"LOWER": {"REGEX": rf"^(?:it|that|this|{'|'.join((*_OTHERS, *_OWN))}|[a-z]+a{{4,}})$"}},
    "name": {"LOWER": {"REGEX": r"^[a-z]+a{4,}$"}},
    "time": {"LOWER": {"IN": list(_TIMES)}},
    "ordinal": {"LOWER": {"REGEX": r"^(?:[a-z]+-)?(?:first|second|third|fifth|[a-z]+th|\d+(?:st|nd|rd|th))$"}},
    "num": {"LIKE_NUM": True},
    "verb": {"POS": {"IN": ["VERB", "AUX"]}},
    "present": {"TAG": {"IN": ["VBP", "VBZ"]}},
    "past": {"TAG": {"IN": ["VBD"]}},
    "noun": {"POS": {"IN": ["NOUN", "PROPN"]}},
    "adj": {"POS": {"IN": ["ADJ", "ADV"]}},
    "not": {"LOWER": {"IN": ["not", "n't", "never", "no", "nobody", "nothing", "none"]}},
}
_GAP: Final = {"TEXT": {"NOT_IN": [".", ":", ";", "?", "!", "—", "--"]}, "OP": "?"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern that was found: its key, its own words, and where."""

    key: str
    pattern: str
    span: Span


def compile_pattern(line: str) -> list[list[dict[str, Any]]]:
    """Return the spaCy Matcher patterns of one line of the notation.

    An item that mixes words and classes becomes several patterns.

    Raises:
        KeyError: a class is not in `CLASSES`.
    """
    patterns: list[list[dict[str, Any]]] = [[]]
    for item in line.split():
        if item.startswith(".."):
            gap = [dict(_GAP) for _ in range(int(item[2:] or 3))]
            patterns = [[*pattern, *gap] for pattern in patterns]
            continue
        often = {"OP": "?"} if item.endswith("?") else {}
        options = [{**token, **often} for token in _tokens(item.rstrip("?"))]
        patterns = [[*pattern, token] for pattern in patterns for token in options]
    return patterns


def _tokens(body: str) -> Iterator[dict[str, Any]]:
    options = body.rstrip("~").split("|")
    words = [o for o in options if not o.startswith("<")]
    if words:
        yield {"LEMMA" if body.endswith("~") else "LOWER": {"IN": words}}
    for name in options:
        if name.startswith("<"):
            yield dict(CLASSES[name.strip("<>")])


class PhraseBook:
    """Lines of the notation by key, compiled for one pipeline."""

    def __init__(self, nlp: Language, table: Mapping[str, Sequence[str]]) -> None:
        from spacy.matcher import Matcher

        self._lines = tuple((key, line) for key, lines in table.items() for line in lines)
        self._matcher: Matcher = Matcher(nlp.vocab)
        self._strings = nlp.vocab.strings
        for number, (_, line) in enumerate(self._lines):
            self._matcher.add(str(number), compile_pattern(line), greedy="LONGEST")

    def find(self, doc: Doc) -> Iterator[Hit]:
        """Yield every pattern that a parse holds, in the table's order."""
        for number, start, end in sorted(
            (int(self._strings[name]), start, end) for name, start, end in self._matcher(doc)
        ):
            yield Hit(*self._lines[number], doc[start:end])
