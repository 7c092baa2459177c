"""The names that we were told of: people.csv, review.toml, decisions.toml, speaker labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synth.privacy.dictionary import zipf
from synth.privacy.entities import Entity, Form, forms_of
from synth.privacy.letters import keys_of
from synth.privacy.lexicon import FUNCTION_WORDS, word_set
from synth.privacy.sounds import sound
from synth.records.people import Partner, Person, Side
from synth.records.review import Review
from synth.records.transcript import Speaker, Transcript

_GENERIC_WORDS = word_set("""
    interviewer interviewee interview moderator facilitator researcher host guest speaker
    participant respondent person people user unknown voice caller operator narrator audience
    member assistant observer transcriber recording system male female man woman customer client
    employee manager engineer lead director developer designer analyst expert partner sponsor
    student teacher support question answer group the a b c d e f g h i j k l m n o p q r s t u
    v w x y z all both various and new
""")
_GENERIC = re.compile(r"^[A-Za-z]{0,3}[ _#.-]*\d+[A-Za-z]?$")


@dataclass(frozen=True, slots=True)
class Roster:
    """Every known entity with all its forms, and what must never be hidden (folded, joined)."""

    entities: tuple[Entity, ...]
    forms: tuple[Form, ...]
    keep: frozenset[str]
    roles: tuple[Form, ...] = ()


def is_generic(label: str) -> bool:
    """Whether a speaker label names nobody: "Interviewer", "Speaker 1", "P3"."""
    if _GENERIC.match(label.strip()):
        return True
    keys = keys_of(label)
    return all(k in _GENERIC_WORDS or k.isdigit() for k in keys)


def label_name(label: str) -> str:
    """Return the person's name that a speaker label holds, or an empty text."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", label).strip()
    if "@" in bare:
        bare = re.sub(r"[._\d]+", " ", bare.split("@", 1)[0])
    bare = bare.rsplit("\\", 1)[-1]
    if bare.count(",") == 1:
        last, first = bare.split(",")
        bare = f"{first.strip()} {last.strip()}"
    bare = " ".join(bare.split())
    return "" if is_generic(bare) else bare


def speaker_name(speaker: Speaker) -> str:
    """Return the name that a transcript gives a speaker, or an empty text."""
    return label_name((speaker.name or speaker.label).reveal())


def make_roster(transcripts: Sequence[Transcript], review: Review) -> Roster:
    """Return every entity and form that the review folder tells us of."""
    keep = frozenset(
        "".join(keys_of(k)) for k in (*review.names.keep, *review.decisions.keep) if keys_of(k)
    )
    making = _Making()
    _add_partners(making, review)
    for person in sorted(review.names.people, key=lambda p: p.name.reveal()):
        making.add_person(person)
    _add_speakers(making, transcripts)
    hidden = (*review.names.hide, *review.decisions.hide)
    _add_hidden(making, sorted({h.reveal().strip() for h in hidden}))
    _add_alliance(making, review.alliance.reveal())
    forms = tuple(f for f in making.forms if f.joined not in keep)
    return Roster(tuple(making.entities), forms, keep, role_forms(making.entities))


def role_forms(entities: Iterable[Entity]) -> tuple[Form, ...]:
    """Return the titles of people.csv that one person alone holds."""
    titles = [(t, e.id) for e in entities if e.kind == "person" for t in _titles(e.role)]
    held = Counter(t for t, _ in titles)
    return tuple(
        Form(keys_of(title), who, "sure", "title", title)
        for title, who in sorted(titles)
        if held[title] == 1
    )


def _titles(role: str) -> set[str]:
    """Return the titles in a free-text role, folded, and a chief's initials."""
    parts = re.split(r"[,;()/]|\b(?:and|at|of the|until|from|since|for)\b", role.lower())
    whole = {" ".join(keys_of(part)) for part in parts}
    titles = {t for t in whole if len(t.split()) > 1}
    for title in whole:
        if chief := re.match(r"chief (\w)\w* (?:(\w)\w* )?officer$", title):
            titles.add(f"c{chief[1]}{chief[2] or ''}o")
        elif title == "chief executive":
            titles.add("ceo")
    return titles


