"""Score corners and stance on labelled reviews that the tagger never saw.

    python scripts/score_corners.py [REVIEW ...] [--folds DIR] [--errors 50]

For every review (by default alliances 2, 4, 5, 6) a reader and heads are taught without it. The
readers are kept in DIR and taught when they are not there: one long lesson without any of the
reviews scored, then for each a short one on the other reviews. Printed: macro-F1 by sentence and by
answer, for each protocol, by style; precision of the most confident; how sure against how right;
the confusions; what seeds alone give; and errors to read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.corner_scores import (
    Tagged,
    by_answer,
    by_protocol,
    by_style,
    confident,
    confusion,
    errors,
    reliability,
)  # fmt: skip
from scripts.labelled import LABELLED, Said, said_in
from scripts.train_corners import encode_kept, trained
from scripts.train_reader import lessons, teach
from synth.corners import Heads, tag_corners
from synth.protocols import built_in_protocols
from synth.reading import Said as Laid
from synth.reading import read_in_place
from synth.records.evidence import Origin, Sentence
from synth.records.people import Side
from synth.records.reading import Matrix
from synth.records.text import CleanText

REVIEWS = ("alliance-2", "alliance-4", "alliance-5", "alliance-6")
LONG, SHORT = (4, 1.5e-4), (2, 7e-5)
"""Epochs and pace of the long lesson and of the short one."""


def reader_without(review: str, reviews: Sequence[str], folds: Path) -> Path:
    """Return a reader that never saw `review`, taught now where it is not there."""
    from safetensors.torch import save_file

    folds.mkdir(parents=True, exist_ok=True)
    base, own = folds / "base.safetensors", folds / f"without-{review}.safetensors"
    if not base.exists():
        save_file(teach(lessons(reviews, only_reviews=False), *LONG, None), base)
    if not own.exists():
        save_file(teach(lessons([review], only_reviews=True), *SHORT, base), own)
    return own


def tagged(review: str, protocol: str, weights: Path) -> list[Tagged]:
    """Return every labelled sentence of a review with the tag of heads that never saw it."""
    said = [s for s in said_in(LABELLED / review) if s.corner_in(protocol) is not None]
    if not said:
        return []
    sentences = as_sentences(said)
    laid = [Laid(s.text, s.question, s.answer) for s in sentences]
    heads = trained(protocol, [review], weights)
    tags = tag_corners(
        sentences, *alone(said), heads, read_in_place(laid, weights).vectors
    )  # fmt: skip
    return [
        Tagged(review, s, str(s.corner_in(protocol)), t) for s, t in zip(said, tags, strict=True)
    ]


def tagged_by_seeds(review: str, protocol: str) -> list[Tagged]:
    """Return the same with the tags of heads that know the seed phrases alone."""
    said = list(said_in(LABELLED / review))
    vectors, questions = alone(said)
    heads = Heads("", trained(protocol, [review]).alone)
    tags = tag_corners(as_sentences(said), vectors, questions, heads, vectors)
    return [
        Tagged(review, s, str(s.corner_in(protocol)), t) for s, t in zip(said, tags, strict=True)
    ]


def alone(said: Sequence[Said]) -> tuple[Matrix, Matrix]:
    """Return the packaged encoder's vectors of the sentences and of their questions."""
    return encode_kept([s.text for s in said]), encode_kept([s.question for s in said])


def as_sentences(said: Sequence[Said]) -> list[Sentence]:
    """Return labelled sentences as the rooms take them."""
    numbers = {answer: n for n, answer in enumerate(dict.fromkeys(s.answer for s in said))}
    return [
        Sentence("", numbers[s.answer], "", Side.UNKNOWN, "", CleanText(s.question),
                 CleanText(s.text), Origin(Path(), 0, 0, 0))
        for s in said
    ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("reviews", nargs="*", default=list(REVIEWS))
    parser.add_argument("--folds", type=Path, default=ROOT / ".cache" / "folds")
    parser.add_argument("--errors", type=int, default=50)
    options = parser.parse_args()
    readers = {r: reader_without(r, options.reviews, options.folds) for r in options.reviews}
    found = {
        name: [tagged(review, name, weights) for review, weights in readers.items()]
        for name in built_in_protocols()
    }
    found["seeds alone"] = [tagged_by_seeds(r, "alliance-health") for r in options.reviews]
    health = found["alliance-health"]
    everything = [row for review in health for row in review]
    print(by_protocol(found))
    print(by_answer(health))
    print(by_style(everything))
    print(confident(health))
    print(reliability(everything))
    print(confusion(everything))
    print(errors(everything, options.errors))


if __name__ == "__main__":
    main()
