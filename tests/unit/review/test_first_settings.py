from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from synth.errors import SynthError
from synth.records.people import Part
from synth.records.text import RawText
from synth.records.transcript import Speaker, Transcript
from synth.review import (
    Answers,
    init_folder,
    load_review,
    missing_settings,
    suggest_settings,
    write_settings,
)

ANSWERS = Answers(
    alliance='The "North" \\ pact',
    partner_a="Quillmark",
    partner_b="Brämbleton",
    protocol="alliance-health",
    phase="renewal",
    cycle="2026-H1",
    date="2026-05-30",
)


def _speaker(label: str, part: Part) -> Speaker:
    return Speaker(RawText(label), part)


def _transcript(file: str, *speakers: Speaker) -> Transcript:
    return Transcript(Path(file), "text", "", "0" * 64, speakers, ())


ASKS = _speaker("Hester Penhallow", Part.INTERVIEWER)
TRANSCRIPTS = (
    _transcript("oak.md", ASKS, _speaker("Vantongeren, Imelda", Part.INTERVIEWEE)),
    _transcript("ivy.txt", ASKS, _speaker("Speaker 1", Part.INTERVIEWEE)),
    _transcript("ash.txt", _speaker("#Ruprecht", Part.INTERVIEWEE)),
)


def test_what_init_writes_is_what_was_answered(bare_folder: Path) -> None:
    written = init_folder(bare_folder, ANSWERS)
    assert [path.name for path in written] == ["review.toml", "people.csv"]
    review = load_review(bare_folder)
    assert review.alliance.reveal() == ANSWERS.alliance
    assert (review.cycle, review.date, review.phase) == ("2026-H1", "2026-05-30", "renewal")
    partners = (review.names.partner_a, review.names.partner_b)
    assert [p and p.name.reveal() for p in partners] == ["Quillmark", "Brämbleton"]
    assert review.names.people == ()


def test_init_lists_the_transcripts_to_fill_in(bare_folder: Path) -> None:
    init_folder(bare_folder, ANSWERS)
    people = (bare_folder / "people.csv").read_text(encoding="utf-8")
    assert people.endswith(",,,,ash.txt\n,,,,elm.vtt\n,,,,ivy.txt\n,,,,oak.md\n")


def test_every_line_that_init_writes_is_explained(tmp_path: Path) -> None:
    init_folder(tmp_path / "new", ANSWERS)
    lines = (tmp_path / "new" / "review.toml").read_text(encoding="utf-8").splitlines()
    unexplained = [n for n, line in enumerate(lines) if "=" in line and "#" not in line]
    assert all(lines[n - 1].startswith("#") for n in unexplained)


@pytest.mark.parametrize("name", ["review.toml", "people.csv"])
def test_init_overwrites_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(SynthError, match=f"has {name} already"):
        init_folder(tmp_path, ANSWERS)
    assert [p.name for p in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"phase": "grwoth"}, "Did you mean growth?"),
        ({"protocol": "no-such"}, "no protocol"),
        ({"date": "soon"}, "2026-05-30"),
    ],
)
def test_a_wrong_answer_writes_nothing(tmp_path: Path, wrong: dict[str, str], message: str) -> None:
    with pytest.raises(SynthError) as caught:
        init_folder(tmp_path / "new", dataclasses.replace(ANSWERS, **wrong))
    assert message in str(caught.value)
    assert not (tmp_path / "new").exists()


def test_suggested_settings_mean_the_same_as_none(bare_folder: Path) -> None:
    before = load_review(bare_folder)
    write_settings(bare_folder, suggest_settings(before, ()))
    assert load_review(bare_folder) == before


def test_suggested_people_are_those_who_speak(bare_folder: Path) -> None:
    review = load_review(bare_folder)
    contents = suggest_settings(review, TRANSCRIPTS)
    rows = contents["people.csv"].split("name,also,side,role,file\n")[1]
    assert rows == (
        "Ruprecht,,,,ash.txt\n,,,,ivy.txt\nImelda Vantongeren,,,,oak.md\n"
        "Hester Penhallow,,interviewer,,\n"
    )


