"""OpenDocument texts (.odt): paragraphs, headings and tables of the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from synth.transcripts.opening import decode
from synth.transcripts.packed import HEAD, open_packed, part_of
from synth.transcripts.readers.plain_text import read_lines
from synth.transcripts.script import Opened, Reader, Script, UnreadableError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TYPE: Final = b"application/vnd.oasis.opendocument.text"
_DAMAGED: Final = (
    "The OpenDocument text is damaged and cannot be opened. Open it in the program that wrote it, "
    "save it again under another name, and put that in its place."
)
_LOCKED: Final = (
    "The document is protected by a password. Save a copy without the password, and put that in "
    "its place."
)
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMAT: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_NOT_SPEECH: Final = frozenset(
    (f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls")
)


def _recognises(opened: Opened) -> bool:
    return opened.data.startswith(HEAD) and part_of(opened.data, "mimetype").startswith(_TYPE)


def _read(opened: Opened) -> Script:
    with open_packed(opened.data, _DAMAGED) as archive:
        if b"encryption-data" in part_of(opened.data, "META-INF/manifest.xml"):
            raise UnreadableError(_LOCKED)
        try:
            content = archive.read("content.xml")
        except Exception:  # a damaged archive fails in many ways
            raise UnreadableError(_DAMAGED) from None
    lines = "\n".join(_lines(_parsed(content)))
    return read_lines(decode(lines.encode()) if lines.strip() else "", "odt", opened.names)


def _parsed(content: bytes) -> Element:
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content)
    except Exception:  # broken XML, and XML with entities that lead elsewhere
        raise UnreadableError(_DAMAGED) from None
    return root


def _lines(root: Element) -> Iterator[str]:
    bold = {
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for text in style.iter(f"{_STYLE}text-properties")
        if text.get(f"{_FORMAT}font-weight") == "bold"
    }
    body = root.find(f"{_OFFICE}body")
    if body is not None:
        yield from _blocks(body, bold)


def _blocks(parent: Element, bold: set[str]) -> Iterator[str]:
    for child in parent:
        if child.tag in _NOT_SPEECH:
            continue
        if child.tag == f"{_TABLE}table-row":
            cells = [" ".join(_blocks(cell, bold)) for cell in child]
            yield "\t".join(" ".join(cell.split()) for cell in cells if cell.strip())
        elif child.tag == f"{_TEXT}h":
            yield f"# {' '.join(_inline(child).split())}"
        elif child.tag == f"{_TEXT}p":
            yield _paragraph(child, bold)
        else:
            yield from _blocks(child, bold)


def _paragraph(paragraph: Element, bold: set[str]) -> str:
    """Return the text, a bold start in `**`, so that a bold name is known as a label."""
    text = _inline(paragraph)
    first = paragraph[0] if len(paragraph) else None
    if first is None or (paragraph.text or "").strip():
        return text
    if first.tag != f"{_TEXT}span" or first.get(f"{_TEXT}style-name") not in bold:
        return text
    label = _inline(first).strip()
    at = text.find(label)
    if not label or "\n" in label or len(label) > 60:
        return text
    return f"{text[:at]}**{label}**{text[at + len(label) :]}"


def _inline(element: Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif child.tag == f"{_TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            pieces.append(" " * (min(int(count), 100) if count.isdigit() else 1))
        elif child.tag not in _NOT_SPEECH:
            pieces.append(_inline(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


READER: Final = Reader("odt", _recognises, _read)
