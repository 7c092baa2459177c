from __future__ import annotations

import csv
import io
import json

import pytest
from docx import Document

from synth.privacy import find_leaks
from synth.privacy.leaks import Leak
from tests.unit.privacy.made_up import raw

SECRETS = raw("Annika Vossberg", "Vossberg", "Thaís", "a.b@acme.example", "0532 555 0188")
COMMON = raw("Will", "Hope", "Sunday", "Circle", "Mark", "Grace", "May")


def docx_with(**where: str) -> bytes:
    document = Document()
    paragraph = document.add_paragraph("A report on ")
    for piece in where.get("runs", "").split("|"):
        paragraph.add_run(piece)
    document.core_properties.author = where.get("author", "synth")
    document.sections[0].footer.paragraphs[0].text = where.get("footer", "")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def csv_with(*cells: str) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"then VOSSBERG came"),
        ("a.md", b"and thais knew"),
        ("a.md", b"ask vossberg's team"),
        ("a.html", b"<p>Voss<b>berg</b> said</p>"),
        ("a.html", b"<p>V&ouml;ssberg, Th&#97;&iacute;s</p>"),
        ("a.html", b"<p title='Annika Vossberg'>x</p>"),
        ("a.html", b"<!-- from Vossberg --><p>x</p>"),
        ("a.html", b"<script>const who = 'Vossberg';</script>"),
        ("a.html", b"<a href='mailto:a.b%40acme.example'>mail</a>"),
        ("a.json", json.dumps({"Thaís": 1}).encode()),
        ("a.json", json.dumps(["so Tha\u00eds knew"]).encode()),
        ("a.json", b'{"cut off": "Tha\\u00eds'),
        ("a.csv", csv_with("x", 'she said "Vossberg"')),
        ("a.docx", docx_with(runs="Voss|berg")),
        ("a.docx", docx_with(author="Annika Vossberg")),
        ("a.docx", docx_with(footer="Vossberg")),
        ("a.bin", b"\x00\x01\x02 name: Vossberg \x00"),
        ("vossberg.html", b"<p>x</p>"),
        ("a.txt", "Vossberg".encode("utf-16")),
        ("a.txt", b"call 0532-5550188"),
    ],
)
def test_a_secret_is_found_wherever_a_recipient_could_read_it(name, content):
    assert [leak.file for leak in find_leaks({name: content}, SECRETS)] == [name]


def test_a_leak_names_the_file_and_the_kind_but_not_the_secret():
    leaks = find_leaks({"b.txt": b"Vossberg, a.b@acme.example", "a.txt": b"fine"}, SECRETS)
    assert leaks == (Leak("b.txt", "e-mail address", 1), Leak("b.txt", "name", 1))
    assert "ossberg" not in repr(leaks)


@pytest.mark.parametrize(
    "text",
    [
        "Will you tell me more? I hope that this will help.",
        "Grace periods end in May. On Sunday they met, and on Sunday they left.",
        "Hope is not a plan. \u201cMark my words\u201d, they said.",
        "The circle widens; a high mark.",
        "WILL THIS BE HOPE OR GRACE AT ALL",
    ],
)
def test_ordinary_words_raise_no_alarm(text):
    assert find_leaks({"a.html": f"<p>{text}</p>".encode()}, COMMON) == ()


@pytest.mark.parametrize("text", ["so I told Will", "ask Hope and go", "their Circle members"])
def test_ordinary_words_with_a_name_s_capital_are_found(text):
    assert len(find_leaks({"a.txt": text.encode()}, COMMON)) == 1


def test_pseudonyms_and_parts_of_words_are_no_leak():
    text = b"[A: sales colleague 1] and [Partner A] on the vossbergian [place 1]"
    assert find_leaks({"a.txt": text}, raw("sales", "Partner", "Vossberg", "place")) == ()


def test_what_is_kept_is_no_leak():
    assert find_leaks({"a.txt": b"Vossberg"}, SECRETS, keep=("Vossberg",)) == ()


def test_a_broken_document_is_searched_all_the_same():
    whole = docx_with(runs="x")
    assert find_leaks({"a.docx": b"PK\x03\x04 Annika Vossberg"}, SECRETS)
    assert find_leaks({"a.docx": whole[: len(whole) // 2]}, SECRETS) == ()
