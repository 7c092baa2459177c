"""Stretches of a review without capitals that are likely names, a word said often counted once.

One mention of a rare word among others proves little; several in the places where names stand do.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from synth.privacy import hearing
from synth.privacy.dictionary import in_dictionary, zipf
from synth.privacy.reading import Reading

LEAST = 0.38
"""Probability from which a stretch of words is taken for a name."""

_PLAIN = 0.65
"""The same for words that are ordinary in this review, or several of the dictionary."""

_OFTEN = 3
_WORTH = 0.08
_RARE = 3.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first` to `last` (exclusive) of a turn, and how likely they are a name."""

    first: int
    last: int
    p: float
    kind: str


Heard = Mapping[tuple[int, int], tuple[Stretch, ...]]
"""The likely names of each turn, by file and turn."""


def listen(readings: Iterable[Reading], lowered: frozenset[str] = frozenset()) -> Heard:
    """Return the likely names of every turn without capitals, the likeliest of those that overlap.

    A stretch that holds a rare word is as likely a name as all its mentions together say.

    Args:
        readings: every turn of the review.
        lowered: words that turns with capitals write without one: they must look more like a name.
    """
    caseless = [r for r in readings if not r.cased]
    keys = {(r.file, r.turn): tuple(w.key for w in r.words) for r in caseless}
    judged = {place: list(_judged(words)) for place, words in sorted(keys.items())}
    mentions: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for place, stretches in judged.items():
        for first, last, p in stretches:
            mentions[keys[place][first:last]].append(p)
    overall = {stretch: _overall(stretch, ps) for stretch, ps in mentions.items()}
    return {
        place: tuple(_settled(keys[place], stretches, overall, lowered))
        for place, stretches in judged.items()
    }


def _judged(keys: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    for first in range(len(keys)):
        for last in range(first + 1, min(first + hearing.LONGEST, len(keys)) + 1):
            if hearing.may_be_name(keys[first:last]):
                yield first, last, hearing.chance(keys, first, last)


def _settled(
    keys: tuple[str, ...],
    stretches: Iterable[tuple[int, int, float]],
    overall: Mapping[tuple[str, ...], float | None],
    lowered: frozenset[str],
) -> Iterator[Stretch]:
    together = [(p if (q := overall[keys[a:b]]) is None else q, a, b) for a, b, p in stretches]
    taken: set[int] = set()
    for p, first, last in sorted(together, key=lambda one: (-one[0], one[1:])):
        if p >= _least(keys[first:last], lowered) and taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            yield Stretch(first, last, p, hearing.likeliest(keys, first, last))


def _least(stretch: Sequence[str], lowered: frozenset[str]) -> float:
    several = len(stretch) > 1
    phrase = several and (stretch[0] in hearing.LEADS or all(map(in_dictionary, stretch)))
    return _PLAIN if phrase or lowered.issuperset(stretch) else LEAST


def _overall(stretch: tuple[str, ...], ps: Sequence[float]) -> float | None:
    """Return how likely a stretch is a name, all its mentions heard; None: each for itself.

    A common word is judged mention by mention. A rare word of no dictionary is a name where any
    mention of it is; one of the dictionary, said often ("diluted", "rapporteur"), only where most
    are: each of many mentions proves a little, and all of them together would prove every word of
    the trade a name.
    """
    if min(zipf(k) for k in stretch) >= _RARE:
        return None
    if all(map(in_dictionary, stretch)):
        return sum(ps) / len(ps) if len(ps) >= _OFTEN else None
    return max(*ps, 1 - math.prod(1 - p for p in ps if p > _WORTH), 0.0)
