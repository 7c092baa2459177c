"""Write the first settings of a folder: on request, or as guesses that the reviewer corrects.

A guess stands behind a `#`, so that a file of guesses means the same as no file: the next run
says again what it assumed, until the reviewer has confirmed it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from synth.errors import SynthError
from synth.protocols import Protocol, load_protocol
from synth.records.people import Part
from synth.records.review import Review
from synth.records.transcript import Speaker, Transcript
from synth.review.faults import validated
from synth.review.files import candidates
from synth.review.labels import name_in
from synth.review.load import DEFAULT_PROTOCOL, default_phase, one_of
from synth.review.people import COLUMNS, PEOPLE_FILE
from synth.review.settings import REVIEW_FILE, Settings

_TOML_NOTES: Final = """\
# What is reviewed. Text stands in quotes. A line that starts with "#" counts for nothing: take
# the "#" away to make it count.
"""
_GUESSED: Final = """\
# synth wrote this file because there was none. Values behind a "#" are its guesses.
"""
_PEOPLE_NOTES: Final = """\
# Who took part, and who is named in the interviews. Real names: keep this file private.
# name: the full name. Every form of it is hidden in the report.
# also: other forms of the name with ; between them: nickname, surname alone, misspellings.
# side: a or b for the two partners, other, or interviewer. Empty: not known.
# role: in your own words, such as alliance manager.
# file: the transcript in which this person is the interviewee. Empty: the person is only named.
"""
_FILL_IN: Final = """\
# synth wrote the lines below from the transcripts. Fill in the side of each person: without it,
# the two sides cannot be compared. Add a line for each person who is only talked about.
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """What `synth init` was told. Empty: not told."""

    alliance: str = ""
    partner_a: str = ""
    partner_b: str = ""
    protocol: str = ""
    phase: str = ""
    cycle: str = ""
    date: str = ""


def init_folder(folder: Path, answers: Answers) -> tuple[Path, ...]:
    """Write review.toml and people.csv into `folder`, made if missing; return their paths.

    Raises:
        SynthError: an answer is wrong, or one of the two files is there already.
    """
    refuse_if_begun(folder)
    protocol = load_protocol(answers.protocol or DEFAULT_PROTOCOL, folder)
    one_of(answers.phase, "phase", protocol)
    validated({"review": {"date": answers.date}}, "--date", Settings)
    files = candidates(folder) if folder.is_dir() else ()
    people = _people_csv(("", "", "", "", file.name) for file in files)
    settings = _TOML_NOTES + _review_toml(answers, protocol)
    return write_settings(folder, {REVIEW_FILE: settings, PEOPLE_FILE: _PEOPLE_NOTES + people})


def refuse_if_begun(folder: Path) -> None:
    """Raise SynthError where `folder` is a file, or has settings that must not be overwritten."""
    if folder.exists() and not folder.is_dir():
        raise SynthError(f"{folder} is a file. Give the name of a folder.")
    there = [name for name in (REVIEW_FILE, PEOPLE_FILE) if (folder / name).exists()]
    if there:
        raise SynthError(
            f"{folder} has {' and '.join(there)} already. Change it with a text editor, "
            "or give another folder."
        )


def suggest_settings(review: Review, transcripts: Sequence[Transcript]) -> dict[str, str]:
    """Return the settings files that the review lacks, by name, with what was guessed.

    A file that the parent folder has is not lacking.
    """
    missing = missing_settings(review.folder)
    contents: dict[str, str] = {}
    if REVIEW_FILE in missing:
        protocol = load_protocol(review.protocol, review.folder)
        guess = Answers(protocol=review.protocol, phase=review.phase, cycle=review.cycle)
        settings = _review_toml(guess, protocol, told=False)
        contents[REVIEW_FILE] = _TOML_NOTES + _GUESSED + settings
    if PEOPLE_FILE in missing:
        rows = _people_csv(_voices(transcripts))
        contents[PEOPLE_FILE] = _PEOPLE_NOTES + _FILL_IN + rows
    return contents


