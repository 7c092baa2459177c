"""Find the themes of a review.

Up to a few thousand passages every pair is compared (`affinity.py`) and joined from the likeliest
on. Beyond that the table of pairs would not fit a laptop: passages are seen with their answer,
question and corner on principal components, HDBSCAN finds the dense cores, and what lies outside
them goes to the nearest core if it is near enough. Everything is deterministic and does not depend
on the order of the files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.records.evidence import NO_CORNER, Passage, Theme, people_in
from synth.records.vectors import unit
from synth.themes.affinity import answer_numbers, mean_by, same_theme
from synth.themes.labels import Encode, label_themes

Matrix = NDArray[np.float32]
_COMPONENTS: Final = 20
_CORNER_WEIGHT: Final = 0.5
_NEAR: Final = 0.45
"""Cosine to a theme's centre above which a passage outside every core still belongs to it."""
_APART: Final = 0.75
"""Groups join while the mean probability that their passages share a theme is above 1 - this."""
_SMALLEST: Final = 4
_LIKELY: Final = 0.08
"""A stray passage joins the theme that it shares with at least this mean probability."""
_MOST_PAIRED: Final = 4_000
"""With more passages than this, pairs are not compared one by one."""
_FEWEST: Final = 12
"""With fewer passages there is nothing to cluster."""


def find_themes(
    passages: Sequence[Passage],
    vectors: Matrix,
    questions: Matrix,
    read: Matrix,
    encode: Encode,
) -> tuple[Theme, ...]:
    """Return the themes, the one with most people first, `t01` onwards.

    Args:
        passages: all passages; those of no corner are small talk and belong to no theme.
        vectors: one unit vector a passage, shape (passages, dimensions).
        questions: one unit vector a passage for the question it answers, the same shape.
        read: one unit vector a passage from the reader, which has seen the whole answer.
        encode: gives one unit vector a text; names are chosen with it.
    """
    told = [i for i, p in enumerate(passages) if p.tag.corner != NO_CORNER]
    if len(told) < _FEWEST:
        return ()
    own = [passages[i] for i in told]
    seen = _views(own, vectors[told], questions[told])
    if len(told) <= _MOST_PAIRED:
        found = cluster_pairs(same_theme(own, vectors[told], questions[told], read[told]))
    else:
        found = _dense(seen)
    groups = [
        [told[i] for i in _most_typical_first(np.flatnonzero(found == cluster), seen)]
        for cluster in range(found.max() + 1)
    ]
    groups = [g for g in groups if g]
    groups.sort(key=lambda g: (-len(people_in(passages[i] for i in g)), -len(g), g[0]))
    centres = unit(np.stack([vectors[g].mean(axis=0) for g in groups]))
    labels = label_themes([[passages[i] for i in g] for g in groups], centres, encode)
    return tuple(
        _theme(f"t{n:02d}", [passages[i] for i in group], *label)
        for n, (group, label) in enumerate(zip(groups, labels, strict=True), start=1)
    )


def cluster_pairs(same: Matrix) -> NDArray[np.int64]:
    """Return the theme of each passage, -1 for none, from the odds that pairs share one.

    Average linkage: two groups join while the mean odds between their passages are good enough, so
    the number of themes follows from what was said. Groups too small to be a theme are given to the
    theme that their passages most likely share.

    Args:
        same: probability that two passages share a theme, shape (passages, passages).
    """
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    # Rounded, so that no last digit decides which of two like pairs joins first.
    apart = np.round(1 - (same.astype(np.float64) + same.T) / 2, 5)
    np.fill_diagonal(apart, 0)
    tree = linkage(squareform(apart, checks=False), "average")
    groups = fcluster(tree, _APART, "distance") - 1
    sizes = np.bincount(groups)
    themes = np.flatnonzero(sizes >= _SMALLEST)
    if not len(themes):
        return np.zeros(len(same), dtype=np.int64)
    near = np.stack([same[:, groups == theme].mean(axis=1) for theme in themes], axis=1)
    found = np.where(near.max(axis=1) >= _LIKELY, near.argmax(axis=1), -1)
    for number, theme in enumerate(themes):
        found[groups == theme] = number
    return np.asarray(found, dtype=np.int64)


def _dense(seen: Matrix) -> NDArray[np.int64]:
    """Return the theme of each of very many passages: dense cores, and what lies near them."""
    return _with_the_near(_cores(seen), seen)


def _views(passages: Sequence[Passage], vectors: Matrix, questions: Matrix) -> Matrix:
    """Return each passage seen in its place: itself, its answer and question, its corner."""
    whole = mean_by(answer_numbers(passages), vectors)
    told = unit(unit(vectors) + whole + questions)
    corners = sorted({p.tag.corner for p in passages})
    onehot = np.zeros((len(passages), len(corners)), dtype=np.float32)
    for i, passage in enumerate(passages):
        onehot[i, corners.index(passage.tag.corner)] = _CORNER_WEIGHT
    return np.hstack([told, onehot])


def _cores(seen: Matrix) -> NDArray[np.int64]:
    """Return the cluster of each passage, -1 outside the dense cores."""
    import hdbscan

    size = max(4, min(12, len(seen) // 35))
    clusterer = hdbscan.HDBSCAN(
        min_cluster_size=size,
        min_samples=1,
        cluster_selection_method="leaf",
        approx_min_span_tree=False,
    )
    return np.asarray(clusterer.fit_predict(_principal(seen)), dtype=np.int64)


def _principal(seen: Matrix) -> NDArray[np.float64]:
    """Return the passages on their principal components, rounded so that noise breaks no tie."""
    centred = seen.astype(np.float64) - seen.mean(axis=0, dtype=np.float64)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes = axes[: min(_COMPONENTS, len(axes))]
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    return np.asarray(np.round(centred @ axes.T, 6))


def _with_the_near(clusters: NDArray[np.int64], seen: Matrix) -> NDArray[np.int64]:
    """Place what no core holds with the nearest centre, if it is near enough."""
    if clusters.max() < 0:
        return np.zeros(len(clusters), dtype=np.int64)
    centres = unit(np.stack([seen[clusters == c].mean(axis=0) for c in range(clusters.max() + 1)]))
    near = unit(seen) @ centres.T
    outside = clusters < 0
    placed = clusters.copy()
    placed[outside] = np.where(near.max(axis=1) >= _NEAR, near.argmax(axis=1), -1)[outside]
    return placed


def _most_typical_first(members: NDArray[np.int64], seen: Matrix) -> list[int]:
    if not len(members):
        return []
    near = unit(seen[members]) @ unit(seen[members].mean(axis=0, keepdims=True))[0]
    order = sorted(range(len(members)), key=lambda i: (-round(float(near[i]), 5), members[i]))
    return [int(members[i]) for i in order]


def _theme(name: str, passages: list[Passage], label: str, keywords: tuple[str, ...]) -> Theme:
    people = len(people_in(passages))
    return Theme(
        id=name,
        label=label,
        keywords=keywords,
        passages=tuple(p.id for p in passages),
        corner=_commonest([p.tag.corner for p in passages]),
        stance=_commonest([p.tag.stance for p in passages]),
        because="passages close in meaning, from several people"
        if people > 1
        else "passages close in meaning, from one person",
    )


def _commonest(values: list[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v))
