"""Read a folder of real transcripts and print what was used, kept and understood.

    python scripts/score_transcripts.py FOLDER [--expected FILE.toml] [--json]

FOLDER holds a folder a source; every file below it is read on its own, without people.csv. With a
hand-made list (tests/data/transcripts/expected.toml unless told otherwise) speakers, interviewers,
first and last words of turns are held against it. Then all files are read as one review, to show
which hold the same interview. Exit codes: 0 scored; 1 a file made the reader fail.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.transcript_gold import (
    Expected,
    Tally,
    interviewer_right,
    load_expected,
    speakers_right,
    turns_right,
)
from synth.records.people import Names
from synth.records.review import Review
from synth.records.text import RawText
from synth.records.transcript import Skipped, Transcript
from synth.transcripts import read_transcripts

EXPECTED = Path(__file__).resolve().parents[1] / "tests" / "data" / "transcripts" / "expected.toml"
_KEYS = ("speakers", "interviewer", "turn starts", "turn ends")


@dataclass(slots=True)
class Source:
    """What became of the files of one source."""

    used: int = 0
    skipped: int = 0
    failed: int = 0
    words_in: int = 0
    words_kept: int = 0
    unaccounted: int = 0
    forms: set[str] = field(default_factory=set)
    left_out: Counter[str] = field(default_factory=Counter)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    sources, read, reasons = score_files(options.folder)
    scores = score_expected(load_expected(options.expected), read)
    repeated = sum(
        "words as another transcript" in s.reason
        for s in _read(options.folder, tuple(sorted(Path(path) for path in read)))[1]
    )
    if options.json:
        print(json.dumps(_as_json(sources, scores, repeated), indent=2))
    else:
        _print_all(sources, scores, reasons, repeated)
    return int(any(source.failed for source in sources.values()))


def score_files(
    folder: Path,
) -> tuple[dict[str, Source], dict[str, Transcript], list[tuple[str, str]]]:
    """Read every file below a folder on its own.

    Returns:
        the sources by name, the transcripts by path, and (path, reason) of every skipped file.
    """
    sources: dict[str, Source] = {}
    read: dict[str, Transcript] = {}
    reasons: list[tuple[str, str]] = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.parent != folder):
        name = path.relative_to(folder)
        source = sources.setdefault(name.parts[0], Source())
        try:
            transcripts, skipped = _read(folder, (name,))
        except Exception as error:  # the very thing that must never happen: count it, and go on
            source.failed += 1
            reasons.append((name.as_posix(), f"FAILED with {type(error).__name__}"))
            continue
        source.used += bool(transcripts)
        source.skipped += not transcripts
        reasons += [(s.path.as_posix(), s.reason) for s in skipped]
        for transcript in transcripts:
            read[transcript.path.as_posix()] = transcript
            _count(source, transcript)
    return sources, read, reasons


def score_expected(expected: Sequence[Expected], read: dict[str, Transcript]) -> dict[str, Tally]:
    """Return how much of the hand-made list is right; a file that was not read is all wrong."""
    scores = dict.fromkeys(_KEYS, Tally())
    for row in expected:
        if row.path not in read:
            scores["speakers"] += Tally(0, 1, (f"{row.path}: not read",))
            continue
        transcript = read[row.path]
        scores["speakers"] += speakers_right(row, transcript)
        scores["interviewer"] += interviewer_right(row, transcript)
        scores["turn starts"] += turns_right(row, transcript, ends=False)
        scores["turn ends"] += turns_right(row, transcript, ends=True)
    return scores


def _read(
    folder: Path, files: tuple[Path, ...]
) -> tuple[tuple[Transcript, ...], tuple[Skipped, ...]]:
    nobody = RawText("")
    return read_transcripts(Review(folder, files, nobody, "", "", "", "", "", Names()))


def _count(source: Source, transcript: Transcript) -> None:
    kept = sum(transcript.words_of(i) for i in range(len(transcript.speakers)))
    left_out = sum(part.words for part in transcript.left_out)
    source.words_in += transcript.words_in
    source.words_kept += kept
    source.unaccounted += abs(transcript.words_in - kept - left_out)
    source.forms.add(transcript.exporter or transcript.format)
    source.left_out.update({part.reason: part.words for part in transcript.left_out})


def _print_all(
    sources: dict[str, Source],
    scores: dict[str, Tally],
    reasons: Sequence[tuple[str, str]],
    repeated: int,
) -> None:
    row = "{:34} {:>5} {:>8} {:>7} {:>9} {:>9} {:>11}  {}"
    print(row.format("source", "used", "skipped", "failed", "words in", "kept", "unaccounted", ""))
    for name, s in sources.items():
        forms = ", ".join(sorted(s.forms))
        numbers = (s.used, s.skipped, s.failed, s.words_in, s.words_kept, s.unaccounted)
        print(row.format(name, *numbers, forms))
    whole = [sum(getattr(s, key) for s in sources.values()) for key in Source.__slots__[:6]]
    print(row.format("all", *whole, ""))
    left_out = sum((s.left_out for s in sources.values()), Counter[str]())
    print("\nLeft out:", "; ".join(f"{reason} {words}" for reason, words in left_out.most_common()))
    print(f"Read as one review, {repeated} files repeat an interview that another one holds.")
    print("\nSkipped:")
    for path, reason in reasons:
        print(f"  {path}: {reason}")
    print("\nAgainst the hand-made list:")
    for key, tally in scores.items():
        share = "-" if tally.share is None else f"{tally.share:.1%}"
        print(f"  {key:12} {tally.right:4} of {tally.total:4}  {share}")
        for miss in tally.misses:
            print(f"      {miss}")


def _as_json(
    sources: dict[str, Source], scores: dict[str, Tally], repeated: int
) -> dict[str, object]:
    totals = {key: sum(getattr(s, key) for s in sources.values()) for key in Source.__slots__[:6]}
    shares = {key: tally.share for key, tally in scores.items()}
    return {**totals, "repeated": repeated, "right": shares}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--expected", type=Path, default=EXPECTED, metavar="FILE.toml")
    parser.add_argument("--json", action="store_true")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
