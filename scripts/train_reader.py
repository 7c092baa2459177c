"""Teach the reader on drills, labelled interviews and seed phrases.

    python scripts/train_reader.py [--without REVIEW,REVIEW] [--into FILE] [--start FILE]
                                   [--only-reviews] [--epochs 4] [--pace 1.5e-4]

Writes the six tuned layers and the heads for signals and pronouns as half-precision arrays. Several
tasks share the layers: the corner in each built-in protocol, the stance, the trust signals of a
sentence, who a pronoun means. The heads for corner and stance are thrown away; those that ship are
fitted afterwards (`scripts/train_corners.py`). `--start` goes on from a reader taught before, with
`--only-reviews` on the labelled reviews alone: so one long lesson serves several readers, each of
which leaves another review out.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.labelled import CORNERS_M4, CORNERS_M5, Said, all_drilled, all_plain, all_said
from synth.corners.head import corner_classes, labelled_seeds
from synth.models import encoder_folder
from synth.protocols import built_in_protocols, load_protocol
from synth.reading import WEIGHTS, Chunk, cut_chunks
from synth.reading import Said as Laid
from synth.reading.model import Network, padded
from synth.records.evidence import STANCES
from synth.records.pseudonym import as_words
from synth.records.reading import MEANT, SIGNALS

HEALTH = load_protocol("alliance-health")
TASKS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("alliance-health", corner_classes(HEALTH), 1.0),
    ("stance", STANCES, 1.0),
    ("alliance-maturity-5", tuple(CORNERS_M5.values()), 0.4),
    ("alliance-maturity-4", tuple(CORNERS_M4.values()), 0.4),
)
"""Name, classes, and how much the task counts: those with one label a sentence."""
SIGNALS_COUNT, PRONOUNS_COUNT = 0.5, 0.3
UNKNOWN = -100
LOWER_CASED = 0.25
"""Share of the texts that are shown in lower case without punctuation, as recognisers write."""
BATCH_TOKENS = 1600


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence to learn from: its labels by task, its signals or None, its weight."""

    said: Said
    labels: tuple[int, ...]
    signals: tuple[int, ...] | None
    weight: float = 1.0


def lessons(without: Sequence[str], *, only_reviews: bool) -> list[list[Example]]:
    """Return every answer to learn from, sentence by sentence."""
    rows = [_example(said) for said in all_said(without)]
    if not only_reviews:
        rows += [_example(said) for said in all_drilled()]
    rows += _seeds()
    return [list(group) for _, group in itertools.groupby(rows, key=lambda e: e.said.answer)]


def _example(said: Said) -> Example:
    labels = tuple(
        classes.index(label) if label in classes else UNKNOWN
        for name, classes, _ in TASKS
        for label in [said.stance if name == "stance" else said.corner_in(name)]
    )
    return Example(said, labels, tuple(int(kind in said.signals) for kind in SIGNALS))


def _seeds() -> Iterator[Example]:
    """Yield every seed phrase and plain sentence as an answer of one sentence.

    Drills and reviews are full of irony; these keep the reader able to take plain words plainly.
    """
    for name in built_in_protocols():
        for number, (text, corner, stance) in enumerate(labelled_seeds(load_protocol(name))):
            corners = {task: corner if task == name else None for task, _, _ in TASKS}
            said = Said(f"{name}/{number}", "", as_words(text, "a"), stance, corners)
            yield replace(_example(said), signals=None)
    nothing = dict.fromkeys(task for task, _, _ in TASKS)
    for number, (text, corner, stance) in enumerate(all_plain()):
        asked = [q.text for q in HEALTH.questions if q.corner == corner] if number % 2 else [""]
        said = Said(f"plain/{number}", asked[number % len(asked)], text, stance,
                    {**nothing, "alliance-health": corner})  # fmt: skip
        yield replace(_example(said), signals=None)


class Batch:
    """Padded tokens, whose each token is, and the labels of sentences and pronouns."""

    def __init__(self, rows: Sequence[tuple[Chunk, Sequence[Example]]]) -> None:
        self.tokens, self.seen = padded([chunk for chunk, _ in rows])
        self.owners = torch.full_like(self.tokens, -1)
        self.meant = torch.full_like(self.tokens, UNKNOWN)
        examples: list[Example] = []
        for row, (chunk, own) in enumerate(rows):
            for at, (owner, start) in enumerate(zip(chunk.owners, chunk.starts, strict=True)):
                if owner >= 0:
                    self.owners[row, at] = owner + len(examples)
                    label = {s: m for s, _, m in own[owner].said.pronouns}.get(start)
                    if label:
                        self.meant[row, at] = MEANT.index(label)
            examples += own
        self.sentences = len(examples)
        self.labels = torch.tensor([e.labels for e in examples]).T
        self.weights = torch.tensor([e.weight for e in examples])
        self.told = torch.tensor([float(e.signals is not None) for e in examples])
        nothing = (0,) * len(SIGNALS)
        self.signals = torch.tensor([e.signals or nothing for e in examples]).float()


