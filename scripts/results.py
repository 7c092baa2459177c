"""What a run of synth wrote, as plain data: the tables, the quotes shown, the words shared."""

from __future__ import annotations

import csv
import html
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

_EXPECTED_STANCE = {"strengths": "strength", "concerns": "concern"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: a file name, the turn in it, and characters of the raw turn."""

    file: str
    turn: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """One line of passages.csv. `theme` is empty where the passage is in none."""

    id: str
    place: Place
    text: str
    corner: str
    stance: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class FoundSignal:
    """One line of signals.csv."""

    id: str
    kind: str
    place: Place


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote in the report, under a finding of `corner`.

    `stance` is what the finding claims of it, or empty where the passage's own counts (patterns
    and outliers).
    """

    corner: str
    stance: str
    passage: str
    text: str


@dataclass(frozen=True, slots=True)
class Results:
    """All that is scored of one run. `shared` holds the searchable words of each shared file."""

    passages: tuple[FoundPassage, ...] = ()
    signals: tuple[FoundSignal, ...] = ()
    quotes: tuple[ShownQuote, ...] = ()
    ratings: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)


def read_results(out: Path) -> Results:
    """Return the results in an `out/` folder.

    Raises:
        OSError: a file of the contract is missing.
        KeyError: a column or a provenance row is missing.
    """
    share = out / "share"
    places = {row["id"]: _place(row) for row in _rows(out / "private" / "provenance.csv")}
    synthesis = json.loads((share / "synthesis.json").read_text(encoding="utf-8"))
    return Results(
        passages=tuple(_passage(row, places) for row in _rows(share / "passages.csv")),
        signals=tuple(
            FoundSignal(row["id"], row["kind"], places[row["id"]])
            for row in _rows(share / "signals.csv")
        ),
        quotes=tuple(_quotes(synthesis)),
        ratings={corner["id"]: corner["rating"] for corner in synthesis["corners"]},
        shared=shared_words(share),
    )


def shared_words(share: Path) -> dict[str, str]:
    """Return the words of every file under `share/`, decoded: what a reader could find in it."""
    files = sorted(file for file in share.rglob("*") if file.is_file())
    return {file.relative_to(share).as_posix(): words_in(file) for file in files}


def words_in(file: Path) -> str:
    """Return all that can be read in a file: text, alternative texts, titles and properties."""
    if file.suffix == ".docx":
        return _docx_words(file)
    if file.suffix in (".xlsx", ".qdpx"):
        return _packed_words(file)
    text = file.read_text(encoding="utf-8", errors="replace")
    if file.suffix == ".html":
        return _html_words(text)
    if file.suffix == ".json":
        return "\n".join(_json_words(json.loads(text)))
    return text


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.DictReader(stream)


def _place(row: Mapping[str, str]) -> Place:
    return Place(Path(row["file"]).name, int(row["turn"]), int(row["start"]), int(row["end"]))


def _passage(row: Mapping[str, str], places: Mapping[str, Place]) -> FoundPassage:
    return FoundPassage(
        row["id"], places[row["id"]], row["text"], row["corner"], row["stance"], row["theme"]
    )


def _quotes(synthesis: Mapping[str, Any]) -> Iterator[ShownQuote]:
    for corner in synthesis["corners"]:
        for kind in ("strengths", "concerns", "patterns", "outliers"):
            for finding in corner[kind]:
                for quote in finding["quotes"]:
                    stance = _EXPECTED_STANCE.get(kind, "")
                    yield ShownQuote(corner["id"], stance, quote["passage"], quote["text"])


class _Words(HTMLParser):
    """Collects text, attribute values and comments; style sheets hold no words of people."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = self._in_style or tag == "style"
        self.words += [f"\n{value}\n" for _, value in attrs if value]

    def handle_endtag(self, tag: str) -> None:
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.words.append(data)


def _html_words(text: str) -> str:
    parser = _Words()
    parser.feed(text)
    parser.close()
    return "".join(parser.words)


def _docx_words(file: Path) -> str:
    with zipfile.ZipFile(file) as package:
        parts = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return "\n".join(_xml_words(package.read(name).decode()) for name in parts)


def _packed_words(file: Path) -> str:
    with zipfile.ZipFile(file) as package:
        return "\n".join(
            _html_words(package.read(name).decode("utf-8")) for name in package.namelist()
        )


def _xml_words(xml: str) -> str:
    """Return the text of an XML part of a Word file: runs joined, paragraphs apart."""
    told = re.findall(r'\b(?:descr|title|Target|w:author|w:initials)="([^"]*)"', xml)
    text = re.sub(r"</w:p>|</(?:dc|cp|dcterms):\w+>", "\n", xml)
    text = re.sub(r"<w:(?:br|tab|cr)\b[^>]*>", " ", text)
    return html.unescape("\n".join([re.sub(r"<[^>]+>", "", text), *told]))


def _json_words(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _json_words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _json_words(inner)
    elif isinstance(value, str):
        yield value
