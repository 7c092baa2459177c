"""Web pages: what a browser would show, block by block, with the names of speakers set off."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from synth.transcripts.readers.plain_text import read_lines
from synth.transcripts.script import Opened, Reader, Script

_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body|div|article|section"
    r"|main|p|span|table|h[1-6]|ul|ol|dl|strong|b)\b[^<]*>",
    re.IGNORECASE | re.DOTALL,
)
_UNSEEN: Final = frozenset(
    "head script style noscript template svg nav footer button select form iframe object".split()
)
_BLOCKS: Final = frozenset(
    "p div li tr br h1 h2 h3 h4 h5 h6 section article main table ul ol dl dt dd blockquote hr pre "
    "header body html figure figcaption aside".split()
)
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_CELLS: Final = frozenset(("td", "th"))
_VOID: Final = frozenset("br hr img input meta link wbr source col area base embed track".split())
_SPEAKER: Final = re.compile(r"\b(?:speaker|speaker-?name|name|who|participant)\b", re.IGNORECASE)
_QUIET: Final = re.compile(r"\s+")


class _Page(HTMLParser):
    """Gathers the shown text of a page as lines; bold and speakers' names stand in `**`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._unseen: list[str] = []
        self._marked: list[tuple[str, int]] = []
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a cell or a marked stretch."""
        if tag in _UNSEEN:
            self._unseen.append(tag)
        if self._unseen:
            return
        if tag in _BLOCKS:
            self._break()
            self._heading = tag in _HEADINGS
        elif tag in _CELLS and self.lines[-1].strip():
            self.lines[-1] += "\t"
        elif tag == "cite" or (tag not in _VOID and _names_speaker(attrs)):
            self._break()
            self._marked.append((tag, len(self.lines[-1])))
        elif tag in ("b", "strong") and not self.lines[-1].strip():
            self._marked.append((tag, len(self.lines[-1])))

    def handle_endtag(self, tag: str) -> None:
        """End a line or a marked stretch."""
        if self._unseen:
            if tag == self._unseen[-1]:
                self._unseen.pop()
        elif self._marked and self._marked[-1][0] == tag:
            _, start = self._marked.pop()
            self._mark(start)
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        """Add what is shown to the line, its white space single."""
        if not self._unseen:
            shown = _QUIET.sub(" ", data)
            empty = not self.lines[-1]
            self.lines[-1] += shown.lstrip() if empty else shown

    def _mark(self, start: int) -> None:
        line = self.lines[-1]
        inner = line[start:].strip()
        if inner and start <= len(line) and len(inner) <= 60 and "*" not in inner:
            space = " " if line.endswith(" ") else ""
            self.lines[-1] = f"{line[:start]}**{inner}**{space}"

    def _break(self) -> None:
        if self._heading and self.lines[-1].strip():
            self.lines[-1] = f"# {self.lines[-1].strip()}"
        self._heading = False
        self._marked.clear()
        if self.lines[-1].strip():
            self.lines.append("")
        else:
            self.lines[-1] = ""


def _names_speaker(attrs: list[tuple[str, str | None]]) -> bool:
    return any(key == "class" and value and _SPEAKER.search(value) for key, value in attrs)


def _recognises(opened: Opened) -> bool:
    return bool(opened.text and _PAGE.match(opened.text[:5000]))


def _read(opened: Opened) -> Script:
    page = _Page()
    page.feed(opened.text or "")
    page.close()
    return read_lines("\n".join(page.lines), "html", opened.names)


READER: Final = Reader("html", _recognises, _read)
