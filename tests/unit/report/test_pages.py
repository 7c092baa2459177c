from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from synth.errors import SynthError
from synth.protocols import Protocol
from synth.records.evidence import QuoteRisk
from synth.records.findings import CornerFindings, Quote
from synth.records.people import Side
from synth.records.synthesis import Synthesis
from synth.records.text import CleanText
from synth.report import render, render_private
from synth.report.markdown import escaped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

CONTENT = (
    "Partner A and Partner B: alliance review, 2026-H1",
    "not checked it yet",
    "works well in its weekly rhythm",
    "Not enough evidence",
    "The weekly call is where things get decided.",
    "The Tuesday call is the one meeting I would never skip.",
    "p0001",
    "No single voice stood out from the others.",
    "Heard from fewer than three people of Partner B.",
    "Tickets lost in the hand-over",
    "24 times; 4.2 per 1,000 words (likely between 2.0 and 6.6)",
    "Heard; can't tell how often, from fewer than three people",
    "Name one owner for every ticket",
    "Missing",
    "a .docx file",
    "No phase was given: growth was assumed.",
    "all-MiniLM-L6-v2 53aa5117",
)


class Page(HTMLParser):
    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def docx_part(document: bytes, name: str = "word/document.xml") -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return ET.fromstring(archive.read(name))


def docx_text(document: bytes) -> str:
    paragraphs = docx_part(document).iter(f"{W}p")
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in paragraphs)


@pytest.fixture
def files(synthesis: Synthesis, protocol: Protocol) -> dict[str, bytes]:
    return render(synthesis, protocol)


@pytest.fixture
def page(files: dict[str, bytes]) -> Page:
    return Page(files["report.html"])


@pytest.mark.parametrize("words", CONTENT)
def test_every_format_says_the_same(files: dict[str, bytes], page: Page, words: str) -> None:
    assert words in page.text
    assert words in docx_text(files["report.docx"])
    assert words in files["report.md"].decode()


def test_the_same_synthesis_gives_the_same_bytes(
    files: dict[str, bytes], synthesis: Synthesis, protocol: Protocol
) -> None:
    assert render(synthesis, protocol) == files


