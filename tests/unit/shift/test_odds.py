from __future__ import annotations

from collections import Counter

import pytest

from synth.shift.odds import log_odds

NOW = "ship late ship late invoice call harbour harbour harbour crane crane tide".split()
THEN = "ship early tide tide call call invoice crane harbour garden garden garden garden".split()

# Worked out apart from the program, with numpy over all words at once, by equations 16, 19 and 22
# of Monroe, Colaresi and Quinn (2008), the formula that ConvoKit's FightingWords follows as well.
# The prior is 10 words in the proportions of both groups together.
STORED = {
    "call": -0.427824, "crane": 0.543256, "early": -0.698758, "garden": -1.574960,
    "harbour": 0.940351, "invoice": 0.045839, "late": 1.102714, "ship": 0.543256,
    "tide": -0.427824,
}  # fmt: skip


def test_the_scores_equal_the_reference() -> None:
    both = Counter(NOW + THEN)
    found = log_odds(Counter(NOW), Counter(THEN), both, prior=10)
    assert found == pytest.approx(STORED, abs=1e-6)


def test_an_independent_formula_gives_the_same() -> None:
    import numpy as np

    both = Counter(NOW + THEN)
    words = sorted(both)
    y = np.array([[Counter(group)[w] for w in words] for group in (NOW, THEN)], dtype=float)
    alpha = 10 * np.array([both[w] for w in words]) / sum(both.values())
    omega = (y + alpha) / (y.sum(axis=1, keepdims=True) + alpha.sum() - y - alpha)
    delta = np.log(omega[0]) - np.log(omega[1])
    z = delta / np.sqrt((1 / (y + alpha)).sum(axis=0))
    found = log_odds(Counter(NOW), Counter(THEN), both, prior=10)
    assert [found[w] for w in words] == pytest.approx(list(z))


def test_groups_that_talk_alike_have_no_word_of_their_own() -> None:
    counts = Counter({"crane": 5, "tide": 5})
    assert log_odds(counts, counts, counts + counts) == {"crane": 0.0, "tide": 0.0}


def test_the_prior_holds_back_a_rare_word() -> None:
    now, then = Counter({"crane": 1, "tide": 50}), Counter({"tide": 50})
    scores = [log_odds(now, then, now + then, prior)["crane"] for prior in (1, 1000)]
    assert scores[0] > scores[1] > 0
