"""Train the heads of the built-in protocols on their seeds and on the labelled reviews.

    python scripts/train_corners.py [--without REVIEW,REVIEW --into FOLDER --reader FILE]

Run it after a change to a protocol's seeds; `tests/unit/corners` fails until it has been run.
With `--without`, `--into out/private` and a reader that never saw the review either, `synth run`
uses what lies beside the review's key, and a score is honest.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.labelled import Said, said_in
from synth.corners import Examples, reader, train_heads, write_heads
from synth.embeddings import PackagedEncoder, VectorCache, bind
from synth.protocols import Protocol, built_in_protocols, load_protocol

LABELLED = ROOT / "corpora" / "labelled"
SAME_WORDS = {"demo": "alliance-6"}
"""Reviews that share interviews: who leaves out one leaves out the other, and only one trains."""


def examples_of(
    protocol: Protocol, without: str | None = None, weights: Path | None = None
) -> Examples:
    """Return the sentences of all labelled reviews that carry labels of the protocol's corners."""
    said = [s for s in _all_said(without) if s.corner_in(protocol.id) is not None]
    numbers = {answer: n for n, answer in enumerate(dict.fromkeys(s.answer for s in said))}
    return Examples(
        vectors=reader.read_in_place(
            [reader.Said(s.text, s.question, numbers[s.answer]) for s in said], weights
        ),
        corners=tuple(str(s.corner_in(protocol.id)) for s in said),
        stances=tuple(s.stance for s in said),
    )


def _all_said(without: str | None) -> Iterator[Said]:
    names = set((without or "").split(","))
    left_out = names | {SAME_WORDS.get(name) for name in names}
    for folder in sorted(LABELLED.iterdir()):
        if folder.is_dir() and folder.name not in left_out and folder.name not in SAME_WORDS:
            yield from said_in(folder)


def train(name: str, without: str | None, into: Path, weights: Path | None = None) -> str:
    """Train one protocol's heads, write them, and return their digest."""
    encoder = PackagedEncoder()
    kept = ROOT / ".cache"
    kept.mkdir(exist_ok=True)
    cache = VectorCache(f"training-{encoder.revision}", kept)
    encode = bind(encoder, cache, lambda _: None)
    protocol = load_protocol(name)
    examples = examples_of(protocol, without, weights)
    heads = train_heads(protocol, encoder.revision, encode, examples, weights)
    cache.save()
    write_heads(heads, into / f"{name}.safetensors")
    return heads.digest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--without", help="reviews that are not trained on, with commas")
    parser.add_argument("--into", type=Path, default=ROOT / "models")
    parser.add_argument("--reader", type=Path, help="the reader's weights, if not the shipped")
    options = parser.parse_args()
    names = built_in_protocols() if options.without is None else ("alliance-health",)
    for name in names:
        print(f"{name}: {train(name, options.without, options.into, options.reader)}")


if __name__ == "__main__":
    main()
