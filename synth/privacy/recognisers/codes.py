"""Codes that lead to one person, contract or account: IBAN, card, ticket and customer numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synth.privacy.matches import PATTERN, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_CODES = (
    (re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b"), "bank account"),
    (re.compile(r"\b(?:\d[ -]?){13,19}\b"), "card number"),
    (re.compile(r"\b(?=[A-Z0-9-]*\d{4})[A-Z]{2,6}-?\d{4,}(?:-\d+)*\b"), "letters and digits"),
    (re.compile(r"(?<![\w.,])\d{7,}(?![\w.,%]\d)"), "long number"),
    (re.compile(r"(?<![\w@])@[A-Za-z_]\w{2,}"), "handle"),
    (re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b"), "network address"),
)


def find_codes(reading: Reading, search: Search) -> Iterator[Match]:  # noqa: ARG001
    """Yield every code."""
    for pattern, what in _CODES:
        for found in pattern.finditer(reading.text):
            yield Match(*found.span(), "id", "codes", what, PATTERN - 0.1)
