"""Names that we were told of, in every form."""

from __future__ import annotations

from collections.abc import Iterator

from synth.privacy.context import is_name
from synth.privacy.entities import SHORT_FORM, Form
from synth.privacy.index import Hit
from synth.privacy.matches import KNOWN, MODEL, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_NAME = "known_names"


def find_known_names(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield every mention of a known name."""
    for hit in search.known.find(reading.words):
        standing = tuple(f for f in hit.forms if _stands(f, hit, reading, search))
        forms = tuple(f for f in standing if f.because != SHORT_FORM) or standing
        if forms and not search.kept(reading.words[hit.first : hit.last]):
            start, end = reading.words[hit.first].start, reading.words[hit.last - 1].end
            ids = tuple(sorted({f.entity for f in forms}))
            entity = search.entities[ids[0]]
            score = KNOWN if entity.known else MODEL
            yield Match(start, end, entity.kind, _NAME, forms[0].because + hit.how, score, ids)


def _stands(form: Form, hit: Hit, reading: Reading, search: Search) -> bool:
    if form.strength == "sure":
        return True
    if form.strength == "capitals":
        word = reading.words[hit.first]
        return reading.cased and word.text.isupper()
    if form.strength == "headed":
        return _refers(reading, hit)
    if form.strength == "cased" and not reading.cased:
        return False
    return is_name(reading, hit.first, hit.last, search.entities[form.entity].kind)


def _refers(reading: Reading, hit: Hit) -> bool:
    """Whether a noun with a capital refers back to a body: "the Office", no "Office Lead"."""
    follows = reading.words[hit.last : hit.last + 1]
    named = any(w.capital and not reading.opens(hit.last) for w in follows)
    capital = reading.cased and reading.words[hit.first].capital
    return capital and reading.key(hit.first - 1) == "the" and not named
