"""Whoever and whatever may have to be hidden, and every form under which it may be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from synth.privacy.dictionary import zipf
from synth.privacy.gazetteer import nicknames
from synth.privacy.letters import fold, keys_of, spelled_out, words_of
from synth.privacy.lexicon import FUNCTION_WORDS, ordinary, word_set
from synth.records.people import Side

PARTICLES = word_set(
    "al el de da do du di del della dos das van von der den ter ten bin ibn la le lo los las "
    "san santa st mac mc abu ben dela"
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, company, place or thing with a name.

    `kind` is `person`, `partner`, `product`, `project`, `organisation`, `place`, `customer`, or
    `named` where only the words around its mentions can tell.
    """

    id: int
    kind: str
    name: str = field(repr=False)
    side: Side = Side.UNKNOWN
    role: str = ""
    interviewer: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an entity's name.

    `strength` says when it is the name: `sure` in any casing; `capitals` only as written;
    `context` where the words are ordinary English too, so that the words around it decide; `cased`
    likewise, but never in a turn without capitals; and `headed` where it is a noun that refers back
    to the name: "the Office".
    """

    parts: tuple[str, ...] = field(repr=False)
    entity: int
    strength: str
    because: str
    written: str = field(repr=False)

    @property
    def joined(self) -> str:
        """The folded words without the gaps between them."""
        return "".join(self.parts)


def forms_of(entity: Entity, given: Iterable[str]) -> tuple[Form, ...]:
    """Return every form of `entity`: those given, and those that follow from its name."""
    found: dict[str, Form] = {}
    for text, because in _texts(entity, tuple(given)):
        form = as_form(text, entity.id, because)
        if form and because == SHORT_FORM and form.strength == "context":
            form = replace(form, strength="cased")
        if form and (form.joined not in found or found[form.joined].strength != "sure"):
            found.setdefault(form.joined, form)
    return tuple(found.values())


def as_form(text: str, entity: int, because: str) -> Form | None:
    """Return the form that `text` is, or None where it is too slight to look for."""
    parts = keys_of(text)
    if not parts or len("".join(parts)) < 2 or (len(parts) == 1 and parts[0].isdigit()):
        return None
    return Form(parts, entity, strength_of(text), because, text)


def strength_of(text: str) -> str:
    """Return `sure`, `context` or `capitals` for a name (see `Form`)."""
    parts = keys_of(text)
    if len(parts) > 1:
        return "context" if all(p in FUNCTION_WORDS for p in parts) else "sure"
    key = parts[0] if parts else ""
    if key in FUNCTION_WORDS and text.isupper():
        return "capitals"
    return "context" if ordinary(key) else "sure"


def _texts(entity: Entity, given: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield entity.name, "full name"
    for text in given:
        yield text, "listed form"
    for text in (entity.name, *given):
        if spelled := spelled_out(text):
            yield spelled, "umlaut spelled out"
    if entity.kind == "person":
        yield from _person_parts(entity.name)
    elif len(keys_of(entity.name)) > 1:
        yield from _company_parts(entity)


def _person_parts(name: str) -> Iterator[tuple[str, str]]:
    chunks = [c for c in name.replace(",", " ").split() if keys_of(c)]
    for other in _other_first_names(fold(chunks[0])) if chunks else ():
        if len(other) > 2:
            yield other.title(), SHORT_FORM
    if len(chunks) < 2:
        return
    yield f"{chunks[-1]} {' '.join(chunks[:-1])}", "last name first"
    yield f"{chunks[0]} {chunks[-1]}", "first and last name"
    for at, chunk in enumerate(chunks):
        if fold(chunk) in PARTICLES:
            yield " ".join(chunks[at:]), "last name"
            if at:
                yield " ".join(chunks[:at]), "first names"
        elif not _slight(chunk):
            yield chunk, "first name" if at == 0 else "last name"
            if spelled := spelled_out(chunk):
                yield spelled, "umlaut spelled out"
            yield from ((p, "part of a double name") for p in _double_parts(chunk))
    if len(chunks) > 2:
        yield " ".join(chunks[:2]), "first names"
        yield " ".join(chunks[-2:]), "last names"


SHORT_FORM = "short form of the first name"


def _other_first_names(first: str) -> tuple[str, ...]:
    """Return the short forms of a first name, or the names that it is short for."""
    known = nicknames()
    return (*known.get(first, ()), *(name for name, short in known.items() if first in short))


def _slight(chunk: str) -> bool:
    key = "".join(keys_of(chunk))
    return len(key) < 2 or key in (FUNCTION_WORDS - {"will", "may"})


def _double_parts(chunk: str) -> list[str]:
    parts = [w.text for w in words_of(chunk)]
    return [p for p in parts if len(parts) > 1 and len(p) > 2 and not ordinary(fold(p))]


def _company_parts(entity: Entity) -> Iterator[tuple[str, str]]:
    base = _without_suffix(entity.name)
    if base != entity.name:
        yield base, "without the legal form"
    words = [w.text for w in words_of(base)]
    if len(words) > 1 and len(words[0]) > 3 and zipf(fold(words[0])) < ORDINARY_LEAD:
        yield words[0], "first word of the name"
    if entity.kind == "partner" and len(words) > 2:
        yield "".join(w[0] for w in words).upper(), "initials of the name"


ORDINARY_LEAD = 3.3
"""A first word rarer than this stands for the whole company name."""


def _without_suffix(name: str) -> str:
    from cleanco import basename

    base = basename(name).strip(" ,")
    return base or name
