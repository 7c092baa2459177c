"""Give every sentence its corner and stance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.corners.context import CORNER, STANCE, in_context
from synth.corners.head import Heads, Pair
from synth.corners.reader import Said, read_in_place
from synth.records.evidence import NO_CORNER, Sentence, Tag
from synth.records.pseudonym import as_words

Matrix = NDArray[np.float32]
_UNSURE: Final = 0.3
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
    if heads.in_place:
        corner, stance = _read_in_place(heads.in_place, sentences, heads.weights)
    else:
        corner, stance = _read_alone(heads.alone, sentences, vectors, questions)
    names = (heads.alone.corner.classes, heads.alone.stance.classes)
    return tuple(_tag(c, s, *names) for c, s in zip(corner, stance, strict=True))


def _read_in_place(
    pair: Pair, sentences: Sequence[Sentence], weights: Path | None
) -> tuple[Matrix, Matrix]:
    """Return the probabilities of corners and stances, shape (sentences, classes) each."""
    said = [
        Said(as_words(s.text, s.side.value), as_words(s.question, s.side.value), s.answer)
        for s in sentences
    ]
    rows = read_in_place(said, weights)
    return np.exp(pair.corner.log_odds(rows)), np.exp(pair.stance.log_odds(rows))


def _read_alone(
    pair: Pair, sentences: Sequence[Sentence], vectors: Matrix, questions: Matrix
) -> tuple[Matrix, Matrix]:
    """Return the same from heads that read a sentence alone, put into place afterwards."""
    answers = np.array([s.answer for s in sentences], dtype=np.int64)
    asked = np.array([[bool(s.question)] for s in sentences], dtype=np.float32)
    corner, stance = (
        in_context(head.log_odds(vectors), head.log_odds(questions) * asked, answers, weights)
        for head, weights in ((pair.corner, CORNER), (pair.stance, STANCE))
    )
    return corner, stance


def _tag(corner: Matrix, stance: Matrix, corners: tuple[str, ...], stances: tuple[str, ...]) -> Tag:
    best, mood = int(corner.argmax()), int(stance.argmax())
    name, p, mood_p = corners[best], float(corner[best]), float(stance[mood])
    if name == NO_CORNER:
        return Tag(NO_CORNER, p, "neutral", mood_p, "reads like background talk")
    if p < _UNSURE:
        return Tag(NO_CORNER, 1 - p, "neutral", mood_p, "no corner is likely enough")
    because = f"reads like what people say of this corner as a {stances[mood]}"
    if stances[mood] == "neutral":
        because = "reads like what people say of this corner without judging it"
    return Tag(name, p, stances[mood], mood_p, f"{because}, seen with its answer and question")
