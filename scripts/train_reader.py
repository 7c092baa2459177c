"""Tune the reader on labelled interviews and seed phrases.

    python scripts/train_reader.py [--without REVIEW,REVIEW] [--into FILE] [--epochs 5]

Writes the six tuned layers as half-precision arrays. Several tasks share them: the corner in each
built-in protocol, and the stance. The heads used in training are thrown away; those that ship are
fitted afterwards (`scripts/train_corners.py`). About a quarter of an hour on two cores.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.labelled import CORNERS_M4, CORNERS_M5, said_in
from scripts.train_corners import LABELLED, SAME_WORDS
from synth.corners.head import corner_classes
from synth.corners.reader import WEIGHTS
from synth.models import encoder_folder
from synth.protocols import load_protocol
from synth.records.evidence import STANCES
from synth.records.pseudonym import as_words

HEALTH = load_protocol("alliance-health")
TASKS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("alliance-health", corner_classes(HEALTH), 1.0),
    ("stance", STANCES, 1.0),
    ("alliance-maturity-5", tuple(CORNERS_M5.values()), 0.4),
    ("alliance-maturity-4", tuple(CORNERS_M4.values()), 0.4),
)
"""Name, classes, and how much the task counts."""
UNKNOWN = -100
LOWER_CASED = 0.25
"""Share of the texts that are shown in lower case without punctuation, as recognisers write."""


@dataclass(frozen=True, slots=True)
class Example:
    """An answer: its question, its sentences, a label a sentence and task."""

    question: str
    sentences: tuple[str, ...]
    labels: tuple[tuple[int, ...], ...]
    weight: float = 1.0


def labelled_answers(without: Sequence[str]) -> Iterator[Example]:
    """Yield every answer of the labelled reviews but those in `without`."""
    for folder in sorted(LABELLED.iterdir()):
        if not folder.is_dir() or folder.name in SAME_WORDS or folder.name in without:
            continue
        answers: dict[str, list[Any]] = {}
        for said in said_in(folder):
            answers.setdefault(said.answer, []).append(said)
        for group in answers.values():
            labels = tuple(
                tuple(
                    classes.index(label) if label in classes else UNKNOWN
                    for name, classes, _ in TASKS
                    for label in [s.stance if name == "stance" else s.corner_in(name)]
                )
                for s in group
            )
            yield Example(group[0].question, tuple(s.text for s in group), labels)


def seed_answers() -> Iterator[Example]:
    """Yield every seed phrase of alliance-health as an answer of one sentence."""
    corners = TASKS[0][1]
    for corner in HEALTH.corners:
        for stance in STANCES:
            for text in HEALTH.seeds_of(corner.id, stance):
                labels = (corners.index(corner.id), STANCES.index(stance), UNKNOWN, UNKNOWN)
                yield Example("", (as_words(text, "a"),), (labels,), 0.5)
    for text in HEALTH.background:
        labels = (corners.index("none"), STANCES.index("neutral"), UNKNOWN, UNKNOWN)
        yield Example("", (as_words(text, "a"),), (labels,), 0.5)


class Batch:
    """Padded tokens, whose each token is, and labels and weights a sentence."""

    def __init__(self, rows: list[tuple[Example, list[int], list[int]]]) -> None:
        longest = max(len(tokens) for _, tokens, _ in rows)
        self.most = max(len(e.sentences) for e, _, _ in rows)
        self.tokens = torch.zeros(len(rows), longest, dtype=torch.long)
        self.seen = torch.zeros_like(self.tokens)
        self.owners = torch.full_like(self.tokens, -1)
        self.labels = torch.full((len(TASKS), len(rows) * self.most), UNKNOWN)
        self.weights = torch.ones(len(rows) * self.most)
        for row, (example, tokens, owners) in enumerate(rows):
            self.tokens[row, : len(tokens)] = torch.tensor(tokens)
            self.seen[row, : len(tokens)] = 1
            self.owners[row, : len(owners)] = torch.tensor(owners)
            for i, labels in enumerate(example.labels):
                self.labels[:, row * self.most + i] = torch.tensor(labels)
                self.weights[row * self.most + i] = example.weight


class Network(nn.Module):
    """The encoder with a linear head a task on each sentence's mean state."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        width = encoder.config.hidden_size
        self.heads = nn.ModuleList([nn.Linear(width, len(classes)) for _, classes, _ in TASKS])

    def forward(self, batch: Batch) -> list[Tensor]:
        """Return scores a task, shape (rows x most sentences, classes)."""
        states = self.encoder(
            input_ids=batch.tokens, attention_mask=batch.seen
        ).last_hidden_state.float()
        rows = len(batch.tokens)
        places = batch.owners + torch.arange(rows)[:, None] * batch.most
        own = batch.owners >= 0
        sums = torch.zeros(rows * batch.most, states.shape[-1])
        sums = sums.index_add(0, places[own], states[own])
        counts = torch.zeros(rows * batch.most).index_add(
            0, places[own], torch.ones(int(own.sum()))
        )
        means = self.drop(sums / counts.clamp(min=1)[:, None])
        return [head(means) for head in self.heads]

    def loss(self, batch: Batch) -> Tensor:
        """Return the weighted loss over all tasks that the batch has labels for."""
        total = torch.zeros(())
        for scores, labels, (_, _, counts) in zip(self(batch), batch.labels, TASKS, strict=True):
            known = (labels != UNKNOWN) * batch.weights
            if known.any():
                each = nn.functional.cross_entropy(
                    scores.float(), labels, ignore_index=UNKNOWN, reduction="none",
                    label_smoothing=0.05,
                )  # fmt: skip
                total = total + counts * (each * batch.weights).sum() / known.sum()
        return total


