from __future__ import annotations

from synth.records.people import Side
from synth.trust import find_signals
from tests.unit.trust.conftest import REVIEW, passage_of, said

TEXTS = (
    "So, um, [Partner B] is slow.",
    "They promised us the parts by May, and they, uh, never came.",
    "Nobody was angry.",
)


def test_a_signal_keeps_its_words_its_place_and_its_reason():
    sentences = said(*TEXTS)
    signals = find_signals(sentences, (passage_of(sentences),), REVIEW)
    broken = next(s for s in signals if s.kind == "promise_broken")
    assert str(broken.text) in TEXTS[1]
    assert broken.origin == sentences[1].origin
    assert broken.passage == "p0001"
    assert broken.side is Side.A
    assert broken.because


def test_ids_follow_the_sentences():
    sentences = said(*TEXTS)
    signals = find_signals(sentences, (), REVIEW)
    assert [s.id for s in signals] == [f"s{n:04d}" for n in range(1, len(signals) + 1)]
    starts = [s.origin.start for s in signals]
    assert starts == sorted(starts)


def test_the_same_input_gives_the_same_signals():
    assert find_signals(said(*TEXTS), (), REVIEW) == find_signals(said(*TEXTS), (), REVIEW)


def test_nothing_said_gives_nothing():
    assert find_signals((), (), REVIEW) == ()
