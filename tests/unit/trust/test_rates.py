from __future__ import annotations

import pytest

from synth.records.evidence import Sentence, Signal
from synth.trust import measure_rates
from tests.unit.trust.conftest import said


def _heard(sentence: Sentence, kind: str = "blame") -> Signal:
    return Signal("s", "", kind, sentence.side, "b", sentence.text, "made up", sentence.origin)


def _people(counts: list[int], words: int) -> tuple[list[Signal], list[Sentence]]:
    signals: list[Signal] = []
    sentences: list[Sentence] = []
    for number, count in enumerate(counts):
        (one,) = said("word " * words, speaker=f"[A: person {number}]", file=f"{number}.vtt")
        sentences.append(one)
        signals += [_heard(one)] * count
    return signals, sentences


def test_the_rate_is_the_mean_over_people():
    signals, sentences = _people([1, 2, 3], words=200)
    (rate,) = measure_rates(signals, sentences)
    assert (rate.kind, rate.side, rate.count, rate.people) == ("blame", "a", 6, 3)
    assert rate.per_1000 == pytest.approx(10.0)
    assert rate.low < rate.per_1000 < rate.high


def test_a_talkative_person_weighs_no_more():
    signals, sentences = _people([0, 0, 2], words=200)
    (talk,) = said("word " * 5000, speaker="[A: person 0]", answer=2, file="0.vtt")
    (rate,) = measure_rates(signals, [*sentences, talk])
    assert rate.per_1000 == pytest.approx(3.33)


@pytest.mark.parametrize(("counts", "words"), [([1, 2], 1000), ([1, 1, 1], 100)])
def test_too_few_people_or_words_give_no_number(counts, words):
    (rate,) = measure_rates(*_people(counts, words))
    assert rate.count == sum(counts)
    assert (rate.per_1000, rate.low, rate.high) == (None, None, None)


def test_order_does_not_matter():
    signals, sentences = _people([1, 2, 3, 0], words=200)
    assert measure_rates(signals, sentences) == measure_rates(signals[::-1], sentences[::-1])
