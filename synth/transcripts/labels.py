"""Which lines open with the name of a speaker.

Two passes: every line is read as each layout that it could be, then the labels that the file as a
whole bears out are kept. "Note: …" in somebody's answer is not a speaker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from synth.transcripts.layouts import Labelled, Layout, colon_label, is_time, readings_of
from synth.transcripts.names import (
    has_loose_shape,
    has_name_shape,
    is_diarised,
    is_spelt_role,
    label_key,
    role_part,
    without_handle,
)

_SURE: Final = (Layout.COLON, Layout.TIMED, Layout.ABOVE_TIME, Layout.BOLD)
_WEAK: Final = (Layout.HEADING, Layout.DASH, Layout.TAB, Layout.ALONE)
_LONG: Final = 5
_OFTEN: Final = 7
_WELL_LABELLED: Final = 0.9
_NOBODY: Final[frozenset[str]] = frozenset()


def find_labels(lines: Sequence[str], names: frozenset[str] = _NOBODY) -> list[Labelled | None]:
    """Return for each line the label that it opens with, or None, in time linear in the text.

    Args:
        lines: the lines of the file.
        names: label keys of known people, whose names are labels even where they open one line.
    """
    readings = [readings_of(line) for line in lines]
    for i, line in enumerate(lines[1:], 1):
        if is_time(line) and _may_stand_above(lines[i - 1], readings[i - 1]):
            label = lines[i - 1].strip().strip("*[] ")
            readings[i - 1] = [Labelled(Layout.ABOVE_TIME, label, "")]
    return _chosen(readings, sum(bool(line.strip()) for line in lines), names)


def find_colon_labels(
    lines: Sequence[str], names: frozenset[str] = _NOBODY
) -> list[Labelled | None]:
    """Return for each line its `Name:` label, or None: for captions, which know no other layout."""
    readings = [colon_label(line.strip()) for line in lines]
    found = _chosen([[r] if r else [] for r in readings], len(lines), names)
    if sum(map(bool, found)) < max(4, _WELL_LABELLED * len(lines)):
        return found
    # Where nearly every caption is labelled, a name that is heard once is a name too.
    return [
        f or (r if r and has_loose_shape(r.label) else None)
        for f, r in zip(found, readings, strict=True)
    ]


def _may_stand_above(line: str, options: Sequence[Labelled]) -> bool:
    return bool(line.strip()) and all(option.layout in _WEAK for option in options)


def _chosen(
    readings: Sequence[Sequence[Labelled]], lines: int, names: frozenset[str]
) -> list[Labelled | None]:
    accepted = _Evidence.of(readings, lines, names).accepted()
    return [
        next((r for r in options if label_key(r.label) in accepted.get(r.layout, ())), None)
        for options in readings
    ]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How often each label opens a line in each layout, and what it looks like."""

    counts: dict[Layout, Counter[str]] = field(repr=False)
    shapes: dict[str, str] = field(repr=False)
    lines: int
    names: frozenset[str] = field(repr=False)

    @classmethod
    def of(
        cls, readings: Sequence[Sequence[Labelled]], lines: int, names: frozenset[str]
    ) -> _Evidence:
        counts: dict[Layout, Counter[str]] = {layout: Counter() for layout in Layout}
        shapes: dict[str, str] = {}
        for options in readings:
            for reading in options:
                key = label_key(reading.label)
                counts[reading.layout][key] += 1
                shapes.setdefault(key, reading.label)
        return cls(counts, shapes, lines, names)

    def accepted(self) -> dict[Layout, set[str]]:
        """Return the keys of the labels that are speakers, by the layouts that show them."""
        sure = self._sure()
        if sure:
            # A label known from elsewhere also counts as a heading, which no one says aloud.
            return dict.fromkeys((*_SURE, Layout.HEADING), sure)
        for layout in _WEAK:
            kept = {key for key, _ in self._borne_out(layout)}
            kept |= self._beside_diarised(layout, kept)
            spoken = sum(self.counts[layout][key] for key in kept)
            if spoken >= 3 and (spoken * 4 >= self.lines or layout is Layout.HEADING):
                return {layout: kept}
        return {}

    def _beside_diarised(self, layout: Layout, kept: set[str]) -> set[str]:
        """Return further labels of a program: where "Speaker 1" speaks, "Speaker" does too."""
        if not any(is_diarised(self.shapes[key]) for key in kept):
            return set()
        return {key for key in self.counts[layout] if key and is_diarised(self.shapes[key])}

    def _sure(self) -> set[str]:
        """Return the labels of the file's main layout, and those of others that fit in with it."""
        kept = {layout: dict(self._borne_out(layout)) for layout in _SURE}
        main = max(_SURE, key=lambda layout: sum(kept[layout].values()))
        sure = set(kept[main])
        for layout in _SURE:
            for key, count in kept[layout].items():
                timed = layout is Layout.TIMED and count > 1
                if timed or key in self.names or role_part(self.shapes[key]):
                    sure.add(key)
        total = sum(kept[layout].get(key, 0) for layout in _SURE for key in sure)
        told = any(key in self.names or role_part(self.shapes[key]) for key in sure)
        return sure if total >= 2 or told else set()

    def _borne_out(self, layout: Layout) -> Iterator[tuple[str, int]]:
        for key, count in self.counts[layout].items():
            if key and self._is_label(key, count, layout):
                yield key, count

    def _is_label(self, key: str, count: int, layout: Layout) -> bool:
        label = self.shapes[key]
        if layout in _SURE and key in self.names:
            return True
        if not has_name_shape(label):
            # Two words in small letters are a name only where they open line after line.
            often = count > 1 and _OFTEN * count >= self.lines
            return layout is Layout.COLON and often and has_loose_shape(label)
        surely = count > 1 or label[:1].isupper() or is_spelt_role(label)
        if layout is Layout.TIMED or (role_part(label) and surely):
            return True
        return count >= _needed(label, layout)


def _needed(label: str, layout: Layout) -> int:
    """Return how many lines a label must open to be believed."""
    several = 1 < len(without_handle(label).split()) < _LONG or any(c.isdigit() for c in label)
    if layout is Layout.COLON:
        return 1 if (several and label[:1].isupper()) or label.isupper() else 2
    if layout is Layout.DASH:
        return 2 if len(label) <= 3 else 3
    return 3 if layout is Layout.ALONE and not several else 2
