"""A recording that names no speaker gives themes, but nobody who could be counted."""

from pathlib import Path

from synth import pipeline
from synth.review import load_review

TALK = (
    "We waited for the joint forecast again and it came on the last day of the quarter. "
    "The partner told us early that the plant would stand still, and we were glad of it. "
    "Nobody decides anything in the steering committee, the slides are for the minutes. "
    "I think the two sales teams trust each other more than the head offices do. "
) * 6


def test_a_recording_without_labels_is_read_and_nobody_is_counted(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    result = pipeline.run(load_review(tmp_path))
    assert len(result.passages) > 0
    assert {p.speaker for p in result.passages} == {"[speaker unknown]"}
    assert result.heading.people_unknown == 0
    assert {cell.people for cell in result.coverage} == {0}
    assert all(c.rating == "not_enough_evidence" for c in result.corners)
    assert any("speaker" in a.lower() for a in result.heading.assumptions)
