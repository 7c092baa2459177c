"""Find again what a decision speaks of, a passage or a theme, by its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from synth.records.evidence import Passage, Theme
from synth.records.matching import NEARLY, are_parts, fitting, plain
from synth.records.text import RawText


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts have the same words, or nearly."""
    from rapidfuzz.fuzz import ratio

    first, second = plain(one), plain(other)
    return bool(first) and (first == second or ratio(first, second) >= NEARLY)


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
        if len(found) > 1 and not are_parts(found, wanted, self._known):
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
        return whole or fitting(wanted, self._known)


def _label(theme: Theme) -> str:
    return theme.drafted or theme.label
