"""Both sides' views of one subject, each with an example that points at nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from synth.protocols import Protocol
from synth.records.kept import KeptFinding, KeptPassage, KeptQuote, KeptResult
from synth.records.meeting import SOMEBODY, Apart, View

_SIDES: Final = ("a", "b")
_TOO_TELLING: Final = 3
_SURE: Final = 0.5
"""Probability from which a passage that no finding quotes is shown as an example."""
_FEWEST_WORDS, _FEWEST_UNCHOSEN, _MOST_WORDS = 12, 18, 60
"""Words of an example: shorter says nothing, longer cannot be read out."""
_SELF: Final = re.compile(
    r"\b(?:I|me|my|mine|myself)\b|\bi(?:'m|'ve|'d|'ll)?\b(?![.)])", re.IGNORECASE
)
_IN_PERSON: Final = re.compile(
    r"\b(?:is|was) (?:me|mine)\b|\bI(?:'m| am| was) (?:the|a|an|in charge|responsible)\b|"
    r"\bmy (?:team|people|department|board|reps|region|boss|staff|job|role)\b|\bworks? for me\b",
    re.IGNORECASE,
)
"""What a speaker says of their own post."""
_MOST_SELF: Final = 2
"""Words about oneself from which an example tells more of the speaker than of the work."""


def views_of(finding: KeptFinding, result: KeptResult) -> tuple[View, ...]:
    """Return how each side speaks of what a concern is about.

    Its subject are the themes of its quotes, within its corner. The finding's own quotes are shown
    before others; a side that does not share the concern is shown by what it says instead.
    """
    quoted = [result.by_id[q.passage] for q in finding.quotes if q.passage in result.by_id]
    themes = {p.theme for p in quoted} - {""}
    about = [
        p
        for p in result.passages
        if p.corner == finding.corner and (p.theme in themes or p in quoted)
    ]
    told = {q.passage: q for q in finding.quotes}
    typical = {p: n for t in result.themes if t.id in themes for n, p in enumerate(t.passages)}
    about.sort(key=lambda p: typical.get(p.id, len(typical)))
    return tuple(_view(side, about, result, told) for side in _SIDES)


def apart(result: KeptResult, protocol: Protocol) -> tuple[Apart, ...]:
    """Return the corners of which the sides' shares of concern lie far apart, the farthest first.

    A side speaks by its people: each by the share of concern in what they say, all alike.
    """
    found = []
    for corner in protocol.corners:
        about = [p for p in result.passages if p.corner == corner.id and p.stance != "neutral"]
        shares = [_share(p for p in about if p.side == side) for side in _SIDES]
        fewest = protocol.ratings.min_people_per_side
        if any(people < fewest for people, _ in shares):
            continue
        distance = abs(shares[0][1] - shares[1][1])
        if distance >= protocol.ratings.sides_apart:
            found.append((distance, Apart(corner.id, _opposed(about, result, shares))))
    return tuple(one for _, one in sorted(found, key=lambda pair: -pair[0]))


def _opposed(
    about: Sequence[KeptPassage], result: KeptResult, shares: Sequence[tuple[int, float]]
) -> tuple[View, ...]:
    """Return each side's view with an example of what sets it apart from the other."""
    about = sorted(about, key=lambda p: (-p.sureness, p.id))
    worse = "a" if shares[0][1] > shares[1][1] else "b"
    return tuple(
        _view(side, about, result, {}, "concern" if side == worse else "strength")
        for side in _SIDES
    )


def _share(passages: Iterable[KeptPassage]) -> tuple[int, float]:
    """Return the number of people, and the mean over them of their share of concern."""
    told: dict[str, list[bool]] = {}
    for passage in passages:
        told.setdefault(passage.speaker, []).append(passage.stance == "concern")
    shares = [sum(one) / len(one) for one in told.values()]
    return len(shares), sum(shares) / len(shares) if shares else 0.0


def _view(
    side: str,
    about: Sequence[KeptPassage],
    result: KeptResult,
    told: dict[str, KeptQuote],
    prefer: str = "concern",
) -> View:
    own = [p for p in about if p.side == side]
    worried = {p.speaker for p in own if p.stance == "concern"}
    content = {p.speaker for p in own if p.stance == "strength"}
    example = _example(own, result, told, prefer)
    return View(
        side,
        worried=len(worried),
        content=len(content),
        example=KeptQuote(example.id, _quoted(example, told), side) if example else None,
        leaning=example.stance if example else "",
    )


def _example(
    own: Sequence[KeptPassage], result: KeptResult, told: dict[str, KeptQuote], prefer: str
) -> KeptPassage | None:
    """Return the passage to show: one that points at nobody, the most typical; or none at all."""
    lone = {q.passage for c in result.corners for f in c.outliers for q in f.quotes}
    fit = [
        p
        for p in own
        if not p.risky
        and p.id not in lone
        and p.stance != "neutral"
        and (p.id in told or (p.sureness >= _SURE and len(p.text.split()) >= _FEWEST_UNCHOSEN))
        and _FEWEST_WORDS <= len(_quoted(p, told).split()) <= _MOST_WORDS
        and telling(_quoted(p, told)) < _TOO_TELLING
    ]
    return min(fit, key=lambda p: (p.stance != prefer, _reserve(p, told)), default=None)


def _reserve(passage: KeptPassage, told: dict[str, KeptQuote]) -> int:
    """Return how reluctantly a passage is shown: chosen quotes first, telling ones last."""
    return 2 * telling(_quoted(passage, told)) + (0 if passage.id in told else 3)


def telling(text: str) -> int:
    """Return how much words would set a room guessing: 0 not at all, 3 too much to read out.

    In a meeting everybody knows everybody. Who speaks much of themselves is soon recognised, though
    no name stands there; and whoever is spoken of under a pseudonym sits at the table.
    """
    if _IN_PERSON.search(text):
        return _TOO_TELLING
    of_self = len(_SELF.findall(text))
    return (of_self > 0) + (of_self > _MOST_SELF) + 2 * bool(SOMEBODY.search(text))


def _quoted(passage: KeptPassage, told: dict[str, KeptQuote]) -> str:
    return told[passage.id].text if passage.id in told else passage.text
