from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from synth import models
from synth.embeddings import PackagedEncoder, VectorCache, embed, pooled, sentence_texts
from synth.errors import SynthError
from synth.records.people import Side
from tests.unit.evidence import passage, sentence


class CountingEncoder:
    revision = "test"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.seen += texts
        return np.array([[len(t), 1.0] for t in texts], dtype=np.float32)


def test_a_text_is_encoded_once_however_often_it_stands() -> None:
    encoder = CountingEncoder()
    vectors = embed(["ab", "a", "ab"], encoder, VectorCache("test"))
    assert encoder.seen == ["a", "ab"]
    assert vectors[:, 0].tolist() == [2, 1, 2]


def test_the_next_run_encodes_only_what_is_new(tmp_path: Path) -> None:
    first = VectorCache("test", tmp_path)
    embed(["a", "ab"], CountingEncoder(), first)
    first.save()
    encoder = CountingEncoder()
    embed(["a", "ab", "abc"], encoder, VectorCache("test", tmp_path))
    assert encoder.seen == ["abc"]


def test_vectors_of_another_model_are_not_used(tmp_path: Path) -> None:
    old = VectorCache("old", tmp_path)
    embed(["a"], CountingEncoder(), old)
    old.save()
    assert "a" not in VectorCache("new", tmp_path)


def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path) -> None:
    cache = VectorCache("test", tmp_path)
    embed(["a"], CountingEncoder(), cache)
    cache.save()
    file = next(tmp_path.iterdir())
    file.write_bytes(file.read_bytes()[:20])
    assert "a" not in VectorCache("test", tmp_path)


def test_the_cache_keeps_no_words(tmp_path: Path) -> None:
    cache = VectorCache("test", tmp_path)
    embed(["Zyxwvut said so"], CountingEncoder(), cache)
    cache.save()
    assert b"Zyxwvut" not in next(tmp_path.iterdir()).read_bytes()


def test_no_text_gives_no_vector() -> None:
    assert len(embed([], CountingEncoder(), VectorCache("test"))) == 0


def test_a_passage_lies_between_its_sentences() -> None:
    vectors = np.eye(3, dtype=np.float32)
    found = pooled([passage(1, "x")], vectors)
    assert found.tolist() == [[0.0, 1.0, 0.0]]


def test_either_sides_own_company_reads_alike() -> None:
    said_by_a = sentence("[Partner A] waits for [Partner B].", side=Side.A)
    said_by_b = sentence("[Partner B] waits for [Partner A].", side=Side.B)
    assert sentence_texts([said_by_a]) == sentence_texts([said_by_b])


def test_the_packaged_encoder_knows_what_is_alike() -> None:
    texts = ["They missed the deadline again.", "The date slipped once more.", "I like my tea hot."]
    vectors = embed(texts, PackagedEncoder(), VectorCache("x"))
    assert vectors.shape == (3, 384)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_a_model_file_that_was_tampered_with_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "model").mkdir()
    for name in ("model.safetensors", "tokenizer.json"):
        (tmp_path / "model" / name).write_bytes(b"not the model")
    monkeypatch.setattr(models, "_package_folder", lambda _: tmp_path)
    with pytest.raises(SynthError, match="not the one that synth was tested with"):
        models.encoder_folder()


def test_a_missing_spacy_pipeline_is_named() -> None:
    with pytest.raises(SynthError, match="'xx_not_there' is not installed"):
        models.spacy_package("xx_not_there")
