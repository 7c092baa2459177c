"""Words of a text, folded so that case, accents and hidden characters make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])*")
_STROKES = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"))


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `start` and `end` are offsets in its text, `key` is the folded word."""

    start: int
    end: int
    text: str = field(repr=False)
    key: str = field(repr=False)

    @property
    def capital(self) -> bool:
        """Whether the first letter is a capital."""
        return self.text[:1].isupper()


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents, combining marks or hidden characters."""
    decomposed = unicodedata.normalize("NFKD", text.lower()).translate(_STROKES)
    return "".join(c for c in decomposed if c.isalnum() or c.isspace() or c in "-'’.@&/")


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of `text`, in order; apostrophes and hyphens part words."""
    return tuple(_words(text))


def keys_of(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`."""
    return tuple(word.key for word in _words(text))


def spelled_out(name: str) -> str | None:
    """Return the name with its umlauts written as two letters, or None where it has none."""
    spelled = unicodedata.normalize("NFC", name.lower())
    for letter, pair in _UMLAUTS:
        spelled = spelled.replace(letter, pair)
    return spelled if spelled != unicodedata.normalize("NFC", name.lower()) else None


def _words(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        if key := fold(found.group()):
            yield Word(found.start(), found.end(), found.group(), key)
