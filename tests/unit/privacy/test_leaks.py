from __future__ import annotations

import csv
import io
import json

import pytest
from docx import Document

from synth.privacy import check_share, find_leaks
from synth.privacy.leaks import Leak
from synth.privacy.owners import NOT_MET
from tests.unit.privacy.made_up import make_review, raw, redact_texts

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


@pytest.mark.parametrize(
    "name",
    ["Microsoft", "Office", "Word", "Open XML", "Calibri", "Light", "Grid", "W3C", "Schemas", "US"],
)
def test_the_vocabulary_of_the_format_is_no_leak(name):
    files = {
        "a.docx": docx_with(runs="fine"),
        "a.html": b'<svg xmlns="http://www.w3.org/2000/svg"></svg>'
        b"<style>p {font-family: Calibri, Georgia}</style><p style='font: 1em Light'>x</p>",
    }
    assert find_leaks(files, raw(name)) == ()


@pytest.mark.parametrize(
    "where", [{"runs": "so Micro|soft left"}, {"author": "Microsoft"}, {"footer": "by Microsoft"}]
)
def test_a_partner_named_like_the_format_is_found_in_what_people_wrote(where):
    assert find_leaks({"a.docx": docx_with(**where)}, raw("Microsoft"))


def test_text_behind_links_and_pictures_is_read():
    rels = b'<Relationships><Relationship Target="https://vossberg.example" TargetMode="External"/>'
    assert find_leaks({"a.rels": rels}, SECRETS)
    assert find_leaks({"a.xml": b'<wp:docPr id="1" descr="Vossberg at work"/>'}, SECRETS)
    assert find_leaks({"a.html": b'<p id="why-vossberg-left">x</p>'}, SECRETS)


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


def test_the_pseudonym_of_what_leaked_is_told():
    redaction = redact_texts("I asked Jürgen Pätzold, and Ottoline Braddock said no.")
    files = {"passages.csv": b"ask braddock, or Patzold", "b.md": b"Vosberg Sunday Eze Fossberg"}
    told = {(leak.file, leak.pseudonym) for leak in check_share(files, redaction, make_review())}
    by_name = {row.name.reveal(): row.pseudonym for row in redaction.key}
    assert ("passages.csv", by_name["Jürgen Pätzold"]) in told
    assert ("passages.csv", by_name["Ottoline Braddock"]) in told
    assert ("b.md", NOT_MET) in told


def test_a_guess_counts_in_the_evidence_and_a_known_name_everywhere():
    redaction = redact_texts("We moved to Zylotherm, and Zylotherm is slow, Jürgen Pätzold says.")
    assert check_share({"passages.csv": b"Zylotherm file"}, redaction, make_review())
    assert check_share({"report.docx": b"Zylotherm file"}, redaction, make_review()) == ()
    assert check_share({"report.md": "Pätzold".encode()}, redaction, make_review())


def test_markup_that_opens_nothing_is_read_as_text():
    assert find_leaks({"a.txt": b"a &amp; b <![\\d Vossberg"}, SECRETS)


@pytest.mark.parametrize("text", ["Vossbergh said so", "the Vosssberg desk", "ask vosberg"])
def test_a_slip_of_the_pen_does_not_hide_a_name(text):
    assert find_leaks({"a.txt": text.encode()}, SECRETS)


@pytest.mark.parametrize("text", ["vossian", "the berg", "accomplishments", "Vossbergmann"])
def test_words_that_only_begin_alike_are_no_leak(text):
    assert find_leaks({"a.txt": text.encode()}, SECRETS) == ()


def test_a_name_before_said_is_found_at_the_opening_of_a_sentence():
    assert find_leaks({"a.txt": b"Will said no. So it ended."}, COMMON)
