from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from scripts.gold import GoldSentence, GoldSpan
from scripts.leaks import find_leaks, identifiers
from scripts.results import words_in


def _said(text: str, *ids: tuple[str, str]) -> GoldSentence:
    spans = tuple(GoldSpan(kind, span) for kind, span in ids)
    return GoldSentence("x", 0, 0, len(text), text, "none", "neutral", None, ids=spans)


SAID = (
    _said("Yesterday Will phoned about Varnholm.", ("PERSON", "Will"), ("PLACE", "Varnholm")),
    _said("It will pass, I hope, on Sunday."),
    _said("then sunday said no to ola", ("PERSON", "sunday"), ("PERSON", "ola")),
    _said("We sailed round the Circle twice.", ("PRODUCT", "Circle")),
    _said("Call +44 7700 900 123 or ask our CFO.", ("PHONE", "+44 7700 900 123"),
          ("ROLE", "our CFO")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("shared", "leaked"),
    [
        ("They met in varnholm’s harbour.", {"Varnholm"}),
        ("They met in Varnholmby.", set()),
        ("In the evening Will was late.", {"Will"}),
        ("Will it be late? It will.", set()),
        ("yesterday will phoned about it", {"Will"}),
        ("Closed on Sunday.", set()),
        ("then Sunday said no to someone", {"sunday"}),
        ("Ola was not asked.", {"ola"}),
        ("A circle of friends. Circle back later.", set()),
        ("They sold the Circle in spring.", {"Circle"}),
        ("On +44 7700\n900 123, say", {"+44 7700 900 123"}),
        ("Then ask our CFO.", set()),
    ],
)
def test_names_are_found_as_names_and_not_as_words(shared: str, leaked: set[str]) -> None:
    found = find_leaks(identifiers(SAID), SAID, {"report.md": shared})
    assert {leak.text for leak in found} == leaked


def test_a_leak_tells_its_kind_and_files() -> None:
    shared = {"a.md": "Varnholm", "b.md": "nothing", "c.md": "in VARNHOLM"}
    (leak,) = find_leaks(identifiers(SAID), SAID, shared)
    assert (leak.kind, leak.files) == ("PLACE", ("a.md", "c.md"))


def test_names_of_the_roster_are_looked_for_though_nobody_said_them() -> None:
    wanted = identifiers((), [("PERSON", "Ada Quill")])
    assert find_leaks(wanted, (), {"a.md": "by ada  quill"})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("r.html", '<p>nobody</p><img alt="Varnholm harbour">'),
        ("r.html", "<p>in <b>Varn</b>holm</p>"),
        ("r.html", "<p>G&ouml;rl&auml; Varnholm&rsquo;s</p><style>p{}</style>"),
        ("r.html", "<style>p{}</style><!-- Varnholm -->"),
        ("r.json", '{"text": "first line\\nVarnholm"}'),
        ("r.csv", 'id,text\n1,"so ""Varnholm"" it was"\n'),
    ],
)
def test_words_are_read_wherever_a_reader_could_find_them(
    name: str, content: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    assert find_leaks(identifiers(SAID), SAID, {name: words_in(file)})


@pytest.mark.parametrize("where", ["split runs", "table", "author", "footer"])
def test_words_of_a_word_file_are_read(where: str, tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("in ")
    if where == "split runs":
        paragraph.add_run("Varn").bold = True
        paragraph.add_run("holm")
    elif where == "table":
        document.add_table(1, 1).cell(0, 0).text = "Varnholm"
    elif where == "author":
        document.core_properties.author = "Varnholm"
    else:
        document.sections[0].footer.paragraphs[0].text = "Varnholm"
    document.save(str(tmp_path / "r.docx"))
    shared = {"r.docx": words_in(tmp_path / "r.docx")}
    assert find_leaks(identifiers(SAID), SAID, shared)
