from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from synth.records.shift import Held
from synth.report import portfolio_pages, shift_pages
from synth.shift import alliance_of, compare_cycles
from tests.unit.shift.made import A3, B3, cycle, with_signals, with_theme

CALM = dict.fromkeys((*A3, *B3), 0.1)
NEW = ("a4", "a5", "a6", "b4", "b5", "b6")
WORRIED = dict.fromkeys(NEW, 0.9)


def _pages(then, now) -> Mapping[str, bytes]:
    return shift_pages(compare_cycles([then, now]))


def _md(then, now) -> str:
    return _pages(then, now)["shift.md"].decode()


def test_all_files_are_there_and_always_the_same() -> None:
    files = _pages(cycle("2025-H1", CALM), cycle("2025-H2", WORRIED))
    assert sorted(files) == [
        "moves.csv", "rates.csv", "shift.docx", "shift.html", "shift.json", "shift.md",
        "themes.csv", "words.csv",
    ]  # fmt: skip
    assert files == _pages(cycle("2025-H1", CALM), cycle("2025-H2", WORRIED))


def test_a_claim_stands_first_and_says_what_to_do() -> None:
    md = _md(cycle("2025-H1", CALM), cycle("2025-H2", WORRIED))
    assert "Relational trust is worse: worry went from 10 % to 90 %" in md
    assert "Put Relational trust first on the agenda" in md
    assert "Too few people spoke: Value realization" in md


def test_no_change_says_that_nobody_can_tell() -> None:
    md = _md(cycle("2025-H1", CALM), cycle("2025-H2", dict.fromkeys(NEW, 0.1)))
    assert "none changed by more than chance explains" in md
    assert "These interviews cannot tell: Relational trust" in md
    assert "first on the agenda" not in md


def test_every_format_tells_the_same() -> None:
    files = _pages(cycle("2025-H1", CALM), cycle("2025-H2", WORRIED))
    html = files["shift.html"].decode()
    assert "Relational trust is worse" in html
    assert '<figure class="slopes">' in html and "<script" not in html and "http://" not in html
    facts = json.loads(files["shift.json"])
    move = next(m for m in facts["moves"] if m["id"] == "relational_trust")
    assert (move["verdict"], move["then"], move["now"]) == ("worse", 0.1, 0.9)
    row = files["moves.csv"].decode().splitlines()[1]
    assert row.startswith("relational_trust,all,0.100,0.900,0.800")


def test_words_of_a_participant_cannot_become_markup() -> None:
    told = {p: ["<b>gearbox</b> | the gearbox of the crane is the ledger"] * 2 for p in CALM}
    now = with_theme(cycle("2025-H2", CALM), "crane", told)
    files = _pages(cycle("2025-H1", dict.fromkeys(NEW, 0.1)), now)
    assert b"<b>" not in files["shift.html"]
    assert b"<b>" not in files["shift.md"]


@pytest.mark.parametrize("small", ["then", "now"])
def test_a_side_below_the_floor_is_not_told_nor_is_the_other(small: str) -> None:
    few = {"a1": 0.1, "a2": 0.3, "a3": 0.2, "b1": 0.9, "b2": 0.8}
    many = dict.fromkeys(NEW, 0.5)
    pair = (few, many) if small == "then" else (many, few)
    then, now = (cycle(n, p) for n, p in zip(("2025-H1", "2025-H2"), pair, strict=True))
    then, now = (with_signals(c, {"b1": {"we_joint": 5}})
                 if c.people_of("b") < 3 else c for c in (then, now))  # fmt: skip
    files = _pages(then, now)
    facts = json.loads(files["shift.json"])
    assert facts["moves"][0]["sides"] == []
    assert "By side" not in files["shift.md"].decode()
    assert {rate["side"] for rate in facts["rates"]} <= {"a"}
    assert facts["cycles"][0 if small == "then" else 1]["people"]["b"] == "<3"
    at = 0 if small == "then" else 1
    assert all(not s["points"][at]["sides"] for s in facts["series"])


