"""The front door: every file of a review becomes a transcript, or a reason why not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from synth.records.people import Part, Person
from synth.records.review import Review
from synth.records.text import RawText
from synth.records.transcript import LeftOut, Skipped, Transcript, Turn
from synth.transcripts.archives import open_files
from synth.transcripts.casting import Cast, cast_speakers
from synth.transcripts.duplicates import find_repeated
from synth.transcripts.language import foreign_language
from synth.transcripts.matching import known_labels
from synth.transcripts.noise import clean_speech
from synth.transcripts.readers import reader_of
from synth.transcripts.script import BEFORE, Opened, Script, Tally, UnreadableError, Utterance

MIN_WORDS: Final = 20
_TWICE: Final = (
    "It holds the same words as another transcript of the review. Remove one of the two files."
)
_NEARLY: Final = (
    "It holds nearly the same words as another transcript of the review, which is used. Remove one "
    "of the two files."
)


def read_transcripts(review: Review) -> tuple[tuple[Transcript, ...], tuple[Skipped, ...]]:
    """Read every file of a review, in the review's order.

    A file that cannot be used becomes a `Skipped` with the reason; nothing is raised for it.
    """
    read: list[Transcript] = []
    skipped: list[tuple[int, Skipped]] = []
    places: list[int] = []
    for place, path in enumerate(review.files):
        for inner, opened in open_files(review.folder, path):
            try:
                read.append(_read_file(inner, opened, review.names.people))
                places.append(place)
            except UnreadableError as reason:
                skipped.append((place, Skipped(inner, str(reason))))
    repeated = find_repeated(read)
    for i, wholly in repeated.items():
        skipped.append((places[i], Skipped(read[i].path, _TWICE if wholly else _NEARLY)))
    skipped.sort(key=lambda item: (item[0], item[1].path))
    kept = tuple(transcript for i, transcript in enumerate(read) if i not in repeated)
    return kept, tuple(reason for _, reason in skipped)


def _read_file(
    path: Path, opened: Opened | UnreadableError, people: Sequence[Person]
) -> Transcript:
    if isinstance(opened, UnreadableError):
        raise opened
    opened = replace(opened, names=known_labels(people))
    script = reader_of(opened).read(opened)
    utterances = tuple(_speech(script))
    if not utterances:
        raise UnreadableError("No speech was found in the file. Check that it is a transcript.")
    _refuse_foreign(utterances)
    cast = cast_speakers(path, utterances, people, script.parts)
    turns = _joined(utterances, cast)
    transcript = Transcript(
        path=path,
        format=script.format,
        exporter=script.exporter,
        sha256=hashlib.sha256(opened.data).hexdigest(),
        speakers=cast.speakers,
        turns=turns,
        left_out=_left_out(script.tally),
        words_in=script.tally.words_in,
        warnings=script.warnings + cast.warnings,
    )
    _refuse_short(transcript)
    return transcript


def _speech(script: Script) -> Iterator[Utterance]:
    """Yield what was said, cleaned; words before anybody is named are left out."""
    named = any(u.label for u in script.utterances)
    label: str | None = None
    start_s: float | None = None
    for utterance in script.utterances:
        start_s = utterance.start_s if utterance.start_s is not None else start_s
        label = utterance.label or label
        text = clean_speech(utterance.text, script.tally)
        if named and label is None:
            script.tally.leave(text, BEFORE)
        elif text:
            yield Utterance(label, text, start_s)
            start_s = None


def _joined(utterances: Sequence[Utterance], cast: Cast) -> tuple[Turn, ...]:
    runs: list[tuple[int, list[str], float | None]] = []
    for utterance, speaker in zip(utterances, cast.spoken_by, strict=True):
        if runs and runs[-1][0] == speaker:
            runs[-1][1].append(utterance.text)
        else:
            runs.append((speaker, [utterance.text], utterance.start_s))
    return tuple(
        Turn(index, speaker, RawText(" ".join(texts)), start_s)
        for index, (speaker, texts, start_s) in enumerate(runs)
    )


def _left_out(tally: Tally) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(words, reason) for reason, words in sorted(tally.left.items()) if words)


def _refuse_foreign(utterances: Sequence[Utterance]) -> None:
    language = foreign_language(" ".join(u.text for u in utterances))
    if language:
        raise UnreadableError(
            f"The transcript seems to be in {language}; only English is understood. "
            "Put an English translation in its place."
        )


def _refuse_short(transcript: Transcript) -> None:
    words = sum(
        transcript.words_of(i)
        for i, speaker in enumerate(transcript.speakers)
        if speaker.part is Part.INTERVIEWEE
    )
    if words < MIN_WORDS:
        raise UnreadableError(
            f"The interviewee says only {words} words, too few to be evidence. Check that the "
            "transcript is complete and that people.csv names the interviewer."
        )
