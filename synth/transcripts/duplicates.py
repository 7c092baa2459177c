"""Which transcripts hold the same interview: it must count once, whatever its formats."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Final

from synth.records.people import Part, Side
from synth.records.transcript import Transcript

_SPAN: Final = 4
_ONE_IN: Final = 6
_FEWEST: Final = 40
_ALIKE: Final = 0.6


def find_repeated(transcripts: Sequence[Transcript]) -> dict[int, bool]:
    """Return the positions of transcripts that repeat another one, and whether word for word.

    Of several that hold the same interview, the one that tells the most about its speakers stays;
    among equals the first.
    """
    if len(transcripts) < 2:
        return {}
    prints = [_fingerprint(transcript) for transcript in transcripts]
    best_first = sorted(range(len(transcripts)), key=lambda i: (_rank(transcripts[i]), i))
    kept: list[int] = []
    repeated: dict[int, bool] = {}
    for i in best_first:
        same = next((j for j in kept if _alike(prints[i], prints[j])), None)
        if same is None:
            kept.append(i)
        else:
            repeated[i] = prints[i][0] == prints[same][0]
    return repeated


def _rank(transcript: Transcript) -> tuple[bool, bool, bool]:
    """Order transcripts by what they tell of their speakers, the best first."""
    parts = {speaker.part for speaker in transcript.speakers}
    sides = {speaker.side for speaker in transcript.speakers}
    return len(transcript.speakers) < 2, Part.INTERVIEWER not in parts, sides == {Side.UNKNOWN}


def _fingerprint(transcript: Transcript) -> tuple[int, frozenset[int]]:
    """Return a checksum of all the words, and the checksums of a sample of their neighbourhoods.

    Which words begin a neighbourhood depends on the word alone, so that two files cut differently
    give the same sample.
    """
    words = " ".join(turn.text.reveal() for turn in transcript.turns).casefold().split()
    letters = {word: "".join(filter(str.isalnum, word)) for word in set(words)}
    bare = [letters[word] for word in words if letters[word]]
    begins = {word for word in set(bare) if zlib.crc32(word.encode()) % _ONE_IN == 0}
    spans = (
        zlib.crc32(" ".join(bare[i : i + _SPAN]).encode())
        for i, word in enumerate(bare)
        if word in begins
    )
    return zlib.crc32(" ".join(words).encode()), frozenset(spans)


def _alike(one: tuple[int, frozenset[int]], other: tuple[int, frozenset[int]]) -> bool:
    if one[0] == other[0]:
        return True
    larger = max(len(one[1]), len(other[1]))
    smaller = min(len(one[1]), len(other[1]))
    if smaller < max(_FEWEST, _ALIKE * larger):
        return False
    return len(one[1] & other[1]) >= _ALIKE * larger
