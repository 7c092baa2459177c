"""Transcript files as the tools of the trade export them: one writer a layout.

Each writer takes the turns of a conversation and returns the bytes of a file. Times are made up
at a speaking pace, so that the same turns always give the same file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docx import Document

from scripts.gold import GoldTurn

_WORDS_A_CUE = 12
_WORDS_A_SECOND = 2.5
_PAUSE_S = 0.6
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to write a conversation down, and the suffix that its files carry."""

    name: str
    suffix: str
    write: Callable[[Sequence[GoldTurn]], bytes]


@dataclass(frozen=True, slots=True)
class _Cue:
    name: str
    words: str
    start_s: float
    end_s: float


def write_plain(turns: Sequence[GoldTurn]) -> bytes:
    """Return "Name: text", a blank line between turns."""
    return ("\n\n".join(f"{t.name}: {t.text}" for t in turns) + "\n").encode()


def write_markdown(turns: Sequence[GoldTurn]) -> bytes:
    """Return Markdown with a heading and the names in bold."""
    body = "\n\n".join(f"**{t.name}:** {_markdown_escaped(t.text)}" for t in turns)
    return f"# Interview transcript\n\n{body}\n".encode()


def write_teams_vtt(turns: Sequence[GoldTurn]) -> bytes:
    """Return WebVTT with voice tags, as Teams exports it."""
    cues = (
        f"{_clock(c.start_s)} --> {_clock(c.end_s)}\n<v {c.name}>{_vtt_escaped(c.words)}</v>\n"
        for c in _cues(turns)
    )
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def write_zoom_vtt(turns: Sequence[GoldTurn]) -> bytes:
    """Return WebVTT with numbered cues and "Name: text", as Zoom exports it."""
    cues = (
        f"{number}\n{_clock(c.start_s)} --> {_clock(c.end_s)}\n{c.name}: {_vtt_escaped(c.words)}\n"
        for number, c in enumerate(_cues(turns), start=1)
    )
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def write_docx(turns: Sequence[GoldTurn]) -> bytes:
    """Return a Word document: a paragraph a turn, the name in bold."""
    document = Document()
    document.add_heading("Interview transcript", level=1)
    for turn in turns:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{turn.name}:").bold = True
        paragraph.add_run(f" {turn.text}")
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_clock(buffer.getvalue())


PLAIN = Layout("plain", ".txt", write_plain)
TEAMS = Layout("teams", ".vtt", write_teams_vtt)
DOCX = Layout("docx", ".docx", write_docx)
MARKDOWN = Layout("markdown", ".md", write_markdown)
ZOOM = Layout("zoom", ".vtt", write_zoom_vtt)
LAYOUTS = (TEAMS, DOCX, PLAIN, MARKDOWN, ZOOM)
"""Every layout, in the order in which interviews take them."""
RECORDED = (TEAMS, PLAIN, ZOOM)
"""The layouts in which the output of a speech recogniser comes."""


def layout_of(position: int, style: str) -> Layout:
    """Return the layout of the interview at `position` (from 0): they take turns."""
    choice = RECORDED if style == "asr-lower" else LAYOUTS
    return choice[position % len(choice)]


def _cues(turns: Sequence[GoldTurn]) -> Iterator[_Cue]:
    now = 0.0
    for turn in turns:
        words = turn.text.split(" ")
        for first in range(0, len(words), _WORDS_A_CUE):
            cut = words[first : first + _WORDS_A_CUE]
            end = now + len(cut) / _WORDS_A_SECOND
            yield _Cue(turn.name, " ".join(cut), now, end)
            now = end
        now += _PAUSE_S


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _vtt_escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _markdown_escaped(text: str) -> str:
    return text.replace("*", "\\*").replace("_", "\\_")


def _without_clock(package: bytes) -> bytes:
    """Return a zip file with the dates of its members set to one day: same turns, same bytes."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            dated = zipfile.ZipInfo(member.filename, _ZIP_EPOCH)
            new.writestr(dated, old.read(member), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
