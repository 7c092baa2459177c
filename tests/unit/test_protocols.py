from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from synth.errors import SynthError
from synth.protocols import SignalKind, built_in_protocols, load_protocol, weak_points

STANCES = ("strength", "concern", "neutral")
FEWEST_SEEDS = {"alliance-health": 60}

CORNERS = """\
schema: 1
id: two-corners
name: Two corners
about: A protocol of one's own.
scale:
  id: rag
  kind: colours
  levels:
    - {id: green, name: Green, meaning: healthy, icon: "●"}
    - {id: red, name: Red, meaning: needs help, icon: "■"}
corners:
  - {id: speed, name: Speed, short: Speed, about: How fast things move.}
  - {id: warmth, name: Warmth, short: Warmth, about: How people treat each other.}
phases:
  - {id: start, name: Start, about: The first year.}
benchmarks:
  - corner: speed
    phase: start
    name: Quick decisions
    healthy: [Decisions take days]
    warning: [Decisions take months]
    intervention: Name who decides.
questions:
  - id: q01
    corner: warmth
    text: How do people treat each other?
ratings:
  cuts: [0.5]
"""
SEEDS = "seeds:\n" + "".join(
    f"  {corner}:\n"
    + "".join(
        f"    {stance}: [{', '.join(f'{corner} {stance} {n}' for n in range(10))}]\n"
        for stance in STANCES
    )
    for corner in ("speed", "warmth")
)
OWN = CORNERS + SEEDS + f"  none: [{', '.join(f'weather {n}' for n in range(10))}]\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    return tmp_path


def refusal(folder: Path, text: str) -> str:
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SynthError) as refused:
        load_protocol("own.yaml", folder)
    assert refused.value.exit_code == 1
    return str(refused.value)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_protocol_of_ones_own_is_read_from_the_review_folder(own: Path) -> None:
    protocol = load_protocol("own.yaml", own)
    assert [c.id for c in protocol.corners] == ["speed", "warmth"]
    assert protocol.seeds_of("warmth", "concern")[0] == "warmth concern 0"
    assert protocol.background[-1] == "weather 9"


@pytest.mark.parametrize(
    ("right", "wrong", "place", "reason"),
    [
        ("    name: Quick", "    nmae: Quick", "benchmarks[0].nmae", "no such key"),
        ("corner: speed", "corner: trust", "benchmarks[0].corner", "'trust' is none of the corn"),
        ("phase: start", "phase: middle", "benchmarks[0].phase", "'middle' is none of the phas"),
        ("corner: warmth", "corner: heat", "questions[0].corner", "(speed, warmth)"),
        ("cuts: [0.5]", "cuts: [0.2, 0.5]", "ratings.cuts", "2 cuts for 2 levels: give 1"),
        ("cuts: [0.5]", "cuts: [50]", "ratings.cuts[0]", "less than 1"),
        (
            "{id: red, name: Red",
            "{id: green, name: Red",
            "scale.levels[1]",
            "'green' is there twice",
        ),
        (
            "{id: warmth, name: Warmth",
            "{id: speed, name: Warmth",
            "corners[1]",
            "'speed' is there twice",
        ),
        ("  - {id: warmth,", "  - {id: none,", "corners[1].id", "choose another id"),
        ("id: two-corners", "id: Two Corners", "id", "small letters"),
        ("phases:", "phasen:", "phasen", "no such key"),
        ("ratings:", "signals: {we_jiont: speed}\nratings:", "signals.we_jiont", "we_joint"),
        ("ratings:", "signals: {blame: trust}\nratings:", "signals.blame", "'trust' is none of"),
        ("ratings:", "name: Again\nratings:", "name", "twice"),
        (
            "concern: [speed concern 0, speed concern 1, speed concern 2, speed concern 3, "
            "speed concern 4, ",
            "concern: [",
            "seeds.speed.concern",
            "5 seed phrases",
        ),
        (
            "  none: [weather 0, weather 1, weather 2, weather 3, weather 4, ",
            "  none: [",
            "seeds.none",
            "5 seed phrases",
        ),
        ("  warmth:\n", "  heat:\n", "seeds.heat", "none of the corners"),
    ],
)
def test_a_wrong_protocol_is_refused_with_the_line(
    tmp_path: Path, right: str, wrong: str, place: str, reason: str
) -> None:
    text = OWN.replace(right, wrong, 1)
    told = refusal(tmp_path, text).splitlines()
    line = line_of(text, wrong.strip())
    assert any(t.startswith(f"own.yaml, line {line}: {place}: ") and reason in t for t in told)


