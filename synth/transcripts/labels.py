"""Which lines open with the name of a speaker, in any of the layouts that exporters write.

Two passes: every line is read as each layout that it could be, then the labels that the file as a
whole bears out are kept. "Note: …" in somebody's answer is not a speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from synth.transcripts.names import has_loose_shape, has_name_shape, label_key, role_part
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
_ONLY_TIME: Final = re.compile(rf"(?:{_RANGE}|{_SPELT}(?:{CLOCK})?)\Z")
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


def find_labels(lines: Sequence[str]) -> list[Labelled | None]:
    """Return for each line the label that it opens with, or None.

    Runs in time linear in the text.
    """
    readings = [_readings(line) for line in lines]
    for i, line in enumerate(lines[1:], 1):
        if is_time(line) and _may_stand_above(lines[i - 1], readings[i - 1]):
            label = lines[i - 1].strip().strip("*[] ")
            readings[i - 1] = [Labelled(Layout.ABOVE_TIME, label, "")]
    return _chosen(readings, sum(bool(line.strip()) for line in lines))


def find_colon_labels(lines: Sequence[str]) -> list[Labelled | None]:
    """Return for each line its `Name:` label, or None: for captions, which know no other layout."""
    readings = [_colon(line.strip()) for line in lines]
    found = _chosen([[r] if r else [] for r in readings], len(lines))
    if sum(map(bool, found)) < max(4, _WELL_LABELLED * len(lines)):
        return found
    # Where nearly every caption is labelled, a name that is heard once is a name too.
    return [
        f or (r if r and has_loose_shape(r.label) else None)
        for f, r in zip(found, readings, strict=True)
    ]


def _chosen(readings: Sequence[Sequence[Labelled]], lines: int) -> list[Labelled | None]:
    accepted = _accepted(readings, lines)
    return [_first_accepted(options, accepted) for options in readings]


def _may_stand_above(line: str, options: Sequence[Labelled]) -> bool:
    return bool(line.strip()) and all(option.layout in _WEAK for option in options)


def _readings(line: str) -> list[Labelled]:
    bare = line.strip()
    if not bare or bare.startswith(">"):
        return []
    heading = _HEADING.match(bare)
    if heading:
        return [Labelled(Layout.HEADING, heading[1].strip("*: "), "")]
    if is_time(bare):
        return []
    found = [r for r in (_bold(bare), _timed(bare), _colon(bare)) if r]
    return found or [r for r in (_dash(bare), _tab(bare), _alone(bare)) if r]


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
    named = _bold(rest) or _colon(rest)
    if named:
        return replace(named, start_s=start, layout=Layout.COLON)
    tab = _TAB.match(rest)
    if tab:
        return Labelled(Layout.TIMED, tab[1].strip(), tab[2], start)
    return Labelled(Layout.TIMED, rest.strip("*[] "), "", start) if len(rest) < 70 else None


def _colon(bare: str) -> Labelled | None:
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


_SURE: Final = (Layout.COLON, Layout.TIMED, Layout.ABOVE_TIME, Layout.BOLD)
_WELL_LABELLED: Final = 0.9
_WEAK: Final = (Layout.HEADING, Layout.DASH, Layout.TAB, Layout.ALONE)


def _accepted(readings: Sequence[Sequence[Labelled]], lines: int) -> dict[Layout, set[str]]:
    counts: dict[Layout, Counter[str]] = {layout: Counter() for layout in Layout}
    shapes: dict[str, str] = {}
    for options in readings:
        for reading in options:
            key = label_key(reading.label)
            counts[reading.layout][key] += 1
            shapes.setdefault(key, reading.label)
    sure = _sure_labels(counts, shapes)
    if sure:
        return dict.fromkeys((*_SURE, *_weak_too(counts)), sure)
    for layout in _WEAK:
        kept = {k for k, n in counts[layout].items() if _borne_out(k, n, shapes[k], layout)}
        spoken = sum(counts[layout][k] for k in kept)
        if kept and (spoken >= 3 and (spoken * 4 >= lines or layout is Layout.HEADING)):
            return {layout: kept}
    return {}


def _weak_too(counts: dict[Layout, Counter[str]]) -> tuple[Layout, ...]:
    # A label known from elsewhere also counts as a heading, which no one says aloud.
    return (Layout.HEADING,) if counts[Layout.HEADING] else ()


def _sure_labels(counts: dict[Layout, Counter[str]], shapes: dict[str, str]) -> set[str]:
    sure: set[str] = set()
    for layout in _SURE:
        sure |= {k for k, n in counts[layout].items() if _borne_out(k, n, shapes[k], layout)}
    total = sum(counts[layout][k] for layout in _SURE for k in sure)
    return sure if total >= 2 or any(role_part(shapes[k]) for k in sure) else set()


def _borne_out(key: str, count: int, label: str, layout: Layout) -> bool:
    if not key or not has_name_shape(label):
        return False
    if role_part(label) or layout is Layout.TIMED:
        return True
    several = len(label.split()) > 1 or any(c.isdigit() for c in label)
    if layout is Layout.COLON:
        return count >= 2 or (several and label[:1].isupper()) or label.isupper()
    return count >= (3 if layout in (Layout.DASH, Layout.ALONE) else 2)


def _first_accepted(
    options: Sequence[Labelled], accepted: dict[Layout, set[str]]
) -> Labelled | None:
    for reading in options:
        if label_key(reading.label) in accepted.get(reading.layout, ()):
            return reading
    return None
