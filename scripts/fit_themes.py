"""Fit how likely two passages speak of one theme, and print how well the themes found agree.

    python scripts/fit_themes.py READER [--write]

READER never saw alliances 2, 4, 5 and 6, whose cycles are compared here (`score_corners.py` keeps
one as base.safetensors). Each of the four in turn is left out. The passages are labelled sentences;
those with a gold theme make the pairs. `--write` writes synth/themes/weights.py from all four.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.labelled import LABELLED, Said, said_in
from scripts.score_corners import REVIEWS, as_sentences
from scripts.train_corners import encode_kept, trained
from synth.corners import Heads, tag_corners
from synth.reading import Said as Laid
from synth.reading import read_in_place
from synth.records.evidence import NO_CORNER, Origin, Passage, Sentence, Tag
from synth.records.vectors import unit
from synth.themes import affinity
from synth.themes.clusters import cluster_pairs

PAIRS = 20_000
HEADER = '''"""How much each way of comparing passages counts. Written by scripts/fit_themes.py."""

from typing import Final

'''


@dataclass(frozen=True)
class Cycle:
    """One cycle: its likenesses, shape (passages, passages) each, and gold themes, "" for none."""

    review: str
    likenesses: dict[str, affinity.Matrix]
    themes: NDArray[np.str_]

    def pairs(self, rng: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return likenesses of random pairs of themed passages, and whether they share a theme."""
        themed = np.flatnonzero(self.themes != "")
        one, other = rng.choice(themed, PAIRS), rng.choice(themed, PAIRS)
        one, other = one[one != other], other[one != other]
        rows = np.stack([table[one, other] for table in self.likenesses.values()], axis=1)
        return rows.astype(np.float64), self.themes[one] == self.themes[other]


def cycles(reader: Path) -> Iterator[Cycle]:
    heads = trained("alliance-health", REVIEWS, reader)
    for review in REVIEWS:
        said = list(said_in(LABELLED / review))
        for name in sorted({s.answer.split("/")[1] for s in said}):
            yield _cycle(review, [s for s in said if s.answer.split("/")[1] == name], heads, reader)


def _cycle(review: str, said: Sequence[Said], heads: Heads, reader: Path) -> Cycle:
    sentences = as_sentences(said)
    vectors, questions = (
        encode_kept([s.text for s in said]),
        encode_kept([s.question for s in said]),
    )
    read = read_in_place([Laid(s.text, s.question, s.answer) for s in sentences], reader).vectors
    tags = tag_corners(sentences, vectors, questions, heads, read)
    told = [i for i, tag in enumerate(tags) if tag.corner != NO_CORNER]
    passages = [_passage(said[i], sentences[i], tags[i], i) for i in told]
    tables = affinity.likenesses(passages, vectors[told], questions[told], unit(read[told]))
    return Cycle(
        review,
        {name: make() for name, make in tables.items()},
        np.array([said[i].theme for i in told]),
    )


def _passage(said: Said, sentence: Sentence, tag: Tag, number: int) -> Passage:
    interview = said.answer.rsplit("/", maxsplit=1)[0]
    return Passage(
        str(number), interview, interview, sentence.side, "", sentence.question, sentence.text,
        (number,), tag, Origin(Path(), sentence.answer, 0, 0),
    )  # fmt: skip


def fit(seen: Sequence[Cycle]) -> tuple[dict[str, float], float]:
    """Return the weight of each likeness, and the bias."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    rng = np.random.default_rng(0)
    rows, same = (np.concatenate(part) for part in zip(*(c.pairs(rng) for c in seen), strict=True))
    scale = StandardScaler().fit(rows)
    model = LogisticRegression(C=1.0, max_iter=1000).fit(scale.transform(rows), same)
    weights = model.coef_[0] / scale.scale_
    bias = float(model.intercept_[0] - weights @ scale.mean_)
    return dict(zip(seen[0].likenesses, map(float, weights), strict=True)), bias


def agreement(cycle: Cycle, weights: dict[str, float], bias: float) -> tuple[float, float, int]:
    """Return NMI and ARI over the themed passages, and how many themes were found."""
    from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

    total = bias + sum(weights[name] * table for name, table in cycle.likenesses.items())
    found = cluster_pairs((1 / (1 + np.exp(-total))).astype(np.float32))
    themed = cycle.themes != ""
    gold, ours = cycle.themes[themed], found[themed]
    return (
        float(normalized_mutual_info_score(gold, ours)),
        float(adjusted_rand_score(gold, ours)),
        int(found.max() + 1),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("reader", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    everything = list(cycles(options.reader))
    scores = []
    for review in REVIEWS:
        weights, bias = fit([c for c in everything if c.review != review])
        for cycle in (c for c in everything if c.review == review):
            scores.append(agreement(cycle, weights, bias))
            print("{}  NMI {:.3f}  ARI {:.3f}  {} themes".format(review, *scores[-1]))
    print("mean     NMI {:.3f}  ARI {:.3f}  {:.1f} themes".format(*np.mean(scores, axis=0)))
    weights, bias = fit(everything)
    text = "WEIGHTS: Final = {\n"
    text += "".join(f'    "{name}": {value:.3f},\n' for name, value in weights.items())
    text += f"}}\nBIAS: Final = {bias:.3f}\n"
    print(text)
    if options.write:
        (ROOT / "synth" / "themes" / "weights.py").write_text(HEADER + text, encoding="utf-8")


if __name__ == "__main__":
    main()
