from pathlib import Path

import pytest

from synth.passages import cut_sentences, join_passages
from synth.passages.unpunctuated import cut_unpunctuated, is_unpunctuated
from synth.records.clean import CleanTurn, Interview, Replacement, Voice
from synth.records.people import Part, Side
from synth.records.text import CleanText, RawText
from tests.unit.evidence import tag

ASKED = "So how is the work going, would you say it is going well?"
ANSWER = "It works. [B: person 1] calls me every Monday. Then we eat."


def interview(answer: str = ANSWER, replacements: tuple[Replacement, ...] = ()) -> Interview:
    return Interview(
        id="i01",
        path=Path("a.txt"),
        voices=(
            Voice("[the interviewer]", Part.INTERVIEWER, Side.UNKNOWN, "withheld"),
            Voice("[A: interviewee 1]", Part.INTERVIEWEE, Side.A, "withheld"),
        ),
        turns=(
            CleanTurn(0, 0, CleanText(ASKED)),
            CleanTurn(1, 1, CleanText(answer), replacements),
        ),
    )


def test_only_interviewees_are_evidence_and_their_question_is_kept() -> None:
    sentences = cut_sentences((interview(),))
    assert [s.text for s in sentences] == [
        "It works.",
        "[B: person 1] calls me every Monday.",
        "Then we eat.",
    ]
    assert {s.question for s in sentences} == {ASKED}
    assert {s.answer for s in sentences} == {0}


def test_a_sentence_after_a_pseudonym_points_at_its_place_in_the_file() -> None:
    raw = "It works. Eva calls me every Monday. Then we eat."
    start = ANSWER.index("[B")
    replaced = Replacement(
        Path("a.txt"), 1, 10, 13, start, start + len("[B: person 1]"),
        "person", "[B: person 1]", "roster", "people.csv", RawText("Eva"),
    )  # fmt: skip
    sentences = cut_sentences((interview(replacements=(replaced,)),))
    spans = [(s.origin.start, s.origin.end) for s in sentences]
    assert [raw[a:b] for a, b in spans] == [
        "It works.", "Eva calls me every Monday.", "Then we eat.",
    ]  # fmt: skip


LOWER = (
    "good evening it is ten past nine i have eaten so there is no hurry we moved the depot in may "
    "and they helped us with two trucks but the driver was new and he went to the wrong gate"
)


def test_text_without_punctuation_is_cut_into_pieces_of_sentence_length() -> None:
    assert is_unpunctuated(LOWER)
    pieces = [LOWER[a:b] for a, b in cut_unpunctuated(LOWER)]
    assert " ".join(pieces) == LOWER
    assert len(pieces) >= 2
    assert all(len(p.split()) <= 40 for p in pieces)
    assert not any(p.endswith((" the", " and", " to")) for p in pieces)


@pytest.mark.parametrize("text", ["Yes.", "We met. It was fine, it was long, and then we left."])
def test_punctuated_or_short_text_is_left_to_the_parser(text: str) -> None:
    assert not is_unpunctuated(text)


def test_neighbours_of_one_mind_make_one_passage() -> None:
    sentences = cut_sentences((interview(),))
    tags = [tag("trust", "strength"), tag("trust", "strength"), tag("none", "neutral")]
    first, second = join_passages(sentences, tags, (interview(),))
    assert first.text == "It works. [B: person 1] calls me every Monday."
    assert second.text == "Then we eat."
    assert (first.id, second.id) == ("p0001", "p0002")
    assert first.origin.sentence_starts == (0, 10)


def test_a_passage_stays_short_enough_to_be_quoted() -> None:
    long = interview(" ".join(f"This is the sentence with number {n} in it." for n in range(40)))
    sentences = cut_sentences((long,))
    found = join_passages(sentences, [tag()] * len(sentences), (long,))
    assert len(found) > 1
    assert max(len(p.text.split()) for p in found) <= 80
    assert sum(len(p.sentences) for p in found) == len(sentences)
