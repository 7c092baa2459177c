"""Documents in the formats that transcripts come in, written by hand for the tests."""

from __future__ import annotations

import html
import io
import json
import zipfile
from collections.abc import Sequence

Turns = Sequence[tuple[str, str]]

ODT_TYPE = "application/vnd.oasis.opendocument.text"
_ODT_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
    '<office:automatic-styles><style:style style:name="T1">'
    '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
    "<office:body><office:text>"
)


def archive(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return stream.getvalue()


def odt(turns: Turns, head: str = "") -> bytes:
    said = "".join(
        f'<text:p><text:span text:style-name="T1">{html.escape(who)}</text:span>: '
        f"{html.escape(text)}</text:p>"
        for who, text in turns
    )
    content = f"{_ODT_HEAD}{said}</office:text></office:body></office:document-content>"
    return archive({"mimetype": ODT_TYPE.encode(), "content.xml": (head + content).encode()})


def rtf(turns: Turns) -> bytes:
    said = "".join(
        "{\\b " + _rtf_text(who) + ":} " + _rtf_text(text) + "\\par\n" for who, text in turns
    )
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n" + said + "}").encode()


def _rtf_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in escaped)


def xlsx(turns: Turns, before: Sequence[Sequence[str]] = ()) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        *before,
        ("Time", "Speaker", "Text"),
        *((n, *turn) for n, turn in enumerate(turns)),
    ):
        sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ass(turns: Turns, *, by_style: bool = False) -> bytes:
    head = (
        "[Script Info]\nTitle: talk\n\n[V4+ Styles]\nFormat: Name, Fontname\n"
        "Style: Default,Arial\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    )
    lines = []
    for n, (who, text) in enumerate(turns):
        style, actor = (who, "") if by_style else ("Default", who)
        lines.append(
            f"Dialogue: 0,0:{n:02}:10.00,0:{n:02}:50.00,{style},{actor},0,0,0,,{{\\i1}}{text}"
        )
    return (head + "\n".join(lines)).encode()


def web_page(turns: Turns) -> bytes:
    said = "".join(
        f"<p><strong>{html.escape(who)}:</strong> {html.escape(text)}</p>\n" for who, text in turns
    )
    return (
        "<!DOCTYPE html><html><head><title>Talk</title><script>let a = 1;</script></head>"
        f"<body><nav>Home</nav>{said}</body></html>"
    ).encode()


def hyperaudio(turns: Turns) -> bytes:
    said = "".join(
        f'<p><span data-m="{n}" class="speaker">{html.escape(who)}: </span>'
        + "".join(f'<span data-m="{n}">{html.escape(w)} </span>\n' for w in text.split())
        + "</p>"
        for n, (who, text) in enumerate(turns)
    )
    return f"<article><section>{said}</section></article>".encode()


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Write lines of Latin-1 text, a page each, as a program that prints to PDF does."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                   b"/Encoding /WinAnsiEncoding >>")  # fmt: skip
    kids = []
    for lines in pages:
        shown = b" T* ".join(b"(" + _pdf_text(line) + b") Tj" for line in lines)
        stream = b"BT /F1 11 Tf 14 TL 50 780 Td " + shown + b" ET" if lines else b""
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _pdf_file(objects)


def _pdf_text(line: str) -> bytes:
    escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return escaped.encode("cp1252", errors="replace")


def _pdf_file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for n, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF" % (len(objects) + 1, table, len(objects) + 1, len(data))
    )


def locked_pdf(data: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