class Learner(nn.Module):
    """The encoder with a head a task, on each sentence's mean state or on each pronoun's."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        width = encoder.config.hidden_size
        self.heads = nn.ModuleList([nn.Linear(width, len(classes)) for _, classes, _ in TASKS])
        self.signals = nn.Linear(width, len(SIGNALS))
        self.pronouns = nn.Linear(width, len(MEANT))
        nn.init.constant_(self.signals.bias, -3.0)

    def read(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Return states, shape (rows, tokens, width), and their means, (sentences, width)."""
        states = self.encoder(
            input_ids=batch.tokens, attention_mask=batch.seen
        ).last_hidden_state.float()
        own = batch.owners >= 0
        places = batch.owners[own]
        sums = torch.zeros(batch.sentences, states.shape[-1]).index_add(0, places, states[own])
        counts = torch.zeros(batch.sentences).index_add(0, places, torch.ones(len(places)))
        return states, sums / counts.clamp(min=1)[:, None]

    def loss(self, batch: Batch) -> Tensor:
        """Return the weighted loss over all tasks that the batch has labels for."""
        states, means = self.read(batch)
        means = self.drop(means)
        total = SIGNALS_COUNT * self._signal_loss(means, batch)
        for head, labels, (_, _, counts) in zip(self.heads, batch.labels, TASKS, strict=True):
            known = (labels != UNKNOWN) * batch.weights
            if known.any():
                each = nn.functional.cross_entropy(
                    head(means).float(), labels, ignore_index=UNKNOWN, reduction="none",
                    label_smoothing=0.05,
                )  # fmt: skip
                total = total + counts * (each * batch.weights).sum() / known.sum()
        marked = batch.meant != UNKNOWN
        if marked.any():
            scores = self.pronouns(self.drop(states[marked])).float()
            each = nn.functional.cross_entropy(scores, batch.meant[marked], label_smoothing=0.05)
            total = total + PRONOUNS_COUNT * each
        return total

    def _signal_loss(self, means: Tensor, batch: Batch) -> Tensor:
        if not batch.told.any():
            return torch.zeros(())
        each = nn.functional.binary_cross_entropy_with_logits(
            self.signals(means).float(), batch.signals, reduction="none"
        ).sum(dim=1)
        return (each * batch.told).sum() / batch.told.sum()


def batches(answers: Iterable[Sequence[Example]], network: Network) -> list[Batch]:
    """Return the answers in batches of like length, in random order."""
    rows = [row for answer in answers for row in _laid_out(answer, network)]
    rows.sort(key=lambda row: len(row[0].tokens) + random.random() * 15)
    groups: list[list[Any]] = [[]]
    for row in rows:
        if groups[-1] and len(row[0].tokens) * (len(groups[-1]) + 1) > BATCH_TOKENS:
            groups.append([])
        groups[-1].append(row)
    random.shuffle(groups)
    return [Batch(group) for group in groups]


def _laid_out(
    answer: Sequence[Example], network: Network
) -> Iterator[tuple[Chunk, Sequence[Example]]]:
    """Yield the chunks of an answer as it is laid out for reading, now and then in lower case."""
    lower = random.random() < LOWER_CASED
    said = [
        Laid(_as_heard(e.said.text) if lower else e.said.text, e.said.question, 0) for e in answer
    ]
    for chunk in cut_chunks(said, network.spell):
        first = min(owner for owner in chunk.owners if owner >= 0)
        own = [answer[n] for n in sorted({owner for owner in chunk.owners if owner >= 0})]
        yield replace(chunk, owners=tuple(max(-1, o - first) for o in chunk.owners)), own


def _as_heard(text: str) -> str:
    """Return a text as a recogniser writes it, every character in its old place."""
    return re.sub(r"[^a-z0-9' ]", " ", text.lower())


def teach(
    answers: Sequence[Sequence[Example]], epochs: int, pace: float, start: Path | None
) -> dict[str, Tensor]:
    """Tune the encoder and return its layers and the heads that ship, in half precision."""
    from safetensors.torch import load_file
    from transformers import AutoModel, AutoTokenizer

    torch.set_flush_denormal(True)
    torch.manual_seed(0)
    random.seed(0)
    folder = str(encoder_folder())
    network = Network(AutoTokenizer.from_pretrained(folder), None, {})
    learner = Learner(AutoModel.from_pretrained(folder))
    if start:
        known = {_inside(name): values.float() for name, values in load_file(start).items()}
        learner.load_state_dict(known, strict=False)
    learner.encoder.embeddings.requires_grad_(False)
    layers = [p for p in learner.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in learner.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": layers, "lr": pace}, {"params": heads, "lr": 2e-3}], weight_decay=0.02
    )
    steps = epochs * len(batches(answers, network))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, 10 * (s + 1) / steps) * max(0.02, 1 - s / steps)
    )
    for epoch in range(epochs):
        losses = []
        for batch in batches(answers, network):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = learner.loss(batch)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}", flush=True)
    return shipped_part(learner)


def _inside(name: str) -> str:
    """Return the name of a shipped array inside the learner."""
    return f"encoder.{name}" if name.startswith("encoder.") else name


def shipped_part(learner: Learner) -> dict[str, Tensor]:
    """Return the encoder's layers under the names of its own model, and the heads."""
    tuned = {
        name.removeprefix("encoder."): values
        for name, values in learner.state_dict().items()
        if name.startswith(("encoder.encoder.", "signals.", "pronouns.", "heads."))
    }
    return {name: values.half().contiguous() for name, values in tuned.items()}


def main() -> None:
    from safetensors.torch import save_file

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--without", default="", help="reviews to leave out, with commas")
    parser.add_argument("--into", type=Path, default=ROOT / "models" / WEIGHTS)
    parser.add_argument("--start", type=Path, help="a reader to go on from")
    parser.add_argument("--only-reviews", action="store_true", help="no drills")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--pace", type=float, default=1.5e-4, help="learning rate of the layers")
    options = parser.parse_args()
    without = [name for name in options.without.split(",") if name]
    answers = lessons(without, only_reviews=options.only_reviews)
    print(f"{sum(map(len, answers))} sentences in {len(answers)} answers", flush=True)
    save_file(teach(answers, options.epochs, options.pace, options.start), options.into)


if __name__ == "__main__":
    main()
