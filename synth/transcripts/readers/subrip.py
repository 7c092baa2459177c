"""SubRip captions (.srt); a colour that stands for a speaker is read as one."""

from __future__ import annotations

import re
from typing import Final

from synth.transcripts.readers.webvtt import read_captions
from synth.transcripts.script import Opened, Reader, Script

_TIMING: Final = re.compile(r"^\s*\d+:\d{2}:\d{2},\d{1,3}\s*-->\s*\d+:\d{2}:\d{2},\d", re.MULTILINE)
_COLOUR: Final = re.compile(
    r"\{\\(?:1?c)&H(?P<ass>[0-9A-Fa-f]{6})&\}|<font color=\"?(?P<font>#?\w+)\"?>"
)
_OTHER_CODE: Final = re.compile(r"\{\\[^{}]{0,40}\}")


def _read(opened: Opened) -> Script:
    text = opened.text or ""
    colours = {m["ass"] or m["font"]: None for m in _COLOUR.finditer(text)}
    if len(colours) > 1:
        names = {colour: f"Speaker {n}" for n, colour in enumerate(colours, 1)}
        text = _COLOUR.sub(lambda m: f"<v {names[m['ass'] or m['font']]}>", text)
    return read_captions(_OTHER_CODE.sub("", text), "srt", opened.names)


def _recognises(opened: Opened) -> bool:
    text = (opened.text or "")[:4000]
    return not text.lstrip().startswith("WEBVTT") and bool(_TIMING.search(text))


READER: Final = Reader("srt", _recognises, _read)
