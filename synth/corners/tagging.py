"""Give every sentence its corner and stance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.corners.context import (
    STANCE,
    corner_in_context,
    in_context,
    log_odds_of,
    with_lent_stance,
)
from synth.corners.head import Heads
from synth.records.evidence import NO_CORNER, Sentence, Tag

Matrix = NDArray[np.float32]
_UNSURE: Final = 0.3
"""A corner less likely than this is not claimed: the sentence belongs to none."""
_LIKE: Final = 0.6
_PULL: Final = 10.0
"""Likeness (cosine) from which a sentence is drawn to an added seed, and the log-odds a unit more.

At 0.6 two sentences of MiniLM's say nearly the same; a word-for-word match gains odds of 50."""


def tag_corners(
    sentences: Sequence[Sentence],
    vectors: Matrix,
    questions: Matrix,
    heads: Heads,
    read: Matrix,
) -> tuple[Tag, ...]:
    """Return one tag a sentence, read in its place (question, neighbours, whole answer).

    Args:
        sentences: every sentence of the review, in order.
        vectors: one unit vector a sentence, shape (sentences, dimensions).
        questions: one unit vector a sentence for the question it answers, the same shape.
        heads: the protocol's heads.
        read: the reader's vectors, one a sentence, shape (sentences, dimensions).
    """
    if not sentences:
        return ()
    if heads.in_place:
        logs = (heads.in_place.corner.log_odds(read), heads.in_place.stance.log_odds(read))
        corner, stance = (np.exp(log) for log in _pulled(logs, vectors, heads))
    else:
        corner, stance = _read_alone(heads, sentences, vectors, questions, read)
    names = (heads.alone.corner.classes, heads.alone.stance.classes)
    return tuple(_tag(c, s, *names) for c, s in zip(corner, stance, strict=True))


def _read_alone(
    heads: Heads, sentences: Sequence[Sentence], vectors: Matrix, questions: Matrix, read: Matrix
) -> tuple[Matrix, Matrix]:
    """Return the same from heads that read a sentence alone, put into place afterwards."""
    answers = np.array([s.answer for s in sentences], dtype=np.int64)
    asked = np.array([[bool(s.question)] for s in sentences], dtype=np.float32)
    (corner, asked_corner), (stance, asked_stance) = (
        (head.log_odds(vectors), head.log_odds(questions) * asked)
        for head in (heads.alone.corner, heads.alone.stance)
    )
    background = None
    if heads.lent and heads.lent.in_place:
        background = log_odds_of(heads.lent.in_place.corner.log_odds(read)[:, -1])
        stance = with_lent_stance(stance, heads.lent.alone.stance.log_odds(vectors))
    return (
        corner_in_context(corner, asked_corner, answers, background=background),
        in_context(stance, asked_stance, answers, STANCE),
    )


def _pulled(logs: tuple[Matrix, Matrix], vectors: Matrix, heads: Heads) -> tuple[Matrix, Matrix]:
    """Pull sentences that are like an added seed towards its corner and stance."""
    if not heads.added or not len(heads.added.corners):
        return logs
    near = np.maximum(vectors @ heads.added.vectors.T - _LIKE, 0) * _PULL
    corner = _with_pull(logs[0], near, heads.added.corners, heads.alone.corner.classes)
    return corner, _with_pull(logs[1], near, heads.added.stances, heads.alone.stance.classes)


def _with_pull(logs: Matrix, near: Matrix, labels: Sequence[str], classes: Sequence[str]) -> Matrix:
    total = logs.copy()
    for column, name in enumerate(classes):
        own = [at for at, label in enumerate(labels) if label == name]
        if own:
            total[:, column] += near[:, own].max(axis=1)
    return np.asarray(total - np.log(np.exp(total).sum(axis=1, keepdims=True)), dtype=np.float32)


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
