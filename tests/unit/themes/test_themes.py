from collections.abc import Sequence

import numpy as np

from synth.records.evidence import Passage
from synth.records.people import Side
from synth.themes import find_themes
from tests.unit.evidence import passage

SUBJECTS = {
    "late": ["The joint proposal came late, [B: person 1] sent the joint proposal at night.",
             "Another late joint proposal, we saw the joint proposal an hour before."],
    "ticket": ["The shared ticket queue has one owner and the ticket queue is short.",
               "Since the shared ticket queue nobody asks me twice."],
    "price": ["The unit price was never opened again, the unit price is from another age.",
              "Our finance people ask for a new unit price."],
}  # fmt: skip


def alike(texts: Sequence[str]) -> np.ndarray:
    """Every phrase is as near to every theme: names then depend on who says what."""
    return np.full((len(texts), 12), 12**-0.5, dtype=np.float32)


def planted() -> tuple[list[Passage], np.ndarray]:
    """Three subjects, five people each saying two things of each, far apart in direction."""
    noise = np.random.default_rng(1)
    passages, vectors = [], []
    for axis, texts in enumerate(SUBJECTS.values()):
        for person in range(5):
            for text in texts:
                speaker = f"[A: interviewee {person}]"
                side = Side.A if person < 3 else Side.B
                passages.append(passage(len(passages), text, speaker=speaker, side=side))
                vectors.append(np.eye(12)[axis * 2] + noise.normal(0, 0.05, 12))
    matrix = np.array(vectors, dtype=np.float32)
    return passages, matrix / np.linalg.norm(matrix, axis=1, keepdims=True)


def test_what_several_people_talk_of_is_found_and_named_in_their_words() -> None:
    passages, vectors = planted()
    themes = find_themes(passages, vectors, np.zeros_like(vectors), vectors, alike)
    texts = {p.id: p.text for p in passages}
    subjects = [
        {next(k for k, v in SUBJECTS.items() if texts[i] in v) for i in t.passages} for t in themes
    ]
    assert len(themes) == 3
    assert all(len(s) == 1 for s in subjects)
    labels = {next(iter(s)): t.label for s, t in zip(subjects, themes, strict=True)}
    assert "joint proposal" in labels["late"]
    assert "ticket queue" in labels["ticket"]
    assert "unit price" in labels["price"]


def test_no_label_holds_a_pseudonym() -> None:
    passages, vectors = planted()
    for theme in find_themes(passages, vectors, np.zeros_like(vectors), vectors, alike):
        assert "person" not in " ".join((theme.label, *theme.keywords))


def test_the_order_of_the_passages_does_not_matter() -> None:
    passages, vectors = planted()
    order = np.random.default_rng(2).permutation(len(passages))
    there = find_themes(passages, vectors, np.zeros_like(vectors), vectors, alike)
    shuffled = find_themes(
        [passages[i] for i in order], vectors[order], np.zeros_like(vectors), vectors[order], alike
    )
    assert {frozenset(t.passages) for t in there} == {frozenset(t.passages) for t in shuffled}


def test_small_talk_belongs_to_no_theme() -> None:
    passages, vectors = planted()
    talk = [passage(p.sentences[0], p.text, corner="none", stance="neutral") for p in passages]
    assert find_themes(talk, vectors, np.zeros_like(vectors), vectors, alike) == ()


def test_a_handful_of_passages_is_not_clustered() -> None:
    passages, vectors = planted()
    assert (
        find_themes(passages[:5], vectors[:5], np.zeros_like(vectors[:5]), vectors[:5], alike) == ()
    )
