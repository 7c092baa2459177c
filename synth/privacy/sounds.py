"""Names by their sound: "sea grid" is Sigrid, "thor bjorn" Torbjörn, "a mecca" Emeka.

A recogniser of speech writes a name that it does not know as the words that sound like it. So a
stretch of words that sounds like a name of the review is taken for it where it is no English word,
or where, somewhere in the review, it stands as a name would.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from synth.privacy import hearing
from synth.privacy.dictionary import may_be, zipf
from synth.privacy.entities import Form
from synth.privacy.lexicon import CALENDAR, FUNCTION_WORDS, ordinary, unusual
from synth.privacy.reading import Reading

_WIDEST = 3
_SHORTEST = 3
_SPELLINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("sch|sh|ci(?=[aou])|ti(?=[ao])|si(?=[aou])|(?<=.)x", "S"),
        ("tch|ch|cz|cs", "S"),
        ("ph|v|w(?=[aeiou])", "f"),
        ("th|dt|d", "t"),
        ("gh(?=[aeiou])|ck|q|c(?![eiy])|g(?![eiy])", "k"),
        ("dj|j|gi|g(?=[ey])", "J"),
        ("[cz]", "s"),
        ("b", "p"),
        ("^[kh](?=n)|(?<=.)h|w", ""),
        ("m(?=p)|n(?=[kp])", "n"),
        ("[aeiouy]+", "A"),
    )
)
_LONG = 8
_RATIO_NEAR = 77.0
_RATIO_COMMON, _RATIO_STRANGE = 60.0, 55.0
_CUT_COMMON, _CUT_RARE, _CUT_ALONE, _CUT_USUAL = 0.14, 0.05, 0.12, 0.6


@lru_cache(maxsize=200_000)
def sound(joined: str) -> str:
    """Return the consonants of a folded name as they sound, with its opening vowel as `A`."""
    for pattern, heard in _SPELLINGS:
        joined = pattern.sub(heard, joined)
    joined = re.sub(r"(.)\1+", r"\1", joined)
    return joined[:1] + joined[1:].replace("A", "")


def sounding_alike(readings: Iterable[Reading], forms: Iterable[Form]) -> dict[str, Form]:
    """Map stretches of words of the review, joined, to the name that they sound like.

    Args:
        readings: every turn of the review.
        forms: the names to listen for; the given ones first.
    """
    names = _by_sound(forms)
    written = {form.joined for found in names.values() for form in found}
    seen: dict[str, tuple[float, Form]] = {}
    for reading in readings:
        keys = [w.key for w in reading.words]
        for first, last in _stretches(reading, keys):
            joined = "".join(keys[first:last])
            plain = written.isdisjoint((joined, *keys[first:last]))
            form = _like(joined, keys[first:last], names) if plain else None
            if form is not None:
                p = max(hearing.chance(keys, first, last, around=a) for a in (True, False))
                margin = p - _cut(keys[first:last])
                if joined not in seen or margin > seen[joined][0]:
                    seen[joined] = (margin, form)
    return {joined: form for joined, (margin, form) in sorted(seen.items()) if margin >= 0}


def _by_sound(forms: Iterable[Form]) -> Mapping[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for form in forms:
        wanted = form.strength == "sure" and len(form.joined) > _SHORTEST and form.joined.isalpha()
        if wanted and form.joined not in {f.joined for f in found.get(sound(form.joined), ())}:
            found.setdefault(sound(form.joined), []).append(form)
    return {heard: tuple(named) for heard, named in found.items() if len(heard) > 1}


def _stretches(reading: Reading, keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a turn that may be a name misheard."""
    for first in range(len(keys)):
        for last in range(first + 1, min(first + _WIDEST, len(keys)) + 1):
            stretch = keys[first:last]
            if stretch[-1] in FUNCTION_WORDS or all(k in CALENDAR for k in stretch):
                continue
            if reading.cased and not (
                any(map(unusual, stretch)) and _hyphened(reading, first, last)
            ):
                continue
            yield first, last


def _hyphened(reading: Reading, first: int, last: int) -> bool:
    """Whether the words of a turn with capitals are spelled as one: "in-woosoo"."""
    words = reading.words
    return all(
        reading.text[words[at].end : words[at + 1].start] in {"-", "‑"}
        for at in range(first, last - 1)
    )


def _like(
    joined: str, stretch: Sequence[str], names: Mapping[str, tuple[Form, ...]]
) -> Form | None:
    """Return the name that a stretch sounds like, or None."""
    from rapidfuzz import fuzz

    strange = any(map(unusual, stretch))
    least = _RATIO_STRANGE if strange else _RATIO_COMMON
    heard = sound(joined)
    near = names.get(heard, ()) or (names.get(heard.lstrip("A"), ()) if strange else ())
    if len(stretch) == 1:
        near = tuple(f for f in near if f.joined[0] == joined[0])
    ranked = sorted(((fuzz.ratio(joined, f.joined), f.joined, f) for f in near), reverse=True)
    if not ranked and len(stretch) > 1 and len(joined) >= _LONG:
        return _nearly(joined, names)
    if not ranked or ranked[0][0] < least + 8 * (len(heard) < _SHORTEST):
        return None
    return ranked[0][2]


def _nearly(joined: str, names: Mapping[str, tuple[Form, ...]]) -> Form | None:
    """Return the name that several words together nearly spell: "ragged hill" for Ragnhild."""
    from rapidfuzz import fuzz, process

    spelled = {f.joined: f for found in names.values() for f in found if len(f.joined) >= _LONG - 2}
    best = process.extractOne(joined, sorted(spelled), scorer=fuzz.ratio, score_cutoff=_RATIO_NEAR)
    return spelled[best[0]] if best and best[0][:2] == joined[:2] else None


def _cut(stretch: Sequence[str]) -> float:
    """Return how likely a name must be, by the words around, for a stretch to be one."""
    if any(map(unusual, stretch)):
        return 0.0
    if len(stretch) > 1:
        return _CUT_COMMON if all(zipf(k) > hearing.COMMON_ZIPF for k in stretch) else _CUT_RARE
    usual = ordinary(stretch[0]) and (may_be("verb", stretch[0]) or may_be("adj", stretch[0]))
    return _CUT_USUAL if usual else _CUT_ALONE
