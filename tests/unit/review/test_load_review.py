from __future__ import annotations

from pathlib import Path

import pytest

from synth.errors import SynthError
from synth.records.people import Side
from synth.review import load_review


def _settings(folder: Path, text: str, name: str = "review.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_complete_folder_is_understood(review_folder: Path) -> None:
    review = load_review(review_folder)
    assert review.alliance.reveal() == "Quillmark and Brambleton"
    assert (review.cycle, review.date, review.phase) == ("2026-H1", "2026-05-30", "growth")
    assert [f.as_posix() for f in review.files] == ["ash.txt", "elm.vtt", "ivy.txt", "oak.md"]
    assert review.names.partner_a and review.names.partner_b
    assert [p.reveal() for p in review.names.partner_a.products] == ["Heronware"]
    assert [n.reveal() for n in review.names.hide] == ["Fenwick Dairies"]
    assert review.min_people == 1
    assert review.assumptions == ()


def test_a_bare_folder_is_read_and_says_what_was_assumed(bare_folder: Path) -> None:
    review = load_review(bare_folder)
    assert (review.protocol, review.phase, review.min_people) == ("alliance-health", "growth", 3)
    told = " ".join(review.assumptions)
    assert len(review.assumptions) == 4
    for word in ("alliance-health", "growth", "partner", "side"):
        assert word in told


def test_the_terminal_never_sees_a_name_in_the_record(review_folder: Path, secret_names) -> None:
    shown = repr(load_review(review_folder))
    assert not [name for name in secret_names if name in shown]


@pytest.mark.parametrize(
    ("name", "is_read"),
    [
        ("anna.vtt", True),
        ("transcripts/anna.docx", True),
        ("no-ending", True),
        ("README.md", False),
        ("readme", False),
        (".hidden.txt", False),
        ("~$anna.docx", False),
        ("anna.txt~", False),
        ("decisions.toml", False),
        ("out/share/report.md", False),
        ("notes/anna.txt", False),
    ],
)
def test_which_files_may_be_transcripts(bare_folder: Path, name: str, is_read: bool) -> None:
    (bare_folder / name).parent.mkdir(parents=True, exist_ok=True)
    (bare_folder / name).touch()
    assert (Path(name) in load_review(bare_folder).files) is is_read


def test_files_are_in_the_order_of_their_names_wherever_they_lie(bare_folder: Path) -> None:
    (bare_folder / "transcripts").mkdir()
    (bare_folder / "ivy.txt").rename(bare_folder / "transcripts" / "Beech.txt")
    names = [f.name for f in load_review(bare_folder).files]
    assert names == ["ash.txt", "Beech.txt", "elm.vtt", "oak.md"]


def test_a_protocol_file_in_the_folder_is_no_transcript(bare_folder: Path) -> None:
    from synth.shipped import shipped

    own = shipped("protocols", "alliance-health.yaml").read_bytes()
    (bare_folder / "ours.yaml").write_bytes(own)
    _settings(bare_folder, '[review]\nprotocol = "ours.yaml"\n')
    assert Path("ours.yaml") not in load_review(bare_folder).files


@pytest.mark.parametrize(
    ("settings", "messages"),
    [
        ('[review]\naliance = "X"', ["review.toml", "aliance", "Did you mean alliance?"]),
        ('[partners.a]\nname = "X"\nalias = ["Y"]', ["[partners.a] alias", "mean aliases?"]),
        ('[partner.a]\nname = "X"', ["partner", "Did you mean partners?"]),
        ('phase = "growth"', ["phase", "It belongs under [review]."]),
        ('[review]\nphase = "grwoth"', ["phase", "Did you mean growth?", "renewal"]),
        ('[review]\nkind = "pigeon"', ["kind", "technology"]),
        ('[review]\nprotocol = "no-such"', ["no protocol", "no-such", "alliance-health"]),
        ('[review]\ndate = "last May"', ["date", "2026-05-30"]),
        ("[confidentiality]\nmin_people = 0", ["min_people", "at least 1"]),
        ("[confidentiality]\nmin_people = 2.5", ["min_people", "whole number"]),
        ("[confidentiality]\nmin_people = true", ["min_people", "whole number"]),
        ('[names]\nhide = "Fenwick"', ["[names] hide", "list"]),
        ('[partners.b]\naliases = ["Y"]', ["partners", "name"]),
        ("[review]\nalliance = Quillmark", ["review.toml, line 2", "TOML", "quotes"]),
        ('[review]\nphase = "growth"\nphase = "renewal"\n', ["review.toml, line 3"]),
    ],
)
def test_a_wrong_setting_is_told_with_its_place_and_the_remedy(
    bare_folder: Path, settings: str, messages: list[str]
) -> None:
    _settings(bare_folder, settings)
    with pytest.raises(SynthError) as caught:
        load_review(bare_folder)
    for message in messages:
        assert message in str(caught.value)
    assert "Quillmark" not in str(caught.value)
    assert "Fenwick" not in str(caught.value)


def test_every_wrong_key_is_told_at_once(bare_folder: Path) -> None:
    _settings(bare_folder, '[review]\naliance = "X"\nfase = "growth"\n')
    with pytest.raises(SynthError, match=r"(?s)aliance.*fase"):
        load_review(bare_folder)


def test_settings_with_a_byte_order_mark_are_read(bare_folder: Path) -> None:
    _settings(bare_folder, '﻿[review]\nphase = "renewal"\n')
    assert load_review(bare_folder).phase == "renewal"


def test_settings_that_are_not_utf8_are_refused(bare_folder: Path) -> None:
    (bare_folder / "review.toml").write_bytes('[review]\nalliance = "Café"'.encode("latin-1"))
    with pytest.raises(SynthError, match="UTF-8"):
        load_review(bare_folder)


def test_the_folder_wins_over_its_parent_value_by_value(bare_folder: Path) -> None:
    above = '[review]\nalliance = "Parent"\nphase = "renewal"\n[partners.a]\nname = "Pa"\n'
    _settings(bare_folder.parent, above + '[names]\nhide = ["One"]\n')
    _settings(bare_folder, '[review]\nphase = "maturity"\n[names]\nhide = ["Two"]\n')
    review = load_review(bare_folder)
    assert review.alliance.reveal() == "Parent"
    assert review.phase == "maturity"
    assert review.names.partner_a is not None
    assert [n.reveal() for n in review.names.hide] == ["Two"]


def test_a_protocol_file_of_the_parent_is_found(bare_folder: Path) -> None:
    from synth.shipped import shipped

    own = shipped("protocols", "alliance-health.yaml").read_bytes()
    (bare_folder.parent / "ours.yaml").write_bytes(own)
    _settings(bare_folder.parent, '[review]\nprotocol = "ours.yaml"\n')
    assert load_review(bare_folder).protocol == "../ours.yaml"


def test_a_wrong_key_in_the_parent_is_told_as_inherited(bare_folder: Path) -> None:
    _settings(bare_folder.parent, '[review]\naliance = "X"\n')
    with pytest.raises(SynthError, match=r"\.\./review\.toml \(inherited\).*aliance"):
        load_review(bare_folder)


@pytest.mark.parametrize(
    ("name", "cycle"), [("2026-H1", "2026-H1"), ("2025-03", "2025-03"), ("Oskarsen calls", "")]
)
def test_the_cycle_is_the_name_of_the_folder_where_that_is_a_date(
    bare_folder: Path, name: str, cycle: str
) -> None:
    assert load_review(bare_folder.rename(bare_folder.parent / name)).cycle == cycle


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SynthError, match="There is no folder"):
        load_review(tmp_path / "nowhere")


