import pytest

from synth.coverage import measure_coverage
from synth.protocols import load_protocol
from synth.records.people import Side
from tests.unit.evidence import passage

HEALTH = load_protocol("alliance-health")


def heard(people: int, each: int, side: Side):
    return [
        passage(n, "They call.", speaker=f"[{side}: interviewee {n % people}]", side=side)
        for n in range(people * each)
    ]


@pytest.mark.parametrize(
    ("people", "each", "status"), [(3, 2, "covered"), (1, 9, "thin"), (2, 1, "thin")]
)
def test_a_corner_is_covered_when_enough_people_said_enough(people, each, status) -> None:
    cells = measure_coverage(heard(people, each, Side.A), HEALTH, sides_known=True)
    by_place = {(c.corner, c.side): c for c in cells}
    assert by_place["relational_trust", "a"].status == status
    assert by_place["relational_trust", "a"].people == people
    assert by_place["relational_trust", "b"].status == "missing"


def test_every_corner_and_side_has_a_line() -> None:
    cells = measure_coverage([], HEALTH, sides_known=True)
    assert {(c.corner, c.side) for c in cells} == {
        (corner.id, side) for corner in HEALTH.corners for side in "ab"
    }


def test_without_sides_nothing_is_said_of_sides() -> None:
    cells = measure_coverage(heard(3, 2, Side.UNKNOWN), HEALTH, sides_known=False)
    assert {c.side for c in cells} == {"unknown"}
