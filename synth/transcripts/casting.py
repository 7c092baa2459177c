"""Who speaks: labels become speakers, each with a part, a side, a role and a reason.

An interviewer's words must never become evidence, so every part is given by the surest source
there is: people.csv, then the label, then who is left, then who asks the questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from synth.records.people import Part, Person, Side
from synth.records.text import RawText
from synth.records.transcript import NOBODY, Speaker
from synth.transcripts.matching import rows_of
from synth.transcripts.names import (
    code_family,
    is_diarised,
    label_key,
    role_part,
)
from synth.transcripts.questions import Talk, infer_parts, measure_talk
from synth.transcripts.script import UnreadableError, Utterance
from synth.transcripts.spoken import sounds_spoken
from synth.transcripts.voices import Voice, gather_voices

_NOT_TOLD: Final = (
    'No speaker is named in the file. Put "Name:" before each turn, or give the file\'s name in '
    "the file column of people.csv."
)
_NOBODY_TOLD: Final = "no speaker is named in the file"
_UNKNOWN: Final = (
    "No speaker is named in the file: its words are used for themes, as those of one person of "
    'unknown side, questions among them. Put "Name:" before each turn, or give the file\'s name in '
    "the file column of people.csv."
)
_ASKS: Final = "asks "
_MY_COLLEAGUE: Final = re.compile(
    r"\b[Mm]y (?:co-?host|colleague)(?: today)?,?(?: is)? ([A-Z][\w'’-]+)"
)
_UNNAMED: Final = "an unnamed voice beside named ones"
_MUCH: Final = 0.1
_MUCH_UNNAMED: Final = (
    "A tenth or more of the words stand under nobody's name (such as Speaker 2) and are not used. "
    "Put the speaker's name in the file, or under also in people.csv."
)
_ALONE: Final = "Only one speaker is heard in the file: all its words are taken as theirs."
_NO_INTERVIEWER: Final = (
    "No interviewer could be told from the speakers, so all are taken as interviewees. "
    "Name the interviewer in people.csv with side = interviewer."
)
_GUESSED: Final = (
    "Who of the several speakers interviews was told by who asks the questions. "
    "Name the interviewers in people.csv to be sure."
)
_SWAPPED: Final = (
    "The labels may be swapped: whoever asks stands under the name of whoever should answer. Check "
    "the names in the file."
)
_UNMATCHED: Final = (
    "people.csv names an interviewee for this file, but no speaker could be matched to them. "
    "Write their label under also in people.csv."
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of a file, and for each utterance the position of its speaker."""

    speakers: tuple[Speaker, ...]
    spoken_by: tuple[int, ...]
    warnings: tuple[str, ...]


def cast_speakers(
    path: Path,
    utterances: Sequence[Utterance],
    people: Sequence[Person],
    told: Sequence[tuple[str, Part]] = (),
) -> Cast:
    """Return the speakers of a file in the order in which they are first heard.

    Args:
        path: the file, relative to the review folder.
        utterances: what was said; one without label continues the speaker before it.
        people: the rows of people.csv.
        told: parts that the file's own legend tells, by label key.

    Raises:
        UnreadableError: no speaker is named and people.csv does not say whose words these are.
    """
    rows = rows_of(path, people)
    labels = _labels(utterances, rows)
    voices, voice_of = gather_voices(labels, people, path)
    spoken_by = tuple(voice_of[label] for label in labels)
    talks = measure_talk([u.text for u in utterances], spoken_by, len(voices))
    _give_parts(voices, rows, dict(told), talks)
    _introduced(voices, [(who, u.text) for who, u in zip(spoken_by, utterances, strict=True)])
    _give_rows(voices, rows, people)
    warnings = _warnings(voices, rows, talks, path)
    return Cast(tuple(_speaker(voice) for voice in voices), spoken_by, warnings)


