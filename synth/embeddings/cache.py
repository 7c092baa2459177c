"""Vectors kept by text and model revision, in one file that is either whole or ignored."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_KEY_BYTES = 16


class VectorCache:
    """Vectors by text. With a folder they outlive the run; the texts themselves are not kept.

    Args:
        revision: what identifies the encoder; vectors of another revision are never returned.
        folder: where the file lies, or None to forget everything after the run.
    """

    def __init__(self, revision: str, folder: Path | None = None) -> None:
        self._file = folder / f"vectors-{revision}.safetensors" if folder else None
        self._rows: dict[bytes, NDArray[np.float32]] = self._load()
        self._used: set[bytes] = set()

    def __contains__(self, text: str) -> bool:
        """Say whether the vector of `text` is known."""
        return _key(text) in self._rows

    def add(self, texts: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Remember one vector a text."""
        for text, vector in zip(texts, vectors, strict=True):
            self._rows[_key(text)] = vector

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of `texts`, shape (len(texts), dimensions); all must be known."""
        keys = [_key(text) for text in texts]
        self._used.update(keys)
        if not keys:
            return np.zeros((0, 1), dtype=np.float32)
        return np.stack([self._rows[key] for key in keys])

    def save(self) -> None:
        """Write the vectors that this run used, whole or not at all. A full disk is no error."""
        if self._file is None or not self._used:
            return
        from safetensors.numpy import save_file

        keys = sorted(self._used)
        table: dict[str, NDArray[Any]] = {
            "keys": np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(-1, _KEY_BYTES),
            "vectors": np.stack([self._rows[key] for key in keys]),
        }
        part = self._file.with_suffix(f".{os.getpid()}.part")
        try:
            save_file(table, part)
            part.replace(self._file)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def _load(self) -> dict[bytes, NDArray[np.float32]]:
        """Return what the file holds; a file that cannot be read is as good as none."""
        if self._file is None or not self._file.exists():
            return {}
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        try:
            table = load_file(self._file)
            keys, vectors = table["keys"], table["vectors"]
        except (SafetensorError, OSError, KeyError, ValueError):
            return {}
        return {key.tobytes(): row for key, row in zip(keys, vectors, strict=True)}


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=_KEY_BYTES).digest()
