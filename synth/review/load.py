"""From a folder on disk to a `Review`: settings, people and decisions together, guesses told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from synth.errors import SynthError
from synth.protocols import Protocol, load_protocol
from synth.records.people import Names, Partner, Person, Side
from synth.records.review import Review
from synth.records.text import RawText
from synth.review.decisions import read_decisions, read_same_people
from synth.review.faults import nearest
from synth.review.files import candidates, find_files
from synth.review.people import read_people
from synth.review.same_people import join_same_people
from synth.review.scorecard import read_scorecard
from synth.review.settings import PartnerTable, ReviewTable, Settings, read_settings

DEFAULT_PROTOCOL: Final = "alliance-health"
_CYCLE_NAME: Final = re.compile(r"(19|20)\d\d([-_ ]?[HhQq][1-4]|-(0[1-9]|1[0-2]))?")


def load_review(folder: Path, *, begun: bool = True) -> Review:
    """Return the review that `folder` holds.

    Args:
        folder: the review folder.
        begun: whether it must hold a transcript; the scope is set before there is one.

    Raises:
        SynthError: the folder holds no transcript, or a file of settings is wrong.
    """
    files = find_files(folder) if begun else candidates(folder)
    settings = read_settings(folder)
    said = settings.review
    name = said.protocol or DEFAULT_PROTOCOL
    protocol = load_protocol(name, folder)
    people = join_same_people(read_people(folder, files), read_same_people(folder))
    return Review(
        folder=folder,
        files=tuple(f for f in files if f != Path(name)),
        alliance=RawText(said.alliance),
        cycle=said.cycle or _cycle_of(folder),
        date=said.date,
        protocol=name,
        phase=one_of(said.phase, "phase", protocol) or default_phase(protocol),
        kind=one_of(said.kind, "kind", protocol),
        names=_names(settings, people),
        min_people=settings.confidentiality.min_people,
        encoder=settings.models.encoder or None,
        spacy=settings.models.spacy or None,
        decisions=read_decisions(folder, protocol),
        scorecard=read_scorecard(folder, protocol),
        assumptions=tuple(_assumptions(said, protocol, settings, people)),
    )


def default_phase(protocol: Protocol) -> str:
    """Return the phase that is taken where none is named: the second, past the beginnings."""
    return protocol.phases[min(1, len(protocol.phases) - 1)].id


def _cycle_of(folder: Path) -> str:
    """Return the folder's name where it is a date: any other might hold somebody's name."""
    name = folder.resolve().name
    return name if _CYCLE_NAME.fullmatch(name) else ""


def one_of(word: str, what: str, protocol: Protocol) -> str:
    """Return the phase or kind (`what` says which) `word`. Raises SynthError: there is none."""
    known = tuple(p.id for p in (protocol.phases if what == "phase" else protocol.kinds))
    if not word or word in known:
        return word
    close = nearest(word, known)
    hint = f"Did you mean {close}? " if close else ""
    has = f"It has: {', '.join(known)}." if known else f"Leave {what} out."
    raise SynthError(
        f"review.toml: [review] {what}: the protocol {protocol.id} has no {what} {word!r}. "
        f"{hint}{has}"
    )


def _names(settings: Settings, people: tuple[Person, ...]) -> Names:
    return Names(
        people=people,
        partner_a=_partner(settings.partners.a),
        partner_b=_partner(settings.partners.b),
        hide=_raw(settings.names.hide),
        keep=tuple(filter(None, settings.names.keep)),
    )


def _partner(table: PartnerTable) -> Partner | None:
    if not table.name:
        return None
    names = (_raw(table.aliases), _raw(table.products), _raw(table.projects))
    return Partner(RawText(table.name), *names)


def _raw(words: tuple[str, ...]) -> tuple[RawText, ...]:
    return tuple(RawText(word) for word in words if word)


def _assumptions(
    said: ReviewTable, protocol: Protocol, settings: Settings, people: tuple[Person, ...]
) -> Iterator[str]:
    """Say what was guessed: the same sentences whether or not the guesses were written down."""
    if not said.protocol:
        yield f"No protocol is named in review.toml: {DEFAULT_PROTOCOL} was used."
    if not said.phase:
        yield (
            f"No phase is named in review.toml: {default_phase(protocol)} was assumed, "
            "and its benchmarks were applied."
        )
    partners = settings.partners
    if not (partners.a.name and partners.b.name):
        which = (
            "Neither partner is"
            if not (partners.a.name or partners.b.name)
            else ("One of the two partners is not")
        )
        yield (
            f"{which} named in review.toml: company names were hidden as they were recognised, "
            "without telling whose they are. Look for names that were missed before sharing."
        )
    if not any(person.side in (Side.A, Side.B) for person in people):
        yield (
            "people.csv does not say who sits on which side: every side is unknown, "
            "and the two sides are not compared."
        )
