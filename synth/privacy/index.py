"""All forms of all names in one dictionary, so that a text is searched in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from synth.privacy.dictionary import zipf
from synth.privacy.entities import Form
from synth.privacy.letters import Word

_COMMON_ZIPF = 3.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found: words `first` to `last` (exclusive), with every form that reads so."""

    first: int
    last: int
    forms: tuple[Form, ...]
    how: str


class FormIndex:
    """Finds forms in words, whatever their hyphens, gaps and accents."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_joined: dict[str, list[Form]] = {}
        for form in forms:
            self._by_joined.setdefault(form.joined, []).append(form)
        joined = self._by_joined
        self._longest = max((len(j) for j in joined), default=0)
        self._most_words = max((len(f.parts) for fs in joined.values() for f in fs), default=0) + 2

    def __contains__(self, joined: str) -> bool:
        return joined in self._by_joined

    def keys(self) -> tuple[str, ...]:
        """Return every folded, joined form."""
        return tuple(sorted(self._by_joined))

    def forms(self, joined: str) -> tuple[Form, ...]:
        """Return the forms that read `joined`."""
        return tuple(self._by_joined.get(joined, ()))

    def find(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Yield every form in `words`, the longer of two at one place first."""
        for first in range(len(words)):
            yield from self._from(words, first)

    def _from(self, words: Sequence[Word], first: int) -> Iterator[Hit]:
        joined = ""
        hits: list[Hit] = []
        for last in range(first + 1, min(first + self._most_words, len(words)) + 1):
            joined += words[last - 1].key
            if len(joined) > self._longest + 1:
                break
            hits.extend(self._read(words, first, last, joined))
        yield from reversed(hits)

    def _read(self, words: Sequence[Word], first: int, last: int, joined: str) -> Iterator[Hit]:
        parts = tuple(w.key for w in words[first:last])
        if forms := self._by_joined.get(joined):
            whole = tuple(f for f in forms if f.parts == parts or not _chance(parts, f))
            if whole:
                how = "" if any(f.parts == parts for f in whole) else ", otherwise split"
                yield Hit(first, last, whole, how)
        elif joined.endswith("s") and (forms := self._by_joined.get(joined[:-1])):
            sure = tuple(f for f in forms if f.strength == "sure" and f.parts[:-1] == parts[:-1])
            if sure and zipf(parts[-1]) < _COMMON_ZIPF:
                yield Hit(first, last, sure, ", possessive")


def _chance(parts: tuple[str, ...], form: Form) -> bool:
    """Whether words that were split otherwise read so by chance: "in grid" is not Ingrid."""
    if all(len(p) == 1 for p in parts):
        return False
    if form.strength == "capitals" or len(form.joined) < 4:
        return True
    if len(parts) == 1 and form.strength == "sure":
        return zipf(parts[0]) >= _COMMON_ZIPF
    return all(zipf(p) >= _COMMON_ZIPF for p in parts)
