"""Telephone numbers, in digits or spoken out digit by digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synth.privacy.matches import PATTERN, Match
from synth.privacy.reading import Reading
from synth.privacy.search import Search

_DIGIT = "zero|oh|nought|one|two|three|four|five|six|seven|eight|nine"
_TENS = "ten|eleven|twelve|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|hundred"
_SPOKEN = re.compile(
    rf"\b(?:plus[ ,-]+)?(?:(?:double|triple)[ -]+)?(?:{_DIGIT})\b"
    rf"(?:[ ,.-]+(?:and )?(?:(?:double|triple)[ -]+)?(?:{_DIGIT}|{_TENS}|\d)\b)+",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"(?<![\w.,])\+?\(?\d(?:[ ()./-]{0,2}\d){6,14}(?![\w%])")
_YEARS = re.compile(r"(?:19|20)\d\d\D+(?:19|20)?\d\d(?:\D+\d\d)?")
_FEWEST_DIGITS = 7


def find_phones(reading: Reading, search: Search) -> Iterator[Match]:  # noqa: ARG001
    """Yield every telephone number."""
    for start, end in _written(reading.text):
        yield Match(start, end, "phone", "phones", "digits of a number", PATTERN)
    for found in _SPOKEN.finditer(reading.text):
        if _spoken_digits(found.group()) >= _FEWEST_DIGITS:
            yield Match(*found.span(), "phone", "phones", "digits spoken out", PATTERN)


def _written(text: str) -> Iterator[tuple[int, int]]:
    import phonenumbers

    if sum(c.isdigit() for c in text) < _FEWEST_DIGITS:
        return
    possible = phonenumbers.Leniency.POSSIBLE
    for found in phonenumbers.PhoneNumberMatcher(text, "GB", leniency=possible):
        digits = sum(c.isdigit() for c in found.raw_string)
        if digits >= _FEWEST_DIGITS and not _YEARS.fullmatch(found.raw_string):
            yield found.start, found.end
    for group in _GROUPS.finditer(text):
        if not _YEARS.fullmatch(group.group()):
            yield group.span()


def _spoken_digits(text: str) -> int:
    """Return how many digits were spoken; "one, two, three" of a list are too few."""
    words = re.findall(r"[a-z]+|\d", text.lower())
    doubled = 2 * words.count("triple") + words.count("double")
    return doubled + sum(bool(re.fullmatch(rf"{_DIGIT}|{_TENS}|\d", w)) for w in words)
