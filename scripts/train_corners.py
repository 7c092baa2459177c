"""Train the heads of the built-in protocols on their seeds and on the labelled reviews.

    python scripts/train_corners.py [--without REVIEW,REVIEW --into FOLDER --reader FILE]

Run it after a change to a protocol's seeds or to the reader; `tests/unit/corners` fails until it
has been run. With `--without`, `--into out/private` and a reader that never saw the review, copied
beside them as reader.safetensors, `synth run` uses what lies beside the review's key, and a score
is honest.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.labelled import all_said
from synth.corners import Heads, Pair, train_heads, write_heads
from synth.corners.head import corner_classes, labelled_seeds
from synth.corners.linear import Linear, fit_linear
from synth.embeddings import PackagedEncoder, VectorCache, bind
from synth.protocols import Protocol, built_in_protocols, load_protocol
from synth.reading import Said, read_in_place
from synth.records.evidence import STANCES
from synth.records.pseudonym import as_words
from synth.records.reading import Matrix

REGULARISATION = 0.0005
SEED_WEIGHT = 0.3
"""A seed phrase counts a third of a labelled sentence.

The reader has seen what its heads learn from, so their prior is strong: with it, probabilities on
reviews left out come true as they stand."""


def trained(name: str, without: Collection[str] = (), weights: Path | None = None) -> Heads:
    """Return the heads of one protocol: on its seeds, and on the vectors of a reader."""
    protocol = load_protocol(name)
    taught = _taught(protocol, without, weights)
    return train_heads(protocol, PackagedEncoder().revision, encode_kept, taught)


def _taught(protocol: Protocol, without: Collection[str], weights: Path | None) -> Pair:
    """Return heads that read in place, from seed phrases and the labelled reviews."""
    said = [s for s in all_said(without) if s.corner_in(protocol.id) is not None]
    seeds = labelled_seeds(protocol)
    numbers = {answer: n for n, answer in enumerate(dict.fromkeys(s.answer for s in said))}
    laid = [Said(as_words(text, "a"), "", n) for n, (text, _, _) in enumerate(seeds)]
    laid += [Said(s.text, s.question, len(seeds) + numbers[s.answer]) for s in said]
    rows = read_in_place(laid, weights).vectors
    counts = np.repeat([SEED_WEIGHT, 1.0], [len(seeds), len(said)])

    def fitted(labels: Sequence[str], classes: tuple[str, ...]) -> Linear:
        return fit_linear(rows, labels, classes, regularisation=REGULARISATION, weights=counts)

    return Pair(
        fitted(
            [corner for _, corner, _ in seeds] + [str(s.corner_in(protocol.id)) for s in said],
            corner_classes(protocol),
        ),
        fitted([stance for _, _, stance in seeds] + [s.stance for s in said], STANCES),
    )


def encode_kept(texts: Sequence[str]) -> Matrix:
    """Return the packaged encoder's vectors, read from the cache where they were asked before."""
    encoder = PackagedEncoder()
    kept = ROOT / ".cache"
    kept.mkdir(exist_ok=True)
    cache = VectorCache(f"training-{encoder.revision}", kept)
    vectors = bind(encoder, cache, lambda _: None)(texts)
    cache.save()
    return vectors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--without", default="", help="reviews not trained on, with commas")
    parser.add_argument("--into", type=Path, default=ROOT / "models")
    parser.add_argument("--reader", type=Path, help="the reader's weights, if not the shipped")
    options = parser.parse_args()
    for name in built_in_protocols():
        heads = trained(name, options.without.split(","), options.reader)
        write_heads(heads, options.into / f"{name}.safetensors")
        print(f"{name}: {heads.digest}")


if __name__ == "__main__":
    main()
