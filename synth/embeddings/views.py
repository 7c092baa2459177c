"""What is encoded of sentences, and how passages get their vectors without being encoded again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from synth.embeddings.cache import VectorCache
from synth.embeddings.encoder import Encoder, embed
from synth.records.evidence import Passage, Sentence
from synth.records.pseudonym import as_words
from synth.records.vectors import unit

Matrix = NDArray[np.float32]


def bind(
    encoder: Encoder, cache: VectorCache, progress: Callable[[float], None]
) -> Callable[[Sequence[str]], Matrix]:
    """Return the encoder as a function of texts, with its cache and progress built in."""
    return lambda texts: embed(texts, encoder, cache, progress)


def sentence_texts(sentences: Sequence[Sentence]) -> list[str]:
    """Return each sentence with its pseudonyms in plain words, as the encoder should see it."""
    return [as_words(s.text, s.side.value) for s in sentences]


def question_texts(sentences: Sequence[Sentence]) -> list[str]:
    """Return the question that each sentence answers, likewise; empty where none was asked."""
    return [as_words(s.question, s.side.value) for s in sentences]


def pooled(passages: Sequence[Passage], vectors: Matrix) -> Matrix:
    """Return one unit vector a passage: the mean of its sentences'."""
    if not passages:
        return np.zeros((0, vectors.shape[1]), dtype=np.float32)
    means = np.stack([vectors[list(p.sentences)].mean(axis=0) for p in passages])
    return unit(means)
