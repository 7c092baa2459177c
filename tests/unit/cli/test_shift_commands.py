from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.shift.made import A3, B3, cycle, with_theme, write

CALM = dict.fromkeys((*A3, *B3), 0.1)
NEW = ("a4", "a5", "a6", "b4", "b5", "b6")
KEY = {"[A: a1]": "Ottoline Vance", "[B: b1]": "Piers Ackroyd"}
SETTINGS = """[review]
alliance = "Quaymaster and Tidewright"
cycle = "{cycle}"
date = {date}
[partners.a]
name = "{a}"
[partners.b]
name = "{b}"
"""


@pytest.fixture(autouse=True)
def by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Match themes by words: these tests do not load the encoder."""
    monkeypatch.setattr("synth.cli.shift._encoder", lambda _folder, _reviews: None)


def _settings(folder: Path, one, a: str = "Quaymaster", b: str = "Tidewright") -> Path:
    (folder / "review.toml").write_text(
        SETTINGS.format(cycle=one.name, date=one.date, a=a, b=b), encoding="utf-8"
    )
    return folder


@pytest.fixture
def cycles(tmp_path: Path) -> tuple[Path, Path]:
    made = cycle("2025-H1", CALM), cycle("2025-H2", dict.fromkeys(NEW, 0.9))
    return tuple(_settings(write(one, tmp_path / "quay" / one.name, KEY), one) for one in made)  # type: ignore[return-value]


@pytest.mark.parametrize("order", [1, -1])
def test_the_latest_cycle_gets_the_pages(synth, cycles, order: int) -> None:
    done = synth("shift", *cycles[::order])
    assert done.code == 0, done.err
    page = Path(done.out.strip())
    assert page == cycles[1] / "out" / "shift" / "shift.html"
    assert page.is_file() and not (cycles[0] / "out" / "shift").exists()


def test_json_tells_what_changed(synth, cycles) -> None:
    told = synth("shift", *cycles, "--json").json
    assert told["moves"]["relational_trust"]["verdict"] == "worse"
    assert (told["then"], told["now"]) == ("2025-H1", "2025-H2")


def test_a_name_of_either_cycle_stops_it(synth, cycles, tmp_path: Path) -> None:
    told = {p: ["Ottoline Vance and the gearbox of the crane, once more"] * 2 for p in CALM}
    one = with_theme(cycle("2026-H1", CALM), "crane", told)
    leaky = _settings(write(one, tmp_path / "quay" / "2026-H1", {}), one)
    done = synth("shift", *cycles, leaky)
    assert done.code == 3
    assert "Vance" not in done.err
    assert not (leaky / "out" / "shift").exists()


@pytest.mark.parametrize(("a", "b", "told"), [
    ("Tidewright", "Quaymaster", "Partner A of"),
    ("Harrow", "Sons", "different alliances"),
])  # fmt: skip
def test_sides_that_changed_places_and_strangers_are_refused(
    synth, cycles, a: str, b: str, told: str
) -> None:
    _settings(cycles[1], cycle("2025-H2", CALM), a, b)
    done = synth("shift", *cycles)
    assert done.code == 1 and told in done.err
    assert "Tidewright" not in done.err and "Harrow" not in done.err


def test_bad_folders_are_named(synth, cycles, tmp_path: Path) -> None:
    for folders, told in (
        (cycles[:1], "two or more"),
        ((cycles[0], cycles[0]), "given twice"),
        ((cycles[0], tmp_path / "nowhere"), "There is no folder"),
        ((cycles[0], tmp_path), "never run to the end"),
    ):
        done = synth("shift", *folders)
        assert (done.code, done.out) == (1, ""), folders
        assert told in done.err


def test_actions_agreed_last_time_are_followed_up(
    synth, cycles, monkeypatch: pytest.MonkeyPatch
) -> None:
    from synth.records.meeting import AgreedAction, FollowUp

    action = AgreedAction("1", "Buy a spare gearbox", owner="Ottoline Vance")
    followed = (FollowUp(action, "t1", "crane", "4", {"concern": 1, "strength": 4}, ""),)
    monkeypatch.setattr("synth.cli.shift._followed", lambda *_: followed)
    page = Path(synth("shift", *cycles).out.strip()).with_suffix(".md").read_text()
    assert "Buy a spare gearbox" in page
    assert "fewer than three worried, four content" in page


def test_the_portfolio_holds_all_alliances(synth, cycles, tmp_path: Path) -> None:
    begun = _settings_only(tmp_path / "reed" / "2025-H2")
    done = synth("portfolio", tmp_path, "--today", "2027-01-01")
    assert done.code == 0, done.err
    page = Path(done.out.strip())
    assert page == tmp_path / "out" / "private" / "portfolio.html"
    assert page.parent.stat().st_mode & 0o077 == 0
    told = synth("portfolio", tmp_path, "--today", "2027-01-01", "--json").json
    quay, reed = told["alliances"]
    assert (quay["name"], quay["cycles"], quay["overdue"]) == ("quay", ["2025-H1", "2025-H2"], True)
    assert reed["never_run"] == [begun.name]


def _settings_only(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return _settings(folder, cycle("2025-H2", CALM))


@pytest.mark.parametrize("place", ["", "nowhere"])
def test_a_portfolio_of_nothing_is_named(synth, tmp_path: Path, place: str) -> None:
    done = synth("portfolio", tmp_path / place)
    assert done.code == 1 and str(tmp_path) in done.err


def test_a_new_run_takes_the_old_comparison_away(synth, cycles) -> None:
    from synth.archive import write_run

    page = Path(synth("shift", *cycles).out.strip())
    write_run(cycles[1], {"report.html": b"new"}, {})
    assert not page.exists()
