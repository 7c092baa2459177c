"""The reader's network: six tuned layers of all-MiniLM-L6-v2 and its heads, read-only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from synth.errors import SynthError
from synth.models import encoder_folder
from synth.reading.layout import Chunk
from synth.shipped import shipped

WEIGHTS: Final = "reader.safetensors"
HEADS: Final = ("signals", "pronouns")
_ONLY_FOR_TEACHING: Final = "heads."


@dataclass(frozen=True, slots=True)
class Network:
    """Tokenizer, encoder, and a linear head for each of `HEADS`: (weights, bias)."""

    tokenizer: Any
    encoder: Any
    heads: dict[str, tuple[Any, Any]]

    def spell(self, text: str) -> Sequence[tuple[int, int]]:
        """Return the tokens of a text, each with where it starts."""
        spelt = self.tokenizer(
            text, add_special_tokens=False, return_offsets_mapping=True, verbose=False
        )
        return [
            (token, start)
            for token, (start, _) in zip(spelt["input_ids"], spelt["offset_mapping"], strict=True)
        ]

    def states(self, batch: Sequence[Chunk]) -> Any:
        """Return the state of every token of a batch, shape (chunks, longest, dimensions)."""
        import torch

        tokens, seen = padded(batch)
        with torch.inference_mode():
            return self.encoder(input_ids=tokens, attention_mask=seen).last_hidden_state


def padded(batch: Sequence[Chunk]) -> tuple[Any, Any]:
    """Return the tokens of a batch and which of them are real, shape (chunks, longest) each."""
    import torch

    longest = max(len(chunk.tokens) for chunk in batch)
    tokens = torch.zeros(len(batch), longest, dtype=torch.long)
    seen = torch.zeros_like(tokens)
    for row, chunk in enumerate(batch):
        tokens[row, : len(chunk.tokens)] = torch.tensor(chunk.tokens)
        seen[row, : len(chunk.tokens)] = 1
    return tokens, seen


def weights_in(folder: Path | None) -> Path:
    """Return the reader kept in `folder`, or the shipped one: so a score can use one of its own."""
    kept = folder / WEIGHTS if folder else None
    return kept if kept and kept.exists() else shipped("models", WEIGHTS)


@lru_cache(maxsize=1)
def load_network(weights: Path) -> Network:
    """Return the network with the tuned weights in place.

    Raises:
        SynthError: the installation is incomplete.
    """
    import torch
    from safetensors.torch import load_file
    from transformers import AutoModel, AutoTokenizer

    folder = str(encoder_folder())
    model = AutoModel.from_pretrained(folder, local_files_only=True, dtype=torch.float32)
    tuned = {
        name: values.float()
        for name, values in load_file(weights).items()
        if not name.startswith(_ONLY_FOR_TEACHING)
    }
    heads = {
        name: (tuned.pop(f"{name}.weight", None), tuned.pop(f"{name}.bias", None)) for name in HEADS
    }
    _, unknown = model.load_state_dict(tuned, strict=False)
    if unknown or any(part is None for head in heads.values() for part in head):
        raise SynthError("The reader's weights do not fit its model. Install synth again with pip.")
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    return Network(tokenizer, model.eval(), heads)
