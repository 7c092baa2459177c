"""English words by part of speech, from the word lists that travel with the spaCy pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from synth.models import spacy_package

_WRITTEN_ZIPF = 1.2
_PARTS = {
    "adj": 12401032943472870168,
    "adv": 10054248821341768113,
    "noun": 16833663260455505849,
    "verb": 6360137228241296794,
}
"""Parts of speech under the numbers that spaCy's word lists know them by (`hash_string`)."""

_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("es", ""), ("s", ""),
    ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""),
    ("est", "e"), ("ly", ""), ("ness", ""), ("able", ""), ("able", "e"),
)  # fmt: skip


@lru_cache(maxsize=100_000)
def in_dictionary(key: str) -> bool:
    """Whether a folded word is in the dictionary, as it stands or with an ending.

    A form with an ending that nobody writes ("kaleed" is no past of "kale") is none.
    """
    if any(key in words for words in _lists().values()):
        return True
    stems = tuple(_stems(key)) if zipf(key) > _WRITTEN_ZIPF else ()
    return any(stem in words for words in _lists().values() for stem in stems)


@lru_cache(maxsize=100_000)
def zipf(key: str) -> float:
    """Return the Zipf frequency of a folded word in English: 0 unknown, 3 one in a million."""
    from wordfreq import zipf_frequency

    return float(zipf_frequency(key, "en"))


_PREFIXES = (
    "re", "de", "un", "non", "inter", "micro", "over", "under", "pre", "post", "anti", "bio",
    "multi", "sub", "super", "mis", "semi", "self",
)  # fmt: skip


def _stems(key: str) -> Iterator[str]:
    for prefix in _PREFIXES:
        if key.startswith(prefix) and len(key) > len(prefix) + 4:
            yield key[len(prefix) :]
            yield from _endless(key[len(prefix) :])
    yield from _endless(key)


def _endless(key: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and len(key) > len(ending) + 2:
            stem = key[: -len(ending)]
            yield stem + instead
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def may_be(part: str, key: str) -> bool:
    """Whether a folded word may be an `adj`, `adv`, `noun` or `verb`."""
    return key in _lists()[part]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """Return the lists, irregular forms among them; empty where the pipeline brings none.

    The file is read as what it is: importing spaCy for it takes two seconds, and brings torch.
    """
    from srsly import msgpack_loads  # type: ignore[import-untyped]  # it ships no types

    for file in _files():
        tables = msgpack_loads(file.read_bytes())
        if "lemma_index" in tables:
            index, odd = tables["lemma_index"], tables.get("lemma_exc", {})
            return {
                part: frozenset(index.get(key, ())) | frozenset(odd.get(key, ()))
                for part, key in _PARTS.items()
            }
    return {part: frozenset() for part in _PARTS}


def _files() -> list[Path]:
    spec = find_spec(spacy_package(None))
    places = spec.submodule_search_locations if spec else None
    return sorted(
        p for place in places or () for p in Path(place).rglob("lemmatizer/**/lookups.bin")
    )
