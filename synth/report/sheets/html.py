"""A sheet as one HTML page, in the look of the report, made to be printed too."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from synth.report.html import quoted
from synth.report.sheets.blocks import Sheet
from synth.report.sheets.curve import curve_svg
from synth.report.sheets.slopes import slopes_svg


def sheet_html(sheet: Sheet) -> bytes:
    """Return the sheet as HTML: no script, no request to anywhere."""
    environment = Environment(
        loader=PackageLoader("synth.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["quoted"] = quoted
    environment.filters["kind"] = lambda block: type(block).__name__
    environment.filters["curve"] = curve_svg
    environment.filters["slopes"] = slopes_svg
    page = environment.get_template("sheet.html.jinja").render(sheet=sheet)
    return (page.rstrip() + "\n").encode("utf-8", "replace")
