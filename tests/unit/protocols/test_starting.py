from __future__ import annotations

import pytest
import yaml

from synth.errors import SynthError
from synth.protocols import blank_protocol, parse_protocol, protocol_id


@pytest.mark.parametrize(
    ("name", "short"),
    [("Supplier review", "supplier-review"), ("  A & B: 2026! ", "a-b-2026"), ("…", "")],
)
def test_a_file_is_named_after_the_protocol(name: str, short: str) -> None:
    assert protocol_id(name) == short


@pytest.mark.parametrize("name", ["Supplier review", 'The "new" one: A\\B # really'])
def test_only_seeds_are_wanting_in_a_new_protocol(name: str) -> None:
    text = blank_protocol(name)
    with pytest.raises(SynthError) as refused:
        parse_protocol(text, "new.yaml")
    told = str(refused.value).splitlines()
    assert told and all("3 seed phrases: at least" in line for line in told)
    assert yaml.safe_load(text)["name"] == name


def test_a_new_protocol_filled_in_can_be_used() -> None:
    content = yaml.safe_load(blank_protocol("Supplier review"))
    cells = [cell for c, s in content["seeds"].items() if c != "none" for cell in s.values()]
    for cell in [*cells, content["seeds"]["none"]]:
        cell += [f"{phrase} Really." for phrase in cell]
    protocol = parse_protocol(yaml.safe_dump(content), "new.yaml")
    assert [c.id for c in protocol.corners] == ["reliability", "ideas"]
