"""Score a protocol of one's own: few seeds a corner, no labelled interviews.

    python scripts/score_own_protocol.py [--errors N]

The protocol (tests/data/protocols/mentoring.yaml) and the answers it is scored on
(mentoring-heldout.yaml) were written by two people without sight of each other's work. Prints
macro-F1 by sentence for corner and stance, and what was mistaken for what.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.corner_scores import Tagged, confusion, corner_f1, errors, stance_f1
from scripts.labelled import Said
from synth.corners import load_heads, tag_corners
from synth.embeddings import PackagedEncoder, VectorCache, bind, question_texts, sentence_texts
from synth.protocols import load_protocol
from synth.reading import read_sentences
from synth.records.evidence import Origin, Sentence
from synth.records.people import Side
from synth.records.text import CleanText

FOLDER = ROOT / "tests" / "data" / "protocols"


def held_out(path: Path) -> Iterator[Said]:
    """Yield the sentences of a file of labelled answers."""
    for number, answer in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
        for sentence in answer["sentences"]:
            corners = {"": str(sentence["corner"])}
            yield Said(
                str(number), answer["question"], sentence["text"], sentence["stance"], corners
            )


def tagged() -> list[Tagged]:
    """Return the held-out sentences, each with the tag that a run would give it."""
    protocol = load_protocol("mentoring.yaml", FOLDER)
    encoder = PackagedEncoder()
    encode = bind(encoder, VectorCache(encoder.revision), lambda _: None)
    heads = load_heads(protocol, encoder.revision, encode, None)
    said = list(held_out(FOLDER / "mentoring-heldout.yaml"))
    sentences = [_sentence(s) for s in said]
    tags = tag_corners(
        sentences,
        encode(sentence_texts(sentences)),
        encode(question_texts(sentences)),
        heads,
        read_sentences(sentences).vectors,
    )
    pairs = zip(said, tags, strict=True)
    return [Tagged("mentoring", s, str(s.corner_in("")), tag) for s, tag in pairs]


def _sentence(said: Said) -> Sentence:
    question, text = CleanText(said.question), CleanText(said.text)
    origin = Origin(Path("made-up.txt"), 0, 0, len(text))
    return Sentence(
        "i01", int(said.answer), "[person 1]", Side.OTHER, "other", question, text, origin
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--errors", type=int, default=0, help="print so many misread sentences")
    options = parser.parse_args()
    rows = tagged()
    print(f"{len(rows)} sentences: corner macro-F1 {corner_f1(rows):.3f}, "
          f"stance macro-F1 {stance_f1(rows):.3f}")  # fmt: skip
    print(confusion(rows))
    print(errors(rows, options.errors))


if __name__ == "__main__":
    main()
