"""The head of a transcript that says who is who: "[I] – Interviewer", "Interviewer: Ada Roe"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from synth.records.people import Part
from synth.transcripts.layouts import Labelled
from synth.transcripts.names import has_name_shape, label_key, role_part

_LINES: Final = 15
_SHORTEST_ROLE: Final = 3
_PAIR: Final = re.compile(
    r"(?P<left>[^–—=:]{1,40}?)\s*[\])]?\s*(?:[–—=:]|\s-\s)\s*(?P<right>.{1,40})\Z"
)
_APART: Final = re.compile(r"\t+|;|,\s|\s{2,}")


def read_legend(
    lines: Sequence[str], labels: Sequence[Labelled | None]
) -> tuple[dict[str, Part], frozenset[int]]:
    """Return the parts that the head tells, by label key, and the positions of its lines."""
    counts = Counter(label_key(found.label) for found in labels if found)
    head = [i for i, line in enumerate(lines) if line.strip()][:_LINES]
    parts: dict[str, Part] = {}
    used: set[int] = set()
    for i in head:
        told = _told(lines[i], counts)
        if told:
            parts.update(told)
            used.add(i)
    return parts, frozenset(used)


def _told(line: str, counts: Counter[str]) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    for piece in _APART.split(line.strip()):
        pair = _PAIR.match(piece.strip())
        if not pair:
            return {}
        left, right = pair["left"].strip("[]()*_ "), pair["right"].strip("[]()*_ ")
        left_part, right_part = _spelt_role(left), _spelt_role(right)
        if right_part and counts[label_key(left)] > 1:
            parts[label_key(left)] = right_part
        elif left_part and counts[label_key(left)] <= 1 and _is_name(right, counts):
            parts[label_key(right)] = parts[label_key(right.split()[0])] = left_part
    return parts


def _spelt_role(words: str) -> Part | None:
    # "Q" or "recording" opens speech as well as a legend; "Interviewer" does not.
    part = role_part(words) if len(words) > _SHORTEST_ROLE else None
    return None if part is Part.BYSTANDER else part


def _is_name(words: str, counts: Counter[str]) -> bool:
    if not words or not has_name_shape(words):
        return False
    known = counts[label_key(words)] or counts[label_key(words.split(maxsplit=1)[0])]
    return bool(known) or (len(words.split()) > 1 and words == words.title())
