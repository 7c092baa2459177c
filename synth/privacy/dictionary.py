"""English words by part of speech, from the word lists that travel with the spaCy pipeline."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from synth.models import spacy_package

_PARTS = ("adj", "adv", "noun", "verb")


def in_dictionary(key: str) -> bool:
    """Whether a folded word is in the dictionary in any part of speech."""
    return any(key in words for words in _lists().values())


def may_be(part: str, key: str) -> bool:
    """Whether a folded word may be an `adj`, `adv`, `noun` or `verb`."""
    return key in _lists()[part]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """Return the lists; empty where the installed pipeline brings none."""
    from spacy.lookups import Lookups

    for file in _files():
        lookups = Lookups().from_disk(file.parent)
        if lookups.has_table("lemma_index"):
            table = lookups.get_table("lemma_index")
            return {part: frozenset(table.get(part, ())) for part in _PARTS}
    return {part: frozenset() for part in _PARTS}


def _files() -> list[Path]:
    spec = find_spec(spacy_package(None))
    places = spec.submodule_search_locations if spec else None
    return sorted(
        p for place in places or () for p in Path(place).rglob("lemmatizer/**/lookups.bin")
    )
