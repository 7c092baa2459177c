"""Kinds of signal that a protocol adds by seed phrases alone.

A sentence is one where it means nearly the same as a seed. How often that is right nobody has
measured, so such a signal is only ever possible: the reviewer sees it, the shared report does not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from synth.records.evidence import Passage, Sentence, Signal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_ALIKE: Final = 0.6
"""Cosine from which on a sentence is held to say what a seed says."""


def find_seeded(
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    vectors: Matrix,
    seeds: Mapping[str, Sequence[str]],
    encode: Callable[[Sequence[str]], Matrix],
) -> tuple[Signal, ...]:
    """Return the possible signals of kinds that are told by seed phrases.

    Args:
        sentences: what the interviewees said.
        passages: the passages cut from them.
        vectors: the meaning of each sentence, shape (sentences, dimensions), rows of length 1.
        seeds: the phrases of each kind, as an interviewee of either side would say them.
        encode: texts to rows like those of `vectors`.
    """
    homes = {at: passage.id for passage in passages for at in passage.sentences}
    found: list[Signal] = []
    for kind, phrases in seeds.items():
        if not phrases or not sentences:
            continue
        alike = vectors @ encode(list(phrases)).T
        for at, sentence in enumerate(sentences):
            seed = int(alike[at].argmax())
            score = float(alike[at, seed])
            if score >= _ALIKE:
                name = f"x{len(found) + 1:04d}"
                found.append(_signal(name, kind, homes.get(at, ""), sentence, phrases[seed], score))
    return tuple(found)


def _signal(name: str, kind: str, home: str, sentence: Sentence, seed: str, score: float) -> Signal:
    return Signal(
        id=name,
        passage=home,
        kind=kind,
        side=sentence.side,
        about="unknown",
        text=sentence.text,
        because=f"reads like “{seed}”",
        origin=sentence.origin,
        score=round(score, 3),
        shown=False,
    )