def _labels(utterances: Sequence[Utterance], rows: Sequence[Person]) -> list[str]:
    if not any(u.label for u in utterances):
        theirs = [row for row in rows if not row.interviewer]
        if len(theirs) == 1:
            return [theirs[0].name.reveal()] * len(utterances)
        if not sounds_spoken(" ".join(u.text for u in utterances)):
            raise UnreadableError(_NOT_TOLD)
        return [NOBODY] * len(utterances)
    labels: list[str] = []
    for utterance in utterances:
        labels.append(utterance.label or labels[-1])
    return labels


def _give_parts(
    voices: Sequence[Voice],
    rows: Sequence[Person],
    told: dict[str, Part],
    talks: Sequence[Talk],
) -> None:
    for voice in voices:
        _from_people(voice, rows)
        if voice.labels == [NOBODY]:
            voice.part, voice.because = Part.INTERVIEWEE, _NOBODY_TOLD
        if voice.part is None:
            _from_label(voice, told)
    _from_who_is_left(voices)
    infer_parts(voices, talks)
    _unnamed_beside_named(voices)
    _like_the_interviewer(voices)


def _introduced(voices: Sequence[Voice], said: Sequence[tuple[int, str]]) -> None:
    """Let whoever an interviewer calls "my co-host Dan" or "my colleague Dan" interview too."""
    names = {
        label_key(match[1])
        for who, text in said
        if voices[who].part is Part.INTERVIEWER
        for match in _MY_COLLEAGUE.finditer(text)
    }
    for voice in voices:
        guessed = voice.person is None and voice.because.startswith(_ASKS)
        named = any(label_key(word) in names for word in voice.labels[0].split())
        if names and guessed and named and voice.part is Part.INTERVIEWEE:
            voice.part, voice.because = Part.INTERVIEWER, "the interviewer presents them as theirs"


def _from_people(voice: Voice, rows: Sequence[Person]) -> None:
    if voice.person is None:
        return
    if voice.person.interviewer:
        voice.part, voice.because = Part.INTERVIEWER, "people.csv names them as interviewer"
    elif voice.person in rows:
        voice.part, voice.because = Part.INTERVIEWEE, "people.csv gives this file to them"
    elif voice.person.side is not Side.UNKNOWN:
        voice.part, voice.because = Part.INTERVIEWEE, "people.csv knows them, not as interviewer"


def _from_label(voice: Voice, told: dict[str, Part]) -> None:
    for label in voice.labels:
        legend = told.get(label_key(label))
        part = legend or role_part(label)
        if part:
            voice.part = part
            voice.because = "the head of the file says so" if legend else "their label says so"
            return


def _unnamed_beside_named(voices: Sequence[Voice]) -> None:
    # Diarisation invents "Speaker 2" for words of anybody, the interviewer's too.
    named = any(v.part is Part.INTERVIEWEE and not is_diarised(v.labels[0]) for v in voices)
    for voice in voices:
        answers = voice.part is Part.INTERVIEWEE and voice.because.startswith(_ASKS)
        if named and answers and is_diarised(voice.labels[0]):
            voice.part, voice.because = Part.BYSTANDER, _UNNAMED


def _like_the_interviewer(voices: Sequence[Voice]) -> None:
    families = {code_family(v.labels[0]) for v in voices if v.part is Part.INTERVIEWER} - {""}
    told = {code_family(v.labels[0]) for v in voices if role_part(v.labels[0])}
    alike = [
        v
        for v in voices
        if v.part is not Part.INTERVIEWER and code_family(v.labels[0]) in families - told
    ]
    if all(v in alike for v in voices if v.part is Part.INTERVIEWEE):
        return  # "Person 1" and "Person 2": the label tells nothing
    for voice in alike:
        voice.part, voice.because = Part.INTERVIEWER, "labelled like the interviewer"


