"""Labels become voices: whoever goes by several labels in one file is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from synth.records.people import Part, Person
from synth.transcripts.matching import find_person
from synth.transcripts.names import label_key, role_part, without_handle


@dataclass(slots=True)
class Voice:
    """One speaker while the evidence about them is gathered."""

    labels: list[str] = field(repr=False)
    person: Person | None = field(default=None, repr=False)
    part: Part | None = None
    because: str = ""
    row: Person | None = field(default=None, repr=False)
    """The row of people.csv that tells side, role and name: `person`, or the file's interviewee."""


def gather_voices(
    labels: Sequence[str], people: Sequence[Person], path: Path
) -> tuple[list[Voice], dict[str, int]]:
    """Return the voices in the order of their first words, and each label's position in them."""
    voices: list[Voice] = []
    voice_of: dict[str, int] = {}
    by_key: dict[str, int] = {}
    by_person: dict[Person, int] = {}
    aliases = _aliases(labels)
    for label in dict.fromkeys(labels):
        key = aliases.get(label_key(label), label_key(label))
        person = find_person(label, people, path)
        known = by_person.get(person) if person else None
        position = known if known is not None else by_key.get(key, len(voices))
        if known is None and position < len(voices) and _another(voices[position], person):
            position = len(voices)
        if position == len(voices):
            voices.append(Voice([label], person))
        elif label not in voices[position].labels:
            voices[position].labels.append(label)
        voices[position].person = voices[position].person or person
        voice_of[label] = by_key[key] = position
        if person:
            by_person[person] = position
    return voices, voice_of


def _another(voice: Voice, person: Person | None) -> bool:
    return person is not None and voice.person is not None and voice.person != person


def _aliases(labels: Sequence[str]) -> dict[str, str]:
    """Return for the key of a short label the key of the one full name that it stands for.

    "AR" is taken for the one speaker with these initials; "Ada" for the one Ada Roe, where either
    of the two labels is rare: an Ada and an Ada Roe who talk to each other stay two people.
    """
    counts = Counter(label_key(label) for label in labels)
    full = {label_key(label): label for label in dict.fromkeys(labels)}
    short: dict[str, set[str]] = {}
    for key, label in full.items():
        words = [w for w in without_handle(label).split() if w[0].isalpha()]
        if len(words) > 1 and role_part(label) is None:
            short.setdefault("".join(w[0] for w in words).casefold(), set()).add(key)
            short.setdefault(label_key(words[0]), set()).add(key)
    return {
        key: next(iter(short[key]))
        for key, label in full.items()
        if len(short.get(key, ())) == 1 and _stands_for(label, key, next(iter(short[key])), counts)
    }


def _stands_for(label: str, key: str, name: str, counts: Counter[str]) -> bool:
    if key == name:
        return False
    if label.isupper() and len(key) <= 3:
        return True
    return 10 * min(counts[key], counts[name]) <= max(counts[key], counts[name])
