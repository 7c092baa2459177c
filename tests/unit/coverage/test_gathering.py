from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from synth.coverage import gather, survey
from synth.records.clean import Interview, Voice
from synth.records.evidence import Origin, Theme
from synth.records.people import Part, Side
from synth.records.text import CleanText, RawText
from synth.records.transcript import Speaker, Transcript
from tests.unit.coverage.held import HEALTH
from tests.unit.evidence import passage, tag

ASKED = HEALTH.questions[5].text
VOICE = Voice("[A: interviewee 1]", Part.INTERVIEWEE, Side.A, "withheld")
LONG = "They told us early that the release would slip, and so we could warn all our customers."


def encode(texts):
    """Texts that are alike word by word are near; nothing else is."""
    known = {q.text: n for n, q in enumerate(HEALTH.questions)}
    rows = np.zeros((len(texts), 32), dtype=np.float32)
    for at, text in enumerate(texts):
        rows[at, known.get(text, 31)] = 1.0
    return rows


def answer(turn: int, text: str, question: str, corner: str = "relational_trust"):
    said = passage(turn, text, speaker=VOICE.pseudonym)
    return replace(
        said,
        interview="i01",
        question=CleanText(question),
        origin=Origin(Path("one.txt"), turn, 0, 9),
        tag=tag(corner),
    )


def gathered(*passages, themes=(), role="sales lead"):
    speaker = Speaker(RawText("Ada"), Part.INTERVIEWEE, Side.A, role)
    transcript = Transcript(Path("one.txt"), "text", "", "0", (speaker,), ())
    interview = Interview("i01", Path("one.txt"), (VOICE,), ())
    return gather(passages, themes, [interview], [transcript], HEALTH, encode)


def test_the_true_role_is_known_though_the_report_withholds_it() -> None:
    held = gathered(answer(1, LONG, ASKED))
    assert [p.role_group for p in held.people] == ["sales"]
    assert [h.role_group for h in held.heard] == ["sales"]
    assert gathered(answer(1, LONG, ASKED), role="").people[0].role_group == "untold"


def test_no_word_of_anybody_is_kept() -> None:
    held = gathered(answer(1, LONG, ASKED))
    assert "release" not in repr(held)
    assert held.heard[0].words == len(LONG.split())


def test_a_passage_knows_its_theme() -> None:
    said = answer(1, LONG, ASKED)
    theme = Theme("t07", "x", (), (said.id,), "relational_trust", "concern", "")
    assert gathered(said, themes=(theme,)).heard[0].theme == "t07"


@pytest.mark.parametrize(
    ("answers", "answered"),
    [
        ((answer(1, LONG, ASKED),), True),
        ((answer(1, "Fine.", ASKED),), False),
        ((answer(1, LONG, ASKED, corner="none"),), False),
        ((answer(1, "I'd rather not say, they are fine, next question please.", ASKED),), False),
        ((answer(1, "Fine.", ASKED), answer(3, LONG, "Can you give an example?")), True),
        ((answer(1, "Fine.", ASKED), answer(3, LONG, HEALTH.questions[8].text)), False),
    ],
)
def test_a_question_is_answered_with_substance_or_evaded(answers, answered) -> None:
    held = gathered(*answers)
    found = {a.question: a.answered for a in held.asked}
    assert found[HEALTH.questions[5].id] is answered


def test_a_question_in_other_words_is_not_taken_for_one_of_the_guide() -> None:
    assert (
        gathered(answer(1, LONG, "What keeps you awake at night these days, tell me?")).asked == ()
    )


def test_after_the_first_interview_coverage_says_what_is_missing() -> None:
    found = survey(gathered(answer(1, LONG, ASKED)), HEALTH)
    assert found.one_sided == "b"
    assert found.saturation[0].share is None
