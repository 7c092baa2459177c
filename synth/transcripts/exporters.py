"""Lines that exporters add to a transcript, and which exporter wrote it."""

from __future__ import annotations

import re
from typing import Final

_BOILERPLATE: Final = re.compile(
    r"transcribed by .{0,80}|transcri(?:pt|ption) (?:by|provided by|powered by) .{0,80}"
    r"|this transcript was (?:exported|generated|produced|edited) .{0,120}"
    r"|(?:auto(?:matically)?|ai)[- ]generated (?:by|transcript|content) ?.{0,80}"
    r"|.{1,80} (?:started|stopped) (?:the )?(?:transcription|recording)\.?"
    r"|.{1,60} (?:joined|left) the (?:meeting|call|conversation)\.?"
    r"|\d+ (?:\S+ )?reactions?\.?|(?:heart|like|laugh|surprised|sad|angry) \d+"
    r"|begin reference, .{1,120} by .{1,60}|.{1,60}(?:\.{3}|…) by .{1,60}"
    r"|page \d+(?: of \d+)?|audio file|transcript(?:ion)?:?|speakers?:?|keywords:?"
    r"|[\[(*\-\s]*(?:begin|start|end) of (?:the )?(?:transcript\w*|interview|recording|audio|tape"
    r"|file|meeting|call|session)\b.{0,60}"
    r"|[\[(*\-\s]*(?:recording|transcription|audio|tape|interview|transcript|meeting) "
    r"(?:starts?|started|ends?|ended|begins?|concluded|stopped|complete)[\])*.\-\s]*"
    r"|.{1,80}\.(?:mp[34]|m4a|wav|mov|avi|webm|ogg|aac)"
    r"|(?:copyright|©|\(c\)) .{0,80}|all rights reserved\.?"
    r"|(?:\d+h )?\d+m(?: \d+s)?|\d+ ?(?:min(?:utes)?|sec(?:onds)?)"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r" \d{1,2}, \d{4},?(?: \d{1,2}:\d{2} ?(?:am|pm)?)?",
    re.IGNORECASE,
)
_LONGEST: Final = 200
_SIGNS: Final = (
    ("Otter", re.compile(r"otter\.ai", re.IGNORECASE)),
    ("Rev", re.compile(r"rev\.com", re.IGNORECASE)),
    ("Microsoft Teams", re.compile(r"(?:started|stopped) transcription$", re.MULTILINE)),
    ("Microsoft Teams", re.compile(r"^\S.{0,80} (?:joined|left) the meeting$", re.MULTILINE)),
    (
        "Microsoft Teams",
        re.compile(
            r"^\S[^\n:]{0,60}?(?: {3}\d{1,2}:\d{2}| \d+ minutes? \d+ seconds?)", re.MULTILINE
        ),
    ),
    ("Word Transcribe", re.compile(r"^Audio file$", re.MULTILINE)),
    ("Otter", re.compile(r"^\S[^\n:]{0,40} {1,3}\d{1,2}:\d{2}[ \t]*$", re.MULTILINE)),
)


def is_boilerplate(line: str) -> bool:
    """Tell whether a whole line was added by an exporter: a footer, "Page 3", "… joined"."""
    bare = line.strip().strip("*_# ").strip()
    return len(bare) < _LONGEST and bool(_BOILERPLATE.fullmatch(bare))


def exporter_of(text: str) -> str:
    """Return the name of the program that wrote a text, or an empty string."""
    for name, sign in _SIGNS:
        if sign.search(text):
            return name
    return ""