def test_suggested_people_are_read_back_without_a_side(bare_folder: Path) -> None:
    before = load_review(bare_folder)
    write_settings(bare_folder, suggest_settings(before, TRANSCRIPTS))
    after = load_review(bare_folder)
    people = {p.name.reveal(): (p.side.value, p.interviewer, p.file) for p in after.names.people}
    assert people == {
        "Ruprecht": ("unknown", False, "ash.txt"),
        "Imelda Vantongeren": ("unknown", False, "oak.md"),
        "Hester Penhallow": ("unknown", True, ""),
    }
    assert after.assumptions == before.assumptions


def test_an_interviewer_of_several_files_has_one_row_with_all_forms(bare_folder: Path) -> None:
    also = _speaker("Hester Penhallow; Hester", Part.INTERVIEWER)
    spoken = (*TRANSCRIPTS, _transcript("elm.vtt", also))
    rows = suggest_settings(load_review(bare_folder), spoken)["people.csv"].splitlines()
    assert [row for row in rows if "interviewer,," in row] == [
        "Hester Penhallow,Hester,interviewer,,"
    ]


def test_the_order_of_the_transcripts_does_not_matter(bare_folder: Path) -> None:
    review = load_review(bare_folder)
    assert suggest_settings(review, TRANSCRIPTS) == suggest_settings(review, TRANSCRIPTS[::-1])


def test_somebody_who_answers_in_one_file_is_no_interviewer_in_another(bare_folder: Path) -> None:
    both = _speaker("Hester Penhallow", Part.INTERVIEWEE)
    suggested = suggest_settings(
        load_review(bare_folder), (*TRANSCRIPTS, _transcript("elm.vtt", both))
    )
    assert "interviewer,," not in suggested["people.csv"].split("role,file\n")[1]


@pytest.mark.parametrize("place", [".", ".."])
@pytest.mark.parametrize("name", ["review.toml", "people.csv"])
def test_a_file_that_is_there_or_inherited_is_not_suggested(
    bare_folder: Path, place: str, name: str
) -> None:
    (bare_folder / place / name).touch()
    assert name not in missing_settings(bare_folder)
    assert name not in suggest_settings(load_review(bare_folder), TRANSCRIPTS)


def test_a_suggestion_never_replaces_a_file(bare_folder: Path) -> None:
    (bare_folder / "people.csv").write_text("mine", encoding="utf-8")
    assert write_settings(bare_folder, {"people.csv": "theirs"}) == ()
    assert (bare_folder / "people.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("Ada Roe", "Ada Roe,,,,ivy.txt"),
        ("Ada; Ada Roe; A. Roe", "Ada Roe,Ada;A. Roe,,,ivy.txt"),
        ("ROE, ADA (Sales, she/her)", "ADA ROE,,,,ivy.txt"),
        ("Ada Roe | Quillmark", "Ada Roe,,,,ivy.txt"),
        ("AAda Roe; Ada Roe", "Ada Roe,,,,ivy.txt"),
        ("Ada; ADA, TYPING", "Ada,TYPING ADA,,,ivy.txt"),
        ("Jean-Luc O'Neill", "Jean-Luc O'Neill,,,,ivy.txt"),
        ("Speaker 1", ",,,,ivy.txt"),
        ("Interviewee", ",,,,ivy.txt"),
        ("Unknown Speaker", ",,,,ivy.txt"),
        ("P3", ",,,,ivy.txt"),
        ("IE", ",,,,ivy.txt"),
        ("SPEAKER_00", ",,,,ivy.txt"),
    ],
)
def test_a_label_becomes_a_name_only_where_it_is_one(
    bare_folder: Path, label: str, row: str
) -> None:
    spoken = (_transcript("ivy.txt", _speaker(label, Part.INTERVIEWEE)),)
    suggested = suggest_settings(load_review(bare_folder), spoken)["people.csv"]
    assert suggested.splitlines()[-1] == row
