import numpy as np
import pytest

from synth.corners import Heads, load_heads, seed_digest, tag_corners
from synth.corners.context import corner_in_context
from synth.embeddings import PackagedEncoder, VectorCache, bind, sentence_texts
from synth.protocols import built_in_protocols, load_protocol
from synth.reading import read_sentences
from synth.shipped import shipped
from tests.unit.evidence import sentence

ENCODER = PackagedEncoder()
ENCODE = bind(ENCODER, VectorCache(ENCODER.revision), lambda _: None)


@pytest.mark.parametrize("name", built_in_protocols())
def test_the_shipped_heads_were_trained_on_the_shipped_seeds(name: str) -> None:
    from safetensors import safe_open

    with safe_open(shipped("models", f"{name}.safetensors"), framework="np") as file:
        digest = file.metadata()["digest"]
    assert digest == seed_digest(load_protocol(name), ENCODER.revision), (
        "run scripts/train_corners.py"
    )


@pytest.mark.parametrize(
    ("said", "corner", "stance"),
    [
        ("Their chief executive has not come to a single steering meeting this year.",
         "strategic_alignment", "concern"),
        ("The hand-over between the two teams works like a clock, nobody waits for a ticket.",
         "operational_integration", "strength"),
        ("When the figures were wrong they rang us first and said so.",
         "relational_trust", "strength"),
        ("They broke their word and nobody told us.",
         "relational_trust", "concern"),
        ("We earned four million more together and the split feels fair to both.",
         "value_realization", "strength"),
        ("The split of the revenue is not fair to us.", "value_realization", "concern"),
        ("My daughter has a cold, so I was up half the night.", "none", "neutral"),
    ],
)  # fmt: skip
def test_plain_sentences_get_the_tag_that_any_reader_would_give(
    said: str, corner: str, stance: str
) -> None:
    found = tags_of([said])[0]
    assert (found.corner, found.stance) == (corner, stance)
    assert 0 < found.corner_p <= 1
    assert found.because


def tags_of(said: list[str]):
    protocol = load_protocol("alliance-health")
    heads = load_heads(protocol, ENCODER.revision, ENCODE, None)
    sentences = [sentence(text) for text in said]
    vectors = ENCODE(sentence_texts(sentences))
    read = read_sentences(sentences).vectors
    return tag_corners(sentences, vectors, ENCODE([""] * len(said)), heads, read)


def test_an_answer_is_read_as_a_whole() -> None:
    protocol = load_protocol("alliance-health")
    heads = load_heads(protocol, ENCODER.revision, ENCODE, None)
    told = ["They promised us the list by the tenth of May.", "It is July.", "Nothing."]
    together = [sentence(text, answer=1) for text in told]
    alone = [sentence(told[1], answer=1)]
    blank = np.zeros((len(told), 384), dtype=np.float32)
    in_place = tag_corners(together, blank, blank, heads, read_sentences(together).vectors)[1]
    assert in_place.corner == "relational_trust"
    read = read_sentences(alone).vectors
    assert tag_corners(alone, blank[:1], blank[:1], heads, read)[0].corner == "none"


def test_a_protocol_of_ones_own_is_read_by_its_seeds_alone() -> None:
    protocol = load_protocol("alliance-health")
    heads = Heads("", load_heads(protocol, ENCODER.revision, ENCODE, None).alone)
    said = [sentence("They told us about the delay the same day, before their boss knew.")]
    vectors = ENCODE(sentence_texts(said))
    (tag,) = tag_corners(said, vectors, np.zeros_like(vectors), heads, vectors)
    assert (tag.corner, tag.stance) == ("relational_trust", "strength")


def test_nothing_said_gets_no_tag() -> None:
    assert tags_of([]) == ()


def test_a_sentence_that_says_nothing_alone_follows_its_answer() -> None:
    clear, empty = np.log([0.90, 0.05, 0.05]), np.log([0.34, 0.33, 0.33])
    own = np.array([clear, empty, clear, empty], dtype=np.float32)
    blank = np.zeros_like(own)
    with_answer = corner_in_context(own, blank, np.array([0, 0, 0, 1]))
    assert with_answer[1].argmax() == 0
    assert with_answer[3].argmax() != 0 or with_answer[3].max() < with_answer[1].max()
    assert np.allclose(with_answer.sum(axis=1), 1)


def test_small_talk_in_the_middle_of_an_answer_is_told_by_who_has_heard_it_before() -> None:
    clear, unsure = np.log([0.90, 0.05, 0.05]), np.log([0.45, 0.30, 0.25])
    own = np.array([clear, unsure, clear], dtype=np.float32)
    answers = np.zeros(3, dtype=np.int64)
    alone = corner_in_context(own, np.zeros_like(own), answers)
    heard = np.array([-3.0, 4.0, -3.0], dtype=np.float32)
    helped = corner_in_context(own, np.zeros_like(own), answers, background=heard)
    assert alone[1].argmax() == 0
    assert [row.argmax() for row in helped] == [0, 2, 0]
