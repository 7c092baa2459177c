"""Which words tell two groups of text apart: log-odds with an informative Dirichlet prior.

Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 16, 19 and
22: counts of both groups are drawn towards how often the word is said anywhere, so that neither a
rare nor an everyday word stands out by accident.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

PRIOR: Final = 100.0
"""Weight of the prior in words: as many as are added to either group, a tenth of what is said."""


def log_odds(
    now: Mapping[str, int],
    then: Mapping[str, int],
    background: Mapping[str, int],
    prior: float = PRIOR,
) -> dict[str, float]:
    """Return the z score of each word of the background: above zero, it is said more now.

    Args:
        now: counts of words in one group.
        then: counts of words in the other.
        background: counts of words at large; it holds every word of both groups.
        prior: how many words the prior weighs.
    """
    total = sum(background.values())
    n_now, n_then = sum(now.values()), sum(then.values())
    found = {}
    for word, count in background.items():
        alpha = prior * count / total
        y, x = now.get(word, 0) + alpha, then.get(word, 0) + alpha
        delta = math.log(y / (n_now + prior - y)) - math.log(x / (n_then + prior - x))
        found[word] = delta / math.sqrt(1 / y + 1 / x)
    return found
