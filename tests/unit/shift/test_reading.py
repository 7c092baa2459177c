from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from synth.errors import SynthError
from synth.shift import read_cycle
from tests.unit.shift.made import A3, B3, cycle, with_signals, write

PEOPLE = dict.fromkeys((*A3, *B3), 0.2)
NAMES = {"[A: a1]": "Ottoline Vance", "[B: b1]": "Piers Ackroyd"}


def test_a_run_is_read_back(tmp_path: Path) -> None:
    made = with_signals(cycle("2025-H1", PEOPLE, keyed=False), {"a1": {"we_joint": 2}})
    assert read_cycle(write(made, tmp_path)) == made


def test_the_key_tells_the_same_people_again_and_no_name_is_kept(tmp_path: Path) -> None:
    made = cycle("2025-H1", PEOPLE, keyed=False)
    one = read_cycle(write(made, tmp_path / "one", NAMES))
    other = read_cycle(write(made, tmp_path / "two", {"[A: a3]": "ottoline  VANCE"}))
    assert one.person("[A: a1]") == other.person("[A: a3]")
    assert one.person("[B: b1]") != other.person("[B: b1]")
    assert "Vance" not in repr(one) and "vance" not in repr(one)


def test_the_tables_are_read_where_an_earlier_schema_has_no_evidence(tmp_path: Path) -> None:
    made = cycle("2025-H1", PEOPLE, keyed=False)
    share = write(made, tmp_path) / "out" / "share"
    result = json.loads((share / "synthesis.json").read_text())
    rows = result.pop("evidence")["passages"]
    del result["schema"], result["corners"][0]["name"]
    (share / "synthesis.json").write_text(json.dumps(result))
    with (share / "passages.csv").open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    (share / "signals.csv").write_text("id,passage,kind\n")
    assert read_cycle(tmp_path) == made


def test_passages_that_point_at_somebody_are_marked(tmp_path: Path) -> None:
    folder = write(cycle("2025-H1", PEOPLE), tmp_path)
    (folder / "out" / "private" / "quote_risks.csv").write_text("passage,because\np0000,x\n")
    assert [p.id for p in read_cycle(folder).passages if p.risky] == ["p0000"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "never run to the end"),
        ("{", "cannot be read"),
        ('{"schema": 1}', "cannot be read"),
        ("[]", "cannot be read"),
        ('{"schema": 99}', "newer synth"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, content: str | None, told: str) -> None:
    share = tmp_path / "out" / "share"
    share.mkdir(parents=True)
    if content is not None:
        (share / "synthesis.json").write_text(content)
    with pytest.raises(SynthError, match=told):
        read_cycle(tmp_path)


def test_a_run_that_was_broken_off_is_named(tmp_path: Path) -> None:
    share = write(cycle("2025-H1", PEOPLE), tmp_path) / "out" / "share"
    result = json.loads((share / "synthesis.json").read_text())
    del result["evidence"]
    (share / "synthesis.json").write_text(json.dumps(result))
    with pytest.raises(SynthError, match=r"no passages\.csv"):
        read_cycle(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SynthError, match="There is no folder"):
        read_cycle(tmp_path / "nowhere")
