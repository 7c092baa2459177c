"""E-mail addresses, written or spoken ("jane dot doe at acme dot com")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synth.privacy.matches import PATTERN, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_WRITTEN = re.compile(r"[\w.+%-]+ ?@ ?[\w-]+(?:\.[\w-]+)+|[\w.+%-]+@[\w-]+")
_PART = r"[\w-]+"
_JOIN = r"(?: (?:dot|underscore|dash|hyphen|minus|point) | ?[._-] ?)"
_SPOKEN = re.compile(
    rf"\b(?:{_PART}{_JOIN})*{_PART} (?:at|@) (?:{_PART} (?:dash|hyphen|minus) )*"
    rf"{_PART}(?:(?: dot | point | ?\. ?)[\w-]{{2,}})+\b",
    re.IGNORECASE,
)
_SPOKEN_SHORT = re.compile(
    rf"\b{_PART}(?: (?:dot|underscore) {_PART})+ at {_PART}\b", re.IGNORECASE
)
_DOT = re.compile(r" dot | point |\.", re.IGNORECASE)


def find_emails(reading: Reading, search: Search) -> Iterator[Match]:  # noqa: ARG001
    """Yield every e-mail address, written or spoken out."""
    for found in _WRITTEN.finditer(reading.text):
        end = found.end() - (found.group().endswith("."))
        yield Match(found.start(), end, "email", "emails", "written address", PATTERN)
    for found in _SPOKEN.finditer(reading.text):
        if _said_as_address(found.group()):
            yield Match(found.start(), found.end(), "email", "emails", "spoken address", PATTERN)
    for found in _SPOKEN_SHORT.finditer(reading.text):
        yield Match(found.start(), found.end(), "email", "emails", "spoken address", PATTERN)


def _said_as_address(text: str) -> bool:
    """Whether the part behind "at" is a host: "met at 9. Then" is none."""
    host = re.split(r" (?:at|@) ", text, flags=re.IGNORECASE)[-1]
    return re.search(r" (?:dot|point) ", host) is not None or bool(
        re.search(r"\w\.[a-z]{2,6}$", host)
    )
