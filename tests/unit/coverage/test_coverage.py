from dataclasses import replace
from pathlib import Path

import pytest

from synth.coverage import measure_coverage, survey
from synth.coverage.held import BY_DATE, BY_NAME, in_order
from synth.coverage.leading import is_leading
from synth.records.survey import Asked, Gap
from tests.unit.coverage.held import CORNERS, HEALTH, PLAN, WHOLE, interviewing, without


def status(held, corner="relational_trust", side="a", role="all"):
    cells = {(c.corner, c.side, c.role_group): c.status for c in measure_coverage(held, HEALTH)}
    return cells[corner, side, role]


def reasons(held, corner="relational_trust", side="a"):
    found = survey(held, HEALTH).corners
    return next(c.reasons for c in found if (c.cell.corner, c.cell.side) == (corner, side))


def gaps(held):
    return {(g.kind, g.status, g.corner, g.side, g.role_group) for g in survey(held, HEALTH).gaps}


@pytest.mark.parametrize(
    ("cast", "each", "expected"),
    [
        ((("a", "sales"), ("a", "product"), ("a", "support")), 2, "covered"),
        ((("a", "sales"),), 9, "thin"),
        ((("a", "sales"), ("a", "product")), 1, "thin"),
        ((("a", "sales"), ("a", "sales"), ("a", "sales")), 2, "thin"),
        ((("a", "untold"), ("a", "untold"), ("a", "untold")), 2, "covered"),
    ],
)
def test_a_corner_takes_several_people_of_several_roles_who_say_enough(
    cast, each, expected
) -> None:
    held = interviewing(cast, each=each)
    assert status(held) == expected
    assert status(held, side="b") == "missing"


def test_few_words_do_not_cover_a_corner() -> None:
    assert reasons(interviewing(words=2)) == ("words",)


def test_answers_to_leading_questions_do_not_cover_a_corner() -> None:
    held = interviewing()
    led = replace(held, heard=tuple(replace(h, leading=True) for h in held.heard))
    assert status(led) == "thin"
    assert reasons(led) == ("leading",)


def test_passages_that_may_as_well_be_of_another_corner_do_not_count() -> None:
    held = interviewing()
    doubtful = replace(held, heard=tuple(replace(h, sureness=0.4) for h in held.heard))
    assert status(doubtful) == "missing"
    assert reasons(doubtful) == ("doubtful",)


def test_a_small_role_group_has_no_line_of_its_own() -> None:
    cast = (("a", "sales"), ("a", "sales"), ("a", "sales"), ("a", "product"), ("b", "product"))
    cells = measure_coverage(interviewing(cast), HEALTH, 3)
    assert {(c.side, c.role_group) for c in cells} == {("a", "all"), ("a", "sales"), ("b", "all")}


def test_without_sides_nothing_is_said_of_sides() -> None:
    cast = (("unknown", "untold"),) * 3
    assert {c.side for c in measure_coverage(interviewing(cast), HEALTH)} == {"unknown"}


def test_an_empty_folder_has_a_line_for_every_corner() -> None:
    cells = measure_coverage(interviewing(()), HEALTH)
    assert {c.corner for c in cells} == set(CORNERS)
    assert {c.status for c in cells} == {"missing"}


def test_a_whole_review_has_no_gap() -> None:
    assert gaps(interviewing()) == set()


@pytest.mark.parametrize("role", PLAN)
def test_a_role_that_nobody_has_is_the_only_gap(role) -> None:
    cast = tuple(one for one in WHOLE if one[1] != role)
    assert gaps(interviewing(cast)) == {("role", "missing", "", "", role)}


def test_a_silent_side_is_one_gap_and_not_one_a_corner() -> None:
    cast = tuple(("a", role) for role in (*PLAN, *PLAN))
    found = survey(interviewing(cast), HEALTH)
    assert found.missing == (Gap("side", "missing", side="b"),)
    assert found.one_sided == "b"


