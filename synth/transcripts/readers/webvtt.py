"""WebVTT captions of any vintage: Teams, Zoom, TheirStory, Whisper, Webex.

A tolerant parser: times without padding or below zero, voices never closed, cues without blank
lines between them and cues out of order are read as they stand; nothing is dropped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from synth.transcripts.captions import Cue, captions_script
from synth.transcripts.script import EXPORTER, LABELS, Opened, Reader, Script, Tally

_STAMP: Final = r"-?\d+(?::-?\d+){1,2}(?:[.,]-?\d+)?"
_TIMING: Final = re.compile(rf"\s*({_STAMP})\s*-->\s*({_STAMP})[^\n]*\Z")
_PLAIN: Final = re.compile(r"\d\d:\d\d:\d\d\.\d{3}")
_HEAD: Final = re.compile(r"\s*WEBVTT\b")
_BLOCK: Final = re.compile(r"(?:NOTE|STYLE|REGION)\b")
_ID: Final = re.compile(r"\s*(?:\d+|[0-9a-f]{8}-[\w/-]+|\d+ \".+\" \(\d+\)|[\w./-]{1,60})\s*\Z")
_WEBEX: Final = re.compile(r"\s*\d+ \"(.+)\" \(\d+\)\s*\Z")
_VOICE: Final = re.compile(r"<v(?:\.[\w.-]+)?\s+([^>\n]{1,120})>")
_ONE_VOICE: Final = re.compile(r"\s*<v(?:\.[\w.-]+)?\s+([^>\n]{1,120})>([^<]*)(?:</v>)?\s*")
_TAG: Final = re.compile(r"</?(?:[a-zA-Z][^<>\n]{0,120}|\d[\d:.]*)?>")


@dataclass(slots=True)
class _Open:
    """The cue being read, its lines still as in the file."""

    start_s: float
    label: str | None = None
    lines: list[str] = field(default_factory=list)


def read_captions(text: str, form: str, names: frozenset[str]) -> Script:
    """Return the script of timed captions, WebVTT or SubRip."""
    text = html.unescape(_protected(text))
    tally = Tally(text)
    cues = [cue for block in _cues(text.split("\n"), tally) for cue in _voices(block, tally)]
    return captions_script(form, cues, tally, names)


def _read(opened: Opened) -> Script:
    text = opened.text or ""
    return replace(read_captions(text, "vtt", opened.names), exporter=_exporter(text))


def _protected(text: str) -> str:
    # "&lt;" must not become a tag.
    return text.replace("&lt;", "‹").replace("&gt;", "›")


def _cues(lines: Sequence[str], tally: Tally) -> Iterator[_Open]:
    cue: _Open | None = None
    for i, line in enumerate(lines):
        timing = _TIMING.match(line) if "-->" in line else None
        if timing:
            if cue:
                yield cue
            cue = _Open(_seconds(timing[1]), _webex_name(lines, i))
            tally.leave(line, LABELS)
        elif cue and line.strip() and not _is_id(lines, i):
            cue.lines.append(line)
        elif cue and not line.strip() and cue.lines:
            yield cue
            cue = None
        else:
            tally.leave(line, LABELS if _is_id(lines, i) else EXPORTER)
    if cue:
        yield cue


def _is_id(lines: Sequence[str], i: int) -> bool:
    following = i + 1 < len(lines) and "-->" in lines[i + 1] and _TIMING.match(lines[i + 1])
    return bool(following) and bool(_ID.match(lines[i]))


def _webex_name(lines: Sequence[str], i: int) -> str | None:
    named = _WEBEX.match(lines[i - 1]) if i and lines[i - 1] else None
    return named[1] if named else None


def _voices(block: _Open, tally: Tally) -> Iterator[Cue]:
    """Cut a cue at its voice tags: several people may speak in one."""
    text = "\n".join(block.lines)
    if "<" not in text:
        yield from _cue(block.start_s, block.label, text)
        return
    pieces = list(_pieces(text, block.label))
    tally.leave(text, LABELS, kept=" ".join(said for _, said in pieces))
    for label, said in pieces:
        yield from _cue(block.start_s, label, said)


def _pieces(text: str, label: str | None) -> Iterator[tuple[str | None, str]]:
    """Yield what each voice says, without tags."""
    alone = _ONE_VOICE.fullmatch(text)
    if alone:
        yield _voice_name(alone[1]), alone[2]
        return
    at = 0
    for voice in _VOICE.finditer(text):
        if voice.start() > at:
            yield label, _without_tags(text[at : voice.start()])
        label, at = _voice_name(voice[1]), voice.end()
    yield label, _without_tags(text[at:])


def _without_tags(text: str) -> str:
    return _TAG.sub("", text.replace("</v>", " "))


def _voice_name(name: str) -> str:
    return name.strip().rstrip(":").strip()


def _cue(start_s: float, label: str | None, said: str) -> Iterator[Cue]:
    if "\n" not in said:  # what most cues can be spared
        bare = said.strip()
        lines: tuple[str, ...] = (bare,) if bare else ()
    else:
        lines = tuple(bare for line in said.split("\n") if (bare := line.strip()))
    if lines:
        yield Cue(start_s, label, lines)


def _seconds(stamp: str) -> float:
    if _PLAIN.fullmatch(stamp):
        hours, minutes, seconds = stamp.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    clock, _, fraction = stamp.replace(",", ".").replace(".-", ".").partition(".")
    total = 0
    for part in clock.split(":"):
        total = total * 60 + int(part)
    if not fraction:
        return max(0.0, float(total))
    # Teams leaves the zeros out: 0:0:10.20 is 20 ms after ten.
    unpadded = len(clock) > 1 and clock[1] == ":" and len(fraction) < 3
    part_s = int(fraction) / (1000 if unpadded else 10 ** len(fraction))
    return max(0.0, total + part_s)


def _exporter(text: str) -> str:
    if re.search(
        r"^[0-9a-f]{8}-[0-9a-f-]{27}/\d+-\d+$|^\d:\d:-?\d{1,2}\.-?\d{1,3} -->", text, re.MULTILINE
    ):
        return "Microsoft Teams"
    if "<v " in text:
        if re.search(r"<v [^>\n]+:>", text):
            return "TheirStory"
        return "Microsoft Teams" if "</v>" in text else ""
    if re.search(r"^\d+\n[\d:.]+ --> [\d:.]+\n[^\n:]{1,60}: ", text, re.MULTILINE):
        return "Zoom"
    if re.match(r"\s*WEBVTT\n\n(?:\d\d:)?\d\d:\d\d\.\d{3} --> [^\n]*\n[^\n<]+\n\n", text):
        return "Whisper"
    return ""


def _recognises(opened: Opened) -> bool:
    text = opened.text
    if text is None:
        return False
    lines = text[:4000].split("\n")
    return bool(_HEAD.match(text)) or any(_TIMING.match(line) for line in lines)


READER: Final = Reader("vtt", _recognises, _read)
