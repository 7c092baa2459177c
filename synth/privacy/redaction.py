"""The whole order of redaction: who is known, what was read, what was found, what it is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from synth.models import load_spacy
from synth.privacy.casing import make_truecase
from synth.privacy.entities import Form
from synth.privacy.gather import gather
from synth.privacy.index import FormIndex
from synth.privacy.letters import keys_of
from synth.privacy.matches import Match, settle
from synth.privacy.naming import Naming, kinds_of_hidden
from synth.privacy.particles import completed
from synth.privacy.pseudonyms import Pseudonyms
from synth.privacy.reading import Reading, Source, read
from synth.privacy.recognisers import RECOGNISERS
from synth.privacy.recognisers.known_names import find_known_names
from synth.privacy.recognisers.misheard import find_misheard
from synth.privacy.rewriting import rewrite
from synth.privacy.roster import Roster, make_roster
from synth.privacy.search import Search, make_search
from synth.privacy.secret_forms import secrets_of
from synth.privacy.voices import identify, name_voices
from synth.records.clean import CleanTurn, Interview, Redaction
from synth.records.review import Review
from synth.records.transcript import Transcript


def redact(transcripts: tuple[Transcript, ...], review: Review) -> Redaction:
    """Return the interviews with every identifier replaced, the key, and what must not leak.

    Interviewers' turns are redacted too. Numbers follow the order of the transcripts' checksums,
    so the result does not depend on the order of `transcripts` nor on file names.

    Raises:
        SynthError: the language model is missing or is not the pinned one.
    """
    ordered = tuple(sorted(transcripts, key=lambda t: (t.sha256, t.path.as_posix())))
    roster = make_roster(ordered, review)
    readings = _read(ordered, roster, review)
    search = make_search(roster, (r.text for r in readings), FormIndex(roster.roles))
    search = (
        replace(search, floor=review.min_people)
        .with_lowered(readings)
        .listening(readings)
        .hearing(readings, roster.forms)
    )
    first = [_recognise(reading, search) for reading in readings]
    carried = gather(_unknown(readings, first), roster)
    search = search.carrying(carried).hearing(readings, _clear(carried, readings, first))
    matches = [_carry(r, found, search) for r, found in zip(readings, first, strict=True)]
    return _write(ordered, review, carried, readings, matches)


def _read(transcripts: Sequence[Transcript], roster: Roster, review: Review) -> tuple[Reading, ...]:
    nlp = load_spacy(review.spacy, exclude=("lemmatizer",))
    sources = [
        Source(number, at, turn.speaker, turn.text.reveal())
        for number, transcript in enumerate(transcripts)
        for at, turn in enumerate(transcript.turns)
    ]
    return read(sources, nlp, make_truecase(FormIndex(roster.forms)))


def _recognise(reading: Reading, search: Search) -> tuple[Match, ...]:
    """Return what stands in a turn. Where a name is known, the guesses have no say."""
    found = [m for find in RECOGNISERS.values() for m in find(reading, search)]
    return settle(
        completed(reading, m) for m in found if not (m.guessed and search.knows(reading, m))
    )


def _unknown(
    readings: Sequence[Reading], found: Sequence[Sequence[Match]]
) -> Iterable[tuple[Reading, Match]]:
    for reading, matches in zip(readings, found, strict=True):
        yield from ((reading, m) for m in matches if m.guessed)


def _clear(
    roster: Roster, readings: Sequence[Reading], found: Sequence[Sequence[Match]]
) -> Iterable[Form]:
    """Return the forms of the names that were read in turns with capitals, where they are sure."""
    read_well = {
        "".join(keys_of(reading.text[m.start : m.end]))
        for reading, m in _unknown(readings, found)
        if reading.cased
    }
    owners = {f.entity for f in roster.forms if f.joined in read_well}
    return tuple(f for f in roster.forms if f.entity in owners)


def _carry(reading: Reading, found: Sequence[Match], search: Search) -> tuple[Match, ...]:
    """Return what was found, with the names that other turns taught us."""
    named = (*find_known_names(reading, search), *find_misheard(reading, search))
    return settle([*(search.owned(reading, m) for m in found), *named])


def _write(
    transcripts: Sequence[Transcript],
    review: Review,
    roster: Roster,
    readings: Sequence[Reading],
    matches: Sequence[tuple[Match, ...]],
) -> Redaction:
    kinds = kinds_of_hidden(roster.entities, readings, matches)
    pseudonyms = Pseudonyms(roster.entities, kinds, review.min_people)
    identities = [
        [identify(number, at, speaker, roster) for at, speaker in enumerate(t.speakers)]
        for number, t in enumerate(transcripts)
    ]
    naming = Naming(transcripts, identities, roster.entities, pseudonyms)
    turns: dict[int, list[CleanTurn]] = defaultdict(list)
    for reading, found in zip(readings, matches, strict=True):
        source = transcripts[reading.file]
        named = naming.name(reading, found)
        turns[reading.file].append(rewrite(source.path, source.turns[reading.turn], named))
    voices, rows = name_voices(transcripts, identities, pseudonyms, review.min_people)
    interviews = tuple(
        Interview(f"i{number + 1:02d}", t.path, voices[number], tuple(turns[number]))
        for number, t in enumerate(transcripts)
    )
    key = tuple(sorted((*rows, *naming.key()), key=lambda r: (r.pseudonym, r.name.reveal())))
    return Redaction(interviews, key, secrets_of(roster, interviews))
