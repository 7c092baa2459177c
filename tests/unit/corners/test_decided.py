from __future__ import annotations

from dataclasses import dataclass

import pytest

from synth.corners import obey_reviewer
from synth.records.text import RawText
from tests.unit.evidence import passage

SAID = (
    "Their engineers came over for a week and fixed the interface with us.",
    "The forecast from [B: sales 2] is never right, and nobody minds.",
    "We meet on Mondays.",
    "We meet on Mondays.",
)
PASSAGES = tuple(passage(n, text) for n, text in enumerate(SAID, start=1))


@dataclass(frozen=True)
class Moved:
    text: RawText
    id: str = ""
    corner: str = "value_realization"
    stance: str = "strength"
    reason: str = "heard in the room"
    place: str = "[[passages]] number 1"


def moved_to(decision: Moved) -> tuple[list[str], tuple[str, ...]]:
    passages, warnings = obey_reviewer(PASSAGES, [decision])
    return [p.id for p in passages if p.tag.corner == "value_realization"], warnings


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        (SAID[0], "p0001", ["p0001"]),
        ("came over for a week", "p0001", ["p0001"]),
        ("Came over, for a week…", "p0099", ["p0001"]),  # the ids have moved on
        ("came over for a week", "p0002", ["p0001"]),  # another passage has the id now
        ("The forecast from [B: sales 7] is never right", "", ["p0002"]),  # renumbered
        ("Their engineer came over for a week and fixed the interfaces with us", "", ["p0001"]),
        ("We meet on Mondays.", "p0004", ["p0004"]),
        (f"{SAID[0]} {SAID[1]}", "p0001", ["p0001", "p0002"]),  # one passage has become two
    ],
)
def test_a_moved_passage_is_found_by_its_words(text: str, name: str, found: list[str]) -> None:
    assert moved_to(Moved(RawText(text), name)) == (found, ())


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("We meet on Mondays.", "", "2 passages have these words"),
        ("Nobody ever said anything like this at all.", "p0001", "no passage of this run"),
        ("...", "p0001", "no passage of this run"),
    ],
)
def test_what_fits_nowhere_is_told_without_its_words(text: str, name: str, why: str) -> None:
    found, (warning,) = moved_to(Moved(RawText(text), name))
    assert found == []
    assert why in warning and "[[passages]] number 1" in warning
    assert "Mondays" not in warning and "anything like" not in warning


def test_the_tag_says_who_set_it_and_why() -> None:
    passages, _ = obey_reviewer(PASSAGES, [Moved(RawText(SAID[0]))])
    tag = passages[0].tag
    assert (tag.corner, tag.stance) == ("value_realization", "strength")
    assert (tag.corner_p, tag.stance_p) == (1.0, 1.0)
    assert tag.because == "Set by the reviewer: heard in the room"
    assert passages[1:] == PASSAGES[1:]


@pytest.mark.parametrize(
    ("corner", "stance", "becomes"),
    [
        ("", "strength", ("relational_trust", "strength")),
        ("value_realization", "", ("value_realization", "concern")),
        ("none", "", ("none", "neutral")),
    ],
)
def test_what_is_not_decided_stays(corner: str, stance: str, becomes: tuple[str, str]) -> None:
    moved = Moved(RawText(SAID[0]), corner=corner, stance=stance)
    tag = obey_reviewer(PASSAGES, [moved])[0][0].tag
    assert (tag.corner, tag.stance) == becomes


def test_a_later_decision_stands_over_an_earlier_one() -> None:
    decisions = [Moved(RawText(SAID[0])), Moved(RawText(SAID[0]), corner="none")]
    assert obey_reviewer(PASSAGES, decisions)[0][0].tag.corner == "none"
