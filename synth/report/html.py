"""report.html: one file, no script, no request to anywhere, readable by eye, ear and printer."""

from __future__ import annotations

from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from synth.records.pseudonym import PSEUDONYM
from synth.report import wording
from synth.report.view import ReportView

_TEMPLATE: Final = "report.html.jinja"


def report_html(view: ReportView) -> bytes:
    """Return the report as one HTML page."""
    environment = Environment(
        loader=PackageLoader("synth.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["quoted"] = quoted
    page = environment.get_template(_TEMPLATE).render(report=view, words=wording)
    return (page.rstrip() + "\n").encode("utf-8", "replace")


def quoted(text: str) -> Markup:
    """Return words of a participant, escaped, with each pseudonym set apart and kept on a line."""
    pieces, last = [], 0
    for match in PSEUDONYM.finditer(text):
        pieces += [escape(text[last : match.start()]), _pseudonym(match.group())]
        last = match.end()
    return Markup("").join([*pieces, escape(text[last:])])


def _pseudonym(name: str) -> Markup:
    return Markup('<span class="alias">{}</span>').format(name)
