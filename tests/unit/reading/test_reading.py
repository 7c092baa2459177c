import re

import numpy as np
import pytest

from synth.reading import Said, cut_chunks, read_in_place
from synth.records.reading import MEANT, SIGNALS


def spell(text: str) -> list[tuple[int, int]]:
    return [(len(word.group()), word.start()) for word in re.finditer(r"\S+", text)]


def test_a_long_answer_is_read_in_chunks_that_leave_no_sentence_out() -> None:
    said = [Said(f"sentence number {n} of a long tale", "why", 7) for n in range(200)]
    chunks = cut_chunks(said, spell)
    assert len(chunks) > 1
    assert {o for c in chunks for o in c.owners} - {-1} == set(range(200))
    assert max(len(c.tokens) for c in chunks) <= 384


def test_pseudonyms_are_read_as_words_and_shift_no_offset() -> None:
    text = "[Partner B] said they came"
    (chunk,) = cut_chunks([Said(text, "", 0, "a")], spell)
    starts = [start for start in chunk.starts if start >= 0]
    assert [text[start:].split(maxsplit=1)[0] for start in starts] == ["said", "they", "came"]
    assert chunk.starts.count(-1) == len(chunk.starts) - 3


def test_each_pronoun_is_read_where_it_stands() -> None:
    said = [Said("We told [Partner B] that they owe us nothing, and the bus was full.", "", 0, "a")]
    (meant,) = read_in_place(said).pronouns
    assert [said[0].text[start:].split(maxsplit=1)[0] for start in sorted(meant)] == [
        "We",
        "they",
        "us",
    ]
    assert all(len(odds) == len(MEANT) and sum(odds) == pytest.approx(1, abs=0.01)
               for odds in meant.values())  # fmt: skip


def test_one_sentence_is_read_alike_whatever_else_is_read_with_it() -> None:
    one = Said("They told us about the delay the same day.", "Do they tell you?", 0, "a")
    others = [Said(f"The bus number {n} was late again.", "", n + 1, "b") for n in range(9)]
    alone, among = read_in_place([one]), read_in_place([one, *others])
    assert np.allclose(alone.vectors[0], among.vectors[0], atol=1e-4)
    assert np.allclose(alone.signals[0], among.signals[0], atol=1e-4)
    assert alone.signals.shape == (1, len(SIGNALS))


def test_nothing_said_is_read_as_nothing() -> None:
    read = read_in_place([])
    assert read.vectors.shape[0] == read.signals.shape[0] == len(read.pronouns) == 0
