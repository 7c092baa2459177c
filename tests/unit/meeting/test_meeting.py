from datetime import date

import pytest
from icalendar import Calendar

from synth.meeting import calendar_of, plan_calendar, plan_meeting
from synth.meeting.views import telling
from synth.protocols import load_protocol
from synth.records.meeting import ActionPlan, AgreedAction
from synth.report import eyes_only_pages, pack_pages
from tests.unit.meeting.kept import finding, passage, result

HEALTH = load_protocol("alliance-health")
BOTH = tuple(passage(n, "ab"[n % 2]) for n in range(6))


def planned(found, held=None):
    return plan_meeting(found, HEALTH, held)


def markdown(found) -> str:
    return pack_pages(planned(found), found, HEALTH)["pack.md"].decode()


@pytest.mark.parametrize("concerns", [0, 1, 2, 4, 9])
def test_the_agenda_fills_two_hours_without_a_hole(concerns) -> None:
    corners = ("relational_trust", "value_realization", "operational_integration")
    found = [
        finding("concern", f"Subject {n}", passage(n, "a", corner=corners[n % 3]), n=n)
        for n in range(concerns)
    ]
    agenda = planned(result(*BOTH, concerns=found)).agenda
    ends = [slot.start + slot.minutes for slot in agenda]
    assert [slot.start for slot in agenda] == [0, *ends[:-1]]
    assert ends[-1] == 120
    assert all(slot.minutes > 0 for slot in agenda)


def test_what_works_comes_before_what_does_not() -> None:
    found = result(
        *BOTH,
        concerns=[finding("concern", "Late news", *BOTH[:2])],
        strengths=[finding("strength", "Quick desks", *BOTH[2:4])],
    )
    pack = markdown(found)
    assert pack.index("Quick desks") < pack.index("Concern 1: Late news")
    for question in ("root cause", "would need to change", "needs to be involved"):
        assert question in pack[pack.index("Concern 1") :]


def test_a_subject_praised_and_worried_about_is_no_opening() -> None:
    other = [finding("strength", f"Other {n}", *BOTH[:2], people="3", n=n + 2) for n in range(2)]
    found = result(
        *BOTH,
        concerns=[finding("concern", "Pay date", *BOTH[:2])],
        strengths=[finding("strength", "Pay date", *BOTH[:2], people="8"), *other],
    )
    assert [f.subject for f in planned(found).strengths] == ["Other 0", "Other 1"]


def test_both_sides_are_shown_also_where_one_is_content() -> None:
    content = tuple(passage(n, "b", "strength") for n in (1, 3, 5))
    worried = tuple(passage(n, "a") for n in (0, 2, 4))
    found = result(*worried, *content, concerns=[finding("concern", "Calls", *worried)])
    (concern,) = planned(found).concerns
    a, b = concern.views
    assert (a.worried, a.content, b.worried, b.content) == (3, 0, 0, 3)
    assert (a.leaning, b.leaning) == ("concern", "strength")


def test_sides_that_differ_are_shown_with_an_example_each() -> None:
    worried = tuple(passage(n, "a") for n in (0, 2, 4))
    content = tuple(passage(n, "b", "strength") for n in (1, 3, 5))
    found = result(*worried, *content)
    (apart,) = planned(found).apart
    assert apart.corner == "relational_trust"
    assert "What would have to be so for both to feel aligned?" in markdown(found)


def test_words_that_point_at_their_speaker_are_not_read_out() -> None:
    risky = passage(0, "a", risky=True)
    boast = passage(
        2, "a", text="I am the one who runs my team here, and of the two heads one is me."
    )
    told = result(
        risky, boast, passage(1, "b"), concerns=[finding("concern", "Calls", risky, boast)]
    )
    a, b = planned(told).concerns[0].views
    assert a.example is None
    assert b.example is not None
    assert "No example can be shown" in markdown(told)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("The tickets bounce between two desks.", 0),
        ("I heard that it was late.", 1),
        ("I told them, I wrote it down and I still have it.", 2),
        ("[B: person 3] came once.", 2),
        ("Of the two heads one is me.", 3),
        ("My team carries it.", 3),
    ],
)
def test_how_much_words_set_a_room_guessing(text, score) -> None:
    assert telling(text) == score


def test_single_voices_stand_on_the_private_sheet_alone() -> None:
    lone = passage(9, "a", theme="", text="They asked me to hide the audit from the other side.")
    found = result(*BOTH, lone, outliers=[finding("outlier", "One", lone, people="<3")])
    private = eyes_only_pages(planned(found), found, HEALTH)["not-in-the-room.md"].decode()
    assert "hide the audit" in private
    assert "hide the audit" not in markdown(found)
    assert next(q.text for q in HEALTH.questions if q.corner == "relational_trust") in private


def test_numbers_below_the_floor_are_not_written() -> None:
    found = result(*BOTH[:2], concerns=[finding("concern", "Calls", *BOTH[:2], people="<3")])
    pack = markdown(found)
    assert "fewer than three worried" in pack
    assert "one worried" not in pack


def test_one_side_is_said_to_be_one_side() -> None:
    people = {"a": "4", "b": "0", "unknown": "0"}
    found = result(*BOTH, concerns=[finding("concern", "Calls", BOTH[0])], people=people)
    pack = markdown(found)
    assert "Only one side has been heard: nobody of Partner B" in pack
    assert "Nobody was interviewed. Ask them now." in pack


def test_a_red_corner_is_looked_at_again_within_ninety_days() -> None:
    days = {check.what: check.days for check in planned(result(*BOTH, rating="red")).check_ins}
    assert min(d for what, d in days.items() if what.startswith("Targeted")) == 90
    assert "Quarterly light check" in days


def test_a_mature_alliance_has_a_mid_year_pulse() -> None:
    whats = [c.what for c in planned(result(*BOTH, phase="maturity")).check_ins]
    assert "Mid-year pulse" in whats
    assert "Quarterly light check" not in whats


def test_the_calendar_opens_and_is_the_same_each_time() -> None:
    meeting = planned(result(*BOTH), date(2026, 6, 15))
    content = calendar_of(meeting)
    events = Calendar.from_ical(content).walk("VEVENT")
    days = [event.decoded("dtstart") for event in events]
    assert days[0] == date(2026, 6, 15)
    assert date(2026, 6, 29) in days
    assert days == sorted(days)
    assert content == calendar_of(meeting)


def test_agreed_days_go_into_the_calendar_while_they_are_open() -> None:
    plan = ActionPlan((
        AgreedAction("a01", "Do it.", "Ada", date(2026, 6, 30), date(2026, 6, 15)),
        AgreedAction("a02", "Done.", "Bo", date(2026, 6, 30), status="done"),
    ))  # fmt: skip
    events = Calendar.from_ical(plan_calendar(plan, date(2026, 6, 1))).walk("VEVENT")
    assert [e.decoded("dtstart") for e in events] == [date(2026, 6, 15), date(2026, 6, 30)]


def test_the_same_result_gives_the_same_pack() -> None:
    found = result(*BOTH, concerns=[finding("concern", "Calls", *BOTH)])
    assert pack_pages(planned(found), found, HEALTH) == pack_pages(planned(found), found, HEALTH)