def test_every_link_leads_to_one_place_in_the_page(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [str(a["href"]) for a in page.all("a")]
    assert "#p0001" in links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_every_quote_leads_to_its_passage_in_word_too(files: dict[str, bytes]) -> None:
    document = docx_part(files["report.docx"])
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")}
    marks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    assert "p0001" in anchors
    assert anchors <= marks


def test_a_quote_without_its_passage_is_refused(synthesis: Synthesis, protocol: Protocol) -> None:
    first = synthesis.corners[0]
    lost = replace(first.strengths[0], quotes=(Quote("p9999", CleanText("Words."), "a"),))
    corner = replace(first, strengths=(lost,))
    with pytest.raises(SynthError, match="p9999"):
        render(replace(synthesis, corners=(corner,)), protocol)


def test_the_page_asks_nothing_of_anybody(files: dict[str, bytes], page: Page) -> None:
    policy = [a["content"] for a in page.all("meta") if "http-equiv" in a]
    assert policy and "default-src 'none'" in str(policy[0])
    assert not page.all("script") and not page.all("link") and not page.all("img")
    text = files["report.html"].decode()
    assert not re.search(r"https?:|src=|url\(|@import", text)
    assert all(str(a["href"]).startswith("#") for a in page.all("a"))


def test_a_screen_reader_finds_its_way(page: Page) -> None:
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("nav")) == 1
    assert page.all("a")[0]["href"] == "#main"
    assert page.all("html")[0]["lang"] == "en"
    assert all(a.get("scope") in ("col", "row") for a in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_rating_is_told_by_sign_and_word_beside_its_colour(page: Page) -> None:
    assert "▲ Caution" in page.text
    assert "– Not enough evidence" in page.text


def test_a_rating_that_the_reviewer_set_is_told_apart(
    synthesis: Synthesis, protocol: Protocol
) -> None:
    corner = replace(synthesis.corners[0], rating="red")
    files = render(replace(synthesis, corners=(corner,)), protocol)
    told = "Set by the reviewer; the evidence alone suggested “Caution”."
    assert told in Page(files["report.html"]).text
    assert told in docx_text(files["report.docx"])


def test_too_few_people_of_a_side_are_warned_of(synthesis: Synthesis, protocol: Protocol) -> None:
    heading = replace(synthesis.heading, people_b=2)
    text = Page(render(replace(synthesis, heading=heading), protocol)["report.html"]).text
    assert "Fewer than three people of Partner B were interviewed." in text
    assert "Fewer than three people of Partner A" not in text


def test_what_is_missing_is_said_in_words(synthesis: Synthesis, protocol: Protocol) -> None:
    corner = CornerFindings(
        "relational_trust", "not_enough_evidence", "not_enough_evidence", "", ""
    )
    bare = replace(
        synthesis, overview=(), corners=(corner,), themes=(), signals=(), rates=(), actions=(),
        promises=(), tallies=(), coverage=(), passages=(),
        skipped=(), skipped_names=(), provenance={},
        heading=replace(synthesis.heading, alliance="", cycle="", assumptions=()),
    )  # fmt: skip
    files = render(bare, protocol)
    for text in (Page(files["report.html"]).text, docx_text(files["report.docx"])):
        assert "Alliance review" in text
        assert "Nobody spoke about it." in text
        assert "No strength was voiced clearly enough to report." in text
        assert "No subject came up often enough to be called a theme." in text
        assert "Everything that was found was used." in text


def test_people_whose_side_is_not_known_are_quoted_without_one(
    synthesis: Synthesis, protocol: Protocol
) -> None:
    text = render(_without_sides(synthesis), protocol)["report.html"].decode()
    assert "A participant, <a" in text
    assert "Side not known: " in text


def _without_sides(synthesis: Synthesis) -> Synthesis:
    passages = tuple(replace(p, side=Side.UNKNOWN) for p in synthesis.passages)
    signals = tuple(replace(s, side=Side.UNKNOWN) for s in synthesis.signals)
    first = synthesis.corners[0]
    strengths = tuple(
        replace(f, sides=("unknown",), quotes=tuple(replace(q, side="unknown") for q in f.quotes))
        for f in first.strengths
    )
    heading = replace(synthesis.heading, people_a=0, people_b=0, people_unknown=6)
    return replace(
        synthesis, passages=passages, signals=signals, heading=heading,
        corners=(replace(first, strengths=strengths),),
    )  # fmt: skip


HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "=cmd()|' /C calc'!A0",
    "\u202egnol\u202c \u2066x \u200b\x00\x08\x1b[31m\ud800\uffff",
    "w" * 10_000,
    "]]> &amp; <w:p/>",
    "# head\n\n---\n| a | b |\n[x](javascript:alert(1)) ![y](z) `code` <b>",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_become_markup(
    hostile: Callable[[str], Synthesis], protocol: Protocol, words: str, page: Page
) -> None:
    files = render(hostile(words), protocol)
    attacked = Page(files["report.html"])
    assert not attacked.open
    assert [tag for tag, _ in attacked.tags if tag not in ("span", "p")] == [
        tag for tag, _ in page.tags if tag not in ("span", "p")
    ]
    assert not [a for _, a in attacked.tags if any(name.startswith("on") for name in a)]
    assert docx_part(files["report.docx"]) is not None
    whole = files["report.html"] + files["report.md"] + docx_text(files["report.docx"]).encode()
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", whole.decode("utf-8"))


def test_words_that_look_like_a_template_are_shown_as_they_are(
    hostile: Callable[[str], Synthesis], protocol: Protocol
) -> None:
    files = render(hostile("{{ 7 * 7 }}"), protocol)
    assert "{{ 7 * 7 }}" in Page(files["report.html"]).text
    assert "{{ 7 * 7 }}" in docx_text(files["report.docx"])


def test_a_long_word_may_break_anywhere(files: dict[str, bytes]) -> None:
    assert "overflow-wrap: anywhere" in files["report.html"].decode()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("[Partner A] said so", "[Partner A] said so"),
        ("[Partner A](http://x.test)", r"[Partner A]\(http://x.test)"),
        ("[x](y)", r"[x]\(y)"),
        ("[X](y)", r"\[X\]\(y)"),
        ("# no head", r"\# no head"),
        ("1. no list", r"1\. no list"),
        ("- no item", r"\- no item"),
        ("a | b", r"a \| b"),
        ("<b>", r"\<b\>"),
        ("two\n\nlines", "two lines"),
        ("R&D &lt; x_y *z*", r"R&D \&lt; x\_y \*z\*"),
    ],
)
def test_markdown_shows_words_as_they_are(words: str, line: str) -> None:
    assert escaped(words) == line


