from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scripts.corner_scores import corner_f1, stance_f1
from scripts.score_own_protocol import tagged
from synth.corners import lent_heads, load_heads, tag_corners, try_seeds
from synth.embeddings import PackagedEncoder, VectorCache, bind, sentence_texts
from synth.protocols import NewSeed, Protocol, load_protocol, text_of, with_seeds
from synth.shipped import shipped
from tests.unit.evidence import sentence

FOLDER = Path(__file__).resolve().parents[2] / "data" / "protocols"
ENCODER = PackagedEncoder()
ENCODE = bind(ENCODER, VectorCache(ENCODER.revision), lambda _: None)
SEED = "The lorry was painted in two colours."


def mentoring() -> Protocol:
    return load_protocol("mentoring.yaml", FOLDER)


def test_thirty_seeds_a_corner_read_answers_that_their_author_never_saw() -> None:
    rows = tagged()
    assert len(rows) > 250
    assert corner_f1(rows) >= 0.68
    assert stance_f1(rows) >= 0.47


def test_a_trial_finds_the_seeds_that_stand_in_the_wrong_corner() -> None:
    text = text_of(FOLDER / "mentoring.yaml", "mentoring.yaml")
    strayed = "They paired me with somebody who knows nothing at all about my field."
    _, protocol = with_seeds(text, [NewSeed(strayed, "backing", "concern")], "m.yaml")
    trial = try_seeds(protocol, ENCODE, lent_heads(protocol, ENCODER.revision))
    closest = trial.alike[0]
    assert {closest.first_corner, closest.second_corner} == {"matching", "backing"}
    assert strayed in (closest.first, closest.second) and closest.likeness > 0.8
    assert len(trial.alike) == 10
    assert sorted(trial.corners) == ["backing", "commitment", "growth", "matching", "none"]
    assert 0.5 < trial.macro_f1 < 0.9
    assert all(gold != found for gold, found, _ in trial.mistaken)


def test_a_built_in_protocol_with_further_seeds_keeps_its_reader_and_obeys_them() -> None:
    source = text_of(shipped("protocols", "alliance-health.yaml"), "own.yaml")
    _, enlarged = with_seeds(source, [NewSeed(SEED, "value_realization", "strength")], "own.yaml")
    tags = {}
    for name, protocol in (("before", load_protocol("alliance-health")), ("after", enlarged)):
        heads = load_heads(protocol, ENCODER.revision, ENCODE, None)
        assert heads.in_place
        said = [sentence(SEED), sentence("My daughter has a cold.")]
        vectors = ENCODE(sentence_texts(said))
        read = np.zeros_like(vectors)
        tags[name] = tag_corners(said, vectors, read, heads, read)
    assert (tags["after"][0].corner, tags["after"][0].stance) == ("value_realization", "strength")
    assert tags["before"][0].corner != "value_realization"
    assert tags["after"][1].corner == tags["before"][1].corner
    assert tags["after"][1].corner_p == pytest.approx(tags["before"][1].corner_p, abs=1e-4)


@pytest.mark.parametrize("name", ["alliance-health", "mentoring"])
def test_only_other_protocols_borrow_from_the_teacher(name: str) -> None:
    protocol = mentoring() if name == "mentoring" else load_protocol(name)
    assert (lent_heads(protocol, ENCODER.revision) is not None) == (name == "mentoring")
    assert lent_heads(protocol, "another encoder") is None