def batches(examples: Sequence[Example], tokenizer: Any, most_tokens: int = 1600) -> list[Batch]:
    """Return the examples in batches of like length, in random order."""
    rows = [(e, *_tokens(e, tokenizer)) for e in examples]
    rows.sort(key=lambda row: len(row[1]) + random.random() * 15)
    groups: list[list[Any]] = [[]]
    for row in rows:
        if groups[-1] and len(row[1]) * (len(groups[-1]) + 1) > most_tokens:
            groups.append([])
        groups[-1].append(row)
    random.shuffle(groups)
    return [Batch(group) for group in groups]


def _tokens(example: Example, tokenizer: Any) -> tuple[list[int], list[int]]:
    """Return token ids and owners as `synth.corners.reader` lays them out."""
    lower = random.random() < LOWER_CASED
    asked = tokenizer.encode(example.question, add_special_tokens=False)[-40:]
    tokens = [101, *asked, 102]
    owners = [-1] * len(tokens)
    for i, sentence in enumerate(example.sentences):
        text = re.sub(r"[^a-z' ]+", "", sentence.lower()) if lower else sentence
        own = tokenizer.encode(text, add_special_tokens=False)[:80] or [100]
        tokens += [*own, 102]
        owners += [*[i] * len(own), -1]
    return tokens[:384], owners[:384]


def tune(examples: Sequence[Example], epochs: int) -> dict[str, Tensor]:
    """Tune the encoder and return its layers in half precision."""
    from transformers import AutoModel, AutoTokenizer

    torch.manual_seed(0)
    random.seed(0)
    folder = str(encoder_folder())
    tokenizer = AutoTokenizer.from_pretrained(folder)
    network = Network(AutoModel.from_pretrained(folder))
    network.encoder.embeddings.requires_grad_(False)
    layers = [p for p in network.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": layers, "lr": 1.5e-4}, {"params": network.heads.parameters(), "lr": 2e-3}],
        weight_decay=0.02,
    )
    steps = epochs * len(batches(examples, tokenizer))
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, 10 * (s + 1) / steps) * max(0.02, 1 - s / steps)
    )
    for epoch in range(epochs):
        losses = []
        for batch in batches(examples, tokenizer):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = network.loss(batch)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            pace.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}", flush=True)
    tuned = network.encoder.state_dict()
    return {
        k: v.half().contiguous() for k, v in tuned.items() if k.startswith("encoder.")
    }  # fmt: skip


def main() -> None:
    from safetensors.torch import save_file

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--without", default="", help="reviews to leave out, with commas")
    parser.add_argument("--into", type=Path, default=ROOT / "models" / WEIGHTS)
    parser.add_argument("--epochs", type=int, default=5)
    options = parser.parse_args()
    without = [name for name in options.without.split(",") if name]
    examples = [*labelled_answers(without), *seed_answers()]
    save_file(tune(examples, options.epochs), options.into)


if __name__ == "__main__":
    main()