def test_a_file_in_place_of_a_folder(bare_folder: Path) -> None:
    with pytest.raises(SynthError, match="is a file"):
        load_review(bare_folder / "ivy.txt")


def test_a_folder_without_transcripts_says_where_to_put_them(tmp_path: Path) -> None:
    with pytest.raises(SynthError, match=r"holds no transcript.*Put the transcripts"):
        load_review(tmp_path)


def test_a_folder_of_cycles_points_to_one_of_them(bare_folder: Path) -> None:
    with pytest.raises(SynthError, match=r"give that one: .*review"):
        load_review(bare_folder.parent)


DECISION = '[ratings.relational_trust]\nrating = "yellow"\nreason = "seen in the pilot"\n'


def test_decisions_are_read(review_folder: Path) -> None:
    _settings(review_folder, DECISION + '[names]\nkeep = ["Heron"]\n', "decisions.toml")
    decisions = load_review(review_folder).decisions
    assert decisions.ratings["relational_trust"].rating == "yellow"
    assert decisions.ratings["relational_trust"].reason == "seen in the pilot"
    assert decisions.keep == ("Heron",)


@pytest.mark.parametrize(
    ("decisions", "message"),
    [
        (DECISION.replace("relational_trust", "relational_thrust"), "mean relational_trust?"),
        (DECISION.replace('"yellow"', '"yelow"'), "Did you mean yellow?"),
        ('[ratings.relational_trust]\nrating = "green"\n', "reason: is missing"),
        (DECISION.replace('"seen in the pilot"', '""'), "reason: is empty"),
        (DECISION.replace("reason", "raeson"), "raeson"),
    ],
)
def test_a_wrong_decision_is_told(review_folder: Path, decisions: str, message: str) -> None:
    _settings(review_folder, decisions, "decisions.toml")
    with pytest.raises(SynthError) as caught:
        load_review(review_folder)
    assert message in str(caught.value)
    assert "decisions.toml" in str(caught.value)


def test_people_have_the_side_of_their_row(review_folder: Path) -> None:
    sides = {p.name.reveal(): p.side for p in load_review(review_folder).names.people}
    assert sides["Orla Thistlewaite"] is Side.A
    assert sides["Ruprecht Dallimore"] is Side.B