class _Making:
    """The roster while it is being put together."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.forms: list[Form] = []
        self.by_joined: dict[str, int] = {}

    def add(self, kind: str, name: str, given: Iterable[str] = (), **more: object) -> None:
        """Add one entity and its forms."""
        entity = Entity(len(self.entities), kind, name, **more)  # type: ignore[arg-type]
        self.entities.append(entity)
        for form in forms_of(entity, given):
            self.forms.append(form)
            self.by_joined.setdefault(form.joined, entity.id)

    def knows(self, name: str) -> bool:
        return "".join(keys_of(name)) in self.by_joined

    def add_person(self, person: Person) -> None:
        self.add(
            "person",
            person.name.reveal(),
            [a.reveal() for a in person.also],
            side=person.side,
            role=person.role,
            interviewer=person.interviewer,
        )


def _add_partners(making: _Making, review: Review) -> None:
    a, b = review.names.partner_a, review.names.partner_b
    shared = _told(a) & _told(b)
    for partner, side in ((a, Side.A), (b, Side.B)):
        if partner:
            _add_partner(making, partner, side, shared)
    both = [n for p in (a, b) if p for n in _names(p) if "".join(keys_of(n)) in shared]
    for name in _leading(sorted(set(both))):
        making.add("project", name, _within(name, both))


def _add_partner(making: _Making, partner: Partner, side: Side, shared: set[str]) -> None:
    own = [n for n in _names(partner, companies=True) if "".join(keys_of(n)) not in shared]
    if own:
        making.add("partner", own[0], own[1:], side=side)
    for kind, names in (("product", partner.products), ("project", partner.projects)):
        told = [n.reveal() for n in names if "".join(keys_of(n.reveal())) not in shared]
        for name in _leading(told):
            making.add(kind, name, _within(name, told), side=side)


def _names(partner: Partner, *, companies: bool = False) -> list[str]:
    of_company = [partner.name, *partner.aliases]
    others = [] if companies else [*partner.products, *partner.projects]
    return [n.reveal() for n in (*of_company, *others) if keys_of(n.reveal())]


def _told(partner: Partner | None) -> set[str]:
    return {"".join(keys_of(n)) for n in _names(partner)} if partner else set()


def _leading(names: Sequence[str]) -> list[str]:
    """Return the names that no other stands for: "Klikko" leads "Klikko 2" and "Clicko"."""
    shortest = [n for n in names if not any(m != n and _holds(n, m) for m in names)]
    return [n for at, n in enumerate(shortest) if not any(_alike(n, m) for m in shortest[:at])]


def _within(name: str, names: Sequence[str]) -> list[str]:
    return [n for n in names if n != name and (_holds(n, name) or _alike(n, name))]


def _alike(one: str, other: str) -> bool:
    """Whether one name is another as a recogniser of speech may have written it."""
    a, b = "".join(keys_of(one)), "".join(keys_of(other))
    spelled = a.isalpha() and b.isalpha() and min(len(a), len(b)) > 3
    return spelled and len(sound(a)) > 2 and sound(a) == sound(b)


def _holds(longer: str, shorter: str) -> bool:
    long, short = keys_of(longer), keys_of(shorter)
    at = range(len(long) - len(short) + 1)
    return 0 < len(short) < len(long) and any(long[i : i + len(short)] == short for i in at)


def _add_speakers(making: _Making, transcripts: Sequence[Transcript]) -> None:
    for transcript in sorted(transcripts, key=lambda t: (t.sha256, t.path.as_posix())):
        for speaker in transcript.speakers:
            name = speaker_name(speaker)
            if name and not making.knows(name):
                making.add("person", name, side=speaker.side)


def _add_hidden(making: _Making, names: Sequence[str]) -> None:
    fresh = [n for n in names if keys_of(n) and not making.knows(n)]
    for name in _leading(fresh):
        making.add("named", name, _within(name, fresh))


def _add_alliance(making: _Making, alliance: str) -> None:
    """Hide a name of the alliance itself, such as a joint venture's, where it is one."""
    for part in re.split(r"[()/,;:–—&]|\band\b", alliance):
        keys = keys_of(part)
        telling = [k for k in keys if k not in FUNCTION_WORDS and zipf(k) < 3.3]
        if telling and not making.knows(part) and not any(making.knows(k) for k in keys):
            making.add("project", " ".join(part.split()))
