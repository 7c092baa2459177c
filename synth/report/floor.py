"""The confidentiality floor: how a number of people is written where it may be read by anyone.

A number from 1 up to the floor is written `<3` (the floor); 0 is written, since that nobody said a
thing singles nobody out. A total must not undo that: next to "Partner A: 5, Partner B: <3" an exact
total would give the hidden number away. So a total is a function of the written parts alone, and
tells nothing that they don't: exact while every part is, the part itself where it is the only one,
and otherwise the least that the parts allow, as in `6+`. A part that is counted but not written
out (people whose side is not known) is treated in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable

_WORDS = (
    "nobody", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def shown(people: int, floor: int) -> str:
    """Return a number of people as it may be written: itself, or `<3` below the floor."""
    return f"<{floor}" if 0 < people < floor else str(people)


def shown_total(parts: Iterable[int], floor: int) -> str:
    """Return the sum of `parts` as far as their written forms already tell it."""
    return total_of(shown(part, floor) for part in parts)


def total_of(parts: Iterable[str]) -> str:
    """Return the sum of numbers that are written already, as far as they tell it."""
    heard = [part for part in parts if part != "0"]
    if len(heard) == 1:
        return heard[0]
    least = sum(int(part) if part.isdecimal() else 1 for part in heard)
    return str(least) if all(part.isdecimal() for part in heard) else f"{least}+"


def in_json(written: str) -> int | str:
    """Return what `shown` wrote as a JSON value: a number where it is exact, else the string."""
    return int(written) if written.isdecimal() else written


def in_words(people: int, floor: int) -> str:
    """Return a number of people as a sentence says it: "four people", "fewer than three people"."""
    if not people:
        return "nobody"
    if people < floor:
        return f"fewer than {spelled(floor)} people"
    return "one person" if people == 1 else f"{spelled(people)} people"


def in_short(people: int, floor: int) -> str:
    """Return a number of people as a table says it: "four", "fewer than three", "nobody"."""
    if not people:
        return "nobody"
    return f"fewer than {spelled(floor)}" if people < floor else spelled(people)


def spelled(number: int) -> str:
    """Return a number as a sentence spells it: words up to twelve, digits above."""
    if not number:
        return "no"
    return _WORDS[number] if number < len(_WORDS) else str(number)


def shown_mentions(mentions: int, people: int, floor: int) -> str:
    """Return how often something was said, as it may be written next to `shown(people)`.

    One mention is one person's: where the number of people is hidden, so is a number of mentions
    small enough to tell it.
    """
    return shown(mentions, floor) if people < floor else str(mentions)
