"""How likely two passages speak of one theme, judged as the writers of labelled reviews judged it.

Every pair of passages is compared in several ways: by meaning, by the question asked, by the rare
words of their answers, by the corner they speak to, by whether they were said in one breath. A
logistic regression over these likenesses, fitted on pairs from labelled reviews
(`scripts/fit_themes.py`; scores in models/README.md), gives the odds of one theme.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from synth.records.evidence import Passage
from synth.records.pseudonym import PSEUDONYM
from synth.records.vectors import unit
from synth.themes.weights import BIAS, WEIGHTS

Matrix = NDArray[np.float32]
Likeness = Callable[[], Matrix]
_BREATH: Final = 2.0
"""Passages of one answer stand the closer, the fewer sentences lie between them."""


def same_theme(
    passages: Sequence[Passage], vectors: Matrix, questions: Matrix, read: Matrix
) -> Matrix:
    """Return the probability that two passages share a theme, shape (passages, passages).

    Args:
        passages: what is to be compared.
        vectors: one unit vector a passage of the packaged encoder.
        questions: the same for the question that each answers.
        read: one unit vector a passage from the reader, which has seen the whole answer.
    """
    total = np.full((len(passages), len(passages)), BIAS, dtype=np.float32)
    for name, likeness in likenesses(passages, vectors, questions, read).items():
        total += np.float32(WEIGHTS[name]) * likeness()
    odds: Matrix = np.asarray(1 / (1 + np.exp(-total)), dtype=np.float32)
    return odds


def likenesses(
    passages: Sequence[Passage], vectors: Matrix, questions: Matrix, read: Matrix
) -> Mapping[str, Likeness]:
    """Return the ways of comparing, each made when asked for: a table of pairs takes its room."""
    answers = answer_numbers(passages)
    whole, read_whole = mean_by(answers, vectors), mean_by(answers, read)
    told = [PSEUDONYM.sub(" ", p.text).lower() for p in passages]
    by_answer: dict[int, list[str]] = defaultdict(list)
    for answer, words in zip(answers, told, strict=True):
        by_answer[answer].append(words)
    told_whole = [" ".join(by_answer[answer]) for answer in answers]
    corners = np.array([p.tag.corner for p in passages])
    sure = np.array([p.tag.corner_p for p in passages], dtype=np.float32)
    interviews = np.array([p.interview for p in passages])
    places = np.array([p.sentences[0] for p in passages])

    def same(values: NDArray[Any]) -> Matrix:
        return np.asarray(np.equal.outer(values, values), dtype=np.float32)

    return {
        "own words' meaning": lambda: vectors @ vectors.T,
        "answers' meaning": lambda: whole @ whole.T,
        "questions' meaning": lambda: questions @ questions.T,
        "own words as read": lambda: read @ read.T,
        "answers as read": lambda: read_whole @ read_whole.T,
        "own rare words": lambda: shared_words(told),
        "answers' rare words": lambda: shared_words(told_whole),
        "same corner": lambda: same(corners) * np.sqrt(np.outer(sure, sure)),
        "same answer": lambda: same(answers),
        "same breath": lambda: (
            same(answers) * np.exp(-np.abs(np.subtract.outer(places, places)) / _BREATH)
        ).astype(np.float32),
        "same interview": lambda: same(interviews),
    }


def answer_numbers(passages: Sequence[Passage]) -> NDArray[np.int64]:
    """Return for each passage the number of the answer it was said in."""
    numbers: dict[tuple[str, int], int] = {}
    return np.array(
        [numbers.setdefault((p.interview, p.origin.turn), len(numbers)) for p in passages],
        dtype=np.int64,
    )


def mean_by(groups: NDArray[np.int64], rows: Matrix) -> Matrix:
    """Return for each row the mean of its group's rows, of length 1."""
    sums = np.zeros((int(groups.max(initial=-1)) + 1, rows.shape[1]), dtype=np.float32)
    np.add.at(sums, groups, rows)
    return np.asarray(unit(sums)[groups], dtype=np.float32)


def shared_words(texts: Sequence[str]) -> Matrix:
    """Return the cosines of the texts' words, rare words weighing most (TF-IDF)."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    seen = TfidfVectorizer(
        stop_words="english", sublinear_tf=True, token_pattern=r"[a-z]{3,}", dtype=np.float32
    )
    try:
        words = seen.fit_transform(texts)
    except ValueError:  # nothing but stop words
        return np.zeros((len(texts), len(texts)), dtype=np.float32)
    return np.asarray((words @ words.T).toarray(), dtype=np.float32)