def test_tables_in_markdown_are_whole(files: dict[str, bytes]) -> None:
    lines = files["report.md"].decode().split("\n")
    tables = [line for line in lines if line.startswith("|")]
    assert len([line for line in tables if line.startswith("|---")]) == 6
    heads = [lines[i - 1].count("|") for i, line in enumerate(lines) if line.startswith("|---")]
    assert heads == [5, 7, 4, 5, 8, 7]
    rates = lines[lines.index("| Sign | Partner A | Partner B |") :]
    assert all(line.count("|") == 4 for line in rates[:4])


def test_word_repeats_table_heads_and_numbers_pages(files: dict[str, bytes]) -> None:
    document = docx_part(files["report.docx"])
    tables = list(document.iter(f"{W}tbl"))
    assert len(tables) == 6
    assert all(table.find(f".//{W}tblHeader") is not None for table in tables)
    footer = ET.tostring(docx_part(files["report.docx"], "word/footer1.xml"), encoding="unicode")
    header = docx_part(files["report.docx"], "word/header1.xml")
    assert "PAGE" in footer
    assert "DRAFT" in "".join(t.text or "" for t in header.iter(f"{W}t"))


def test_word_files_tell_no_author_and_no_time(files: dict[str, bytes]) -> None:
    core = docx_part(files["report.docx"], "docProps/core.xml")
    told = {element.tag.split("}")[1]: element.text or "" for element in core}
    assert told["creator"] == told["lastModifiedBy"] == ""
    assert told["title"] == "Partner A and Partner B: alliance review, 2026-H1"
    assert told["modified"].startswith("1980-01-01")
    with zipfile.ZipFile(io.BytesIO(files["report.docx"])) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_three_with_most_people_come_first(files: dict[str, bytes]) -> None:
    text = files["report.md"].decode()
    repair = text.split("### Concerns to repair")[1].split("##")[0]
    assert repair.index("Customer tickets get lost") < repair.index("A promise to Partner B")


def test_the_side_of_a_single_voice_is_told_nowhere_in_the_report(
    files: dict[str, bytes], page: Page
) -> None:
    assert "p0011 A participant; read as" in page.text
    told = page.text + files["report.md"].decode() + docx_text(files["report.docx"])
    assert "A participant, p0011" in told
    assert "Partner B, p0011" not in told
    voice = json.loads(files["synthesis.json"])["corners"][1]["outliers"][0]
    assert (voice["sides"], voice["quotes"][0]["side"]) == ([], "unknown")


def test_a_promise_is_one_line_with_both_sides_and_its_due_date(
    synthesis: Synthesis, protocol: Protocol
) -> None:
    text = Page(render(synthesis, protocol)["report.html"]).text
    assert "The sides differ Partner A: late; Partner B: broken" in " ".join(text.split())
    assert "Due: at the start of the year" in text


def test_words_that_point_at_one_person_are_held_back_from_the_ledger(
    synthesis: Synthesis, protocol: Protocol
) -> None:
    risk = QuoteRisk("p0005", 9.0, True, ("rare detail",), "Ask them.")
    files = render(replace(synthesis, risks=(risk,)), protocol)
    ledger = json.loads(files["synthesis.json"])["promises"]
    assert [(p["what"], p["quotes"]) for p in ledger if p["id"] == "pr02"] == [("", [])]
    assert "words held back" in Page(files["report.html"]).text


def test_what_is_only_possible_stays_with_the_reviewer(
    synthesis: Synthesis, protocol: Protocol
) -> None:
    shared = b"".join(render(synthesis, protocol).values())
    assert b"s005" not in shared
    assert b"s005" in render_private(synthesis)["possible_signals.csv"]
