"""Tables about tagged sentences: how often right, how sure, and what was taken for what."""

from __future__ import annotations

import itertools
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scripts.labelled import Said
from scripts.metrics import macro_f1
from synth.records.evidence import NO_CORNER, STANCES, Tag

MOST_CONFIDENT = 10
_BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True)
class Tagged:
    """A labelled sentence, its gold corner in the protocol scored, and the tag it was given."""

    review: str
    said: Said
    corner: str
    tag: Tag

    @property
    def right(self) -> tuple[bool, bool]:
        """Return whether the corner and whether the stance is right."""
        return self.tag.corner == self.corner, self.tag.stance == self.said.stance


def corner_f1(rows: Sequence[Tagged]) -> float:
    return macro_f1([r.corner for r in rows], [r.tag.corner for r in rows])


def stance_f1(rows: Sequence[Tagged]) -> float:
    return macro_f1([r.said.stance for r in rows], [r.tag.stance for r in rows])


def by_protocol(found: Mapping[str, Sequence[Sequence[Tagged]]]) -> str:
    """Return mean and spread of the macro-F1 over the reviews, a line a protocol."""
    lines = ["macro-F1 by sentence      corner              stance              reviews"]
    for name, reviews in found.items():
        scored = [rows for rows in reviews if rows]
        corner = spread([corner_f1(rows) for rows in scored])
        stance = spread([stance_f1(rows) for rows in scored])
        lines.append(f"{name:<24}  {corner}  {stance}  {len(scored)}")
    for rows in found["alliance-health"]:
        lines.append(f"  {rows[0].review:<22}  {corner_f1(rows):.3f}               "
                     f"{stance_f1(rows):.3f}")  # fmt: skip
    return "\n".join(lines) + "\n"


def spread(values: Sequence[float]) -> str:
    return f"{np.mean(values):.3f} ({min(values):.3f}-{max(values):.3f})"


def by_answer(reviews: Sequence[Sequence[Tagged]]) -> str:
    """Return the same for whole answers: the label that most of an answer's sentences carry."""
    corners, stances = [], []
    for rows in reviews:
        answers: dict[str, list[Tagged]] = defaultdict(list)
        for row in rows:
            answers[row.said.answer].append(row)
        corners.append(_voted(answers.values(), lambda r: r.corner, lambda r: r.tag.corner))
        stances.append(_voted(answers.values(), lambda r: r.said.stance, lambda r: r.tag.stance))
    return f"by answer                 {spread(corners)}  {spread(stances)}\n"


def _voted(
    answers: Iterable[Sequence[Tagged]],
    gold: Callable[[Tagged], str],
    found: Callable[[Tagged], str],
) -> float:
    def most(labels: Iterable[str]) -> str:
        # A judgement outweighs background: an answer with one told concern is not background.
        counts = Counter(labels)
        told = {k: n for k, n in counts.items() if k not in (NO_CORNER, "neutral")} or counts
        return min(told, key=lambda label: (-told[label], label))

    pairs = [(most(map(gold, rows)), most(map(found, rows))) for rows in answers]
    return macro_f1([g for g, _ in pairs], [f for _, f in pairs])


def by_style(rows: Sequence[Tagged]) -> str:
    """Return the macro-F1 by the style of the interview, all reviews together."""
    styles: dict[str, list[Tagged]] = defaultdict(list)
    for row in rows:
        styles[row.said.style].append(row)
    lines = [
        f"style {style:<12} {len(own):>6} sentences: corner {corner_f1(own):.3f}, "
        f"stance {stance_f1(own):.3f}"
        for style, own in sorted(styles.items())
    ]
    return "\n".join(lines) + "\n"


def confident(reviews: Sequence[Sequence[Tagged]]) -> str:
    """Return the precision of the most confident a review, corner and stance."""
    both: list[bool] = []
    corners: list[bool] = []
    for rows in reviews:
        for corner in sorted({r.corner for r in rows} - {NO_CORNER}):
            for stance in STANCES:
                own = [r for r in rows if (r.tag.corner, r.tag.stance) == (corner, stance)]
                own.sort(key=lambda r: -r.tag.corner_p * r.tag.stance_p)
                top = own[:MOST_CONFIDENT]
                corners += [r.right[0] for r in top]
                both += [all(r.right) for r in top]
    return (
        f"the {MOST_CONFIDENT} most confident a review, corner and stance: corner right "
        f"{np.mean(corners):.3f}, corner and stance right {np.mean(both):.3f} ({len(both)})\n"
    )


def reliability(rows: Sequence[Tagged]) -> str:
    """Return how sure against how right, and the precision of the surest part."""
    lines = ["sure of           corner: n  said  right     stance: n  said  right"]
    for low, high in itertools.pairwise(_BINS):
        cells = [
            _bin([(r.tag.corner_p, r.right[0]) for r in rows], low, high),
            _bin([(r.tag.stance_p, r.right[1]) for r in rows], low, high),
        ]
        lines.append(f"{low:.1f} to {min(high, 1):.1f}     " + "     ".join(cells))
    sure = sorted(rows, key=lambda r: -r.tag.corner_p * r.tag.stance_p)
    judged = [r for r in sure if r.tag.stance != "neutral"]
    shares = [
        f"{share:.0%}: {np.mean([all(r.right) for r in judged[: int(len(judged) * share)]]):.2f}"
        for share in (0.1, 0.25, 0.5, 0.75, 1.0)
    ]
    return "\n".join(
        [*lines, "corner and stance right in the surest judgements  " + ", ".join(shares), ""]
    )


def _bin(pairs: Sequence[tuple[float, bool]], low: float, high: float) -> str:
    own = [(p, right) for p, right in pairs if low <= p < high]
    if not own:
        return f"{0:>7}    -     - "
    said, right = np.mean([p for p, _ in own]), np.mean([r for _, r in own])
    return f"{len(own):>7}  {said:.2f}  {right:.2f}"


def confusion(rows: Sequence[Tagged]) -> str:
    """Return how often what was taken for what: corners, then stances. Gold labels in rows."""
    corners = _grid([(r.corner, r.tag.corner) for r in rows])
    return corners + _grid([(r.said.stance, r.tag.stance) for r in rows])


def _grid(pairs: Sequence[tuple[str, str]]) -> str:
    labels = sorted({label for pair in pairs for label in pair})
    counts = Counter(pairs)
    head = " " * 26 + " ".join(f"{label[:10]:>10}" for label in labels)
    lines = [
        f"{gold:<26}" + " ".join(f"{counts[gold, found]:>10}" for found in labels)
        for gold in labels
    ]
    return "\n".join([head, *lines, ""])


def errors(rows: Sequence[Tagged], most: int) -> str:
    """Return sentences that were misread, drawn at random, with their question."""
    wrong = [r for r in rows if not all(r.right)]
    drawn = random.Random(3).sample(wrong, min(most, len(wrong)))
    return "\n".join(
        f"{r.review}  gold {r.corner} {r.said.stance} / found {r.tag.corner} {r.tag.stance} "
        f"({r.tag.corner_p:.2f}, {r.tag.stance_p:.2f})\n  ? {r.said.question}\n  {r.said.text}"
        for r in drawn
    )
