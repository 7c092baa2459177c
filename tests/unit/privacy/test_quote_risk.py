import pytest

from synth.privacy import weigh_quotes
from synth.privacy.style import style_margins
from synth.records.evidence import Origin, Passage, Tag
from synth.records.people import Side
from synth.records.text import CleanText

PLAIN = [
    "The steering meets monthly and the minutes come out on time.",
    "The handover between the plants takes two weeks.",
    "The service desk answers within a day.",
    "The plan for the second year is agreed.",
    "The budget for the training was approved.",
    "The reports go to both boards every quarter.",
]
BLUNT = [
    "Look, mate, it's bloody hopeless, that handover, innit.",
    "Mate, look, bloody marvellous, the desk answers, innit.",
    "Look, innit, the bloody budget came, mate.",
    "The steering, mate, bloody steering, look, it meets, innit.",
]


def _passage(number: int, speaker: str, text: str) -> Passage:
    tag = Tag("none", 1.0, "neutral", 1.0, "")
    origin = Origin(None, 0, 0, 0)  # type: ignore[arg-type]
    return Passage(
        f"p{number}", "i01", speaker, Side.A, "", CleanText(""), CleanText(text), (), tag, origin
    )


def test_who_talks_like_nobody_else_is_held_back_first():
    said = [(f"[A: interviewee {n % 2 + 1}]", text) for n, text in enumerate(PLAIN)]
    said += [("[B: interviewee 3]", text) for text in BLUNT]
    risks = weigh_quotes([_passage(n, *line) for n, line in enumerate(said)])
    risky = [risk for risk in risks if risk.risky]
    assert risky
    assert {said[int(risk.passage[1:])][0] for risk in risky} == {"[B: interviewee 3]"}
    assert all("way of talking" in risk.because and risk.suggestion for risk in risky)


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        ([], []),
        (BLUNT * 3, ["one"] * 12),
        (PLAIN[:3], ["one", "two", "three"]),
        (["?", "…"] * 6, ["one", "two"] * 6),
    ],
)
def test_nobody_is_told_by_style_where_there_is_nothing_to_compare(texts, speakers):
    assert all(margin <= 0 for margin in style_margins(texts, speakers))


def test_a_margin_does_not_depend_on_the_order_of_the_passages():
    texts, speakers = [*PLAIN, *BLUNT], ["one", "two"] * 3 + ["three"] * 4
    there = style_margins(texts, speakers)
    back = style_margins(texts[::-1], speakers[::-1])
    assert there == back[::-1]