def write_settings(folder: Path, contents: dict[str, str]) -> tuple[Path, ...]:
    """Write each file that is not there yet, and return the paths of those written.

    Raises:
        SynthError: the folder cannot be written to.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            if not (folder / name).exists():
                (folder / name).write_text(content, encoding="utf-8", newline="\n")
                written.append(folder / name)
    except OSError as error:
        raise SynthError(f"{folder} cannot be written to ({error.strerror}).") from None
    return tuple(written)


def missing_settings(folder: Path) -> tuple[str, ...]:
    """Return which of review.toml and people.csv neither the folder nor its parent has."""
    places = (folder, folder.resolve().parent)
    names = (REVIEW_FILE, PEOPLE_FILE)
    return tuple(n for n in names if not any((place / n).exists() for place in places))


def _review_toml(answers: Answers, protocol: Protocol, *, told: bool = True) -> str:
    """Return the settings. What is not told stands behind a `#`, as a guess or an example."""
    lines = [
        "[review]",
        _line("alliance", answers.alliance, "Northwind and Contoso", "the name of the alliance"),
        *_scope_lines(answers, protocol, told=told),
        *_kind_lines(protocol),
        *_partner_lines("a", answers.partner_a, "Northwind"),
        *_partner_lines("b", answers.partner_b, "Contoso"),
        "\n[names]",
        _line("hide", (), ("Fabrikam", "Leeds"), "hide too: customers, places, third parties"),
        _line("keep", (), ("Kubernetes",), "never hide these, though they look like names"),
        "\n[confidentiality]",
        "# Nothing is shown that fewer people than this could have said.",
        "min_people = 3" if told else "# min_people = 3",
    ]
    return "\n".join(lines) + "\n"


def _scope_lines(answers: Answers, protocol: Protocol, *, told: bool) -> list[str]:
    phases = ", ".join(phase.id for phase in protocol.phases)
    guess = "" if told else "a guess; "
    said = answers if told else Answers()
    return [
        _line("cycle", said.cycle, answers.cycle or "2026-H1", "the name of this round"),
        _line("date", said.date, answers.date or "2026-05-30", "when the interviews were held"),
        _line("protocol", said.protocol, protocol.id, f"{guess}a built-in protocol, or a file"),
        _line("phase", said.phase, default_phase(protocol), f"{guess}one of: {phases}"),
    ]


def _kind_lines(protocol: Protocol) -> list[str]:
    if not protocol.kinds:
        return []
    kinds = ", ".join(kind.id for kind in protocol.kinds)
    return [_line("kind", "", protocol.kinds[0].id, f"optional, one of: {kinds}")]


def _partner_lines(side: str, name: str, example: str) -> list[str]:
    return [
        f"\n[partners.{side}]  # side {side} of people.csv; all its names are hidden",
        _line("name", name, example, "the company"),
        _line("aliases", (), (f"{example} Ltd",), "its other names, misspellings too"),
        _line("products", (), ("Glacier",), "names of its products"),
        _line("projects", (), ("Polaris",), "code names of its projects"),
    ]


def _line(key: str, value: str | tuple[str, ...], example: str | tuple[str, ...], note: str) -> str:
    written = f"{key} = {_toml(value or example)}  # {note}"
    return written if value else f"# {written}"


def _toml(value: str | tuple[str, ...]) -> str:
    """Return a TOML string or list of strings: JSON's are a subset of TOML's but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _voices(transcripts: Sequence[Transcript]) -> list[tuple[str, ...]]:
    """Return a row for every interviewee, then for every interviewer whose label is a name."""
    ordered = sorted(transcripts, key=lambda t: (t.path.name.casefold(), t.path.as_posix()))
    spoken = [(*_named(s), s.part, t.path.name) for t in ordered for s in t.speakers]
    asked = dict.fromkeys(
        (name, also, "", "", file) for name, also, part, file in spoken if part is Part.INTERVIEWEE
    )
    answering = {name for name, *_ in asked}
    asking: dict[str, set[str]] = {}
    for name, also, part, _ in spoken:
        if part is Part.INTERVIEWER and name and name not in answering:
            asking.setdefault(name, set()).update(filter(None, also.split(";")))
    asked_by = ((n, ";".join(sorted(forms)), "interviewer", "", "") for n, forms in asking.items())
    return [*asked, *sorted(asked_by)]


def _named(speaker: Speaker) -> tuple[str, str]:
    """Return a speaker's name and its other forms; both empty for a label such as "Speaker 1"."""
    said = speaker.name.reveal() if speaker.name else speaker.label.reveal()
    labels = [label for label in said.split("; ") if name_in(label)]
    if not labels:
        return "", ""
    # A comma may part a remark from a name as well as a surname from a first name.
    best = max(labels, key=lambda label: ("," not in label, len(label.split()), len(label)))
    forms = dict.fromkeys(name_in(label) for label in labels)
    return name_in(best), ";".join(form for form in forms if form != name_in(best))


def _people_csv(rows: Iterable[tuple[str, ...]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return buffer.getvalue()
