"""report.docx: the report in Word's own styles, to be edited and passed on.

The layout is a template, `templates/report.docx`, filled in by docxtpl. It is made by
`scripts/make_docx_template.py`.
"""

from __future__ import annotations

import io
import zipfile
from importlib.resources import files
from typing import Final

from jinja2 import Environment, StrictUndefined

from synth.report import wording
from synth.report.view import ReportView

FILLS: Final = {
    0: "E4F1E9", 1: "EEF3E0", 2: "FAF1D8", 3: "FBE9DB", 4: "FAE4E2", -1: "ECEAE6"
}  # fmt: skip
"""Background of a rating by its tone. The icon and the word beside it say the same."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def report_docx(view: ReportView) -> bytes:
    """Return the report as a Word document; the same view gives the same bytes."""
    from docxtpl import DocxTemplate

    template = files("synth.report").joinpath("templates", "report.docx")
    document = DocxTemplate(io.BytesIO(template.read_bytes()))
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    context = {"report": view, "words": wording, "fills": FILLS}
    document.render(context, jinja_env=environment, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return timeless(stream.getvalue())


def timeless(archive: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive with its members in order and no time of day in it.

    Args:
        archive: the archive as a library wrote it.
        method: how members are kept: packed, or stored as they are (`zipfile.ZIP_STORED`).
    """
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = method
            new.writestr(member, old.read(name))
    return stream.getvalue()
