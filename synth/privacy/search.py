"""What the recognisers search with: the index of known names, and what may never be hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from synth.privacy.dictionary import in_dictionary, zipf
from synth.privacy.entities import Entity, Form
from synth.privacy.index import FormIndex
from synth.privacy.letters import Word, keys_of, words_of
from synth.privacy.lexicon import FUNCTION_WORDS
from synth.privacy.listening import Heard, listen
from synth.privacy.matches import Match
from synth.privacy.reading import Reading
from synth.privacy.roster import Roster
from synth.privacy.sounds import sounding_alike

_ALIKE = 85.0
_SHORTEST = 5
_RARE_ZIPF = 2.6


@dataclass(frozen=True, slots=True)
class Search:
    """The names to look for. `misheard` maps a folded word to the form that it resembles."""

    entities: tuple[Entity, ...]
    known: FormIndex = field(repr=False)
    roles: FormIndex = field(repr=False)
    keep: frozenset[str] = field(repr=False)
    misheard: Mapping[str, Form] = field(repr=False)
    lowered: frozenset[str] = field(default=frozenset(), repr=False)
    """Words that cased turns write without a capital: ordinary words of this review."""

    floor: int = 3
    """How many people must share a title for it to stay."""
    heard: Heard = field(default_factory=dict, repr=False)
    """The likely names of the turns without capitals."""

    def with_lowered(self, readings: Iterable[Reading]) -> Search:
        """Return this search, knowing the words that cased turns write without a capital."""
        lowered = {w.key for r in readings if r.cased for w in r.words if w.text[:1].islower()}
        kept = frozenset(filter(in_dictionary, lowered))
        return replace(self, lowered=kept)

    def listening(self, readings: Iterable[Reading]) -> Search:
        """Return this search, knowing what is likely a name in the turns without capitals."""
        return replace(self, heard=listen(readings, self.lowered))

    def carrying(self, roster: Roster) -> Search:
        """Return this search with the names that were found in the review."""
        return replace(self, entities=roster.entities, known=FormIndex(roster.forms))

    def hearing(self, readings: Iterable[Reading], forms: Iterable[Form]) -> Search:
        """Return this search with the stretches of the review that sound like `forms`."""
        readings, forms = tuple(readings), tuple(forms)
        near = _misheard(FormIndex(forms), [r.words for r in readings])
        return replace(self, misheard={**sounding_alike(readings, forms), **near, **self.misheard})

    def owned(self, reading: Reading, match: Match) -> Match:
        """Return a match of an unknown name as a mention of the entity gathered from it."""
        if not match.guessed:
            return match
        forms = self.known.forms("".join(keys_of(reading.text[match.start : match.end])))
        ids = tuple(sorted({f.entity for f in forms if not self.entities[f.entity].known}))
        return replace(match, entities=ids) if ids else match

    def knows(self, reading: Reading, match: Match) -> bool:
        """Whether a match reads as a known name does."""
        return "".join(keys_of(reading.text[match.start : match.end])) in self.known

    def kept(self, words: Sequence[Word]) -> bool:
        """Whether the reviewer said never to hide these words."""
        return "".join(w.key for w in words) in self.keep


def make_search(roster: Roster, texts: Iterable[str], roles: FormIndex) -> Search:
    """Return what to search the texts of a review with."""
    known = FormIndex(roster.forms)
    misheard = _misheard(known, [words_of(text) for text in texts])
    return Search(roster.entities, known, roles, roster.keep, misheard)


def _misheard(known: FormIndex, texts: Iterable[Sequence[Word]]) -> dict[str, Form]:
    """Map each rare word, or pair of words, that is nearly a known name to that name."""
    texts = tuple(texts)
    names = [
        j
        for j in known.keys()  # noqa: SIM118 (an index is no mapping)
        if len(j) >= _SHORTEST and any(f.strength == "sure" for f in known.forms(j))
    ]
    found: dict[str, Form] = {}
    _resemble(known, names, {w.key for words in texts for w in words if _is_rare(w.key)}, found)
    pairs = {p for words in texts for p in pairwise(w.key for w in words) if _telling(p)}
    alone = {p for p in pairs if not any(k in known or k in found for k in p)}
    _resemble(known, names, {a + b for a, b in alone}, found)
    return found


def _is_rare(key: str) -> bool:
    return len(key) > 2 and not key.isdigit() and zipf(key) < _RARE_ZIPF


def _telling(pair: tuple[str, str]) -> bool:
    return any(map(_is_rare, pair)) and not any(key in FUNCTION_WORDS for key in pair)


def _resemble(
    known: FormIndex, names: Sequence[str], words: Iterable[str], found: dict[str, Form]
) -> None:
    from rapidfuzz import fuzz, process

    for word in sorted(w for w in words if len(w) >= _SHORTEST and w not in known):
        best = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best and best[0][0] == word[0]:
            found[word] = known.forms(best[0])[0]
