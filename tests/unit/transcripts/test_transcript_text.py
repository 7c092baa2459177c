"""What becomes of the words themselves: joined, healed, freed of marks, and all accounted for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from synth.records.transcript import Transcript

PAD = (
    "and that is what we have done every quarter since the two companies signed the agreement "
    "in the spring of last year"
)

MARKS = {
    "We met [inaudible 00:12:31] twice": "We met twice",
    "We met [inaudible] twice": "We met twice",
    "We met (laughs) twice": "We met twice",
    "We met [crosstalk] twice": "We met twice",
    "We met [laughter] twice": "We met twice",
    "We met [00:12:31] twice": "We met twice",
    "We met (12:31) twice": "We met twice",
    "We met 00:12:31 twice": "We met twice",
    "We met [Zero 00:01:41] twice": "We met Zero twice",
    "We met [Dan chuckles] twice": "We met twice",
    "We met{vocalsound} twice": "We met twice",
    "We met the team(?) twice": "We met the team twice",
    "We met at 10:30 twice": "We met at 10:30 twice",
    "We met the [Lab] twice": "We met the [Lab] twice",
    "We met (in March) twice": "We met (in March) twice",
    "We met (noise aside) twice": "We met (noise aside) twice",
    "We met (laughable as it is) twice": "We met (laughable as it is) twice",
    "We  met\u00a0 twice": "We met twice",
    "We paid 3:1 for it": "We paid 3:1 for it",
}


@pytest.mark.parametrize("said", MARKS)
def test_marks_of_transcribers_are_taken_out(
    said: str, read_one: Callable[..., Transcript]
) -> None:
    transcript = read_one(f"Interviewer: Tell me.\n\nParticipant: {said} {PAD}\n")
    assert transcript.turns[1].text.reveal() == f"{MARKS[said]} {PAD}"
    spoken = sum(len(turn.text.reveal().split()) for turn in transcript.turns)
    assert transcript.words_in == spoken + sum(part.words for part in transcript.left_out)


def test_a_sentence_cut_over_cues_and_lines_is_one(read_one: Callable[..., Transcript]) -> None:
    text = (
        "WEBVTT\n\na1/1-0\n00:00:01.000 --> 00:00:03.000\n<v Interviewer>Go on.</v>\n\n"
        "a1/2-0\n00:00:04.388 --> 00:00:07.128\n<v P1>I think that automatically\nstarts. Yes, "
        f"it</v>\n\na1/2-1\n00:00:07.128 --> 00:00:07.368\n<v P1>does. {PAD}</v>\n"
    )
    turns = read_one(text).turns
    assert turns[1].text.reveal() == f"I think that automatically starts. Yes, it does. {PAD}"
    assert turns[1].start_s == pytest.approx(4.388)


def test_a_cue_without_a_name_goes_on_with_the_last_speaker(
    read_one: Callable[..., Transcript],
) -> None:
    cues = ["Mira Oduya: Why is that?", "Please.", f"Tobias Berg: {PAD}", "And so on.", PAD]
    text = "WEBVTT\n\n" + "".join(
        f"00:0{n}:00.000 --> 00:0{n}:09.000\n{cue}\n\n" for n, cue in enumerate(cues)
    )
    said = [turn.text.reveal() for turn in read_one(text).turns]
    assert said == ["Why is that? Please.", f"{PAD} And so on. {PAD}"]


def test_two_voices_in_one_cue_are_two_turns(read_one: Callable[..., Transcript]) -> None:
    text = (
        f"WEBVTT\n\n00:01.000 --> 00:09.000\n<v Interviewer>And then?</v><v P1>{PAD}</v>\n\n"
        f"00:10.000 --> 00:19.000\n<v P1>Tom &amp; <i>Ada</i> {PAD}</v>\n"
    )
    said = [turn.text.reveal() for turn in read_one(text).turns]
    assert said == ["And then?", f"{PAD} Tom & Ada {PAD}"]


def test_rolling_captions_are_read_once(read_one: Callable[..., Transcript]) -> None:
    lines = ["so we started the work", "in the spring of last year", "with the partner", PAD, "yes"]
    cues = ["\n".join(lines[max(0, n - 1) : n + 1]) for n in range(len(lines))]
    text = "WEBVTT\n\n" + "".join(
        f"00:0{n}:00.000 --> 00:0{n}:09.000\n{'<v P1>' if not n else ''}{cue}\n\n"
        for n, cue in enumerate(cues)
    )
    transcript = read_one(text)
    assert transcript.turns[0].text.reveal() == " ".join(lines)
    assert any(part.reason == "captions shown twice" for part in transcript.left_out)


def test_yes_said_twice_stays_twice(read_one: Callable[..., Transcript]) -> None:
    cues = ["Is it so?", "Yes.", "Yes.", PAD]
    text = "WEBVTT\n\n" + "".join(
        f"00:0{n}:00.000 --> 00:0{n}:09.000\n<v {'P1' if n else 'Interviewer'}>{cue}</v>\n\n"
        for n, cue in enumerate(cues)
    )
    assert read_one(text).turns[1].text.reveal() == f"Yes. Yes. {PAD}"


NOT_LABELS = [
    "Note: we never signed it",
    "Three things: time, money and people",
    "He said: do it yourself",
    "Example: the March release",
    "https://example.org/notes is where it is",
    "One thing I learned: ask early",
]


@pytest.mark.parametrize("line", NOT_LABELS)
def test_a_colon_in_an_answer_is_no_speaker(line: str, read_one: Callable[..., Transcript]) -> None:
    text = f"Mira: Why?\n\nTobias: {PAD}\n\n{line}\n\nMira: And?\n\nTobias: {PAD}\n"
    transcript = read_one(text)
    assert len(transcript.speakers) == 2
    assert transcript.turns[1].text.reveal() == f"{PAD} {line}"


def test_what_is_not_speech_is_left_out_and_counted(read_one: Callable[..., Transcript]) -> None:
    text = (
        "Interview 4\n\n# Part one\n\nInterviewer: What did others say?\n\n"
        "> OTHER: the partner was late again\n\n"
        f"P3: {PAD}\n\n---\n\n[End of transcript]\n\nTranscribed by Quill & Daughters\n"
    )
    transcript = read_one(text)
    assert [t.text.reveal() for t in transcript.turns] == ["What did others say?", PAD]
    assert {part.reason: part.words for part in transcript.left_out} == {
        "words before the first speaker label": 2,
        "headings and rules": 4,
        "speaker labels and time stamps": 2,
        "quoted blocks": 7,
        "lines added by the exporter": 8,
    }
    assert transcript.words_in == len(text.split())


def test_numbers_and_labels_in_odd_forms_are_one_speaker(
    read_one: Callable[..., Transcript],
) -> None:
    text = f"Interviewer1: Why?\n\nInterviewer 1 : Really?\n\ninterviewee: {PAD}\n"
    transcript = read_one(text)
    assert len(transcript.speakers) == 2
    assert transcript.turns[0].text.reveal() == "Why? Really?"


def test_a_hundred_thousand_words_are_read(read_one: Callable[..., Transcript]) -> None:
    text = "".join(f"Mira: Why {n}?\n\nTobias: {PAD} {PAD}\n\n" for n in range(3200))
    transcript = read_one(text)
    assert len(transcript.turns) == 6400
    assert transcript.words_in == len(text.split())
