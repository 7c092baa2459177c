"""Time the reading of 10 MB of WebVTT against webvtt-py's own parse of the same file.

    python scripts/bench_transcripts.py [--megabytes N] [--runs N]

Both times are CPU seconds of this process, the best of the runs, in the same run: trust the ratio.
`synth` finds speakers, joins turns, takes marks out and accounts for every word; webvtt-py only
parses the cues.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from synth.records.people import Names
from synth.records.review import Review
from synth.records.text import RawText
from synth.transcripts import read_transcripts

_WORDS = (
    "we the partner and agreed to ship it in time but not without a delay so I think that they "
    "know what happened last spring when nobody told us about the new price list and the support "
    "team was asked to answer questions which it could not have known anything about really"
).split()
_SPEAKERS = ("Mira Oduya", "Tobias Lindqvist")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--megabytes", type=float, default=10.0)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "talk.vtt"
        path.write_text(captions(int(options.megabytes * 1_000_000)), encoding="utf-8")
        ours = min(_seconds(lambda: _read(folder)) for _ in range(options.runs))
        theirs = min(_seconds(lambda: _parse(path)) for _ in range(options.runs))
    print(f"{options.megabytes:g} MB of WebVTT, CPU seconds, best of {options.runs}")
    print(f"synth, turns and speakers  {ours:6.2f}")
    print(f"webvtt-py, cues            {theirs:6.2f}")
    print(f"ratio                      {ours / theirs:6.2f}")
    return 0


def captions(size: int) -> str:
    """Return WebVTT of about `size` characters with voice tags, as Teams writes it."""
    chance = random.Random(20260530)
    pieces = ["WEBVTT\n"]
    length, second, who = 0, 0, 0
    while length < size:
        who = who if chance.random() < 0.7 else 1 - who
        said = " ".join(chance.choices(_WORDS, k=chance.randint(6, 16)))
        cue = f"\n{_clock(second)} --> {_clock(second + 4)}\n<v {_SPEAKERS[who]}>{said}.</v>\n"
        pieces.append(cue)
        length, second = length + len(cue), second + 4
    return "".join(pieces)


def _clock(second: int) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.000"


def _read(folder: Path) -> None:
    nobody = RawText("")
    review = Review(folder, (Path("talk.vtt"),), nobody, "", "", "", "", "", Names())
    read, skipped = read_transcripts(review)
    if not read or skipped:
        raise SystemExit("The bench file was not read.")


def _parse(path: Path) -> None:
    import webvtt

    if not webvtt.read(str(path)).captions:
        raise SystemExit("webvtt-py found no cue.")


def _seconds(work: Callable[[], None]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    raise SystemExit(main())
