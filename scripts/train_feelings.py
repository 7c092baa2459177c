"""Teach the reader's layers feelings, before anything else, on GoEmotions.

    python scripts/train_feelings.py GOEMOTIONS_TSV FILE

GOEMOTIONS_TSV holds the lines of train.tsv, dev.tsv and test.tsv of GoEmotions (Demszky and others
2020, CC BY 4.0): text, numbers of its emotions, id. The packaged encoder hardly knows praise from
worry; comments labelled with 27 emotions teach it some of that. Writes the six layers in half
precision, to start `train_reader.py` from. Ten minutes on two cores.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from synth.models import encoder_folder
from synth.reading.layout import OPENING, PARTING, UNKNOWN

EMOTIONS = (
    "admiration amusement anger annoyance approval caring confusion curiosity desire "
    "disappointment disapproval disgust embarrassment excitement fear gratitude grief joy love "
    "nervousness optimism pride realization relief remorse sadness surprise neutral"
).split()
GLAD = set(
    "admiration amusement approval caring desire excitement gratitude joy love optimism pride "
    "relief".split()
)
SORRY = set(
    "anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness "
    "remorse sadness".split()
)
MIXED = -100
BATCH_TOKENS, MOST_TOKENS = 1600, 60
PACE, HEADS_PACE = 1e-4, 2e-3


@dataclass(frozen=True)
class Comment:
    """A comment's tokens, which emotions it shows, and its mood: 0 glad, 1 sorry, 2 neither."""

    tokens: tuple[int, ...]
    emotions: tuple[int, ...]
    mood: int


def comments(file: Path, tokenizer: Any) -> Iterator[Comment]:
    for line in file.read_text(encoding="utf-8").splitlines():
        text, numbers, *_ = line.split("\t")
        shown = {EMOTIONS[int(n)] for n in numbers.split(",")}
        tokens = tokenizer.encode(text.replace("[NAME]", "a colleague"), add_special_tokens=False)
        yield Comment(
            tuple(tokens[:MOST_TOKENS]) or (UNKNOWN,),
            tuple(int(emotion in shown) for emotion in EMOTIONS),
            _mood(glad=bool(shown & GLAD), sorry=bool(shown & SORRY)),
        )


def _mood(*, glad: bool, sorry: bool) -> int:
    if glad and sorry:
        return MIXED
    return 0 if glad else 1 if sorry else 2


def batches(rows: Sequence[Comment]) -> list[list[Comment]]:
    """Return the comments in batches of like length, in random order."""
    groups: list[list[Comment]] = [[]]
    for row in sorted(rows, key=lambda c: len(c.tokens) + random.random() * 4):
        if groups[-1] and (len(row.tokens) + 3) * (len(groups[-1]) + 1) > BATCH_TOKENS:
            groups.append([])
        groups[-1].append(row)
    random.shuffle(groups)
    return groups


def means(encoder: Any, batch: Sequence[Comment]) -> Tensor:
    """Return the mean state of each comment's own tokens, laid out as the reader lays them out."""
    longest = max(len(c.tokens) for c in batch) + 3
    tokens = torch.zeros(len(batch), longest, dtype=torch.long)
    seen, own = torch.zeros_like(tokens), torch.zeros(len(batch), longest)
    for row, comment in enumerate(batch):
        laid = [OPENING, PARTING, *comment.tokens, PARTING]
        tokens[row, : len(laid)] = torch.tensor(laid)
        seen[row, : len(laid)] = 1
        own[row, 2 : len(laid) - 1] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = encoder(input_ids=tokens, attention_mask=seen).last_hidden_state.float()
    weighed: Tensor = (states * own[..., None]).sum(1) / own.sum(1, keepdim=True)
    return weighed


def loss_of(read: Tensor, batch: Sequence[Comment], feel: nn.Linear, mood: nn.Linear) -> Tensor:
    emotions = torch.tensor([c.emotions for c in batch]).float()
    moods = torch.tensor([c.mood for c in batch])
    shown = nn.functional.binary_cross_entropy_with_logits(feel(read), emotions, reduction="none")
    told = nn.functional.cross_entropy(mood(read), moods, ignore_index=MIXED, label_smoothing=0.05)
    total: Tensor = 0.4 * shown.sum(1).mean() + told
    return total


def main(arguments: Sequence[str]) -> None:
    from safetensors.torch import save_file
    from transformers import AutoModel, AutoTokenizer

    torch.set_flush_denormal(True)
    torch.manual_seed(0)
    random.seed(0)
    folder = str(encoder_folder())
    rows = list(comments(Path(arguments[0]), AutoTokenizer.from_pretrained(folder)))
    encoder = AutoModel.from_pretrained(folder)
    encoder.embeddings.requires_grad_(False)
    width = encoder.config.hidden_size
    feel, mood = nn.Linear(width, len(EMOTIONS)), nn.Linear(width, 3)
    layers = [p for p in encoder.parameters() if p.requires_grad]
    heads = [*feel.parameters(), *mood.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": layers, "lr": PACE}, {"params": heads, "lr": HEADS_PACE}], weight_decay=0.02
    )
    groups = batches(rows)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, 20 * (s + 1) / len(groups)) * max(0.02, 1 - s / len(groups))
    )
    for batch in groups:
        read = nn.functional.dropout(means(encoder, batch), 0.1)
        loss = loss_of(read, batch, feel, mood)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
    tuned = {k: v for k, v in encoder.state_dict().items() if k.startswith("encoder.")}
    save_file({k: v.half().contiguous() for k, v in tuned.items()}, arguments[1])


if __name__ == "__main__":
    main(sys.argv[1:])
