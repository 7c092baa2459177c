"""What one line could be: a label and words, in any of the layouts that exporters write."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from synth.transcripts.noise import CLOCK


class Layout(StrEnum):
    """How a label is set off from the words."""

    COLON = "Name: words"
    BOLD = "**Name** words"
    HEADING = "# Name"
    TIMED = "Name 0:00"
    ABOVE_TIME = "Name, and 0:00 on the next line"
    DASH = "N - words"
    TAB = "Name<tab>words"
    ALONE = "Name on its own line"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that opens with a label: the label, the words after it, and the time if told."""

    layout: Layout
    label: str = field(repr=False)
    rest: str = field(repr=False)
    start_s: float | None = None


_DAY: Final = rf"\[[^\[\]]{{0,30}}?{CLOCK}(?:\s?[AaPp][Mm])?\]"
_SPELT: Final = r"(?:\d+ hours? )?(?:\d+ minutes? )?\d+ seconds?"
_TIME: Final = rf"(?:{_DAY}|[(<]?{CLOCK}(?:\s?[AaPp][Mm]\b)?[)>]?)"
_RANGE: Final = rf"{_TIME}(?:\s*(?:-->|[-–—])\s*{_TIME})?"
_LEAD: Final = re.compile(rf"({_RANGE})[ \t]*[-–—|:]?[ \t]*")
_TRAIL: Final = re.compile(rf"[ \t]*[-–—|,]?[ \t]*[\[(]?({_RANGE}|{_SPELT})[\])]?$")
_DATED: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday|Today|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})"
    rf",? {CLOCK}(?:\s?[AaPp][Mm])?"
)
_ONLY_TIME: Final = re.compile(rf"(?:{_RANGE}|{_SPELT}(?:{CLOCK})?|{_DATED})\Z")
_COLON: Final = re.compile(r"([^:\t]{1,70}?)\s?:(?!//)(?=\s|$|[^\d\s])\s*(.*)", re.DOTALL)
_NAME_TIME_COLON: Final = re.compile(rf"(.{{1,70}}?)[ \t]*[\[(]({CLOCK})[\])][ \t]*:?[ \t]*(.*)")
_INLINE: Final = re.compile(rf"(\S.{{0,60}}?)[ \t]+({CLOCK})[ \t]+(\S.*)")
_DASH: Final = re.compile(r"([^\s–—-][^–—-]{0,30}?)\s+[–—-]{1,2}\s+(\S.*)")
_TAB: Final = re.compile(r"([^\t]{1,60}?)\t+(\S.*)")
_BOLD: Final = re.compile(r"(\*\*|__)(?P<inner>.{1,90}?)\1[ \t]*(?P<after>.*)")
_HEADING: Final = re.compile(r"#{1,6}[ \t]+(.{1,70}?)[ \t]*#*$")
_CLOCK: Final = re.compile(CLOCK)
_NUMBER: Final = re.compile(r"\d+")


def seconds(text: str) -> float | None:
    """Return the first time in `text` in seconds: `1:02:03.5`, `2:03` or `2 minutes 3 seconds`."""
    clock = _CLOCK.search(text)
    if clock:
        parts = [float(p) for p in clock.group().replace(",", ".").split(":")]
    elif "second" in text:
        parts = [float(p) for p in _NUMBER.findall(text)]
    else:
        return None
    total = 0.0
    for part in parts:
        total = total * 60 + part
    return total


def is_time(line: str) -> bool:
    """Tell whether a line holds nothing but a time stamp or a range of two."""
    return bool(_ONLY_TIME.match(line.strip().strip("*").strip()))


def readings_of(line: str) -> list[Labelled]:
    """Return every layout that a line could be, the likeliest first; empty where it is none."""
    bare = line.strip()
    if not bare or bare.startswith(">"):
        return []
    heading = _HEADING.match(bare)
    if heading:
        return [Labelled(Layout.HEADING, heading[1].strip("*: "), "")]
    if is_time(bare):
        return []
    tries = (_bold, _timed, colon_label, _dash, _tab, _alone)
    return [reading for attempt in tries if (reading := attempt(bare))]


def _bold(bare: str) -> Labelled | None:
    match = _BOLD.match(bare)
    if not match:
        return None
    inner, after = match["inner"].strip(), match["after"]
    inner, start = _without_time(inner.rstrip(": "))
    label = inner.rstrip(": ")
    return Labelled(Layout.BOLD, label, after.lstrip(": \t"), start) if label else None


def _timed(bare: str) -> Labelled | None:
    lead = _LEAD.match(bare)
    if lead and lead.end() < len(bare):
        return _after_time(bare[lead.end() :], seconds(lead[1]))
    for pattern in (_NAME_TIME_COLON, _INLINE):
        match = pattern.match(bare)
        if match and len(match[1]) < 60:
            label = match[1].strip("*[]: ")
            return Labelled(Layout.TIMED, label, match[3], seconds(match[2]))
    trail = _TRAIL.search(bare) if len(bare) < 100 else None
    if trail and trail.start():
        label = bare[: trail.start()].strip("*[]: ")
        return Labelled(Layout.TIMED, label, "", seconds(trail[1]))
    return None


def _after_time(rest: str, start: float | None) -> Labelled | None:
    named = _bold(rest) or colon_label(rest)
    if named:
        return replace(named, start_s=start, layout=Layout.COLON)
    tab = _TAB.match(rest)
    if tab:
        return Labelled(Layout.TIMED, tab[1].strip(), tab[2], start)
    return Labelled(Layout.TIMED, rest.strip("*[] "), "", start) if len(rest) < 70 else None


def colon_label(bare: str) -> Labelled | None:
    """Return the `Name:` that a stripped line opens with, or None."""
    match = _COLON.match(bare)
    if not match:
        return None
    label, start = _without_time(match[1].strip().strip("*"))
    rest = match[2].lstrip("* \t")
    lead = _LEAD.match(rest)
    if lead and not start:
        start, rest = seconds(lead[1]), rest[lead.end() :]
    return Labelled(Layout.COLON, label.strip("[] "), rest, start)


def _dash(bare: str) -> Labelled | None:
    match = _DASH.match(bare)
    return Labelled(Layout.DASH, match[1].strip("*[]() "), match[2]) if match else None


def _tab(bare: str) -> Labelled | None:
    match = _TAB.match(bare)
    return Labelled(Layout.TAB, match[1].strip("* "), match[2]) if match else None


def _alone(bare: str) -> Labelled | None:
    return Labelled(Layout.ALONE, bare.strip("*[] "), "") if len(bare) <= 40 else None


def _without_time(label: str) -> tuple[str, float | None]:
    lead = _LEAD.match(label)
    if lead:
        return label[lead.end() :].strip(), seconds(lead[1])
    trail = _TRAIL.search(label)
    if trail and trail.start():
        return label[: trail.start()].strip(), seconds(trail[1])
    return label, None
