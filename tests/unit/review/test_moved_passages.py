from __future__ import annotations

from pathlib import Path

import pytest

from synth.errors import SynthError
from synth.protocols import load_protocol
from synth.review import load_review, read_passage_decisions

MOVED = """\
[[passages]]
id = "p0012"
text = "Quillmark came into this for access"
corner = "value_realization"
stance = "strength"
reason = "It is about what they earn."
"""


def read(folder: Path, text: str):
    (folder / "decisions.toml").write_text(text, encoding="utf-8")
    return read_passage_decisions(folder, load_protocol("alliance-health"))


def test_a_moved_passage_is_read_and_hides_its_words(tmp_path: Path) -> None:
    (moved,) = read(tmp_path, MOVED)
    assert (moved.id, moved.corner, moved.stance) == ("p0012", "value_realization", "strength")
    assert moved.text.reveal() == "Quillmark came into this for access"
    assert "Quillmark" not in repr(moved)
    assert moved.place == "[[passages]] number 1 (p0012)"


def test_a_folder_without_decisions_moves_nothing(tmp_path: Path) -> None:
    assert read_passage_decisions(tmp_path, load_protocol("alliance-health")) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('"value_realization"', '"value_realisation"', "number 1 (p0012), corner"),
        ('"value_realization"', '"value_realisation"', "Did you mean value_realization?"),
        ('"strength"', '"praise"', "strength, concern, neutral"),
        ('corner = "value_realization"\nstance = "strength"\n', "", "say where the passage belong"),
        ('text = "Quillmark came into this for access"\n', "", "text: is missing"),
        ('reason = "It is about what they earn."', 'reason = ""', "reason: is empty"),
        ("stance", "stanse", "Did you mean stance?"),
        ("[[passages]]", "[passages]", "list"),
    ],
)
def test_a_wrong_entry_stops_before_any_work(
    review_folder: Path, right: str, wrong: str, message: str
) -> None:
    text = MOVED.replace(right, wrong)
    (review_folder / "decisions.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SynthError) as caught:
        load_review(review_folder)
    assert message in str(caught.value)
    assert "Quillmark" not in str(caught.value)
