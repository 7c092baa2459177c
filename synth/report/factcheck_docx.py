"""The fact-check sheet of one participant, as a Word file with boxes to tick."""

from __future__ import annotations

import io
from importlib.resources import files
from typing import Any, Final

from synth.records.factcheck import ANSWERS, FactItem, FactSheet
from synth.report.compose import visible
from synth.report.corner_pages import own_words
from synth.report.docx import timeless

_TITLE: Final = "Please check what rests on your words"
_INTRO: Final = (
    "You were interviewed for a review of the alliance between Partner A and Partner B. Before "
    "anybody else reads the report, please look at what it takes from your interview. It takes "
    "about ten minutes.",
    "Names of people, companies, products and places stand in [square brackets], so that nobody "
    "can be recognised. The report gives the side that you work for, never your name.",
    "Tick one box under each item. Confirm: it is right and may stand. Correct: write beside it "
    "what is wrong. Withdraw: a quote is taken out of the report and counts for nothing; of a "
    "finding the reviewer learns that you do not stand behind it.",
)
_PARTS: Final = (
    ("quote", "Your words", "These are the passages of yours that the report shows."),
    ("finding", "Findings", "These statements rest on what you and others said."),
)
_LABELS: Final = {"confirm": "Confirm", "correct": "Correct", "withdraw": "Withdraw"}
_HINT: Final = "(write here)"
_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"


def factcheck_docx(sheet: FactSheet, cycle: str = "") -> bytes:
    """Return the sheet. The same sheet gives the same bytes."""
    from docx import Document

    template = files("synth.report").joinpath("templates", "report.docx")
    document = Document(io.BytesIO(template.read_bytes()))
    _clear(document)
    _write_furniture(document, sheet)
    document.add_paragraph(_TITLE, style="Title")
    document.add_paragraph("  ·  ".join(filter(None, (cycle, sheet.code))), style="Note")
    for line in _INTRO:
        document.add_paragraph(line)
    for kind, title, note in _PARTS:
        items = sheet.of_kind(kind)
        if items:
            document.add_paragraph(title, style="Heading 1")
            document.add_paragraph(note, style="Note")
        for item in items:
            _write_item(document, item)
    document.add_paragraph("Anything else?", style="Heading 1")
    document.add_paragraph()._p.append(_field("else", "Anything else"))
    stream = io.BytesIO()
    document.save(stream)
    return timeless(stream.getvalue())


def _clear(document: Any) -> None:
    body = document.element.body
    for element in list(body):
        if not element.tag.endswith("}sectPr"):
            body.remove(element)


def _write_furniture(document: Any, sheet: FactSheet) -> None:
    header = document.sections[0].header.paragraphs[0]
    footer = document.sections[0].footer.paragraphs[0]
    for run in header.runs[1:]:
        run.text = ""
    header.runs[0].text = "CONFIDENTIAL: FOR YOU AND THE REVIEWER"
    footer.runs[0].text = f"Sheet {sheet.code}.   Page "
    properties = document.core_properties
    properties.title, properties.subject, properties.identifier = _TITLE, "", sheet.code


def _write_item(document: Any, item: FactItem) -> None:
    table = document.add_table(rows=3, cols=1, style="Table Grid")
    what, boxes, words = (row.cells[0].paragraphs[0] for row in table.rows)
    what.add_run(f"{item.kind.capitalize()} {item.ref}").bold = True
    said = table.rows[0].cells[0].add_paragraph()
    said.style = document.styles["Quote" if item.kind == "quote" else "Claim"]
    said.add_run(visible(item.text if item.kind == "quote" else own_words(item.text)))
    for answer in ANSWERS:
        boxes._p.append(_box(item.ref, answer))
        boxes.add_run(f" {_LABELS[answer]}      ")
    words.add_run("What is wrong, in your words: ")
    words._p.append(_field(f"{item.ref}:words", "What is wrong"))
    for row in table.rows:
        _keep_whole(row)
    document.add_paragraph(style="Note")


def _keep_whole(row: Any) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    for paragraph in row.cells[0].paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _box(ref: str, answer: str) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    states = (
        '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
    )
    font = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/>'
    return parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{_W14}"><w:sdtPr>'
        f'<w:alias w:val="{_LABELS[answer]} {ref}"/><w:tag w:val="{ref}:{answer}"/>'
        f"<w14:checkbox>{states}</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>{font}</w:rPr>"
        "<w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _field(name: str, label: str) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{label}"/><w:tag w:val="{name}"/>'
        '<w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr><w:sdtContent><w:r><w:t>'
        f"{_HINT}</w:t></w:r></w:sdtContent></w:sdt>"
    )
