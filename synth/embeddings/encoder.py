"""The encoder: all-MiniLM-L6-v2 from its package, or any sentence-transformers model named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from synth.embeddings.cache import VectorCache
from synth.models import encoder_revision, load_encoder

Matrix = NDArray[np.float32]
_BATCH = 256


class Encoder(Protocol):
    """What `embed` asks of an encoder."""

    revision: str

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return one unit vector a text, shape (texts, dimensions), float32."""
        ...


class PackagedEncoder:
    """The sentence-transformers model of the settings, loaded when the first text comes."""

    def __init__(self, name: str | None = None) -> None:
        self._name = name
        self.revision = encoder_revision(name)

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return one unit vector a text, shape (texts, dimensions), float32."""
        vectors = load_encoder(self._name).encode(
            list(texts), batch_size=32, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


def embed(
    texts: Sequence[str],
    encoder: Encoder,
    cache: VectorCache,
    progress: Callable[[float], None] = lambda _: None,
) -> Matrix:
    """Return one unit vector a text, shape (len(texts), dimensions).

    A text seen before, in this call or an earlier run, is not encoded again. Texts are encoded in
    one fixed order (shortest first, then alphabetical): a vector then does not depend on the order
    of the files, not even in its last bit.
    """
    unknown = sorted({t for t in texts if t not in cache}, key=lambda t: (len(t), t))
    for start in range(0, len(unknown), _BATCH):
        batch = unknown[start : start + _BATCH]
        cache.add(batch, encoder.encode(batch))
        progress((start + len(batch)) / len(unknown))
    return cache.vectors(texts)
