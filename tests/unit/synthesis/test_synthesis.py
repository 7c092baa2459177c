from pathlib import Path

import numpy as np
import pytest

from synth.protocols import load_protocol
from synth.records.evidence import Passage, Signal, Theme
from synth.records.findings import NOT_ENOUGH
from synth.records.people import Side
from synth.records.review import RatingDecision
from synth.records.text import CleanText
from synth.records.transcript import Skipped
from synth.synthesis import Material, corner_findings, neutral_names, recommend_actions
from synth.synthesis.quotes import choose_quotes
from synth.synthesis.ratings import rate
from synth.synthesis.support import Support, support_of
from synth.synthesis.wording import Crowd
from tests.unit.evidence import WHERE

TRUST = "relational_trust"
HEALTH = load_protocol("alliance-health")


def voices(a: str, b: str) -> list[Passage]:
    """Return passages from a string a person: "s" strength, "c" concern, "n" neutral."""
    stances = {"s": "strength", "c": "concern", "n": "neutral"}
    found: list[Passage] = []
    for side, people in ((Side.A, a.split()), (Side.B, b.split())):
        for number, marks in enumerate(people):
            speaker = f"[{side.value.upper()}: interviewee {number}]"
            for mark in marks:
                text = f"They answer every single call that we make to them, number {len(found)}."
                found.append(
                    passage_of(len(found), text, speaker, side, stances[mark])
                )  # fmt: skip
    return found


def passage_of(number: int, text: str, speaker: str, side: Side, stance: str) -> Passage:
    from tests.unit.evidence import passage

    return passage(number, text, speaker=speaker, side=side, corner=TRUST, stance=stance)


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("ss sc ss", "ss s ss", "green"),
        ("ccc cc c", "cc c cc", "red"),
        ("cs cs cs", "cs sc cs", "yellow"),
        ("s s s", "", NOT_ENOUGH),
        ("s s s", "s", NOT_ENOUGH),
        ("nnn nn n", "nn n n", NOT_ENOUGH),
        ("cccccccccccc s s", "s s s", "green"),
    ],
    ids=["good", "bad", "divided", "one side", "one person", "no judgement", "one talker"],
)
def test_ratings_count_people_on_both_sides(a: str, b: str, level: str) -> None:
    rating = rate(voices(a, b), HEALTH, Support())
    assert rating.level == level
    assert rating.because


def material(passages: list[Passage], decisions: dict[str, RatingDecision] | None = None):
    theme = Theme("t01", "late calls", (), tuple(p.id for p in passages), TRUST, "concern", "close")
    crowd = Crowd({Side.A: 3, Side.B: 3}, 3)
    return Material(passages, (theme,), HEALTH, crowd, decisions or {}, Support())


def test_each_finding_rests_on_quotes_of_its_own_stance() -> None:
    passages = voices("cs cs cs", "cc ss cc")
    found = corner_findings(TRUST, material(passages))
    by_id = {p.id: p for p in passages}
    for finding, stance in [(found.strengths[0], "strength"), (found.concerns[0], "concern")]:
        assert finding.quotes
        assert {by_id[q.passage].tag.stance for q in finding.quotes} == {stance}
        assert all(q.text == by_id[q.passage].text for q in finding.quotes)
        assert finding.because


def test_the_reviewers_rating_stands_beside_the_draft() -> None:
    decided = {TRUST: RatingDecision("red", "the spring incident weighs more")}
    found = corner_findings(TRUST, material(voices("ss ss ss", "ss ss ss"), decided))
    assert (found.rating, found.draft_rating) == ("red", "green")
    assert "the spring incident weighs more" in found.because


def test_a_single_grave_concern_is_told_without_its_side() -> None:
    passages = voices("s s s", "s s s")
    lone = passage_of(
        90, "Nobody has checked the guarantee and it expires in May.", "[A: interviewee 0]",
        Side.A, "concern",
    )  # fmt: skip
    known = material(passages)
    outliers = corner_findings(
        TRUST, Material([*passages, lone], known.themes, HEALTH, known.crowd, {}, Support())
    ).outliers
    assert [o.quotes[0].passage for o in outliers] == ["p0090"]
    assert outliers[0].sides == ()


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ({Side.A: 1}, "One person"),
        ({Side.A: 2}, "A few people"),
        ({Side.A: 1, Side.B: 1}, "A few people"),
        ({Side.A: 3}, "All of Partner A's people"),
        ({Side.A: 2, Side.B: 2}, "People on both sides"),
    ],
)
def test_no_number_below_the_floor_is_said(people: dict[Side, int], said: str) -> None:
    assert Crowd({Side.A: 3, Side.B: 3}, 3).who(people) == said


def test_quotes_come_from_different_people_and_both_sides() -> None:
    quotes = choose_quotes(voices("ccc ccc", "c"), Support())
    assert len(quotes) == 3
    assert {q.side for q in quotes[:2]} == {"a", "b"}


def test_an_action_answers_a_concern_and_says_which() -> None:
    found = corner_findings(TRUST, material(voices("cc cc cc", "cc cc cc")))
    actions = recommend_actions([found], HEALTH, "growth", lambda t: np.ones((len(t), 2)))
    assert [a.answers for a in actions] == [found.concerns[0].id]
    assert actions[0].text in {i.text for i in HEALTH.interventions}
    assert actions[0].urgency == "high"
    assert "Late calls" in actions[0].because


def test_skipped_files_are_spoken_of_without_their_names() -> None:
    skipped = [Skipped(Path("Eva Example.vtt"), "empty"), Skipped(Path("a.txt"), "empty")]
    assert neutral_names(skipped) == ("file 1", "file 2")


def heard(kind: str) -> Signal:
    return Signal("s0001", "p0000", kind, Side.A, "b", CleanText("late again"), "a test", WHERE)


@pytest.mark.parametrize(
    ("stance", "kind", "more"),
    [
        ("concern", "promise_broken", True),
        ("strength", "promise_broken", False),
        ("strength", "early_disclosure", True),
        ("concern", "repair", False),
    ],
)
def test_a_signal_bears_a_stance_out_or_casts_doubt_on_it(stance, kind, more) -> None:
    told = passage_of(0, "They said so.", "[A: interviewee 0]", Side.A, stance)
    assert (support_of([heard(kind)]).weight(told) > Support().weight(told)) is more


def test_pronouns_say_nothing_of_stance() -> None:
    told = passage_of(0, "They said so.", "[A: interviewee 0]", Side.A, "concern")
    assert support_of([heard("they_partner")]).weight(told) == told.tag.stance_p
