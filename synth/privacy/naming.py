"""From a match to its pseudonym: which entity is meant in this file, and what it is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from synth.privacy.entities import Entity
from synth.privacy.gazetteer import places
from synth.privacy.letters import keys_of
from synth.privacy.matches import Match
from synth.privacy.pseudonyms import COLLEAGUE, INTERVIEWEE, INTERVIEWER, Pseudonyms
from synth.privacy.reading import Reading
from synth.privacy.recognisers.model_names import KINDS
from synth.privacy.rewriting import Named
from synth.privacy.voices import Identity
from synth.records.clean import KeyRow
from synth.records.people import Part, Side
from synth.records.text import RawText
from synth.records.transcript import Transcript

_CUSTOMER = frozenset({"customer", "customers", "client", "clients"})


class Naming:
    """Names matches, and remembers for the key what each pseudonym stands for."""

    def __init__(
        self,
        transcripts: Sequence[Transcript],
        identities: Sequence[Sequence[Identity]],
        entities: Sequence[Entity],
        pseudonyms: Pseudonyms,
    ) -> None:
        self._entities = entities
        self._pseudonyms = pseudonyms
        self._rows: Counter[tuple[str, str, str]] = Counter()
        parts = [_by_part(t, known) for t, known in zip(transcripts, identities, strict=True)]
        self._interviewees = [p[Part.INTERVIEWEE] for p in parts]
        self._interviewers = [p[Part.INTERVIEWER] for p in parts]

    def name(self, reading: Reading, matches: Sequence[Match]) -> tuple[Named, ...]:
        """Return the matches of a turn with their pseudonyms."""
        return tuple(Named(m, self._name(reading, m)) for m in matches)

    def key(self) -> tuple[KeyRow, ...]:
        """Return a row for each pseudonym and real name handed out so far."""
        return tuple(KeyRow(p, RawText(n), kind, c) for (p, n, kind), c in self._rows.items())

    def _name(self, reading: Reading, match: Match) -> str:
        written = reading.text[match.start : match.end]
        if not match.entities:
            kind, real = match.kind, " ".join(written.split())
            known = kind == "role"
            pseudonym = COLLEAGUE if known else self._pseudonyms.of_text(kind, _same(written))
        else:
            entity = self._entities[self._meant(reading.file, match.entities)]
            pseudonym, real = self._call(reading.file, entity), entity.name
            kind = entity.kind
        self._rows[pseudonym, real, kind] += 1
        return pseudonym

    def _meant(self, file: int, entities: Sequence[int]) -> int:
        """Return the entity meant: the file's own people first, then those of their side."""
        own = {i.entity for i in (*self._interviewees[file], *self._interviewers[file])}
        sides = {i.side for i in self._interviewees[file]} - {Side.UNKNOWN}

        def rank(entity: int) -> tuple[bool, bool, int]:
            return entity not in own, self._entities[entity].side not in sides, entity

        return min(entities, key=rank)

    def _call(self, file: int, entity: Entity) -> str:
        if entity.id in {i.entity for i in self._interviewers[file]}:
            return INTERVIEWER
        if [i.entity for i in self._interviewees[file]] == [entity.id]:
            return INTERVIEWEE
        return self._pseudonyms.of_entity(entity.id)


def kinds_of_hidden(
    entities: Sequence[Entity],
    readings: Sequence[Reading],
    matches: Sequence[Sequence[Match]],
) -> Mapping[int, str]:
    """Return what the hidden names are, by what the words around their mentions say.

    A name that nobody describes is taken for an organisation.
    """
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for reading, found in zip(readings, matches, strict=True):
        for match in found:
            for entity in match.entities:
                if entities[entity].kind == "named":
                    votes[entity][_told(reading, match)] += 1
    return {e.id: _most(votes[e.id]) for e in entities if e.kind == "named"}


def _told(reading: Reading, match: Match) -> str:
    before = keys_of(reading.text[max(0, match.start - 30) : match.start])[-3:]
    if _CUSTOMER.intersection(before):
        return "customer"
    written = keys_of(reading.text[match.start : match.end])
    if written in places() or (before and before[-1] == "in"):
        return "place"
    kind = KINDS.get(reading.label_at(match.start, match.end), "")
    return kind if kind in {"place", "organisation"} else ""


def _most(votes: Counter[str]) -> str:
    told = {kind: n for kind, n in votes.items() if kind}
    return min(told, key=lambda kind: (-told[kind], kind)) if told else "organisation"


def _by_part(transcript: Transcript, known: Sequence[Identity]) -> dict[Part, list[Identity]]:
    parts: dict[Part, list[Identity]] = {part: [] for part in Part}
    for speaker, identity in zip(transcript.speakers, known, strict=True):
        parts[speaker.part].append(identity)
    return parts


def _same(written: str) -> str:
    return "".join(keys_of(written))
