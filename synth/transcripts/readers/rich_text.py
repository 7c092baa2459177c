"""Rich Text Format (.rtf), as Word, TextEdit and transcription agencies save it."""

from __future__ import annotations

import re
from typing import Final

from synth.transcripts.opening import decode
from synth.transcripts.readers.plain_text import read_lines
from synth.transcripts.script import Opened, Reader, Script, UnreadableError

_HEAD: Final = re.compile(r"\s*\{\\rtf")
_CELLS: Final = re.compile(r"\|(?=[^|\n]*\|)")
_CODE_PAGE: Final = re.compile(r"\\ansicpg(\d{3,5})")


def _recognises(opened: Opened) -> bool:
    return bool(opened.text and _HEAD.match(opened.text))


def _read(opened: Opened) -> Script:
    from striprtf.striprtf import rtf_to_text

    source = opened.data.decode("latin-1")
    page = _CODE_PAGE.search(source[:2000])
    encoding = f"cp{page[1]}" if page and page[1] not in ("0", "10000") else "cp1252"
    try:
        text: str = rtf_to_text(source, encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
        text.encode()
    except (LookupError, ValueError, IndexError, TypeError, OverflowError):
        raise UnreadableError(
            "The RTF document is damaged and cannot be read. Save it as a Word document (.docx) or "
            "as text."
        ) from None
    lines = "\n".join(_cells(line) for line in text.split("\n"))
    return read_lines(decode(lines.encode()) if lines.strip() else "", "rtf", opened.names)


def _cells(line: str) -> str:
    # striprtf ends each cell of a table with a bar.
    return _CELLS.sub("\t", line)[:-1] if line.endswith("|") else line


READER: Final = Reader("rtf", _recognises, _read)
