"""Names that nobody told us of, as the language model hears them, sifted by rules of our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from synth.privacy import lexicon
from synth.privacy.dictionary import in_dictionary, zipf
from synth.privacy.likely import likely_name
from synth.privacy.matches import MODEL, Match
from synth.privacy.reading import Named, Reading
from synth.privacy.search import Search

_NAME = "model_names"
KINDS: Final = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
}
"""Kinds of identifier by the model's labels; dates, sums, events and nationalities are none."""

_PAPERS = lexicon.word_set(
    """meeting review call charter document book policy report plan agreement contract process
    procedure workshop summit forum day week month quarter year phase programme program initiative
    management officer director manager lead head chief president chairman system platform project
    sheet list page room line floor"""
)
"""What a company calls its meetings, papers and posts: no names of anybody."""

_BODIES = lexicon.word_set(
    "committee subcommittee team board council department division unit force office desk group "
    "steering support service"
)
_COMPANY_LIFE = lexicon.word_set(
    """steering commercial joint executive operating operations operational project working core
    alliance partner partnership leadership management managing governance development business
    finance financial quality legal regulatory marketing sales product technical supply launch brand
    medical clinical scientific strategy strategic planning internal global local regional annual
    monthly weekly quarterly task customer support service data technology engineering innovation
    integration delivery procurement purchasing compliance communications communication people
    human resources back front head main home advisory review research manufacturing production
    programme program risk audit investment corporate senior a b"""
)
"""Words of any company's bodies: the "Commercial Committee" names none, the "City Council" does."""


def find_model_names(reading: Reading, search: Search) -> Iterator[Match]:
    """Yield the people, organisations, places and products that the model names."""
    for name in reading.named:
        if kind := KINDS.get(name.label):
            yield from _sifted(reading, search, _inside(reading, name), kind)
    for name in reading.unaided:
        if kind := KINDS.get(name.label):
            yield from _unaided(reading, search, _inside(reading, name), kind)


def _inside(reading: Reading, name: Named) -> list[int]:
    words = enumerate(reading.words)
    return [i for i, w in words if name.start <= w.start and w.end <= name.end]


def _unaided(reading: Reading, search: Search, inside: list[int], kind: str) -> Iterator[Match]:
    """Yield a name that the model finds without the help of a capital, but for its small words."""
    while inside and lexicon.no_name(reading.key(inside[0])):
        inside.pop(0)
    while inside and lexicon.no_name(reading.key(inside[-1])):
        inside.pop()
    if inside and not search.kept([reading.words[i] for i in inside]):
        first, last = reading.words[inside[0]], reading.words[inside[-1]]
        yield Match(first.start, last.end, kind, _NAME, f"the model's {kind}", MODEL - 0.01)


def _sifted(reading: Reading, search: Search, inside: list[int], kind: str) -> Iterator[Match]:
    alone = len(inside) == 1
    while inside and not _belongs(reading, search, inside[0], kind, alone=alone):
        if kind == "organisation" and _leads(reading, inside):
            break
        inside.pop(0)
    while inside and not _belongs(reading, search, inside[-1], kind, alone=alone):
        inside.pop()
    if inside and _common(reading, inside):
        inside = _up_to_legal_form(reading, inside)
    if not inside or _common(reading, inside) or search.kept([reading.words[i] for i in inside]):
        return
    first, last = reading.words[inside[0]], reading.words[inside[-1]]
    yield Match(first.start, last.end, kind, _NAME, f"the model's {kind}", MODEL)


def _belongs(reading: Reading, search: Search, at: int, kind: str, *, alone: bool) -> bool:
    """Whether a word at the edge of the model's name is part of a name."""
    word = reading.words[at]
    if not reading.cased:
        return likely_name(reading, at)
    if _attached(reading, at) and reading.words[at - 1].capital:
        return True
    if lexicon.no_name(word.key) and not (word.key in lexicon.MODALS and not reading.opens(at)):
        return False
    if not word.capital and not alone and word.key in _SITES and reading.words[at - 1].capital:
        return True
    initials = kind == "organisation"
    if not word.capital or (word.text.isupper() and not initials and _known_capitals(word.text)):
        return False
    lowered = word.key in search.lowered and word.key not in _COMPASS
    return not (lowered and (reading.opens(at) or (alone and kind != "person")))


_COMPASS = lexicon.word_set("north south east west northeast northwest southeast southwest midwest")
_SITES = lexicon.word_set(
    "garrison barracks prison hospital university school college court station airport plant "
    "factory works bank"
)
"""Nouns that complete the name before them though they have no capital: "Catford prison"."""


def _up_to_legal_form(reading: Reading, inside: list[int]) -> list[int]:
    """Return the words of a name up to its legal form: "Roe Company Earnings Call" has one."""
    forms = [n for n, i in enumerate(inside) if n and _is_legal_form(reading, i)]
    return inside[: forms[0] + 1] if forms and forms[0] + 1 < len(inside) else inside


def _is_legal_form(reading: Reading, at: int) -> bool:
    word, after = reading.words[at], reading.key(at + 1)
    return word.capital and word.key in _LEGAL_FORMS and after not in {*_LEGAL_FORMS, "of", "for"}


_LEGAL_FORMS = lexicon.word_set(
    "company corporation incorporated limited inc corp ltd plc llc gmbh"
)


def _leads(reading: Reading, inside: Sequence[int]) -> bool:
    """Whether a name opens with a nation or rank that belongs to it: "European", "Second"."""
    words = [reading.words[i] for i in inside[:2]]
    return (
        len(words) > 1
        and (words[0].key in lexicon.NATIONS or words[0].key in _ORDINALS)
        and all(w.capital for w in words)
    )


_ORDINALS = lexicon.word_set("first second third fourth fifth sixth seventh eighth ninth tenth")


def _attached(reading: Reading, at: int) -> bool:
    words = reading.words
    return at > 0 and reading.text[words[at - 1].end : words[at].start] in {"-", "‑"}


def _known_capitals(text: str) -> bool:
    return len(text) < 6 and zipf(text.lower()) >= lexicon.RARE_ZIPF


def _common(reading: Reading, inside: Sequence[int]) -> bool:
    """Whether the words are a title of some body or paper: "Commercial Committee"."""
    keys = [reading.key(i) for i in inside]
    if not all(in_dictionary(k) or k in lexicon.FUNCTION_WORDS for k in keys):
        return False
    if {keys[-1], keys[-1].rstrip("s")} & _PAPERS:
        return True
    body = bool({keys[-1], keys[-1].rstrip("s")} & _BODIES)
    return body and all(k in _COMPANY_LIFE or k in lexicon.FUNCTION_WORDS for k in keys[:-1])
