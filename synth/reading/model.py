"""The reader: an encoder that reads a whole answer at once and gives a vector for each sentence.

It is all-MiniLM-L6-v2 with its six layers tuned on labelled interviews and seed phrases
(`scripts/train_reader.py`; card and scores in models/README.md); the word embeddings are those of
the packaged model. A sentence's vector is the mean over its own tokens, each of which has seen the
question and the sentences around it, so "Nineteen." knows what was counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from synth.errors import SynthError
from synth.models import encoder_folder
from synth.shipped import shipped

Matrix = NDArray[np.float32]
WEIGHTS: Final = "reader.safetensors"
_QUESTION_TOKENS: Final = 40
_SENTENCE_TOKENS: Final = 80
_CHUNK_TOKENS: Final = 320
_BATCH_TOKENS: Final = 4096
_UNKNOWN_TOKEN: Final = 100


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbouring sentences of one answer as tokens. `owners` says whose each token is, or -1."""

    tokens: tuple[int, ...]
    owners: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence as the reader takes it: words, question, and the answer it belongs to."""

    text: str
    question: str
    answer: int


def read_in_place(said: Sequence[Said], weights: Path | None = None) -> Matrix:
    """Return one vector a sentence, read in its place, shape (sentences, 384).

    Args:
        said: sentences in order; those of one answer stand together.
        weights: tuned layers other than the shipped ones, for scoring.
    """
    tokenizer, model = _load(weights or shipped("models", WEIGHTS))
    chunks = cut_chunks(said, lambda text: tokenizer.encode(text, add_special_tokens=False))
    vectors = np.zeros((len(said), model.config.hidden_size), dtype=np.float32)
    for batch in _batches(chunks):
        for owner, vector in encode_chunks(model, batch):
            vectors[owner] = vector
    return vectors


def cut_chunks(said: Sequence[Said], tokens_of: Callable[[str], list[int]]) -> list[Chunk]:
    """Return every answer as one chunk, or several where it is long, each with its question first.

    The tokens of MiniLM's vocabulary: 101 opens a text, 102 parts its sentences.
    """
    chunks: list[Chunk] = []
    tokens: list[int] = []
    owners: list[int] = []
    answer = -1
    for number, sentence in enumerate(said):
        own = tokens_of(sentence.text)[:_SENTENCE_TOKENS] or [_UNKNOWN_TOKEN]
        if sentence.answer != answer or len(tokens) + len(own) > _CHUNK_TOKENS:
            if tokens:
                chunks.append(Chunk(tuple(tokens), tuple(owners)))
            asked = tokens_of(sentence.question)
            tokens = [101, *asked[-_QUESTION_TOKENS:], 102]
            owners = [-1] * len(tokens)
            answer = sentence.answer
        tokens += [*own, 102]
        owners += [*[number] * len(own), -1]
    if tokens:
        chunks.append(Chunk(tuple(tokens), tuple(owners)))
    return chunks


def encode_chunks(model: Any, batch: Sequence[Chunk]) -> list[tuple[int, Matrix]]:
    """Return (sentence, vector) for every sentence in a batch of chunks."""
    import torch

    longest = max(len(c.tokens) for c in batch)
    tokens = torch.zeros(len(batch), longest, dtype=torch.long)
    seen = torch.zeros_like(tokens)
    for row, chunk in enumerate(batch):
        tokens[row, : len(chunk.tokens)] = torch.tensor(chunk.tokens)
        seen[row, : len(chunk.tokens)] = 1
    with torch.inference_mode():
        states = model(input_ids=tokens, attention_mask=seen).last_hidden_state.numpy()
    found = []
    for row, chunk in enumerate(batch):
        owners = np.array(chunk.owners)
        for owner in np.unique(owners[owners >= 0]):
            found.append((int(owner), states[row, : len(owners)][owners == owner].mean(axis=0)))
    return found


def _batches(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Return chunks of like length together: little padding, and no matter the files' order."""
    batches: list[list[Chunk]] = [[]]
    for chunk in sorted(chunks, key=lambda c: (len(c.tokens), c.tokens)):
        if batches[-1] and (len(batches[-1]) + 1) * len(chunk.tokens) > _BATCH_TOKENS:
            batches.append([])
        batches[-1].append(chunk)
    return [b for b in batches if b]


@lru_cache(maxsize=1)
def _load(weights: Path) -> tuple[Any, Any]:
    """Return the tokenizer and the model with the tuned layers in place.

    Raises:
        SynthError: the installation is incomplete.
    """
    import torch
    from safetensors.torch import load_file
    from transformers import AutoModel, AutoTokenizer

    folder = str(encoder_folder())
    model = AutoModel.from_pretrained(folder, local_files_only=True, dtype=torch.float32)
    tuned = {k: v.float() for k, v in load_file(weights).items()}
    _, unknown = model.load_state_dict(tuned, strict=False)
    if unknown:
        raise SynthError("The reader's weights do not fit its model. Install synth again with pip.")
    return AutoTokenizer.from_pretrained(folder, local_files_only=True), model.eval()
