"""Names in turns without capitals, by the words around them: "lam has the pump", "kobs said"."""

from __future__ import annotations

from collections.abc import Iterator

from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "heard_names"


def find_heard_names(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield the stretches of words that stand where a name would."""
    for stretch in search.heard.get((reading.file, reading.turn), ()):
        words = reading.words[stretch.first : stretch.last]
        if not search.kept(words):
            why = f"said like a name, {stretch.p:.1f}"
            start, end = words[0].start, words[-1].end
            yield Match(start, end, stretch.kind, _NAME, why, MODEL - 0.15)
