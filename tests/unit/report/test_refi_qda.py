"""The project file, read as the programs read it that import it: positions in the plain text."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from synth.protocols import Protocol
from synth.records.clean import CleanTurn, Interview, Redaction, Replacement, Voice
from synth.records.evidence import Origin, Passage, Signal, Tag, Theme
from synth.records.people import Part, Side
from synth.records.synthesis import Synthesis
from synth.records.text import CleanText, RawText
from synth.report import render

P = "{urn:QDA-XML:project:1.0}"
C = "{urn:QDA-XML:codebook:1.0}"
GUID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
FILE = Path("one.vtt")
RAW = (
    "\U0001f600 Well,\r\nOttoline said so.\x07 The queue\u2028is empty. "
    "It is <bad> & \U0001f600 slow."
)
CLEAN = RAW.replace("Ottoline", "[B: person 1]")
SHARED = (
    "\U0001f600 Well,\n[B: person 1] said so. The queue\nis empty. It is <bad> & \U0001f600 slow."
)


def origin(words: str) -> Origin:
    start = RAW.index(words)
    return Origin(FILE, 1, start, start + len(words))


def passage(name: str, words: str, stance: str) -> Passage:
    clean = words.replace("Ottoline", "[B: person 1]")
    return Passage(
        name, "i01", "[A: interviewee 1]", Side.A, "withheld", CleanText("So?"), CleanText(clean),
        (1,), Tag("relational_trust", 0.9, stance, 0.8, ""), origin(words),
    )  # fmt: skip


FIRST = "\U0001f600 Well,\r\nOttoline said so."
SECOND = "The queue\u2028is empty."
THIRD = "It is <bad> & \U0001f600 slow."
PASSAGES = (
    passage("p0001", FIRST, "neutral"),
    passage("p0002", SECOND, "strength"),
    passage("p0003", THIRD, "concern"),
)


@pytest.fixture
def told(synthesis: Synthesis) -> Synthesis:
    at = RAW.index("Ottoline")
    replaced = Replacement(
        FILE, 1, at, at + 8, at, at + 13, "person", "[B: person 1]", "people.csv", "",
        RawText("Ottoline"),
    )  # fmt: skip
    turns = (
        CleanTurn(0, 0, CleanText("How is the queue\r\nthese days?")),
        CleanTurn(1, 1, CleanText(CLEAN), (replaced,)),
    )
    voices = (
        Voice("[interviewer 1]", Part.INTERVIEWER, Side.OTHER, ""),
        Voice("[A: interviewee 1]", Part.INTERVIEWEE, Side.A, "withheld"),
    )
    interview = Interview("i01", FILE, voices, turns)
    words = CleanText("<bad> & \U0001f600 slow")
    signal = Signal("s0001", "p0003", "blame", Side.A, "b", words, "", origin(THIRD))
    theme = Theme("t01", "a <slow> & \x07empty queue", ("queue",), ("p0002", "p0003"),
                  "relational_trust", "concern", "")  # fmt: skip
    return dataclasses.replace(
        synthesis, passages=PASSAGES, signals=(signal,), themes=(theme,), corners=(), promises=(),
        actions=(), redaction=Redaction((interview,), (), ()),
    )  # fmt: skip


def project(synthesis: Synthesis, protocol: Protocol) -> tuple[ET.Element, dict[str, str]]:
    content = render(synthesis, protocol)["interviews.qdpx"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        texts = {
            name.removeprefix("sources/"): archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if name.startswith("sources/")
        }
        return ET.fromstring(archive.read("project.qde")), texts


def selections(root: ET.Element, texts: dict[str, str]) -> Iterator[tuple[str, str, list[str]]]:
    names = {c.get("guid"): c.get("name", "") for c in root.iter(f"{P}Code")}
    for source in root.iter(f"{P}TextSource"):
        text = texts[source.get("plainTextPath", "").removeprefix("internal://")]
        for selected in source.iter(f"{P}PlainTextSelection"):
            start, end = (int(selected.get(f"{at}Position", "")) for at in ("start", "end"))
            codes = [names[ref.get("targetGUID")] for ref in selected.iter(f"{P}CodeRef")]
            yield selected.get("name", ""), text[start:end], codes


def test_every_selection_is_the_words_that_it_stands_for(
    told: Synthesis, protocol: Protocol
) -> None:
    root, texts = project(told, protocol)
    (text,) = texts.values()
    assert text == (
        f"Interviewer: How is the queue\nthese days?\n\n[A: interviewee 1]: {SHARED}\n\n"
    )
    assert list(selections(root, texts)) == [
        ("p0001", "\U0001f600 Well,\n[B: person 1] said so.", ["Relational trust", "Neither"]),
        ("p0002", "The queue\nis empty.",
         ["Relational trust", "Strength", "a <slow> & empty queue"]),
        ("p0003", THIRD, ["Relational trust", "Concern", "a <slow> & empty queue"]),
        ("s0001", "<bad> & \U0001f600 slow", ["Fault put on the other side"]),
    ]  # fmt: skip


def test_what_was_taken_back_is_in_no_file(told: Synthesis, protocol: Protocol) -> None:
    without = dataclasses.replace(
        told, passages=PASSAGES[:1] + PASSAGES[2:], withdrawn=(origin(SECOND),), themes=()
    )
    root, texts = project(without, protocol)
    (text,) = texts.values()
    assert "queue\nis empty" not in text
    assert "[taken back by the participant]" in text
    assert [words for name, words, _ in selections(root, texts) if name == "p0003"] == [THIRD]


def test_the_project_is_built_as_the_standard_says(told: Synthesis, protocol: Protocol) -> None:
    root, texts = project(told, protocol)
    assert root.tag == f"{P}Project"
    assert [child.tag for child in root] == [f"{P}Users", f"{P}CodeBook", f"{P}Sources"]
    assert all("\r" not in text and not text.startswith("\ufeff") for text in texts.values())
    guids = [e.get("guid", "") for e in root.iter() if e.get("guid")]
    assert len(guids) == len(set(guids))
    assert all(GUID.fullmatch(guid) for guid in guids)
    codes = {c.get("guid") for c in root.iter(f"{P}Code")}
    assert {ref.get("targetGUID") for ref in root.iter(f"{P}CodeRef")} <= codes


def test_the_code_book_has_the_same_codes(told: Synthesis, protocol: Protocol) -> None:
    root, _ = project(told, protocol)
    book = ET.fromstring(render(told, protocol)["codes.qdc"])
    assert book.tag == f"{C}CodeBook"
    alone = [(c.get("guid"), c.get("name"), c.get("isCodable")) for c in book.iter(f"{C}Code")]
    assert alone == [
        (c.get("guid"), c.get("name"), c.get("isCodable")) for c in root.iter(f"{P}Code")
    ]
    groups = [c.get("name") for c in book.find(f"{C}Codes") or ()]
    assert groups == ["Corners", "Stances", "Themes", "Signs of trust"]
