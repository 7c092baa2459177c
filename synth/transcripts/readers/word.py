"""Word documents: paragraphs and tables of the main part, whatever the part is called."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from synth.transcripts.opening import decode
from synth.transcripts.packed import HEAD, open_packed, part_of
from synth.transcripts.readers.plain_text import read_lines
from synth.transcripts.script import Opened, Reader, Script, UnreadableError

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_DAMAGED: Final = (
    "The Word document is damaged and cannot be opened. Open it in Word, save it again under "
    "another name, and put that in its place."
)
_NAMESPACE: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRAPPERS: Final = ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent")
_TYPES: Final = "[Content_Types].xml"
_WORD: Final = b"wordprocessingml"


def _recognises(opened: Opened) -> bool:
    if opened.text is not None:
        return False
    return opened.data.startswith(HEAD) and _WORD in part_of(opened.data, _TYPES)


def _read(opened: Opened) -> Script:
    lines = "\n".join(_lines(opened.data))
    return read_lines(decode(lines.encode()) if lines.strip() else "", "docx", opened.names)


def _lines(data: bytes) -> Iterator[str]:
    import docx

    try:
        open_packed(data, _DAMAGED).close()
        document = docx.Document(io.BytesIO(data))
        _unwrap(document.element.body)
        lines = list(_block_lines(document))
    except UnreadableError:
        raise
    except Exception:  # python-docx lets errors of zip, XML and its own parts through
        raise UnreadableError(_DAMAGED) from None
    yield from lines


def _unwrap(body: Any) -> None:
    """Take text out of wrappers that python-docx passes over: tracked insertions, form fields."""
    for wrapper in list(body.iter(*(f"{_NAMESPACE}{tag}" for tag in _WRAPPERS))):
        parent = wrapper.getparent()
        if parent is None:
            continue
        for child in list(wrapper):
            wrapper.addprevious(child)
        parent.remove(wrapper)


def _block_lines(document: object) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(block, Table):
            yield from _table_lines(block)
        else:
            yield _paragraph_line(block)


def _table_lines(table: object) -> Iterator[str]:
    for row in table.rows:  # type: ignore[attr-defined]
        cells: list[str] = []
        for cell in row.cells:
            text = " ".join(cell.text.split())
            if text and (not cells or cells[-1] != text):  # merged cells are listed twice
                cells.append(text)
        if cells:
            yield "\t".join(cells)


def _paragraph_line(paragraph: Paragraph) -> str:
    """Return the text, a bold start in `**`, so that a bold name is known as a label."""
    text = paragraph.text
    style = paragraph.style.name if paragraph.style is not None else ""
    if style and style.startswith("Heading") and text.strip():
        return f"# {' '.join(text.split())}"
    bold = ""
    for run in paragraph.runs:
        if not run.bold or len(bold) > 60:
            break
        bold += run.text
    label = bold.strip()
    if not label or "\n" in label or len(label) > 60 or not text.startswith(bold):
        return text
    lead = bold[: len(bold) - len(bold.lstrip())]
    return f"{lead}**{label}**{text[len(lead) + len(label) :]}"


READER: Final = Reader("docx", _recognises, _read)