def test_a_missing_key_is_told_at_the_line_where_its_part_begins(tmp_path: Path) -> None:
    text = OWN.replace("    name: Quick decisions\n", "")
    line = line_of(text, "- corner: speed")
    assert refusal(tmp_path, text) == f"own.yaml, line {line}: benchmarks[0].name: is missing."


def test_every_fault_is_told_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = OWN.replace("corner: speed", "corner: trust", 1).replace("cuts: [0.5]", "cuts: []")
    told = refusal(tmp_path, text).splitlines()
    assert [t.split(": ")[1] for t in told] == ["benchmarks[0].corner", "ratings.cuts"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OWN.replace("phases:", "phases"), "own.yaml, line 15: this is not valid YAML"),
        (OWN.replace("name: Two", "name: [Two", 1), "own.yaml, line 4: this is not valid YAML"),
        (OWN + "\t- tab\n", "line 39: this is not valid YAML"),
        ("", "own.yaml, line 1: a protocol starts with a key"),
        ("- a\n- b\n", "own.yaml, line 1: a protocol starts with a key"),
        ("a: &again [*again]\n", "own.yaml, line 1: a: there is no such key"),
        ("a: !!python/name:os.system x\n", "own.yaml, line 1: this is not valid YAML"),
        ("a: 2026-13-45\n", "own.yaml: this is not valid YAML"),
    ],
)
def test_a_file_that_is_no_protocol_is_refused(tmp_path: Path, text: str, told: str) -> None:
    assert told in refusal(tmp_path, text)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes("name: Zürich".encode("latin-1"))
    with pytest.raises(SynthError, match=r"own\.yaml: this is not UTF-8"):
        load_protocol("own.yaml", tmp_path)


@pytest.mark.parametrize("name", ["alliance-wealth", "missing.yaml", "folder/none.yaml", "."])
def test_an_unknown_protocol_is_refused_with_the_built_in_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(SynthError) as refused:
        load_protocol(name, tmp_path)
    assert name in str(refused.value)
    assert all(built_in in str(refused.value) for built_in in built_in_protocols())


def test_an_edited_file_is_read_again(own: Path) -> None:
    before = load_protocol("own.yaml", own)
    (own / "own.yaml").write_text(OWN.replace("name: Warmth", "name: Kindness"), encoding="utf-8")
    assert (before.corner("warmth").name, load_protocol("own.yaml", own).corner("warmth").name) == (
        "Warmth",
        "Kindness",
    )


def test_what_makes_a_report_poorer_is_told_and_not_refused(own: Path) -> None:
    points = weak_points(load_protocol("own.yaml", own))
    assert "No question for corner 'speed'." in points
    assert "An interview has time for 8 to 10 questions; there are 1." in points
    assert "No benchmark for corner 'warmth' in phase 'start'." in points
    assert not any("No benchmark for corner 'speed'" in point for point in points)


def test_a_seed_that_stands_twice_is_told(own: Path) -> None:
    (own / "own.yaml").write_text(OWN.replace("weather 9", "Weather 8"), encoding="utf-8")
    assert "A seed stands 2 times: 'weather 8'." in weak_points(load_protocol("own.yaml", own))