@pytest.mark.parametrize("corner", CORNERS)
def test_a_corner_that_a_side_left_out_is_the_only_gap(corner) -> None:
    held = without(interviewing(), corner=corner, side="b")
    assert gaps(held) == {("corner", "missing", corner, "b", "")}


def test_three_interviews_are_too_few() -> None:
    cast = (("a", "sponsor"), ("a", "sales"), ("b", "sponsor"))
    assert ("interviews", "thin", "", "", "") in gaps(interviewing(cast))


def test_whom_to_ask_next_are_those_who_know_the_corner_on_the_side_that_is_silent() -> None:
    held = without(interviewing(), corner="value_realization", side="a")
    (request,) = survey(held, HEALTH).requests
    assert request.gap.side == "a"
    assert request.roles == HEALTH.coverage.ask["value_realization"]
    assert request.questions == ("q09", "q10")


def test_questions_answered_already_come_last() -> None:
    asked = (Asked("q09", "i00", "[a: interviewee 0]", "a", answered=True),)
    held = without(interviewing(asked=asked), corner="value_realization", side="a")
    (request,) = survey(held, HEALTH).requests
    assert request.questions == ("q10", "q09")


def test_a_role_missing_on_one_side_is_told_to_the_planner_alone() -> None:
    found = survey(interviewing(WHOLE[:-1]), HEALTH)
    assert found.gaps == ()
    assert [(r.gap.side, r.roles) for r in found.plan_requests] == [("b", ("support",))]


def test_the_balance_names_what_rests_on_one_side_or_one_tone() -> None:
    held = without(interviewing(), corner="relational_trust", side="b")
    praised = replace(
        held,
        heard=tuple(
            replace(h, stance="strength") if h.corner == "value_realization" else h
            for h in held.heard
        ),
    )
    found = {(n.corner, n.kind, n.side) for n in survey(praised, HEALTH).leans}
    assert found == {
        ("relational_trust", "one_side", "a"),
        ("value_realization", "only_strengths", "a"),
        ("value_realization", "only_strengths", "b"),
    }


def test_a_corner_that_most_people_leave_out_is_said_to_be_avoided() -> None:
    held = interviewing()
    shy = tuple(
        h
        for h in held.heard
        if h.corner != "relational_trust"
        or h.speaker in ("[a: interviewee 0]", "[b: interviewee 1]")
    )
    found = {(n.corner, n.kind, n.side) for n in survey(replace(held, heard=shy), HEALTH).leans}
    assert {("relational_trust", "avoided", "a"), ("relational_trust", "avoided", "b")} <= found


@pytest.mark.parametrize(
    ("question", "leading"),
    [
        ("Wouldn't you say they hold things back?", True),
        ("They deliver late, don't they?", True),
        ("It works well, right?", True),
        ("So they never told you?", True),
        ("Would you agree that trust is low?", True),
        ("Surely that hurt?", True),
        ("How are joint decisions made?", False),
        ("Why didn't they call?", False),
        ("What happens when it doesn't work?", False),
        ("Of course. How long have you worked here?", False),
        ("", False),
    ],
)
def test_leading_questions(question, leading) -> None:
    assert is_leading(question) is leading


@pytest.mark.parametrize(
    ("files", "order", "known"),
    [
        (("x 2026-05-12.vtt", "a 2026-05-03.vtt"), (1, 0), BY_DATE),
        (("20260512_b.txt", "20260503_c.txt"), (1, 0), BY_DATE),
        (("talk-10.txt", "talk-2.txt", "talk-1.txt"), (2, 1, 0), BY_NAME),
        (("2026-05-12.txt", "anna.txt"), (1, 0), BY_NAME),
        (("2026-02-31.txt",), (0,), BY_NAME),
    ],
)
def test_the_order_held_is_read_from_the_file_names(files, order, known) -> None:
    assert in_order([Path(name) for name in files]) == (order, known)
