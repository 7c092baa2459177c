"""What must not be found in anything that is shared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from synth.privacy.dictionary import in_dictionary
from synth.privacy.gather import PART
from synth.privacy.letters import keys_of
from synth.privacy.lexicon import FUNCTION_WORDS, ordinary
from synth.privacy.recognisers import GUESSING
from synth.privacy.roster import Roster
from synth.records.clean import Interview, Replacement
from synth.records.text import RawText

_SHORTEST = 3


def secrets_of(roster: Roster, interviews: Sequence[Interview]) -> tuple[RawText, ...]:
    """Return every form of every known name, and every string that was replaced.

    Left out: what the reviewer wants kept, strings too short to search for, plain numbers, titles
    ("chief financial officer" is no secret by itself), and ordinary words that only the language
    model took for a name.
    """
    forms = {
        f.written
        for f in roster.forms
        if roster.entities[f.entity].known
        or (f.because == PART and not in_dictionary(f.joined) and len(f.joined) > _SHORTEST)
    }
    replaced = {
        r.original.reveal().strip()
        for i in interviews
        for t in i.turns
        for r in t.replacements
        if _counts(r)
    }
    return tuple(RawText(s) for s in sorted(forms | replaced) if _searchable(s, roster.keep))


def _counts(replacement: Replacement) -> bool:
    keys = keys_of(replacement.original.reveal())
    guessed = replacement.recogniser in GUESSING or replacement.because.startswith("found")
    plain = all(ordinary(k) or in_dictionary(k) for k in keys)
    return replacement.kind != "role" and not (guessed and plain)


def _searchable(secret: str, keep: Iterable[str]) -> bool:
    keys = keys_of(secret)
    joined = "".join(keys)
    plain = joined.isdigit() and len(joined) < 7
    slight = len(joined) < _SHORTEST or all(k in FUNCTION_WORDS for k in keys)
    return not (plain or (slight and not _named_word(keys)) or joined in keep)


def _named_word(keys: Sequence[str]) -> bool:
    return tuple(keys) in {("will",), ("may",)}