def test_levels_are_told_best_first_whichever_way_they_are_written(own: Path) -> None:
    colours = load_protocol("own.yaml", own).scale
    assert [level.id for level in colours.best_first] == ["green", "red"]
    (own / "own.yaml").write_text(OWN.replace("kind: colours", "kind: levels"), encoding="utf-8")
    levels = load_protocol("own.yaml", own).scale
    assert [level.id for level in levels.best_first] == ["red", "green"]


def test_an_intervention_without_phases_fits_every_phase(own: Path) -> None:
    action = "{id: a, corner: speed, answers: Slow, text: Decide., urgency: high, impact: low%s}"
    both = f"interventions:\n  - {action % ''}\n  - {action % ', phases: [later]'}\n"
    text = OWN.replace("benchmarks:", both.replace("id: a", "id: b", 1) + "benchmarks:")
    text = text.replace("phases:\n", "phases:\n  - {id: later, name: Later, about: Then.}\n", 1)
    (own / "own.yaml").write_text(text, encoding="utf-8")
    protocol = load_protocol("own.yaml", own)
    assert [i.id for i in protocol.interventions_for("speed", "start")] == ["b"]
    assert [i.id for i in protocol.interventions_for("speed", "later")] == ["b", "a"]


@pytest.mark.parametrize("name", built_in_protocols())
class TestBuiltIn:
    def test_it_is_found_by_its_id(self, name: str) -> None:
        assert load_protocol(name).id == name

    def test_its_author_has_nothing_to_look_at_again(self, name: str) -> None:
        assert weak_points(load_protocol(name)) == ()

    def test_it_asks_ten_questions_over_all_corners(self, name: str) -> None:
        protocol = load_protocol(name)
        assert len(protocol.questions) == 10
        assert {q.corner for q in protocol.questions} == {c.id for c in protocol.corners}
        assert all(q.text.endswith(("?", ".")) and q.follow_up for q in protocol.questions)

    def test_it_has_a_benchmark_for_each_of_four_corners_and_phases(self, name: str) -> None:
        assert len(load_protocol(name).benchmarks) == 16

    def test_it_answers_a_concern_of_every_corner_and_phase(self, name: str) -> None:
        protocol = load_protocol(name)
        assert len(protocol.interventions) >= 20
        assert all(i.text.endswith(".") and i.text[0].isupper() for i in protocol.interventions)

    def test_it_gives_every_signal_a_corner(self, name: str) -> None:
        assert set(load_protocol(name).signals) == set(get_args(SignalKind))

    def test_it_has_seeds_enough_to_learn_from(self, name: str) -> None:
        protocol = load_protocol(name)
        cells = [protocol.seeds_of(c.id, s) for c in protocol.corners for s in STANCES]
        assert min(map(len, cells)) >= FEWEST_SEEDS.get(name, 40)
        assert len(protocol.background) >= 150

    def test_no_seed_stands_twice(self, name: str) -> None:
        protocol = load_protocol(name)
        seeds = [s for c in protocol.corners for st in STANCES for s in protocol.seeds_of(c.id, st)]
        counted = Counter(seed.casefold() for seed in (*seeds, *protocol.background))
        assert [seed for seed, n in counted.items() if n > 1] == []

    def test_a_corner_described_by_level_is_described_at_every_level(self, name: str) -> None:
        protocol = load_protocol(name)
        levels = [level.id for level in protocol.scale.levels]
        described = [[d.level for d in corner.levels] for corner in protocol.corners]
        assert described == [levels if protocol.scale.kind == "levels" else []] * 4


def test_the_health_protocol_is_the_one_of_four_corners_and_colours() -> None:
    protocol = load_protocol("alliance-health")
    assert [c.id for c in protocol.corners] == [
        "strategic_alignment",
        "operational_integration",
        "relational_trust",
        "value_realization",
    ]
    assert [p.id for p in protocol.phases] == ["formation", "growth", "maturity", "renewal"]
    assert [level.id for level in protocol.scale.best_first] == ["green", "yellow", "red"]
    assert [k.id for k in protocol.kinds] == ["technology", "channel", "joint_venture", "internal"]
