"""Attack a shared report: link quotes back to people by style and content; print the hit rate.

    python scripts/attack_quotes.py SHARE_DIR [SHARE_DIR ...]

The attacker has share/passages.csv and knows each person's other words: passages are dealt into
five hands, and a linear classifier of words and letters learns the speakers from four of them. Hits
are counted against chance (always naming whoever speaks most), for all quotes, without the fifth
that synth finds riskiest, and without a fifth drawn at random.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from synth.privacy import weigh_quotes
from synth.records.evidence import Origin, Passage, Tag
from synth.records.people import Side
from synth.records.pseudonym import PSEUDONYM
from synth.records.text import CleanText

_HANDS = 5
_SEED = 11


def read_passages(file: Path) -> list[Passage]:
    with file.open(encoding="utf-8", newline="") as stream:
        return [_passage(row) for row in csv.DictReader(stream)]


def _passage(row: dict[str, str]) -> Passage:
    words = CleanText(row["text"])
    tag = Tag(row["corner"], 0.0, row["stance"], 0.0, "")
    return Passage(
        row["id"], row["interview"], row["speaker"], Side(row["side"]), row["role_group"],
        CleanText(row["question"]), words, (), tag, Origin(Path(), 0, 0, 0),
    )  # fmt: skip


def guessed(passages: Sequence[Passage]) -> list[bool]:
    """Return for each passage whether the attacker names its speaker."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    texts = np.array([PSEUDONYM.sub(lambda m: m.group()[1:-1], p.text) for p in passages])
    speakers = np.array([p.speaker for p in passages])
    hand = np.arange(len(passages)) % _HANDS
    hits = np.zeros(len(passages), dtype=bool)
    for held in range(_HANDS):
        seen = make_union(
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True),
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        )
        attacker = make_pipeline(seen, LogisticRegression(C=30, max_iter=300))
        attacker.fit(texts[hand != held], speakers[hand != held])
        hits[hand == held] = attacker.predict(texts[hand == held]) == speakers[hand == held]
    return [bool(hit) for hit in hits]


def attack(share: Path) -> str:
    passages = read_passages(share / "passages.csv")
    hits, risks = guessed(passages), [r.score for r in weigh_quotes(passages)]
    order = sorted(range(len(passages)), key=lambda at: (risks[at], at))
    kept = order[: len(order) * 4 // 5]
    drawn = random.Random(_SEED).sample(order, len(kept))
    most = Counter(p.speaker for p in passages).most_common(1)[0][1]

    def rate(which: Sequence[int]) -> float:
        return sum(hits[at] for at in which) / max(1, len(which))

    people = len({p.speaker for p in passages})
    return (
        f"{people:>6} {len(passages):>8} {most / len(passages):>7.2f} {rate(order):>5.2f} "
        f"{rate(kept):>16.2f} {rate(order[len(kept) :]):>13.2f} {rate(drawn):>15.2f}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("share", type=Path, nargs="+", help="folders out/share")
    options = parser.parse_args(arguments)
    print("people passages  chance  hits  without riskiest  riskiest only  without a fifth")
    for share in options.share:
        print(attack(share), share)
    return 0


if __name__ == "__main__":
    sys.exit(main())