def test_who_joined_or_left_is_not_told_where_they_are_few() -> None:
    now = cycle("2025-H2", {**dict.fromkeys((*A3, "b1", "b2"), 0.4), "b9": 1.0})
    files = _pages(cycle("2025-H1", CALM), now)
    facts = json.loads(files["shift.json"])
    assert all(m["same_people"] is None and m["new_people"] is None for m in facts["moves"])
    assert not re.search(r"\d", facts["who"])
    assert not re.search(r"\b(one|two|four|five|six)\b", facts["who"].replace("one only", ""))


def test_enough_people_on_either_hand_are_told() -> None:
    then = cycle("2025-H1", {**CALM, "a7": 0.1, "b7": 0.1, "a8": 0.1})
    now = cycle("2025-H2", {**CALM, "a9": 0.9, "b9": 0.9, "b8": 0.9})
    md = _md(then, now)
    assert "Six people were heard in both cycles, three only then, three only now." in md
    assert "the same people (six people)" in md


def test_small_counts_of_a_theme_are_cut_to_the_floor() -> None:
    told = {
        p: ["the gearbox of the crane broke and the ledger is late"] for p in ("a1", "a2", "b1")
    }
    now = with_theme(cycle("2025-H2", CALM), "crane", told)
    files = _pages(cycle("2025-H1", dict.fromkeys(NEW, 0.1)), now)
    facts = json.loads(files["shift.json"])
    assert facts["themes"][0]["now"]["people"] == {"a": "<3", "b": "<3", "unknown": 0}
    assert ",<3,<3," in files["themes.csv"].decode()


def test_notices_stand_on_the_page() -> None:
    md = _md(cycle("2025-H1", CALM), cycle("2025-H2", {"a4": 0.9, "a5": 0.9, "a6": 0.8, "a7": 1}))
    assert "Nobody of Partner B was heard in 2025-H2" in md


def _held(name: str, when: str, **more) -> Held:
    return Held(replace(cycle(name, CALM), date=when), name, 1, 2, **more)


def test_the_portfolio_tells_what_is_due_and_ranks_nothing() -> None:
    today = date(2026, 6, 1)
    zephyr = alliance_of("zephyr", [_held("2025-H1", "2025-05-20", open_actions=3, late_actions=1)],
                         (), today)  # fmt: skip
    amber = alliance_of(
        "amber",
        [_held(n, d, open_actions=None, late_actions=0)
         for n, d in (("2026-H1", "2026-05-20"), ("2025-H2", "2025-11-20"))],
        ("2026-H2",),
        today,
    )  # fmt: skip
    assert (zephyr.overdue, amber.overdue) == (True, False)
    assert [h.cycle.name for h in amber.cycles] == ["2025-H2", "2026-H1"]
    files = portfolio_pages([amber, zephyr], today.isoformat(), 3)
    md = files["portfolio.md"].decode()
    assert "1 review overdue" in md and "1 action overdue" in md
    assert "3 open, 1 overdue" in md and "no plan yet" in md and "begun, never run" in md
    assert md.index("amber") < md.index("zephyr")
    assert "not comparable" in md
    assert len(files["portfolio.csv"].decode().splitlines()) == 1 + 3 * 2


def test_small_groups_are_protected_across_alliances_too() -> None:
    tiny = Held(cycle("2025-H1", {"a1": 0.5, "b1": 0.5, "b2": 0.5}), "2025-H1", 0, 0, None, 0)
    files = portfolio_pages([alliance_of("amber", [tiny], (), date(2025, 6, 1))], "2025-06-01", 3)
    row = files["portfolio.csv"].decode().splitlines()[1]
    assert ",<3,<3," in row
    assert "| 2+ |" in files["portfolio.md"].decode().replace("\\", "")
