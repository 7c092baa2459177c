"""Make synth/report/templates/report.docx, the layout of the Word report.

Run it after a change here, and commit the file that it writes:

    python -m scripts.make_docx_template
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from synth.report.docx import timeless

TEMPLATE: Final = Path(__file__).parents[1] / "synth/report/templates/report.docx"

_SERIF: Final = "Georgia"
_SANS: Final = "Calibri"
_INK: Final = RGBColor(0x23, 0x26, 0x2B)
_SOFT: Final = RGBColor(0x5D, 0x62, 0x69)
_WARN: Final = RGBColor(0x8A, 0x4B, 0x12)
_LINE: Final = "CFCAC0"
_HEAD_FILL: Final = "F4F1EB"
_LINK: Final = RGBColor(0x1D, 0x4E, 0x5F)


def main() -> None:
    """Write the template."""
    document = Document()
    _set_page(document)
    _set_styles(document)
    _set_properties(document)
    _write_furniture(document)
    _write_opening(document)
    _write_corners(document)
    _write_tables(document)
    _write_closing(document)
    stream = io.BytesIO()
    document.save(stream)
    TEMPLATE.write_bytes(timeless(stream.getvalue()))


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)


def _set_properties(document: Any) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.subject = "{{ report.title }}", "Draft"
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
    for name in ("Quote", "Heading 1", "Heading 2", "Heading 3"):
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
    run = header.add_run("DRAFT")
    run.bold, run.font.color.rgb = True, _WARN
    header.add_run("   {{ report.title }}")
    footer = section.footer.paragraphs[0]
    footer.style, footer.alignment = document.styles["Note"], WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run("Draft, to be checked with the participants.   Page ")
    _field(footer, "PAGE")
    footer.add_run(" of ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    paragraph._p.append(field)


def _write_opening(document: Any) -> None:
    document.add_paragraph("{{ report.title }}", style="Title")
    _write(
        document,
        (
            "Note",
            "{% for fact in report.facts %}{{ fact }}{{ '  ·  ' if not loop.last }}{% endfor %}",
        ),
        ("Draft Notice", "{{ report.draft }}"),
        ("", "{%p for caution in report.cautions %}"),
        ("Draft Notice", "{{ caution }}"),
        ("", "{%p endfor %}"),
        ("Note", "{{ report.how_to_read|join(' ') }}"),
        ("Heading 1", "The alliance in brief"),
        ("Lead", "{{ (report.overview|join(' ')) or words.NOTHING.overview }}"),
        ("Heading 1", "Proposed ratings"),
    )
    _table(
        document,
        "report.corners",
        ("Corner", 3.4, "{{ row.name }}"),
        ("Proposed rating", 2.9,
         "{% cellbg fills[row.rating.tone] %}{{ row.rating.icon }} {{ row.rating.name }}"),
        ("Why", 5.9, "{{ row.because }}{{ ' ' + row.decided if row.decided }}"),
        ("Heard from", 4.2, "{{ row.heard|join('; ') }}"),
        caption="One proposed rating for each corner of the framework, and what it rests on.",
        nothing="overview",
    )  # fmt: skip
    _write(document, ("Heading 1", "What to protect and what to repair"))
    _foremost(document, "Strengths to protect", "protect", "strengths")
    _foremost(document, "Concerns to repair", "repair", "concerns")


def _foremost(document: Any, title: str, field: str, nothing: str) -> None:
    _write(
        document,
        ("Heading 2", title),
        ("", f"{{%p for f in report.{field} %}}"),
        ("List Bullet", "{{ f.text }} ({{ f.corner }}; {{ f.heard }})"),
        ("", "{%p else %}"),
        ("Note", f"{{{{ words.NOTHING.{nothing} }}}}"),
        ("", "{%p endfor %}"),
    )


def _write_corners(document: Any) -> None:
    _write(
        document,
        ("", "{%p for c in report.corners %}"),
        ("Heading 1", "{{ c.name }}"),
        ("Rating", "{{ c.rating.icon }} {{ c.rating.name }}. {{ c.rating.meaning }}"),
        ("", "{%p if c.decided %}"),
        ("Note", "{{ c.decided }}"),
        ("", "{%p endif %}"),
        ("Note", "{{ c.about }}"),
        ("Normal", "{{ c.summary }}"),
        ("", "{%p for g in c.groups %}"),
        ("Heading 2", "{{ g.title }}"),
        ("", "{%p if g.findings and g.note %}"),
        ("Note", "{{ g.note }}"),
        ("", "{%p endif %}"),
        ("", "{%p for f in g.findings %}"),
        ("Claim", "{{ f.text }} Heard from {{ f.heard }}."),
        ("", "{%p for q in f.quotes %}"),
        ("Quote", "{{ q.text }}"),
    )
    _attribution(document)
    _write(
        document,
        ("", "{%p endfor %}"),
        ("Note", "Why this is here: {{ f.because }}"),
        ("", "{%p else %}"),
        ("Note", "{{ g.nothing }}"),
        ("", "{%p endfor %}"),
        ("", "{%p endfor %}"),
        ("", "{%p endfor %}"),
    )


def _attribution(document: Any) -> None:
    paragraph = document.add_paragraph("{{ q.who }}, ", style="Attribution")
    _link(paragraph, "{{ q.passage }}")


def _link(paragraph: Any, anchor: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    run = paragraph.add_run(anchor)
    run.font.color.rgb = _LINK
    link.append(run._r)
    paragraph._p.append(link)


def _write_tables(document: Any) -> None:
    _write(document, ("Heading 1", "Themes"))
    _table(
        document,
        "report.themes",
        ("Theme", 5.0, "{{ row.label }}{{ ' (' + row.keywords + ')' if row.keywords }}"),
        ("Mostly about", 2.8, "{{ row.where }}"),
        ("Leaning", 1.9, "{{ row.stance }}"),
        ("Heard from", 3.5, "{{ row.heard }}"),
        ("Passages", 1.7, "{{ row.passages }}"),
        ("Example", 1.5, "{{ row.examples[0].passage if row.examples }}"),
        caption="Subjects that came up in several places, whatever was asked.",
        nothing="themes",
    )
    _write(document, ("Heading 1", "Signs of trust in what was said"))
    _write_trust(document)
    _write(document, ("Heading 1", "Recommended actions"))
    _table(
        document,
        "report.actions",
        ("Action", 5.2, "{{ row.text }} ({{ row.corner }})"),
        ("Urgency", 1.7, "{{ row.urgency }}"),
        ("Impact", 1.6, "{{ row.impact }}"),
        ("Because", 4.3, "{{ row.because }}"),
        ("Owner", 1.9, ""),
        ("Date", 1.7, ""),
        caption="Proposals to discuss; owner and date are for the two partners to fill in.",
        nothing="actions",
    )
    _write(document, ("Heading 1", "Who was heard on what"))
    _table(
        document,
        "report.coverage",
        ("Corner", 4.4, "{{ row.corner }}"),
        ("Side", 2.7, "{{ row.side }}"),
        ("Roles", 3.3, "{{ row.role_group }}"),
        ("People", 1.7, "{{ row.people }}"),
        ("Passages", 1.9, "{{ row.passages }}"),
        ("Status", 2.4, "{{ row.icon }} {{ row.status }}"),
        caption="People of each side and group of roles who spoke about each corner. "
        "A gap is a reason to ask, not a finding.",
        nothing="coverage",
    )


def _write_trust(document: Any) -> None:
    _table(
        document,
        "report.trust.rates",
        ("Sign", 4.4, "{{ row.kind }}"),
        ("{%tc for side in report.trust.sides %}", 1, "{%tc for cell in row.cells %}"),
        ("{{ side }}", 6, "{{ cell }}"),
        ("{%tc endfor %}", 1, "{%tc endfor %}"),
        caption="How often each side used words that speak of trust. The range says how sure "
        "the rate is; ranges that overlap are no difference.",
        nothing="rates",
    )
    _write(document, ("Heading 2", "Promises"))
    _table(
        document,
        "report.trust.promises",
        ("Status", 2.0, "{{ row.status }}"),
        ("Whose promise", 2.9, "{{ row.by }}"),
        ("What was said", 8.4, "“{{ row.quote.text }}”"),
        ("By", 3.1, "{{ row.quote.who }}, {{ row.quote.passage }}"),
        caption="Commitments between the partners that somebody spoke of, in their words.",
        nothing="promises",
    )


def _write_closing(document: Any) -> None:
    _write(
        document,
        ("Heading 1", "Method and limits"),
        ("", "{%p for line in report.method %}"),
        ("List Bullet", "{{ line }}"),
        ("", "{%p endfor %}"),
        ("Heading 2", "What was not used"),
        ("", "{%p for name, reason in report.skipped %}"),
        ("List Bullet", "{{ name }}: {{ reason }}"),
        ("", "{%p else %}"),
        ("Note", "{{ words.NOTHING.skipped }}"),
        ("", "{%p endfor %}"),
        ("Heading 2", "What was assumed"),
        ("", "{%p for sentence in report.assumptions %}"),
        ("List Bullet", "{{ sentence }}"),
        ("", "{%p else %}"),
        ("Note", "{{ words.NOTHING.assumptions }}"),
        ("", "{%p endfor %}"),
        ("Heading 1", "Evidence"),
        ("Note", "{{ report.evidence_note }}"),
        ("", "{%p for e in report.evidence %}"),
    )
    _anchor(document.add_paragraph(style="Heading 3"))
    _write(
        document,
        (
            "Note",
            "{{ e.who }}; read as: {{ e.read_as }}{{ '. Asked: ' + e.question if e.question }}",
        ),
        ("Normal", "{{ e.text }}"),
        ("", "{%p endfor %}"),
        ("Heading 2", "How this file was made"),
        ("", "{%p for name, value in report.provenance %}"),
        ("Note", "{{ name }}: {{ value }}"),
        ("", "{%p endfor %}"),
    )


def _anchor(paragraph: Any) -> None:
    for tag, name in (("w:bookmarkStart", "{{ e.id }}"), ("w:bookmarkEnd", "")):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), "{{ loop.index }}")
        if name:
            mark.set(qn("w:name"), name)
            paragraph._p.append(mark)
            paragraph.add_run(name)
        else:
            paragraph._p.append(mark)


def _write(document: Any, *paragraphs: tuple[str, str]) -> None:
    for style, text in paragraphs:
        document.add_paragraph(text, style=style or None)


def _table(
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
    _write(document, ("", f"{{%p if {rows} %}}"), ("Caption", caption))
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
    _write(document, ("", "{%p else %}"), ("Note", sentence), ("", "{%p endif %}"))


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


if __name__ == "__main__":
    main()
