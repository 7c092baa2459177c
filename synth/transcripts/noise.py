"""Marks that transcribers and exporters put into speech, and how they are taken out."""

from __future__ import annotations

import re
from typing import Final

from synth.transcripts.script import MARKS, Tally

CLOCK: Final = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_HEARD: Final = (
    r"(?:inaudible|unintelligible|indiscernible|indistinct|unclear|no audio|cross-?\s?talk"
    r"|overtalk(?:ing)?|overspeaking|overlapping|speaking simultaneously|simultaneous|speaking in"
    r"|foreign language|non-english|laugh(?:s|ter|ing|ed)?|chuckl(?:es?|ing)|giggl(?:es?|ing)"
    r"|sighs?|coughs?|coughing|sneezes?|clears throat|clearing throat|applause|clapping"
    r"|off mic)\b[^\[\](){}]{0,40}"
    r"|(?:[\w'’.]+ ){1,2}(?:laughs?|chuckles?|sighs?|coughs?|whispers?|nods?)|whispers?|whispering"
    r"|(?:(?:long |short |brief )?(?:pause[sd]?|silence)|(?:background )?(?:noise|music|chatter)"
    r"|music plays|music playing|phone rings|phone ringing|beep|disfmarker|vocalsound|gap"
    r"|phonetic|sic)"
)
_MARK: Final = re.compile(
    rf"\[\s*(?:{_HEARD})\s*\]|\(\s*(?:{_HEARD})\s*\)"
    r"|\{\s*\w+\s*\}"
    rf"|(?<!\*)\*(?:{_HEARD})\*(?!\*)"
    rf"|[\[(<{{]\s*{CLOCK}\s*(?:[-–—]+>?\s*{CLOCK}\s*)?[\])>}}]"
    r"|(?<![\d:])\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?![\d:])",
    re.IGNORECASE,
)
_GUESS: Final = re.compile(
    rf"\[(?!\s*(?:{_HEARD})\s*\])([^\[\]]{{1,60}}?)\s+{CLOCK}\s*\]", re.IGNORECASE
)
_MAY_MARK: Final = re.compile(r"[\[({<*]|\d:\d\d:\d")
_DOUBT: Final = re.compile(r"\s?[\[(]\?+[\])]")


def clean_speech(text: str, tally: Tally) -> str:
    """Return `text` without marks of transcribers, its white space single; count what went.

    A guess with a time, `[Zero 00:01:41]`, keeps its words.
    """
    if not _MAY_MARK.search(text):  # what most speech can be spared
        return " ".join(text.split()) if any(map(str.isalnum, text)) else _all_marks(text, tally)
    spaced = _MARK.sub(_apart, text)
    tally.words_in += len(spaced.split()) - len(text.split())
    kept = " ".join(_DOUBT.sub("", _MARK.sub(" ", _GUESS.sub(r"\1", spaced))).split())
    if not any(character.isalnum() for character in kept):
        kept = ""
    tally.leave(spaced, MARKS, kept=kept)
    return kept


def _all_marks(text: str, tally: Tally) -> str:
    tally.leave(text, MARKS)
    return ""


def _apart(match: re.Match[str]) -> str:
    # A mark glued to words on both sides would otherwise join or split them uncounted.
    return f" {match.group()} "
