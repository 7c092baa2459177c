from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from synth.trust import find_seeded
from tests.unit.trust.conftest import passage_of, said

MEANINGS = {"price": (1.0, 0.0), "rain": (0.0, 1.0)}


def encode(texts: list[str]) -> NDArray[np.float32]:
    rows = [next(v for word, v in MEANINGS.items() if word in text) for text in texts]
    return np.array(rows, dtype=np.float32)


def test_a_kind_of_the_protocols_own_is_heard_but_never_shown():
    sentences = said("They squeeze us on price.", "The rain was loud.")
    vectors = encode([str(s.text) for s in sentences])
    seeds = {"price_pressure": ("They push the price down.",)}
    (signal,) = find_seeded(sentences, (passage_of(sentences),), vectors, seeds, encode)
    assert (signal.kind, signal.text, signal.passage) == (
        "price_pressure", "They squeeze us on price.", "p0001",
    )  # fmt: skip
    assert not signal.shown
    assert "They push the price down." in signal.because


def test_without_seeds_nothing_is_heard():
    sentences = said("They squeeze us on price.")
    assert find_seeded(sentences, (), encode(["price"]), {}, encode) == ()
