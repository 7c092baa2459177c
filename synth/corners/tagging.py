"""Give every sentence its corner and stance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.corners.context import CORNER, STANCE, in_context
from synth.corners.head import Heads
from synth.records.evidence import NO_CORNER, Sentence, Tag

Matrix = NDArray[np.float32]
_UNSURE: Final = 0.35
"""A corner less likely than this is not claimed: the sentence belongs to none."""


def tag_corners(
    sentences: Sequence[Sentence], vectors: Matrix, questions: Matrix, heads: Heads
) -> tuple[Tag, ...]:
    """Return one tag a sentence, read in its place (question, neighbours, whole answer).

    Args:
        sentences: every sentence of the review, in order.
        vectors: one unit vector a sentence, shape (sentences, dimensions).
        questions: one unit vector a sentence for the question it answers, the same shape.
        heads: the protocol's heads.
    """
    if not sentences:
        return ()
    answers = np.array([s.answer for s in sentences], dtype=np.int64)
    asked = np.array([bool(s.question) for s in sentences], dtype=np.float32)[:, None]
    corner = in_context(
        heads.corner.log_odds(vectors), heads.corner.log_odds(questions) * asked, answers, CORNER
    )
    stance = in_context(
        heads.stance.log_odds(vectors), heads.stance.log_odds(questions) * asked, answers, STANCE
    )
    return tuple(_tag(c, s, heads) for c, s in zip(corner, stance, strict=True))


def _tag(corner: Matrix, stance: Matrix, heads: Heads) -> Tag:
    best = int(corner.argmax())
    name, p = heads.corner.classes[best], float(corner[best])
    if p < _UNSURE and name != NO_CORNER:
        return Tag(NO_CORNER, p, "neutral", float(stance.max()), "no corner is likely enough")
    if name == NO_CORNER:
        return Tag(NO_CORNER, p, "neutral", float(stance.max()), "reads like background talk")
    mood = int(stance.argmax())
    return Tag(
        name,
        p,
        heads.stance.classes[mood],
        float(stance[mood]),
        f"closest to the protocol's {heads.stance.classes[mood]} phrases for this corner, "
        "read with its answer and question",
    )
