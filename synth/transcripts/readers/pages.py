"""PDF documents: the text of each page, without what stands at the edge of every page."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from synth.transcripts.opening import decode
from synth.transcripts.readers.plain_text import read_lines
from synth.transcripts.script import EXPORTER, Opened, Reader, Script, UnreadableError

_HEAD: Final = b"%PDF-"
_LOCKED: Final = (
    "The PDF is protected by a password. Save a copy without the password, and put that in its "
    "place."
)
_DAMAGED: Final = (
    "The PDF is damaged and cannot be opened. Export it again, or save the transcript as a Word "
    "document or as text."
)
_SCANNED: Final = (
    "The PDF holds pictures of pages, without any text. Run text recognition (OCR) over it, or ask "
    "for the transcript as a Word document."
)
_MAX_PAGES: Final = 3000
_EDGE: Final = 2
_GAP: Final = re.compile(r"[\t ]+")
_CUT_WORD: Final = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_DIGITS: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(r"(?:page )?#(?: ?(?:/|of) ?#)?|[-–—] ?# ?[-–—]", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[0-9]{1,5}")
_FEWEST_NUMBERS: Final = 3
_FEW_LETTERS: Final = 20


def _recognises(opened: Opened) -> bool:
    return opened.data[:1024].lstrip().startswith(_HEAD)


def _read(opened: Opened) -> Script:
    pages = [_page_lines(page) for page in _texts(opened.data)]
    if sum(c.isalpha() for page in pages for line in page for c in line) < _FEW_LETTERS:
        raise UnreadableError(_SCANNED)
    kept, edges = _without_edges(pages)
    script = read_lines(_CUT_WORD.sub("-", decode(kept.encode())), "pdf", opened.names)
    script.tally.words_in += len(edges.split())
    script.tally.leave(edges, EXPORTER)
    return script


def _texts(data: bytes) -> list[str]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its warnings quote the file
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        if not locked:
            return [page.extract_text() for page in reader.pages[:_MAX_PAGES]]
    except Exception as error:  # pypdf lets errors of many kinds through
        if type(error).__name__ in ("DependencyError", "FileNotDecryptedError"):
            raise UnreadableError(_LOCKED) from None
        raise UnreadableError(_DAMAGED) from None
    raise UnreadableError(_LOCKED)


def _page_lines(text: str) -> list[str]:
    lines = (_GAP.sub(" ", line.replace("\x00", "")).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def _without_edges(pages: Sequence[Sequence[str]]) -> tuple[str, str]:
    """Return the lines of all pages, and apart from them the heads and feet of the pages."""
    common = _edge_lines(pages)
    kept: list[str] = []
    edges: list[str] = []
    for page in pages:
        numbers = _numbering(page)
        for i, line in enumerate(page):
            at_edge = i < _EDGE or i >= len(page) - _EDGE
            form = _DIGITS.sub("#", line)
            furniture = at_edge and (form in common or _PAGE_NUMBER.fullmatch(form))
            dropped = furniture or i in numbers
            (edges if dropped else kept).append(line)
    return "\n".join(kept), "\n".join(edges)


def _numbering(page: Sequence[str]) -> set[int]:
    """Return which lines of a page count its lines or turns: 43, 44, 45 below each other."""
    found: set[int] = set()
    run: list[int] = []
    for i, line in enumerate([*page, ""]):
        if run and not _counts_on(page[run[-1]], line):
            found.update(run if len(run) >= _FEWEST_NUMBERS else ())
            run = []
        if _NUMBER.fullmatch(line):
            run.append(i)
    return found


def _counts_on(before: str, line: str) -> bool:
    return bool(_NUMBER.fullmatch(line)) and int(line) - int(before) in (1, 5)


def _edge_lines(pages: Sequence[Sequence[str]]) -> set[str]:
    # "P1" or "Dan:" at the top of several pages is a speaker, not a head.
    seen: Counter[str] = Counter()
    for page in pages:
        edge = {_DIGITS.sub("#", line) for line in (*page[:_EDGE], *page[-_EDGE:])}
        seen.update(edge)
    often = max(3, 0.6 * len(pages))
    return {form for form, n in seen.items() if n >= often and not form.endswith(":")}


READER: Final = Reader("pdf", _recognises, _read)
