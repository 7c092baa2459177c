"""Whose name a secret is: the pseudonym under which the reviewer finds it in the key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from synth.privacy.entities import Entity, forms_of
from synth.privacy.letters import keys_of
from synth.privacy.lexicon import ordinary
from synth.privacy.roster import Roster, is_generic, label_name
from synth.records.clean import KeyRow, Redaction
from synth.records.text import RawText

NOT_MET = "a name of the settings that no transcript mentions"
"""Stands for the pseudonym of a name that has none, since nobody said it."""

_PEOPLE = frozenset({"person", "interviewer", "interviewee", "bystander"})
_EXACT = frozenset({"email", "link", "phone", "id"})


def owners_of(redaction: Redaction) -> Mapping[str, str]:
    """Return the pseudonym of every secret of a run, by the folded secret."""
    by_form = {joined: p for joined, _, p in _forms(redaction.key)}
    for replacement in redaction.replacements:
        by_form.setdefault(_joined(replacement.original), replacement.pseudonym)
    return {_joined(secret): by_form.get(_joined(secret), NOT_MET) for secret in redaction.secrets}


def secrets_of_key(key: Iterable[KeyRow], roster: Roster) -> Mapping[RawText, str]:
    """Return every form of the names of a key, and of those told in the settings, by pseudonym.

    Words of the key that are ordinary English are left out, unless the settings name them: the
    recognisers guess such words, and no edited report could do without them.
    """
    told = {f.joined: f.written for f in roster.forms if roster.entities[f.entity].known}
    found = {
        RawText(written): pseudonym
        for joined, written, pseudonym in _forms(key)
        if joined in told or not all(map(ordinary, keys_of(written)))
    }
    known = {"".join(keys_of(secret.reveal())) for secret in found}
    return found | {
        RawText(written): NOT_MET for joined, written in told.items() if joined not in known
    }


def _forms(key: Iterable[KeyRow]) -> Iterable[tuple[str, str, str]]:
    """Yield (folded form, written form, pseudonym) for every form of every name of a key."""
    for row in sorted(key, key=lambda r: (r.kind in _PEOPLE, r.pseudonym, r.name.reveal())):
        name = row.name.reveal()
        if row.kind in _PEOPLE:
            name = label_name(name)
        if row.kind == "role" or not keys_of(name) or is_generic(name):
            continue
        if row.kind in _EXACT:
            yield "".join(keys_of(name)), name, row.pseudonym
            continue
        kind = "person" if row.kind in _PEOPLE else row.kind
        for form in forms_of(Entity(0, kind, name), ()):
            yield form.joined, form.written, row.pseudonym


def _joined(text: RawText) -> str:
    return "".join(keys_of(text.reveal()))
