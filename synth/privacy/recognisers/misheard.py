"""Known names as a recogniser of speech misheard them: nearly the letters, and no English word."""

from __future__ import annotations

from collections.abc import Iterator

from synth.privacy.matches import KNOWN, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "misheard"


def find_misheard(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield every rare word, or pair of words, that sounds like a known name."""
    words = reading.words
    for at, word in enumerate(words):
        for width in (3, 2, 1):
            joined = "".join(w.key for w in words[at : at + width])
            form = search.misheard.get(joined) if at + width <= len(words) else None
            if form is not None and not search.kept(words[at : at + width]):
                end = words[at + width - 1].end
                kind = search.entities[form.entity].kind
                ids = tuple(sorted({f.entity for f in search.known.forms(form.joined)}))
                yield Match(word.start, end, kind, _NAME, "like a known name", KNOWN - 0.05, ids)
                break
