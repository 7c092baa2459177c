"""How far a passage sounds like its speaker and like nobody else in the review.

The attack of a colleague who knows how each of the others talks: every passage is compared with all
other words of each person, by letters, words and word pairs (TF-IDF, nearest centroid; Stamatatos
2009, "A survey of modern authorship attribution methods"). Whoever can be told by style here can be
told by a reader of the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEAST_PASSAGES = 8
"""With fewer passages nobody's way of talking is known well enough to be told apart."""


def style_margins(texts: Sequence[str], speakers: Sequence[str]) -> tuple[float, ...]:
    """Return for each text how much nearer it is to its speaker's other words than to the next's.

    Differences of cosines; above 0 the style alone names the speaker. All 0 where there is only one
    speaker, or too little text.
    """
    import numpy as np

    names = sorted(set(speakers))
    if len(names) < 2 or len(texts) < _LEAST_PASSAGES:
        return (0.0,) * len(texts)
    who = np.array([names.index(s) for s in speakers])
    near = _nearness(_letters_and_words(texts), who, len(names))
    rows = np.arange(len(who))
    own = near[rows, who].copy()
    near[rows, who] = -np.inf
    return tuple(float(m) for m in np.round(own - near.max(axis=1), 6))


def _letters_and_words(texts: Sequence[str]) -> Any:
    """Return a sparse matrix (texts, features), rows of length 1."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer

    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    # One-letter words are words here, or a passage of "I" and "a" would have none.
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\b\w+\b")
    try:
        both = hstack([letters.fit_transform(texts), words.fit_transform(texts)])
    except ValueError:  # no word in any text
        from scipy.sparse import csr_matrix

        return csr_matrix((len(texts), 1))
    return both.tocsr() * 0.5**0.5


def _nearness(rows: Any, who: NDArray[np.int_], people: int) -> NDArray[np.float64]:
    """Return cosines (texts, people) of each text with the sum of each person's *other* texts."""
    import numpy as np
    from scipy.sparse import csr_matrix

    texts = np.arange(len(who))
    sums = csr_matrix((np.ones(len(who)), (who, texts)), shape=(people, len(who))) @ rows
    dots: NDArray[np.float64] = np.asarray((rows @ sums.T).todense())
    lengths = np.asarray(sums.multiply(sums).sum(axis=1)).ravel()
    itself = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    others = lengths[who] - 2 * dots[texts, who] + itself
    near: NDArray[np.float64] = dots / np.sqrt(np.maximum(lengths, 1e-9))
    near[texts, who] = (dots[texts, who] - itself) / np.sqrt(np.maximum(others, 1e-9))
    return near
