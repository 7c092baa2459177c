from __future__ import annotations

from pathlib import Path

import pytest

from synth.errors import SynthError
from synth.protocols import NewSeed, load_protocol, parse_protocol, text_of, with_seeds
from synth.shipped import shipped

MENTORING = Path(__file__).resolve().parents[2] / "data" / "protocols" / "mentoring.yaml"
NEW = (
    NewSeed('She said "never again": and left.', "matching", "concern"),
    NewSeed("The printer is broken again.", "none", "neutral"),
    NewSeed("He drove back from the airport for it.", "commitment", "strength"),
)


def mentoring() -> str:
    return text_of(MENTORING, "mentoring.yaml")


def test_new_seeds_stand_at_the_end_of_their_lists() -> None:
    text, protocol = with_seeds(mentoring(), NEW, "mentoring.yaml")
    assert protocol.seeds_of("matching", "concern")[-1] == 'She said "never again": and left.'
    assert protocol.seeds_of("commitment", "strength")[-1] == NEW[2].text
    assert protocol.background[-1] == "The printer is broken again."
    assert parse_protocol(text, "again.yaml") == protocol


def test_nothing_else_in_the_file_changes() -> None:
    before = mentoring()
    text, _ = with_seeds(before, NEW, "mentoring.yaml")
    added = [line for line in text.splitlines() if line not in before.splitlines()]
    assert len(added) == len(NEW)
    kept = [line for line in text.splitlines() if line not in added]
    assert kept == before.splitlines()


@pytest.mark.parametrize("written", ["[one a, one b, one c, one d, one e, one f]", ">-"])
def test_lists_in_one_line_and_folded_seeds_take_new_ones_too(written: str) -> None:
    text = mentoring()
    start = text.index("    neutral:\n", text.index("  backing:\n    strength"))
    end = text.index("  none:\n")
    if written == ">-":
        cell = "    neutral:\n" + "".join(
            f"      - >-\n        a phrase that runs\n        over two lines {n}\n\n"
            for n in range(6)
        )
    else:
        cell = f"    neutral: {written}\n"
    seed = NewSeed("The survey comes in June.", "backing", "neutral")
    _, protocol = with_seeds(text[:start] + cell + text[end:], [seed], "m.yaml")
    assert protocol.seeds_of("backing", "neutral")[-1] == "The survey comes in June."
    assert len(protocol.seeds_of("backing", "neutral")) == 7


def test_a_built_in_protocol_can_be_added_to() -> None:
    source = text_of(shipped("protocols", "alliance-health.yaml"), "alliance-health.yaml")
    seed = NewSeed("They took our logo off the van.", "relational_trust", "concern")
    _, protocol = with_seeds(source, [seed], "own.yaml")
    before = load_protocol("alliance-health").seeds_of("relational_trust", "concern")
    assert protocol.seeds_of("relational_trust", "concern") == (*before, seed.text)


def test_a_list_that_is_not_there_is_told_in_plain_words() -> None:
    with pytest.raises(SynthError, match="a line of its own"):
        with_seeds(mentoring(), [NewSeed("x y z", "nowhere", "neutral")], "m.yaml")
