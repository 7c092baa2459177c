"""Who interviews and who answers: an interviewer's words must never become evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from synth.records.people import Part, Person, Side
from synth.records.text import RawText
from synth.records.transcript import Skipped, Transcript

LONG = (
    "We have worked with them for six years now, and I would say that it has gone well. "
    "The people are good, the hand-over is slow, and nobody owns the backlog of open tickets."
)
ASK = "What would you change?"


def person(name: str, **more: object) -> Person:
    also = tuple(RawText(form) for form in more.pop("also", ()))  # type: ignore[attr-defined]
    return Person(RawText(name), also=also, **more)  # type: ignore[arg-type]


def talk(asks: str, answers: str, ask: str = ASK, answer: str = LONG) -> str:
    return f"{asks}: {ask}\n\n{answers}: {answer}\n\n{asks}: {ask}\n\n{answers}: {answer}\n"


LABELS = [
    ("Interviewer", "Interviewee"),
    ("Interviewer 1", "Participant"),
    ("Moderator", "P3"),
    ("INTERVIEWER", "Respondent 2"),
    ("Q", "A"),
    ("Interviewer", "Leader 4"),
    ("A1", "P5"),
    ("Researcher", "Guest"),
    ("Ada (interviewer)", "Tobias (Contoso)"),
]


@pytest.mark.parametrize(("asks", "answers"), LABELS)
def test_labels_tell_the_part_even_against_the_questions(
    asks: str, answers: str, read_one: Callable[..., Transcript]
) -> None:
    # The interviewee asks, the interviewer talks: the label still wins.
    transcript = read_one(talk(asks, answers, ask=LONG, answer=f"{LONG} Is it? Would it? Why?"))
    assert [s.part for s in transcript.speakers] == [Part.INTERVIEWER, Part.INTERVIEWEE]
    assert all(s.side is Side.UNKNOWN for s in transcript.speakers)


NAMED = [
    ("Tobias Lindqvist", {}),
    ("tobias lindqvist", {}),
    ("Lindqvist, Tobias", {}),
    ("Tobias Lindqvist (Contoso)", {}),
    ("Tobias Lindqvist | Contoso", {}),
    ("Tobias Lindqvist (He/Him)", {}),
    ("LINDQVIST, TOBIAS (External)", {}),
    ("Dr. Tobias Lindqvist", {}),
    ("TL", {}),
    ("Tobias", {}),
    ("Lindqvist", {}),
    ("Tobias L.", {}),
    ("Tobi", {"also": ("Tobi", "Tobbe")}),
    ("Tobias Lindkvist", {}),
    ("TTobias Lindqvist", {}),
]


@pytest.mark.parametrize(("label", "more"), NAMED)
def test_a_label_finds_its_person(
    label: str, more: dict[str, object], read_one: Callable[..., Transcript]
) -> None:
    people = (
        person("Tobias Lindqvist", side=Side.B, role="Support lead", file="talk.txt", **more),
        person("Mira Oduya", interviewer=True),
        person("Jonas Bergman", side=Side.A),
    )
    transcript = read_one(talk("Mira", label), people=people)
    asks, answers = transcript.speakers
    assert (asks.part, asks.name) == (Part.INTERVIEWER, RawText("Mira Oduya"))
    assert (answers.part, answers.side, answers.role) == (
        Part.INTERVIEWEE,
        Side.B,
        "Support lead",
    )
    assert answers.name == RawText("Tobias Lindqvist")


def test_accents_do_not_matter(read_one: Callable[..., Transcript]) -> None:
    people = (person("Zoë Müller", side=Side.A, file="talk.txt"),)
    transcript = read_one(talk("Interviewer", "Zoe Muller"), people=people)
    assert transcript.speakers[1].name == RawText("Zoë Müller")


def test_two_people_who_fit_equally_are_not_guessed_between(
    read_one: Callable[..., Transcript],
) -> None:
    people = (person("Ada Roe", side=Side.A), person("Ada Lund", side=Side.B))
    speaker = read_one(talk("Interviewer", "Ada"), people=people).speakers[1]
    assert (speaker.side, speaker.name) == (Side.UNKNOWN, None)


def test_the_row_of_the_file_goes_before_namesakes(read_one: Callable[..., Transcript]) -> None:
    people = (person("Ada Roe", side=Side.A, file="talk.txt"), person("Ada Lund", side=Side.B))
    assert read_one(talk("Interviewer", "Ada"), people=people).speakers[1].side is Side.A


@pytest.mark.parametrize("file", ["talk.txt", "TALK.TXT", "./talk.txt"])
def test_the_file_column_names_a_participant_without_a_name(
    file: str, read_one: Callable[..., Transcript]
) -> None:
    people = (person("Ada Roe", side=Side.A, role="CFO", file=file),)
    speaker = read_one(talk("Interviewer", "P3"), people=people).speakers[1]
    assert (speaker.name, speaker.side, speaker.role) == (RawText("Ada Roe"), Side.A, "CFO")


def test_people_csv_wins_over_who_asks(read_one: Callable[..., Transcript]) -> None:
    people = (person("Ada Roe", interviewer=True), person("Bo Lund", side=Side.A))
    text = talk("Ada Roe", "Bo Lund", ask=LONG, answer=f"Why? {LONG} How? Who?")
    transcript = read_one(text, people=people)
    assert [s.part for s in transcript.speakers] == [Part.INTERVIEWER, Part.INTERVIEWEE]


def test_labels_that_look_swapped_are_pointed_out(read_one: Callable[..., Transcript]) -> None:
    people = (person("Ada Roe", interviewer=True), person("Bo Lund", side=Side.A))
    text = talk(
        "Ada Roe",
        "Bo Lund",
        ask=f"{LONG} {LONG} {LONG} {LONG}",
        answer=f"{ASK} {ASK} {ASK} {ASK} {ASK}",
    )
    transcript = read_one(text, people=people)
    assert any("swapped" in warning for warning in transcript.warnings)


def test_joined_labels_of_one_person_are_one_speaker(read_one: Callable[..., Transcript]) -> None:
    people = (
        person("Ada Roe", also=("Addy",), side=Side.A),
        person("Mira Oduya", interviewer=True),
    )
    text = (
        f"Mira: {ASK}\n\nAda Roe: {LONG}\n\nAddy: {LONG}\n\nMira Oduya: {ASK}\n\n"
        f"Roe, Ada (Contoso): {LONG}\n"
    )
    transcript = read_one(text, people=people)
    assert [turn.speaker for turn in transcript.turns] == [0, 1, 0, 1]
    assert transcript.turns[1].text.reveal() == f"{LONG} {LONG}"


def test_initials_after_a_full_name_are_the_same_speaker(
    read_one: Callable[..., Transcript],
) -> None:
    text = talk("Mira Oduya", "Bo Lund") + "\n" + talk("MO", "BL")
    assert len(read_one(text).speakers) == 2


def test_namesakes_who_talk_to_each_other_stay_two(read_one: Callable[..., Transcript]) -> None:
    transcript = read_one(talk("Ada", "Ada Roe"))
    assert [s.part for s in transcript.speakers] == [Part.INTERVIEWER, Part.INTERVIEWEE]


def test_several_interviewees_and_a_recording_voice(read_one: Callable[..., Transcript]) -> None:
    text = (
        "Recording: This call is recorded.\n\nModerator: Who begins? And why?\n\n"
        f"P1: {LONG}\n\nP2: {LONG} Indeed.\n\nSpeaker 4: Sorry, wrong room.\n\nP1: Yes.\n"
    )
    parts = [s.part for s in read_one(text).speakers]
    assert parts == [
        Part.BYSTANDER,
        Part.INTERVIEWER,
        Part.INTERVIEWEE,
        Part.INTERVIEWEE,
        Part.BYSTANDER,
    ]


def test_an_assistant_labelled_like_the_interviewer_interviews_too(
    read_one: Callable[..., Transcript],
) -> None:
    text = talk("A1", "P5") + f"\nA2: {LONG}\n\nP5: {LONG}\n"
    assert [s.part for s in read_one(text).speakers] == [
        Part.INTERVIEWER,
        Part.INTERVIEWEE,
        Part.INTERVIEWER,
    ]


def test_no_interviewer_is_a_warning(read_one: Callable[..., Transcript]) -> None:
    transcript = read_one(talk("Ada Roe", "Bo Lund", ask=LONG))
    assert any("No interviewer" in warning for warning in transcript.warnings)


def test_one_labelled_speaker_is_read_with_a_warning(read_one: Callable[..., Transcript]) -> None:
    transcript = read_one(f"Ada Roe: {LONG}\n\n{LONG}\n\nAda Roe: {LONG}\n")
    assert [s.part for s in transcript.speakers] == [Part.INTERVIEWEE]
    assert any("Only one speaker" in warning for warning in transcript.warnings)


def test_without_labels_the_words_are_those_of_the_file_s_interviewee(
    read_one: Callable[..., Transcript],
) -> None:
    people = (person("Ada Roe", side=Side.B, file="talk.txt"),)
    transcript = read_one(f"{LONG}\n\n{LONG}\n", people=people)
    assert transcript.speakers[0].name == RawText("Ada Roe")
    assert transcript.words_of(0) == 2 * len(LONG.split())


def test_a_row_that_no_speaker_matches_is_a_warning(read_one: Callable[..., Transcript]) -> None:
    people = (person("Eva Holm", side=Side.A, file="talk.txt"), person("Mira", interviewer=True))
    text = talk("Mira", "Ada Roe") + f"\nBo Lund: {LONG} {LONG}\n"
    transcript = read_one(text, people=people)
    assert any("no speaker could be matched" in warning for warning in transcript.warnings)


def test_reasons_and_warnings_hold_no_names(
    read: Callable[..., tuple[tuple[Transcript, ...], tuple[Skipped, ...]]],
) -> None:
    people = (person("Ada Roe", file="a.txt", side=Side.A), person("Mira Oduya", interviewer=True))
    files = {
        "a.txt": talk("Mira Oduya", "Ada Roe"),
        "b.txt": talk("Ada Roe", "Bo Lund", ask=LONG),
        "c.txt": talk("Interviewer", "Ada", answer="Yes."),
        "Ada Roe.txt": talk("Mira Oduya", "Ada Roe"),
    }
    transcripts, skipped = read(files, people)
    told = [s.because for t in transcripts for s in t.speakers]
    told += [w for t in transcripts for w in t.warnings] + [s.reason for s in skipped]
    assert len(transcripts) == len(skipped) == 2
    assert not any(name in words for words in told for name in ("Ada", "Mira", "Bo", "Roe"))
    assert skipped[0].path == Path("c.txt")


def test_whoever_people_csv_gives_a_side_is_no_interviewer(
    read_one: Callable[..., Transcript],
) -> None:
    people = (person("Ada Roe", side=Side.A),)
    transcript = read_one(talk("Ada Roe", "Bo Lund", ask=f"{ASK} {ASK} {ASK}"), people=people)
    assert transcript.speakers[0].part is Part.INTERVIEWEE


def test_an_unnamed_voice_that_asks_is_the_interviewer(read_one: Callable[..., Transcript]) -> None:
    people = (person("Ada Roe", side=Side.A, file="talk.txt"),)
    text = talk("Speaker 1", "Ada Roe") + f"\nSpeaker 2: {LONG}\n"
    transcript = read_one(text, people=people)
    assert [s.part for s in transcript.speakers] == [
        Part.INTERVIEWER,
        Part.INTERVIEWEE,
        Part.BYSTANDER,
    ]
    assert any("nobody's name" in warning for warning in transcript.warnings)


def test_numbered_people_are_told_apart_by_their_questions(
    read_one: Callable[..., Transcript],
) -> None:
    parts = [s.part for s in read_one(talk("Person 1", "Person 2")).speakers]
    assert parts == [Part.INTERVIEWER, Part.INTERVIEWEE]


def test_two_hosts_and_a_guest(read_one: Callable[..., Transcript]) -> None:
    text = (talk("Ada Roe", "Bo Lund") + "\n" + talk("Eva Holm", "Bo Lund", ask="And how?")) * 2
    speakers = read_one(text).speakers
    assert [s.part for s in speakers] == [
        Part.INTERVIEWER,
        Part.INTERVIEWEE,
        Part.INTERVIEWER,
    ]


def test_a_colleague_whom_the_interviewer_presents(read_one: Callable[..., Transcript]) -> None:
    text = talk("Ada Roe", "Bo Lund", ask=f"I am here with my colleague Eva. {ASK}")
    text += f"\nEva Holm: I take notes, and I know the account, so I may add a word. {LONG}\n"
    speakers = read_one(text + talk("Ada Roe", "Bo Lund", answer=LONG * 2)).speakers
    assert [s.part for s in speakers] == [
        Part.INTERVIEWER,
        Part.INTERVIEWEE,
        Part.INTERVIEWER,
    ]


def test_one_interviewer_with_two_interviewees(read_one: Callable[..., Transcript]) -> None:
    text = (talk("Ada Roe", "Bo Lund") + "\n" + talk("Ada Roe", "Eva Holm", answer=LONG)) * 2
    assert [s.part for s in read_one(text).speakers] == [
        Part.INTERVIEWER,
        Part.INTERVIEWEE,
        Part.INTERVIEWEE,
    ]


def test_a_meeting_has_no_interviewer(read_one: Callable[..., Transcript]) -> None:
    names = ("Ada Roe", "Bo Lund", "Eva Holm", "Jo Berg")
    text = "\n\n".join(f"{name}: {LONG} {ASK}" for name in names * 2)
    assert {s.part for s in read_one(text).speakers} == {Part.INTERVIEWEE}


def test_a_file_named_after_who_asks_looks_swapped(read_one: Callable[..., Transcript]) -> None:
    text = talk("Bo Lund", "Ada Roe")
    assert any("swapped" in w for w in read_one(text, "bo-lund.txt").warnings)
    assert not any("swapped" in w for w in read_one(text, "ada-roe.txt").warnings)


def test_guests_of_the_meeting_tool_are_not_guests_of_the_talk(
    read_one: Callable[..., Transcript],
) -> None:
    parts = [s.part for s in read_one(talk("Ada Roe (Guest)", "Bo Lund (External)")).speakers]
    assert parts == [Part.INTERVIEWER, Part.INTERVIEWEE]
