"""Read whole answers at once: what each sentence is about, and what it gives away.

A sentence's vector is the mean over its own tokens, each of which has seen the question and the
sentences around it, so "Nineteen." knows what was counted. Trust signals are told from that vector,
who a pronoun means from the pronoun's own state. How it was taught, and how well it reads:
models/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from synth.reading.layout import PRONOUN, Chunk, Said, cut_chunks
from synth.reading.model import Network, load_network, weights_in
from synth.records.evidence import Sentence
from synth.records.reading import SIGNALS, Matrix, Readings

_BATCH_TOKENS: Final = 4096


def read_sentences(sentences: Sequence[Sentence], kept: Path | None = None) -> Readings:
    """Return what the reader makes of a review's sentences, in order.

    A reader that lies in the folder `kept` is used instead of the shipped one.
    """
    said = [Said(s.text, s.question, s.answer, s.side.value) for s in sentences]
    return read_in_place(said, weights_in(kept))


def read_in_place(said: Sequence[Said], weights: Path | None = None) -> Readings:
    """Return what the reader makes of each sentence, read in its place.

    Args:
        said: sentences in order; those of one answer stand together.
        weights: a reader other than the shipped one, for scoring.
    """
    network = load_network(weights or weights_in(None))
    vectors = np.zeros((len(said), network.encoder.config.hidden_size), dtype=np.float32)
    signals = np.zeros((len(said), len(SIGNALS)), dtype=np.float32)
    pronouns: list[dict[int, tuple[float, ...]]] = [{} for _ in said]
    asked = [{m.start() for m in PRONOUN.finditer(s.text)} for s in said]
    for batch in _batches(cut_chunks(said, network.spell)):
        states = network.states(batch)
        for chunk, own in zip(batch, states, strict=True):
            for owner, vector in _means(chunk, own):
                vectors[owner] = vector
            for owner, start, meant in _meant(chunk, own, asked, network):
                pronouns[owner][start] = meant
    if len(said):
        signals = _odds(vectors, network)
    return Readings(vectors, signals, tuple(pronouns))


def _means(chunk: Chunk, states: Any) -> Iterator[tuple[int, Matrix]]:
    """Yield (sentence, mean of its tokens' states)."""
    owners = np.array(chunk.owners)
    values = states[: len(owners)].numpy()
    for owner in np.unique(owners[owners >= 0]):
        yield int(owner), values[owners == owner].mean(axis=0)


def _meant(
    chunk: Chunk, states: Any, asked: Sequence[set[int]], network: Network
) -> Iterator[tuple[int, int, tuple[float, ...]]]:
    """Yield (sentence, start, probabilities) for each pronoun of a chunk."""
    places = [
        (at, owner, start)
        for at, (owner, start) in enumerate(zip(chunk.owners, chunk.starts, strict=True))
        if owner >= 0 and start in asked[owner]
    ]
    if not places:
        return
    weights, bias = network.heads["pronouns"]
    scores = states[[at for at, _, _ in places]] @ weights.T + bias
    for (_, owner, start), odds in zip(places, scores.softmax(dim=-1).tolist(), strict=True):
        yield owner, start, tuple(round(p, 4) for p in odds)


def _odds(vectors: Matrix, network: Network) -> Matrix:
    """Return the probability of each kind of signal in each sentence."""
    import torch

    weights, bias = network.heads["signals"]
    scores = torch.from_numpy(vectors) @ weights.T + bias
    return np.asarray(torch.sigmoid(scores).numpy(), dtype=np.float32)


def _batches(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Return chunks of like length together: little padding, and no matter the files' order."""
    batches: list[list[Chunk]] = [[]]
    for chunk in sorted(chunks, key=lambda c: (len(c.tokens), c.tokens)):
        if batches[-1] and (len(batches[-1]) + 1) * len(chunk.tokens) > _BATCH_TOKENS:
            batches.append([])
        batches[-1].append(chunk)
    return [b for b in batches if b]
