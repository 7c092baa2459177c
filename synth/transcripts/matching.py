"""Which person of people.csv a label stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from synth.records.people import Person
from synth.transcripts.names import label_key, plain, role_part, without_handle

_MIN_LIKENESS: Final = 88.0


def rows_of(path: Path, people: Sequence[Person]) -> tuple[Person, ...]:
    """Return the people whose transcript a file is: its name or path stands in their row."""
    wanted = {_file_key(path.as_posix()), _file_key(path.name)}
    return tuple(p for p in people if p.file and _file_key(p.file) in wanted)


def find_person(label: str, people: Sequence[Person], path: Path) -> Person | None:
    """Return the one person whom a label can mean, or None.

    Names are compared without case and accents, whole names first, then "Last, First", initials,
    a first or last name alone, and at last a misspelt full name. Those whom people.csv expects in
    this file are asked before all others. Two people who fit equally well are no answer.
    """
    if role_part(label):
        return None
    near = tuple(p for p in people if p.interviewer or p in rows_of(path, people))
    for fits in (_whole, _initials, _part_of_name, _misspelt):
        for group in (near, people):
            found = [p for p in group if fits(label, p)]
            if len(found) == 1:
                return found[0]
            if found:
                break
    return None


def known_labels(people: Sequence[Person]) -> frozenset[str]:
    """Return the label keys under which people.csv expects people: full names and their words."""
    keys = {label_key(form) for person in people for form in _forms(person)}
    words = {word for person in people for form in _forms(person) for word in _words(form)}
    return frozenset(keys | {word for word in words if len(word) > 2} - {""})


def _file_key(name: str) -> str:
    return (
        unicodedata.normalize("NFC", name.strip().replace("\\", "/")).casefold().removeprefix("./")
    )


def _forms(person: Person) -> tuple[str, ...]:
    return tuple(f.reveal() for f in (person.name, *person.also) if f)


def _whole(label: str, person: Person) -> bool:
    return label_key(label) in {label_key(form) for form in _forms(person)} or _words(label) in [
        _words(form) for form in _forms(person) if len(_words(form)) > 1
    ]


def _words(name: str) -> list[str]:
    # "Roe, Ada" and "Ada Roe" hold the same words.
    spaced = "".join(
        c if c.isalnum() else " " for c in plain(without_handle(name)).replace("'", "")
    )
    return sorted(word for word in spaced.split() if word not in _TITLES)


_TITLES: Final = frozenset(("dr", "mr", "mrs", "ms", "miss", "prof", "professor", "sir"))


def _initials(label: str, person: Person) -> bool:
    bare = without_handle(label)
    letters = "".join(c for c in bare if c.isalnum())
    names = plain(person.name.reveal()).replace("-", " ").split()
    if len(names) < 2:
        return False
    if 2 <= len(letters) <= 4 and letters.isupper():
        first_last = names[0][0] + names[-1][0]
        return letters.casefold() in ("".join(n[0] for n in names), first_last)
    words = plain(bare).replace(".", "").split()
    return len(words) == 2 and words[0] == names[0] and words[1] == names[-1][0]


def _part_of_name(label: str, person: Person) -> bool:
    said = _words(label)
    return bool(said) and any(
        set(said) < set(_words(form)) and any(len(word) > 1 for word in said)
        for form in _forms(person)
    )


def _misspelt(label: str, person: Person) -> bool:
    from rapidfuzz.fuzz import ratio

    said = " ".join(_words(label))
    return len(said) > 6 and any(
        " " in (form := " ".join(_words(f))) and ratio(said, form) >= _MIN_LIKENESS
        for f in _forms(person)
    )
