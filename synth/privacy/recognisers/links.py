"""Addresses on the web, written or spoken ("acme dot com slash team")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synth.privacy.matches import PATTERN, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_ENDINGS = (
    "com|org|net|edu|gov|info|biz|io|ai|app|dev|eu|de|fr|uk|us|ca|au|ch|at|it|es|nl|be|se|no|dk|"
    "fi|pl|pt|br|in|jp|cn|kr|sg|za|ng|gh|mx|ie|nz|ae|tr|vn|example|local|cloud|tech"
)
_WRITTEN = re.compile(
    rf"\b(?:https?://|www\.)[^\s<>\"')\]]+|\b[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})(?:/[^\s<>\"')\]]*)?\b"
)
_SPOKEN = re.compile(
    rf"\b(?:(?:w w w|www|double u double u double u) dot )?[\w-]+(?: (?:dot|dash) [\w-]+)*"
    rf" dot (?:{_ENDINGS}|co)\b(?: dot (?:{_ENDINGS})\b)?(?: slash [\w-]+)*",
    re.IGNORECASE,
)


def find_links(reading: Reading, search: Search) -> Iterator[Match]:  # noqa: ARG001
    """Yield every web address."""
    for pattern, how in ((_WRITTEN, "written"), (_SPOKEN, "spoken")):
        for found in pattern.finditer(reading.text):
            end = found.start() + len(found.group().rstrip(".,;:!?"))
            yield Match(found.start(), end, "link", "links", f"{how} address", PATTERN)
