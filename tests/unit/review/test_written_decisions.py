from __future__ import annotations

from pathlib import Path

import pytest

from synth.errors import SynthError
from synth.protocols import load_protocol
from synth.records.decisions import Entry
from synth.review import add_decisions
from synth.review.decisions import read_decisions

BY_HAND = """\
# mine
[names]
keep = ["Kubernetes"]

# on the rating
[ratings.relational_trust]
rating = "red"
reason = "first"

# on the quote
[[quotes]]
text = "words"
reason = "first"
"""


def read(folder: Path):
    return read_decisions(folder, load_protocol("alliance-health"))


def rating(level: str, reason: str = "why") -> Entry:
    return Entry("ratings.relational_trust", {"rating": level, "reason": reason})


def quote(text: str, reason: str, **more: str | bool) -> Entry:
    return Entry("quotes", {"text": text, **more, "reason": reason})


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    words = 'She said "no"\\ — and \U0001f600\x7f, =SUM(A1)\n[[quotes]]\nnext'
    path = add_decisions(tmp_path, [rating("green"), quote(words, "why", withdrawn=True)])
    decided = read(tmp_path)
    assert decided.ratings["relational_trust"].rating == "green"
    assert decided.quotes[0].text.reveal() == words.strip()
    assert decided.quotes[0].withdrawn
    assert path.stat().st_mode & 0o077 == 0


def test_what_was_written_by_hand_stays(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    add_decisions(tmp_path, [rating("green", "second"), quote("words", "second")])
    add_decisions(tmp_path, [quote("other words", "third")])
    text = path.read_text(encoding="utf-8")
    assert all(f"# {note}" in text for note in ("mine", "on the rating", "on the quote"))
    decided = read(tmp_path)
    assert decided.keep == ("Kubernetes",)
    assert decided.ratings["relational_trust"].reason == "second"
    assert [q.reason for q in decided.quotes] == ["second", "third"]


def test_notes_on_an_action_add_up(tmp_path: Path) -> None:
    for more in ({"owner": "Partner A"}, {"date": "2026-06-30"}, {"owner": "Partner B"}):
        add_decisions(tmp_path, [Entry("actions", {"text": "Do it.", **more})])
    (action,) = read(tmp_path).actions
    assert (action.owner, action.date) == ("Partner B", "2026-06-30")


def test_a_date_that_toml_knows_is_kept(tmp_path: Path) -> None:
    text = '[[actions]]\ntext = "Do it."\ndate = 2026-06-30\n'
    (tmp_path / "decisions.toml").write_text(text, encoding="utf-8")
    add_decisions(tmp_path, [Entry("actions", {"text": "Do it.", "owner": "B"})])
    (action,) = read(tmp_path).actions
    assert (action.owner, action.date) == ("B", "2026-06-30")


@pytest.mark.parametrize(
    "text", ['quotes = [{ text = "a", reason = "b" }]\n', "[ratings\n", '[quotes]\ntext = "a"\n']
)
def test_a_file_to_which_nothing_can_be_added_stays_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SynthError):
        add_decisions(tmp_path, [quote("words", "why")])
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[quotes]]\ntext = "Quillmark"\n', "reason: is missing"),
        ('[[quotes]]\ntext = "Quillmark"\nreason = "r"\ninstead = "x"\nwithdrawn = true\n',
         "taken back"),
        ('[[themes]]\ntheme = "Quillmark"\nreason = "r"\n', "drop = true"),
        ('[[themes]]\ntheme = "Quillmark"\nreason = "r"\nname = "x"\ndrop = true\n', "one thing"),
        ('[[findings]]\ntext = "Quillmark"\nreason = "r"\n', "wording"),
        ('[[actions]]\ntext = "Quillmark"\n', "owner"),
        ('[report]\nfact_check = "done"\n', "closed"),
        ("[report]\nfinall = true\n", "Did you mean final?"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_told_without_its_words(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "decisions.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SynthError) as caught:
        read(tmp_path)
    assert message in str(caught.value)
    assert "Quillmark" not in str(caught.value)
