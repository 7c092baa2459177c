"""The page, the styles and the tables of the Word template: how the report looks in Word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

LINK: Final = RGBColor(0x1D, 0x4E, 0x5F)

_SERIF: Final = "Georgia"
_SANS: Final = "Calibri"
_INK: Final = RGBColor(0x23, 0x26, 0x2B)
_SOFT: Final = RGBColor(0x5D, 0x62, 0x69)
_WARN: Final = RGBColor(0x8A, 0x4B, 0x12)
_LINE: Final = "CFCAC0"
_HEAD_FILL: Final = "F4F1EB"


def set_up(document: Any) -> None:
    """Give an empty document its page, styles, properties, header and footer."""
    _set_page(document)
    _set_styles(document)
    _set_properties(document)
    _write_furniture(document)


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)


def _set_properties(document: Any) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.subject = "{{ report.title }}", "{{ report.stamp }}"
    properties.language = "en-GB"
    properties.created = properties.modified = dt.datetime(1980, 1, 1)
    properties.revision = 1


def _set_styles(document: Any) -> None:
    styles = document.styles
    _style(styles["Normal"], _SANS, 10.5, after=6, line=1.25)
    _style(styles["Title"], _SERIF, 25, before=18, after=10, line=1.05)
    _drop_border(styles["Title"])
    _style(styles["Heading 1"], _SERIF, 17, before=24, after=8, line=1.1)
    _style(styles["Heading 2"], _SANS, 12, bold=True, before=14, after=4, line=1.1)
    _style(styles["Heading 3"], _SANS, 10.5, bold=True, before=10, after=2)
    _style(styles["Quote"], _SERIF, 10, italic=True, after=0, indent=0.9)
    _style(styles["Caption"], _SANS, 9.5, color=_SOFT, after=4)
    _style(styles["List Bullet"], _SANS, 10.5, after=3, line=1.2)
    _style(styles["List Number"], _SANS, 10.5, after=5, line=1.2)
    _style(_new(styles, "Attribution"), _SANS, 9, color=_SOFT, after=7, indent=0.9)
    _style(_new(styles, "Note"), _SANS, 9, color=_SOFT, after=8)
    _style(_new(styles, "Rating"), _SANS, 10.5, bold=True, after=4)
    _style(_new(styles, "Lead"), _SERIF, 12.5, after=8, line=1.4)
    _style(_new(styles, "Claim"), _SANS, 10.5, before=8, after=4, line=1.25)
    styles["Claim"].paragraph_format.keep_with_next = True
    _style(_new(styles, "Table Text"), _SANS, 9, after=0, line=1.15)
    _style(_new(styles, "Table Head"), _SANS, 9, bold=True, after=0, line=1.15)
    _style(_new(styles, "Draft Notice"), _SANS, 10, color=_WARN, after=6, line=1.25)
    _shade(styles["Draft Notice"])
    _lighten_grid(styles["Table Grid"])
    for name in ("Quote", "Caption", "Heading 1", "Heading 2", "Heading 3"):
        styles[name].paragraph_format.keep_with_next = True


def _new(styles: Any, name: str) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    return style


def _style(  # noqa: PLR0913 - one argument a property of a style
    style: Any,
    font: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    color: RGBColor = _INK,
    before: float = 0,
    after: float = 0,
    line: float = 1.2,
    indent: float = 0,
) -> None:
    style.font.name, style.font.size = font, Pt(size)
    style.font.bold, style.font.italic, style.font.color.rgb = bold, italic, color
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), line
    if indent:
        layout.left_indent = Cm(indent)


def _drop_border(style: Any) -> None:
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _shade(style: Any) -> None:
    """Give a style a bar at its left and a ground; the schema wants both before the spacing."""
    border = '<w:left w:val="single" w:sz="24" w:space="8" w:color="8A4B12"/>'
    ground = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FBF1E4"/>'
    properties = style.element.get_or_add_pPr()
    properties.insert(0, parse_xml(ground))
    properties.insert(0, parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))


def _lighten_grid(style: Any) -> None:
    for border in style.element.find(f".//{qn('w:tblBorders')}"):
        inner = border.tag == qn("w:insideV")
        border.set(qn("w:val"), "nil" if inner else "single")
        border.set(qn("w:color"), _LINE)
        if border.tag in (qn("w:left"), qn("w:right")):
            border.set(qn("w:val"), "nil")


def _write_furniture(document: Any) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.style = document.styles["Note"]
    run = header.add_run("{{ report.stamp|upper }}")
    run.bold, run.font.color.rgb = True, _WARN
    header.add_run("   {{ report.title }}")
    footer = section.footer.paragraphs[0]
    footer.style, footer.alignment = document.styles["Note"], WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run("{{ report.footer }}   Page ")
    _field(footer, "PAGE")
    footer.add_run(" of ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    paragraph._p.append(field)


def write(document: Any, *paragraphs: tuple[str, str]) -> None:
    """Add paragraphs, each with its style; the empty style for a line of Jinja alone."""
    for style, text in paragraphs:
        document.add_paragraph(text, style=style or None)


def add_table(
    document: Any, rows: str, *columns: tuple[str, float, str], caption: str, nothing: str
) -> None:
    """Add a table with its head repeated on every page, or a sentence where it has no rows.

    Args:
        document: where to.
        rows: what has one `row` a line, as Jinja writes it.
        columns: head, width in cm, and the cell in Jinja.
        caption: stands above the table.
        nothing: key of the sentence in `wording.NOTHING`.
    """
    write(document, ("", f"{{%p if {rows} %}}"), ("Caption", caption))
    table = document.add_table(rows=4, cols=len(columns), style="Table Grid")
    table.autofit = False
    _give_air(table)
    heads, widths, cells = zip(*columns, strict=True)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    _row(document, table.rows[0], heads, "Table Head")
    _row(document, table.rows[1], [f"{{%tr for row in {rows} %}}"], "Table Text")
    _row(document, table.rows[2], cells, "Table Text")
    _row(document, table.rows[3], ["{%tr endfor %}"], "Table Text")
    _repeat_head(table.rows[0])
    for row in table.rows:
        _keep_whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    sentence = f"{{{{ words.NOTHING.{nothing} }}}}"
    write(document, ("", "{%p else %}"), ("Note", sentence), ("", "{%p endif %}"))


def _give_air(table: Any) -> None:
    sides = (("top", 70), ("left", 80), ("bottom", 70), ("right", 80))
    margins = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in sides)
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addnext(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))


def _row(document: Any, row: Any, texts: Sequence[str], style: str) -> None:
    for cell, text in zip(row.cells, texts, strict=False):
        cell.paragraphs[0].style = document.styles[style]
        cell.paragraphs[0].add_run(text)


def _repeat_head(row: Any) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for cell in row.cells:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_HEAD_FILL}"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(shade))


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
