"""A sheet as a Word document in the styles of the report, to be edited and filled in."""

from __future__ import annotations

import io
from importlib.resources import files
from typing import Any, Final

from synth.report.docx import FILLS, timeless
from synth.report.sheets.blocks import (
    Block,
    Curve,
    Grid,
    Heading,
    Items,
    Room,
    Sheet,
    Slopes,
    Text,
    Words,
)
from synth.report.sheets.markdown import curve_grid, slopes_grid

_STYLES: Final = {"body": "Normal", "lead": "Lead", "note": "Note", "notice": "Draft Notice"}
_WIDTH_CM: Final = 16.4
_TO_WRITE_CM, _SMALL_CM = 1.1, 0.8
_AIRY, _TIGHT = 70, 25
"""Air above and below the text of a cell, in twentieths of a point."""
_HEAD_FILL: Final = "F4F1EB"


def sheet_docx(sheet: Sheet) -> bytes:
    """Return the sheet as a Word document; the same sheet gives the same bytes."""
    from docx import Document

    template = files("synth.report").joinpath("templates", "report.docx")
    document = Document(io.BytesIO(template.read_bytes()))
    _clear(document)
    _write_furniture(document, sheet)
    if sheet.compact:
        _set_small(document)
    document.add_paragraph(sheet.title, style="Heading 1" if sheet.compact else "Title")
    document.add_paragraph("  ·  ".join(sheet.facts), style="Note")
    for notice in sheet.notices:
        document.add_paragraph(notice, style="Draft Notice")
    for block in sheet.blocks:
        _write(document, block, compact=sheet.compact)
    stream = io.BytesIO()
    document.save(stream)
    return timeless(stream.getvalue())


def _clear(document: Any) -> None:
    """Take out all that the template says; its page and styles stay.

    The second copy of the styles goes too: it is for Word 2007, and half of the file.
    """
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[name]
    body = document.element.body
    for element in list(body):
        if not element.tag.endswith("}sectPr"):
            body.remove(element)


def _write_furniture(document: Any, sheet: Sheet) -> None:
    header = document.sections[0].header.paragraphs[0]
    for run in header.runs[1:]:
        run.text = ""
    header.runs[0].text = sheet.stamp.upper()
    header.add_run(f"   {sheet.title}")
    footer = document.sections[0].footer.paragraphs[0]
    if footer.runs:
        footer.runs[0].text = f"{sheet.kicker}.   Page "
    document.core_properties.title = sheet.title


def _set_small(document: Any) -> None:
    """Set the page so that a compact sheet goes on one."""
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.top_margin, section.bottom_margin = Cm(1.7), Cm(1.5)
    section.header_distance = section.footer_distance = Cm(0.8)
    sizes = {"Normal": 9.0, "List Bullet": 9.0, "Lead": 10.5, "Note": 8.0, "Caption": 8.0}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.size, style.paragraph_format.space_after = Pt(size), Pt(2)
        style.paragraph_format.line_spacing = 1.1
    heading = document.styles["Heading 2"]
    heading.font.size, heading.paragraph_format.space_before = Pt(10.5), Pt(5)
    heading.paragraph_format.space_after = Pt(2)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(0)
    document.styles["Table Text"].font.size = document.styles["Table Head"].font.size = Pt(8)


def _write(document: Any, block: Block, *, compact: bool) -> None:
    match block:
        case Heading():
            _write_heading(document, block, block.level if compact else block.level - 1)
        case Text():
            document.add_paragraph(block.text, style=_STYLES[block.style])
        case Items():
            for at, item in enumerate(block.items, 1):  # Word counts on from list to list
                _write_item(document, item, at if block.numbered else 0)
        case Words():
            where = f", {block.passage}" if block.passage else ""
            document.add_paragraph(block.text, style="Quote")
            document.add_paragraph(f"{block.who}{where}", style="Attribution")
        case Grid():
            _write_grid(document, block, compact=compact)
        case Room():
            _write_room(document, block)
        case Curve():
            _write_grid(document, curve_grid(block), compact=compact)
        case Slopes():
            _write_grid(document, slopes_grid(block), compact=compact)


def _write_heading(document: Any, heading: Heading, level: int) -> None:
    paragraph = document.add_paragraph(style=f"Heading {level}")
    paragraph.paragraph_format.page_break_before = heading.new_page
    paragraph.add_run(heading.text)
    if heading.aside:
        aside = paragraph.add_run(f"   {heading.aside}")
        aside.bold, aside.font.size = False, document.styles["Note"].font.size
        aside.font.color.rgb = document.styles["Note"].font.color.rgb


def _write_item(document: Any, item: str, number: int) -> None:
    paragraph = document.add_paragraph(style="List Bullet" if not number else "Normal")
    paragraph.add_run(f"{number}.  {item}" if number else item)
    paragraph.paragraph_format.space_after = document.styles[
        "List Bullet"
    ].paragraph_format.space_after


def _write_room(document: Any, room: Room) -> None:
    from docx.shared import Pt

    label = document.add_paragraph(style="Claim")
    label.add_run(room.label).bold = True
    for left in range(room.lines, 0, -1):
        line = document.add_paragraph(style="Note")
        line.paragraph_format.keep_with_next = left > 1
        line.paragraph_format.line_spacing, line.paragraph_format.space_after = Pt(21), Pt(0)
        _rule_below(line)


def _rule_below(paragraph: Any) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    rule = '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="CFCAC0"/>'
    between = rule.replace("w:bottom", "w:between")  # else Word draws one line for them all
    border = f"<w:pBdr {nsdecls('w')}>{rule}{between}</w:pBdr>"
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _write_grid(document: Any, grid: Grid, *, compact: bool) -> None:
    from docx.shared import Cm

    if grid.caption:
        document.add_paragraph(grid.caption, style="Caption")
    table = document.add_table(rows=0, cols=len(grid.head), style="Table Grid")
    table.autofit = False
    _write_row(document, table, grid.head, "Table Head")
    for line, row in enumerate(grid.rows):
        _write_row(document, table, row, "Table Text", grid.tones[line] if grid.tones else ())
    widths = [_WIDTH_CM * width / sum(grid.widths) for width in grid.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    fewest_cm = (_SMALL_CM if compact else _TO_WRITE_CM) if grid.to_fill else 0.0
    _finish(table, _TIGHT if compact else _AIRY, fewest_cm)
    document.add_paragraph(style="Note").paragraph_format.space_after = 0


def _write_row(
    document: Any, table: Any, texts: tuple[str, ...], style: str, tones: tuple[int, ...] = ()
) -> None:
    cells = table.add_row().cells
    for at, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        cell.paragraphs[0].style = document.styles[style]
        cell.paragraphs[0].add_run(text).bold = True if at == 0 else None
        tone = tones[at] if tones else -1
        if style == "Table Head" or tone >= 0:
            _shade(cell, FILLS[tone] if tone >= 0 else _HEAD_FILL)


def _shade(cell: Any, fill: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'
    cell._tc.get_or_add_tcPr().append(parse_xml(shade))


def _finish(table: Any, air: int, fewest_cm: float) -> None:
    """Give the cells air, repeat the head on every page, and keep each row on one."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Cm

    sides = (("top", air), ("left", 80), ("bottom", air), ("right", 80))
    margins = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in sides)
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addnext(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if at and fewest_cm:
            row.height = Cm(fewest_cm)
        if not at:
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
