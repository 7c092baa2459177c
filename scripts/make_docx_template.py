"""Make synth/report/templates/report.docx, the layout of the Word report.

Run it after a change here, and commit the file that it writes:

    python -m scripts.make_docx_template
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from scripts.docx_look import LINK, add_table, set_up, write
from synth.report.docx import timeless

TEMPLATE: Final = Path(__file__).parents[1] / "synth/report/templates/report.docx"


def main() -> None:
    """Write the template."""
    document = Document()
    set_up(document)
    _write_opening(document)
    _write_corners(document)
    _write_tables(document)
    _write_decided(document)
    _write_closing(document)
    stream = io.BytesIO()
    document.save(stream)
    TEMPLATE.write_bytes(timeless(stream.getvalue()))


def _write_opening(document: Any) -> None:
    document.add_paragraph("{{ report.title }}", style="Title")
    write(
        document,
        (
            "Note",
            "{% for fact in report.facts %}{{ fact }}{{ '  ·  ' if not loop.last }}{% endfor %}",
        ),
    )
    document.add_paragraph(style="Draft Notice").add_run("{{ report.stamp }}. ").bold = True
    document.paragraphs[-1].add_run("{{ report.draft }}")
    write(
        document,
        ("", "{%p for caution in report.cautions %}"),
        ("Draft Notice", "{{ caution }}"),
        ("", "{%p endfor %}"),
        ("Note", "{{ report.how_to_read|join(' ') }}"),
        ("Heading 1", "The alliance in brief"),
        ("Lead", "{{ (report.overview|join(' ')) or words.NOTHING.overview }}"),
        ("Heading 1", "Proposed ratings"),
    )
    add_table(
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
    _write_scorecard(document)
    write(document, ("Heading 1", "What to protect and what to repair"))
    _foremost(document, "Strengths to protect", "protect", "strengths")
    _foremost(document, "Concerns to repair", "repair", "concerns")


def _write_scorecard(document: Any) -> None:
    title = "The scorecard beside the interviews"
    write(document, ("", "{%p if report.scorecard %}"), ("Heading 1", title))
    add_table(
        document,
        "report.scorecard",
        ("Corner", 3.2, "{{ row.corner }}"),
        ("Partner A", 1.8, "{{ row.sides[0] }}"),
        ("Partner B", 1.8, "{{ row.sides[1] }}"),
        ("Scorecard", 2.2, "{{ row.scored }}"),
        ("Interviews (draft)", 2.2, "{{ row.drafted }}"),
        ("How they compare", 5.2, "{{ row.note }}"),
        caption="What both sides filled in as numbers, next to what they said. "
        "The numbers change no rating.",
        nothing="scorecard",
    )
    write(document, ("", "{%p endif %}"))


def _foremost(document: Any, title: str, field: str, nothing: str) -> None:
    write(
        document,
        ("Heading 2", title),
        ("", f"{{%p for f in report.{field} %}}"),
        ("List Bullet", "{{ f.text }} ({{ f.corner }}; {{ f.heard }})"),
        ("", "{%p else %}"),
        ("Note", f"{{{{ words.NOTHING.{nothing} }}}}"),
        ("", "{%p endfor %}"),
    )


def _write_corners(document: Any) -> None:
    write(
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
        (
            "Claim",
            "{{ f.text }}{{ ' Heard from ' + f.heard + '.' if f.heard }}"
            "{{ ' ' + f.drafted if f.drafted }}",
        ),
        ("", "{%p for q in f.quotes %}"),
        ("Quote", "{{ q.text }}"),
    )
    _attribution(document)
    write(
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
    run.font.color.rgb = LINK
    link.append(run._r)
    paragraph._p.append(link)


def _write_tables(document: Any) -> None:
    write(document, ("Heading 1", "Themes"))
    add_table(
        document,
        "report.themes",
        (
            "Theme",
            4.3,
            "{{ row.label }}{{ ' (' + row.keywords + ')' if row.keywords }}"
            "{{ '; ' + row.drafted if row.drafted }}",
        ),
        ("Mostly about", 2.7, "{{ row.where }}"),
        ("Leaning", 1.9, "{{ row.stance }}"),
        ("Heard from", 3.4, "{{ row.heard }}"),
        ("Passages", 2.0, "{{ row.passages }}"),
        ("Example", 2.1, "{{ row.examples[0].passage if row.examples }}"),
        caption="Subjects that came up in several places, whatever was asked.",
        nothing="themes",
    )
    write(document, ("Heading 1", "Signs of trust in what was said"))
    _write_trust(document)
    write(document, ("Heading 1", "Recommended actions"))
    add_table(
        document,
        "report.actions",
        (
            "Action",
            4.9,
            "{{ row.text }} ({{ row.corner }}){{ ' ' + row.drafted if row.drafted }}",
        ),
        ("Urgency", 2.0, "{{ row.urgency }}"),
        ("Impact", 1.6, "{{ row.impact }}"),
        ("Because", 4.3, "{{ row.because }}"),
        ("Owner", 1.9, "{{ row.owner }}"),
        ("Date", 1.7, "{{ row.date }}"),
        caption="Proposals to discuss; owner and date are for the two partners to fill in.",
        nothing="actions",
    )
    write(
        document,
        ("Heading 1", "Who was heard on what"),
        ("", "{%p for note in report.coverage_notes %}"),
        ("List Bullet", "{{ note }}"),
        ("", "{%p endfor %}"),
    )
    add_table(
        document,
        "report.coverage",
        ("Corner", 4.2, "{{ row.corner }}"),
        ("Side", 2.7, "{{ row.side }}"),
        ("Roles", 3.3, "{{ row.role_group }}"),
        ("People", 1.7, "{{ row.people }}"),
        ("Passages", 2.1, "{{ row.passages }}"),
        ("Status", 2.4, "{{ row.icon }} {{ row.status }}"),
        caption="People of each side and group of roles who spoke about each corner. "
        "A gap is a reason to ask, not a finding.",
        nothing="coverage",
    )


def _write_trust(document: Any) -> None:
    add_table(
        document,
        "report.trust.rates",
        ("Sign", 4.4, "{{ row.kind }}"),  # the two cells of the loop go
        ("{%tc for side in report.trust.sides %}", 4, "{%tc for cell in row.cells %}"),
        ("{{ side }}", 4, "{{ cell }}"),
        ("{%tc endfor %}", 4, "{%tc endfor %}"),
        caption="How often each side used words that speak of trust. The range says how sure "
        "the rate is; ranges that overlap are no difference.",
        nothing="rates",
    )
    write(
        document,
        ("Heading 2", "Promises"),
        ("", "{%p for line in report.trust.tallies %}"),
        ("", "{{ line }}"),
        ("", "{%p endfor %}"),
    )
    add_table(
        document,
        "report.trust.promises",
        ("Status", 2.2, "{{ row.status }}{% if row.versions %} ({{ row.versions }}){% endif %}"),
        ("Whose promise", 2.6, "{{ row.by }}"),
        (
            "What was promised",
            5.0,
            "{{ row.what }}{% if row.due %} (due: {{ row.due }}){% endif %}",
        ),
        (
            "What was said of it",
            6.6,
            "{% for quote in row.quotes %}“{{ quote.text }}” {{ quote.who }}, "
            "{{ quote.passage }}. {% endfor %}{{ row.heard }}",
        ),
        caption="Commitments between the partners that somebody spoke of, one line a promise.",
        nothing="promises",
    )


def _write_decided(document: Any) -> None:
    write(document, ("Heading 1", "What the reviewer decided"))
    add_table(
        document,
        "report.decided",
        ("What", 3.0, "{{ row.what }}"),
        ("The program drafted", 5.2, "{{ row.drafted }}"),
        ("The reviewer decided", 4.2, "{{ row.decided }}"),
        ("Reason", 4.0, "{{ row.reason }}"),
        caption="Where a person changed or confirmed what the program drafted, and why.",
        nothing="decided",
    )


def _write_closing(document: Any) -> None:
    write(
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
    write(
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


if __name__ == "__main__":
    main()
