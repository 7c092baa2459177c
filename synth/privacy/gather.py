"""The second look: unknown names found once are looked for everywhere in the review."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from synth.privacy.dictionary import may_be
from synth.privacy.entities import SHORT_FORM, Entity, Form, as_form, strength_of
from synth.privacy.gazetteer import nicknames
from synth.privacy.letters import fold, keys_of
from synth.privacy.lexicon import FUNCTION_WORDS, TITLES, ordinary
from synth.privacy.matches import Match
from synth.privacy.reading import Reading
from synth.privacy.roster import Roster

PART = "part of a name found in the review"
HEAD = "found elsewhere in the review with its full name"
_PRIORITY = ("person", "organisation", "place", "product", "name")


def gather(found: Iterable[tuple[Reading, Match]], roster: Roster) -> Roster:
    """Return the roster with the unknown names added, each with the forms carried over."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    written: dict[tuple[str, ...], str] = {}
    for reading, match in found:
        text = reading.text[match.start : match.end]
        keys = keys_of(text)
        votes[keys][match.kind] += 1
        written[keys] = min(written.get(keys, text), text)
    names = sorted(votes, key=lambda keys: (-len(keys), keys))
    owners = _owners(names, votes)
    entities, forms = list(roster.entities), list(roster.forms)
    ids: dict[tuple[str, ...], int] = {}
    for keys in names:
        owner = owners.get(keys, keys)
        if owner not in ids:
            ids[owner] = len(entities)
            kind = _kind(_sum(votes, [k for k in names if owners.get(k, k) == owner]))
            entities.append(Entity(ids[owner], kind, written[owner], known=False))
        forms.extend(_forms(written[keys], ids[owner]))
        if entities[ids[owner]].kind == "person":
            forms.extend(_short_forms(keys[0], ids[owner]))
    forms.extend(_heads(entities))
    return Roster(tuple(entities), tuple(forms), roster.keep, roster.roles)


def _owners(
    names: Sequence[tuple[str, ...]], votes: Mapping[tuple[str, ...], Counter[str]]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Map a short name to the only longer one that begins or ends with it ("Caio")."""
    longer: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for keys in names:
        for part in {keys[:1], keys[-1:]} if len(keys) > 1 else ():
            longer[part].append(keys)
    return {
        keys: longer[keys][0]
        for keys in names
        if len(longer.get(keys, ())) == 1 and _alike(votes[keys], votes[longer[keys][0]])
    }


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    return _kind(one) in {_kind(other), "name"} or ("person" in one and "person" in other)


def _sum(
    votes: Mapping[tuple[str, ...], Counter[str]], names: Iterable[tuple[str, ...]]
) -> Counter[str]:
    return sum((votes[n] for n in names), Counter[str]())


def _kind(votes: Counter[str]) -> str:
    named = {k: n for k, n in votes.items() if k != "name"}
    if not named:
        return "name"
    return min(named, key=lambda k: (-named[k], _PRIORITY.index(k)))


def _forms(text: str, entity: int) -> Iterable[Form]:
    """Yield the forms to look for: the name, and each telling word of a person's full name."""
    if form := as_form(text, entity, "found elsewhere in the review"):
        slight = len(form.joined) < 3 and text.isupper()
        yield replace(form, strength="capitals") if slight else form
    parts = keys_of(text)
    for part in parts if len(parts) > 1 else ():
        telling = len(part) > 2 and part not in FUNCTION_WORDS and part not in TITLES
        if telling and not ordinary(part) and strength_of(part) == "sure":
            yield Form((part,), entity, "sure", PART, part)


def _heads(entities: Iterable[Entity]) -> Iterable[Form]:
    """Yield the noun by which an organisation is referred to: "the Office", where one has it."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        words = entity.name.split()
        if entity.kind == "organisation" and not entity.known and len(words) > 1:
            before = [at for at, w in enumerate(words) if w in {"of", "for", "on"}]
            head = words[(before[0] if before else len(words)) - 1]
            telling = head[:1].isupper() and head.isalpha() and fold(head) != "government"
            if telling and may_be("noun", fold(head)):
                found[head].append(entity)
    for head, owners in sorted(found.items()):
        if len(owners) == 1:
            yield Form((fold(head),), owners[0].id, "headed", HEAD, head)


def _short_forms(first: str, entity: int) -> Iterable[Form]:
    """Yield the short forms of a first name, looked for where capitals tell."""
    for short in nicknames().get(first, ()):
        if len(short) > 2 and (form := as_form(short.title(), entity, SHORT_FORM)):
            yield replace(form, strength="cased") if form.strength == "context" else form
