"""Find again what a decision speaks of, by its words.

Ids move when transcripts are added, and so do the numbers of pseudonyms; a corrected transcript
may have other commas. Words without marks, cases and numbers of pseudonyms stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from synth.records.evidence import Passage, Theme
from synth.records.text import RawText

_FEWEST_WORDS: Final = 3
_NEARLY: Final = 92.0
"""Likeness (0 to 100, rapidfuzz) from which words that were corrected are the same words."""


def plain(text: str) -> str:
    """Return small letters, without marks and without the numbers of pseudonyms."""
    text = re.sub(r" \d+\]", "]", text.casefold().replace("’", "'"))
    return " ".join(re.findall(r"[\w']+", text))


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts have the same words, or nearly."""
    from rapidfuzz.fuzz import ratio

    first, second = plain(one), plain(other)
    return bool(first) and (first == second or ratio(first, second) >= _NEARLY)


class Finder:
    """Finds passages by their words. Built once a run."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._known = {p.id: plain(p.text) for p in passages}

    def passages(self, text: RawText, name: str = "") -> tuple[str, ...]:
        """Return the ids of the passages with these words: none, one, or the parts it was cut into.

        Where several passages say just the same, `name`, the id at the time, decides.
        """
        wanted = plain(text.reveal())
        found = self._fitting(wanted)
        if len(found) > 1 and not self._are_parts(found, wanted):
            return (name,) if name in found else ()
        return found

    def theme(
        self, themes: Sequence[Theme], label: RawText, texts: Iterable[RawText]
    ) -> Theme | None:
        """Return the theme that holds most of these passages, or else goes by this label."""
        wanted = [set(self.passages(text)) for text in texts]
        held = Counter({t.id: sum(bool(w & set(t.passages)) for w in wanted) for t in themes})
        best = held.most_common(1)
        if best and 2 * best[0][1] > len(wanted):
            return next(t for t in themes if t.id == best[0][0])
        return next((t for t in themes if same_words(_label(t), label.reveal())), None)

    def _fitting(self, wanted: str) -> tuple[str, ...]:
        if not wanted:
            return ()
        whole = tuple(n for n, words in self._known.items() if words == wanted)
        if whole:
            return whole
        holding = tuple(n for n, words in self._known.items() if f" {wanted} " in f" {words} ")
        if holding:
            return holding
        inside = tuple(
            name
            for name, words in self._known.items()
            if len(words.split()) >= _FEWEST_WORDS and f" {words} " in f" {wanted} "
        )
        return inside or _nearly(wanted, self._known)

    def _are_parts(self, found: Sequence[str], wanted: str) -> bool:
        parts = {self._known[name] for name in found}
        return len(parts) == len(found) and all(part in wanted for part in parts)


def _label(theme: Theme) -> str:
    return theme.drafted or theme.label


def _nearly(wanted: str, known: Mapping[str, str]) -> tuple[str, ...]:
    from rapidfuzz.fuzz import partial_ratio

    # The shorter slides along the longer: a passage shorter than the words cannot hold them.
    scores = {
        name: partial_ratio(wanted, words)
        for name, words in known.items()
        if len(words) >= 0.8 * len(wanted)
    }
    best = max(scores.values(), default=0.0)
    return tuple(n for n, score in scores.items() if score == best) if best >= _NEARLY else ()