def _from_who_is_left(voices: Sequence[Voice]) -> None:
    open_voices = [v for v in voices if v.part is None]
    if len(open_voices) != 1:
        return
    (last,) = open_voices
    parts = {v.part for v in voices if v.part}
    if Part.INTERVIEWER not in parts and Part.INTERVIEWEE in parts and last.person is None:
        last.part, last.because = Part.INTERVIEWER, "the only speaker besides the interviewee"
    elif Part.INTERVIEWER in parts and Part.INTERVIEWEE not in parts:
        last.part, last.because = Part.INTERVIEWEE, "the only speaker besides the interviewer"
    elif Part.INTERVIEWER in parts and last.person is not None:
        last.part, last.because = Part.INTERVIEWEE, "people.csv knows them, not as interviewer"


def _give_rows(
    voices: Sequence[Voice],
    rows: Sequence[Person],
    people: Sequence[Person],
) -> None:
    """Give each voice its row: the matched person, or the file's own row where nobody matched."""
    taken = [v.person for v in voices if v.person]
    for voice in voices:
        voice.row = voice.person
    unnamed = [v for v in voices if v.person is None and v.part is Part.INTERVIEWEE]
    free = [row for row in rows if row not in taken and not row.interviewer]
    if len(unnamed) == 1 and len(free) == 1:
        unnamed[0].row = free[0]
    interviewers = [p for p in people if p.interviewer]
    asking = [v for v in voices if v.part is Part.INTERVIEWER]
    if len(asking) == 1 and len(interviewers) == 1 and asking[0].person is None:
        asking[0].row = interviewers[0]


def _warnings(
    voices: Sequence[Voice], rows: Sequence[Person], talks: Sequence[Talk], path: Path
) -> tuple[str, ...]:
    found = [_about_parts(voices)]
    if _look_swapped(voices, talks) or _named_after_interviewer(voices, path):
        found.append(_SWAPPED)
    unused = sum(t.words_share for v, t in zip(voices, talks, strict=True) if v.because == _UNNAMED)
    if unused >= _MUCH:
        found.append(_MUCH_UNNAMED)
    if rows and not any(v.row in rows for v in voices):
        found.append(_UNMATCHED)
    return tuple(warning for warning in found if warning)


def _about_parts(voices: Sequence[Voice]) -> str:
    if len(voices) == 1:
        return _UNKNOWN if voices[0].because == _NOBODY_TOLD else _ALONE
    if not any(v.part is Part.INTERVIEWER for v in voices):
        return _NO_INTERVIEWER
    heard = sum(v.part is not Part.BYSTANDER for v in voices)
    return _GUESSED if heard > 2 and any(_guessed(v) for v in voices) else ""


def _guessed(voice: Voice) -> bool:
    return voice.part is Part.INTERVIEWER and voice.because.startswith(_ASKS)


def _look_swapped(voices: Sequence[Voice], talks: Sequence[Talk]) -> bool:
    asking = [t for v, t in zip(voices, talks, strict=True) if v.part is Part.INTERVIEWER]
    telling = [t for v, t in zip(voices, talks, strict=True) if v.part is Part.INTERVIEWEE]
    words_asking, words_telling = sum(t.words for t in asking), sum(t.words for t in telling)
    asked, answered = sum(t.questions for t in asking), sum(t.questions for t in telling)
    return words_asking > 3 * words_telling > 0 and asked * 1.5 < answered


def _named_after_interviewer(voices: Sequence[Voice], path: Path) -> bool:
    """Tell whether the file bears the name of the speaker who seems to interview, and no other's.

    An interview is named after the interviewee.
    """
    stem = label_key(path.stem)
    named = [v for v in voices if len(key := label_key(v.labels[0])) > 5 and key in stem]
    return len(named) == 1 and _guessed(named[0])


def _speaker(voice: Voice) -> Speaker:
    row = voice.row
    label = "; ".join(dict.fromkeys(_single_spaced(label) for label in voice.labels))
    named = row.name if row else None
    return Speaker(
        label=RawText(label),
        part=voice.part or Part.INTERVIEWEE,
        side=row.side if row else Side.UNKNOWN,
        role=row.role if row else "",
        name=named,
        because=voice.because,
    )


def _single_spaced(label: str) -> str:
    return " ".join(label.split())
