from __future__ import annotations

from pathlib import Path

import pytest

from synth.errors import SynthError
from synth.records.people import Person, Side
from synth.records.text import RawText
from synth.review import load_review
from synth.review.same_people import join_same_people


def _names(person: Person) -> set[str]:
    return {f.reveal() for f in (person.name, *person.also)}


def test_decisions_join_rows_of_people_csv(review_folder: Path) -> None:
    (review_folder / "decisions.toml").write_text(
        '[names]\nsame_person = [["Cas", "Kasper O."], ["Wilma Brandt", "Willy"]]\n',
        encoding="utf-8",
    )
    people = {p.name.reveal(): p for p in load_review(review_folder).names.people}
    assert _names(people["Casper Oskarsen"]) == {
        "Casper Oskarsen", "Cas", "Oskarson", "Kasper O.",
    }  # fmt: skip
    assert people["Casper Oskarsen"].file == "elm.vtt"
    assert _names(people["Wilma Brandt"]) == {"Wilma Brandt", "Willy"}


def test_two_rows_become_one_that_knows_what_both_said() -> None:
    rows = (
        Person(RawText("Ada Roe"), role="sales lead"),
        Person(RawText("Bo Lind"), side=Side.B),
        Person(RawText("Ada Doe"), side=Side.A, file="x.vtt"),
    )
    one, other = join_same_people(rows, [("ada roe", "Ada Doe")])
    assert (one.name.reveal(), one.side, one.role, one.file) == (
        "Ada Roe", Side.A, "sales lead", "x.vtt",
    )  # fmt: skip
    assert other.name.reveal() == "Bo Lind"


@pytest.mark.parametrize("groups", ['[["Ada"]]', '[["Ada", " "]]'])
def test_a_group_of_one_is_refused(review_folder: Path, groups: str) -> None:
    (review_folder / "decisions.toml").write_text(
        f"[names]\nsame_person = {groups}\n", encoding="utf-8"
    )
    with pytest.raises(SynthError, match="same_person") as refused:
        load_review(review_folder)
    assert "Ada" not in str(refused.value)
