"""`synth check`: what a run would find in a folder. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from synth.cli.arguments import ReviewFolder, TableAsJson
from synth.cli.console import count, printable, shown, table, tell, tell_json
from synth.cli.progress import Stages
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.records.review import Review
    from synth.records.transcript import Skipped, Speaker, Transcript

_NO_SIDE = "unknown"
_NOBODY = "no speaker is named in the file"


def check(folder: ReviewFolder, as_json: TableAsJson = False) -> None:
    """Say what a run would find in FOLDER; write nothing.

    Files, speakers, sides, words, and what is missing. The names of speakers are shown: keep
    the output private.
    """
    with Stages() as stages:
        stages.report("Reading the transcripts", 0.0)
        from synth.review import load_review
        from synth.transcripts import read_transcripts

        review = load_review(folder)
        transcripts, skipped = read_transcripts(review)
        stages.report("Reading the transcripts", 1.0)
    files = tuple(s for s in skipped if s.turn is None)
    if as_json:
        tell_json(_as_json(review, transcripts, files))
    else:
        _tell_all(review, transcripts, files)
    if not transcripts:
        raise SynthError(f"No file in {folder} can be read as a transcript: see the reasons above.")


def _tell_all(
    review: Review, transcripts: Sequence[Transcript], skipped: Sequence[Skipped]
) -> None:
    read = count(len(transcripts), "transcript")
    tell(f"{read} can be read, {count(len(skipped), 'file')} can not.")
    for transcript in transcripts:
        tell(f"\n{shown(transcript.path)}  {_about(transcript)}")
        for line in table([_cells(transcript, at) for at in range(len(transcript.speakers))]):
            tell(f"  {line}")
        for part in transcript.left_out:
            tell(f"  - {count(part.words, 'word')} left out: {part.reason}")
        for warning in transcript.warnings:
            tell(f"  ! {printable(warning)}")
    _tell_list("\nNot readable:", [f"{shown(s.path)}: {s.reason}" for s in skipped])
    _tell_list("\nMissing:", missing(review, transcripts))
    _tell_list("\nA run would assume:", review.assumptions)


def _tell_list(heading: str, lines: Sequence[str]) -> None:
    if lines:
        tell(heading)
    for line in lines:
        tell(f"  {printable(line)}")


def _about(transcript: Transcript) -> str:
    form = transcript.format
    if transcript.exporter and transcript.exporter != form:
        form = f"{form} ({transcript.exporter})"
    length = _length_s(transcript)
    told = [form, f"language {transcript.language}", count(_words(transcript), "word")]
    told += [f"{count(round(length / 60), 'minute')}"] if length else []
    left_out = sum(part.words for part in transcript.left_out)
    return ", ".join(told) + (f"; {count(left_out, 'word')} left out" if left_out else "")


def _words(transcript: Transcript) -> int:
    return sum(transcript.words_of(at) for at in range(len(transcript.speakers)))


def _length_s(transcript: Transcript) -> float:
    """Return when the last turn with a time begins, in seconds; 0 where no time is told."""
    return max((turn.start_s or 0.0 for turn in transcript.turns), default=0.0)


def _cells(transcript: Transcript, at: int) -> tuple[str, ...]:
    speaker = transcript.speakers[at]
    words = transcript.words_of(at)
    return (
        printable(speaker.label.reveal()),
        speaker.part.value,
        f"side {speaker.side.value}" if _has_side(speaker) else "",
        count(words, "word"),
        f"{_share(transcript, at):.0%}",
        printable(speaker.because),
    )


def _share(transcript: Transcript, at: int) -> float:
    total = sum(len(turn.text.reveal().split()) for turn in transcript.turns)
    return transcript.words_of(at) / total if total else 0.0


def missing(review: Review, transcripts: Sequence[Transcript]) -> list[str]:
    """Return what a reviewer should add before a run, a sentence each, without names."""
    from synth.review import missing_settings

    lines = [
        f"There is no {name}: `synth init` or a run writes one to fill in."
        for name in missing_settings(review.folder)
    ]
    for transcript in transcripts:
        lines += _missing_in(transcript)
    known = {path.name for path in review.files}
    gone = sorted({p.file for p in review.names.people if p.file and p.file not in known})
    return lines + [f"people.csv names the file {file}, which is not here." for file in gone]


def _missing_in(transcript: Transcript) -> list[str]:
    from synth.records.people import Part

    path = shown(transcript.path)
    asked = [s for s in transcript.speakers if s.part is Part.INTERVIEWEE]
    lines = []
    if not asked:
        lines.append(f"{path} has no interviewee: name one in people.csv, column file.")
    if any(speaker.because == _NOBODY for speaker in asked):
        return lines  # its warning says what to do
    if any(not _has_side(s) for s in asked):
        lines.append(f"{path}: an interviewee has no side. Give it in people.csv.")
    if not any(s.part is Part.INTERVIEWER for s in transcript.speakers):
        lines.append(
            f"{path}: no interviewer was found, so every speaker counts as evidence. "
            "Name the interviewer in people.csv."
        )
    return lines


def _has_side(speaker: Speaker) -> bool:
    return speaker.side.value != _NO_SIDE


def _as_json(
    review: Review, transcripts: Sequence[Transcript], skipped: Sequence[Skipped]
) -> dict[str, object]:
    return {
        "files": [_file(transcript) for transcript in transcripts],
        "skipped": [{"file": s.path.as_posix(), "reason": s.reason} for s in skipped],
        "missing": missing(review, transcripts),
        "assumptions": list(review.assumptions),
    }


def _file(transcript: Transcript) -> dict[str, object]:
    return {
        "file": transcript.path.as_posix(),
        "format": transcript.format,
        "exporter": transcript.exporter,
        "language": transcript.language,
        "length_s": _length_s(transcript) or None,
        "turns": len(transcript.turns),
        "words_in": transcript.words_in,
        "words": _words(transcript),
        "left_out": {part.reason: part.words for part in transcript.left_out},
        "speakers": [_speaker(transcript, at) for at in range(len(transcript.speakers))],
        "warnings": list(transcript.warnings),
    }


def _speaker(transcript: Transcript, at: int) -> dict[str, object]:
    speaker = transcript.speakers[at]
    return {
        "label": speaker.label.reveal(),
        "part": speaker.part.value,
        "side": speaker.side.value,
        "role": speaker.role,
        "words": transcript.words_of(at),
        "share": round(_share(transcript, at), 3),
        "because": speaker.because,
    }
