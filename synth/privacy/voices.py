"""Speakers known by a pseudonym of their own, not the one that colleagues' words give them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from synth.privacy.letters import keys_of
from synth.privacy.pseudonyms import INTERVIEWER, Pseudonyms
from synth.privacy.roster import Roster, speaker_name
from synth.records.clean import KeyRow, Voice
from synth.records.evidence import UNKNOWN_SPEAKER
from synth.records.people import Part, Side, role_group
from synth.records.text import RawText
from synth.records.transcript import NOBODY, Speaker, Transcript

WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a speaker is: an entity of the roster, or somebody without a name."""

    entity: int | None
    side: Side
    role: str
    who: tuple[int, int] | int
    """What tells this person from others: the entity, or file and speaker."""


def identify(file: int, at: int, speaker: Speaker, roster: Roster) -> Identity:
    """Return who the speaker at position `at` of file number `file` is."""
    joined = "".join(keys_of(speaker_name(speaker)))
    ids = sorted({f.entity for f in roster.forms if joined and f.joined == joined})
    people = [i for i in ids if roster.entities[i].kind == "person"]
    sided = [i for i in people if roster.entities[i].side == speaker.side]
    if not people:
        return Identity(None, speaker.side, speaker.role, (file, at))
    entity = roster.entities[(sided or people)[0]]
    side = entity.side if speaker.side is Side.UNKNOWN else speaker.side
    return Identity(entity.id, side, speaker.role or entity.role, entity.id)


def name_voices(
    transcripts: Sequence[Transcript],
    identities: Sequence[Sequence[Identity]],
    pseudonyms: Pseudonyms,
    floor: int,
) -> tuple[tuple[tuple[Voice, ...], ...], tuple[KeyRow, ...]]:
    """Return the voices of each transcript, and the rows of the key that lead back to them."""
    groups = _groups(transcripts, identities)
    given: dict[tuple[int, int] | int, str] = {}
    rows: Counter[tuple[str, str, str]] = Counter()
    voices = []
    for transcript, known in zip(transcripts, identities, strict=True):
        of_file = []
        for at, (speaker, identity) in enumerate(zip(transcript.speakers, known, strict=True)):
            name = _pseudonym(speaker, identity, given, pseudonyms)
            shared = groups[identity.side, role_group(identity.role)] >= floor
            group = role_group(identity.role) if identity.role and shared else WITHHELD
            of_file.append(Voice(name, speaker.part, identity.side, group))
            turns = sum(t.speaker == at for t in transcript.turns)
            rows[name, (speaker.name or speaker.label).reveal(), speaker.part.value] += turns
        voices.append(tuple(of_file))
    key = tuple(KeyRow(p, RawText(n), kind, count) for (p, n, kind), count in rows.items())
    return tuple(voices), key


def _pseudonym(
    speaker: Speaker,
    identity: Identity,
    given: dict[tuple[int, int] | int, str],
    pseudonyms: Pseudonyms,
) -> str:
    if speaker.part is Part.INTERVIEWER:
        return INTERVIEWER
    if speaker.label.reveal() == NOBODY:
        return UNKNOWN_SPEAKER
    if identity.who not in given:
        given[identity.who] = pseudonyms.numbered(speaker.part.value, identity.side)
    return given[identity.who]


def _groups(
    transcripts: Sequence[Transcript], identities: Sequence[Sequence[Identity]]
) -> Counter[tuple[Side, str]]:
    """Count the interviewees, each once, by side and role group."""
    people = {
        identity.who: (identity.side, role_group(identity.role))
        for transcript, known in zip(transcripts, identities, strict=True)
        for speaker, identity in zip(transcript.speakers, known, strict=True)
        if speaker.part is Part.INTERVIEWEE and identity.role
    }
    return Counter(people.values())
