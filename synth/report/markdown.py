"""report.md: the report as Markdown, for a wiki, a ticket or a plain text editor."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from synth.records.pseudonym import PSEUDONYM
from synth.report import wording
from synth.report.view import ReportView

_TEMPLATE: Final = "report.md.jinja"
_MARKUP: Final = re.compile(r"([\\`*_<>|~\[\]]|&(?=#?\w+;))")
_LINE_START: Final = re.compile(r"^([-+=#]|\d+[.)])")


def report_md(view: ReportView) -> bytes:
    """Return the report as Markdown. What a participant said cannot become markup."""
    environment = Environment(  # not autoescape: that is for HTML; every value passes `escaped`
        loader=PackageLoader("synth.report"),
        finalize=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    page = environment.get_template(_TEMPLATE).render(report=view, words=wording)
    return (re.sub(r"\n{3,}", "\n\n", page).strip() + "\n").encode("utf-8", "replace")


def escaped(value: object) -> str:
    """Return a value on one line, with every character that Markdown or HTML would read, escaped.

    The brackets of a pseudonym stay as they are: a `(` after them is escaped, so that they cannot
    become a link.
    """
    line = " ".join(str(value).split())
    pieces, last = [], 0
    for match in PSEUDONYM.finditer(line):
        pieces += [_MARKUP.sub(r"\\\1", line[last : match.start()]), match.group()]
        last = match.end()
    line = "".join([*pieces, _MARKUP.sub(r"\\\1", line[last:])]).replace("](", r"]\(")
    return _LINE_START.sub(lambda m: f"{m.group()[:-1]}\\{m.group()[-1]}", line)
