import numpy as np
import pytest

from synth.corners import Heads, load_heads, seed_digest, tag_corners
from synth.corners.context import CORNER, in_context
from synth.corners.reader import Said, cut_chunks
from synth.embeddings import PackagedEncoder, VectorCache, bind, sentence_texts
from synth.protocols import built_in_protocols, load_protocol
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
        ("They told us about the delay the same day, before their own boss knew.",
         "relational_trust", "strength"),
        ("They promised the report for May and we are still waiting for it.",
         "relational_trust", "concern"),
        ("We earned four million more together and the split feels fair to both.",
         "value_realization", "strength"),
        ("They keep most of the margin and we pay for support.", "value_realization", "concern"),
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
    return tag_corners(sentences, vectors, ENCODE([""] * len(said)), heads)


def test_an_answer_is_read_as_a_whole() -> None:
    protocol = load_protocol("alliance-health")
    heads = load_heads(protocol, ENCODER.revision, ENCODE, None)
    told = ["They promised us the list by the tenth of May.", "It is July.", "Nothing."]
    together = [sentence(text, answer=1) for text in told]
    alone = [sentence(told[1], answer=1)]
    blank = np.zeros((len(told), 384), dtype=np.float32)
    in_place = tag_corners(together, blank, blank, heads)[1]
    assert in_place.corner == "relational_trust"
    assert tag_corners(alone, blank[:1], blank[:1], heads)[0].corner == "none"


def test_a_protocol_of_ones_own_is_read_by_its_seeds_alone() -> None:
    protocol = load_protocol("alliance-health")
    heads = Heads("", load_heads(protocol, ENCODER.revision, ENCODE, None).alone)
    said = [sentence("They told us about the delay the same day, before their boss knew.")]
    vectors = ENCODE(sentence_texts(said))
    (tag,) = tag_corners(said, vectors, np.zeros_like(vectors), heads)
    assert (tag.corner, tag.stance) == ("relational_trust", "strength")


def test_a_long_answer_is_read_in_chunks_that_leave_no_sentence_out() -> None:
    said = [Said(f"sentence number {n} of a long tale", "why", 7) for n in range(200)]
    chunks = cut_chunks(said, lambda text: [len(word) for word in text.split()])
    assert len(chunks) > 1
    assert {o for c in chunks for o in c.owners} - {-1} == set(range(200))
    assert max(len(c.tokens) for c in chunks) <= 384


def test_nothing_said_gets_no_tag() -> None:
    assert tags_of([]) == ()


def test_a_sentence_that_says_nothing_alone_follows_its_answer() -> None:
    clear, empty = np.log([0.90, 0.05, 0.05]), np.log([0.34, 0.33, 0.33])
    own = np.array([clear, empty, clear, empty], dtype=np.float32)
    blank = np.zeros_like(own)
    with_answer = in_context(own, blank, np.array([0, 0, 0, 1]), CORNER)
    assert with_answer[1].argmax() == 0
    assert with_answer[3].argmax() != 0 or with_answer[3].max() < with_answer[1].max()
    assert np.allclose(with_answer.sum(axis=1), 1)
