"""Each corner and habit of speech, then and now: by how much, how sure, what carried it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from synth.records.kept import KeptQuote
from synth.records.shift import (
    BETTER,
    LEVEL,
    TOO_FEW,
    UNSURE,
    WORSE,
    Carried,
    Cycle,
    Estimate,
    Move,
    Point,
    RateMove,
    Series,
    SideMove,
)
from synth.shift.chance import (
    FEWEST,
    Pair,
    difference,
    holm,
    interval,
    mean_of,
    permutation_p,
)
from synth.shift.measures import RATED, SIDES, SPEECH, Measure, signal_rate, worry
from synth.shift.quoting import quote_of

_CARRIERS: Final = 3


def measures_of(cycles: Sequence[Cycle]) -> tuple[Measure, ...]:
    """Return what is measured in the last two cycles: their common corners, then speech."""
    then, now = cycles[-2:]
    return (*(worry(corner) for corner in now.corners if corner in then.corners), *SPEECH)


def find_moves(then: Cycle, now: Cycle, measures: Sequence[Measure]) -> tuple[Move, ...]:
    """Return how each measure moved, its p corrected for all of them."""
    pairs = [Pair(m.values(then), m.values(now)) for m in measures]
    fewest = max(then.min_people, now.min_people, FEWEST)
    ps = [permutation_p(pair) if min(pair.people) >= fewest else None for pair in pairs]
    many = sum(p is not None for p in ps)
    return tuple(
        _told(_move(measure, pair, (p, corrected), many, fewest), pair, then, now)
        for measure, pair, p, corrected in zip(measures, pairs, ps, holm(ps), strict=True)
    )


def _move(
    measure: Measure,
    pair: Pair,
    ps: tuple[float | None, float | None],
    many: int,
    fewest: int,
) -> Move:
    p, corrected = ps
    move = Move(
        id=measure.id, kind=measure.kind, higher_is_better=measure.higher_is_better,
        people=pair.people, then=None, now=None, change=None, p=p, corrected=corrected,
        verdict=TOO_FEW, points="", sides=(),
    )  # fmt: skip
    if not pair.sides or min(pair.people) < fewest:
        return move
    change, direction = _within(interval(pair), measure), _direction(difference(pair), measure)
    claimed = corrected is not None and corrected <= LEVEL
    points = p is not None and not claimed and _excludes_zero(change)
    return replace(
        move,
        then=mean_of(pair.then, pair.sides),
        now=mean_of(pair.now, pair.sides),
        change=change,
        verdict=direction if claimed else TOO_FEW if p is None else UNSURE,
        points=direction if points else "",
        sides=tuple(_side(pair.only((s,)), s, measure, many, claimed) for s in pair.sides),
    )


def _within(change: Estimate, measure: Measure) -> Estimate:
    """Return the interval no wider than a share can change."""
    if not measure.is_share or change.low is None or change.high is None:
        return change
    return replace(change, low=max(change.low, -1.0), high=min(change.high, 1.0))


def _direction(change: float, measure: Measure) -> str:
    if not change:
        return UNSURE
    return BETTER if (change > 0) == measure.higher_is_better else WORSE


def _excludes_zero(change: Estimate) -> bool:
    return change.low is not None and change.high is not None and change.low * change.high > 0


def _side(pair: Pair, side: str, measure: Measure, many: int, claimed: bool) -> SideMove:
    """Return one side's move; claimed only where the two sides together moved for certain."""
    p = permutation_p(pair) if claimed else None
    certain = p is not None and p * many <= LEVEL
    return SideMove(
        side=side,
        people=pair.people,
        then=mean_of(pair.then, (side,)),
        now=mean_of(pair.now, (side,)),
        change=_within(interval(pair), measure),
        verdict=_direction(difference(pair), measure) if certain else UNSURE,
    )


def _told(move: Move, pair: Pair, then: Cycle, now: Cycle) -> Move:
    """Add who the people are, and, for a corner, the subjects and words behind it."""
    move = replace(move, same_people=_same(pair, then, now), new_people=_new(pair, then, now))
    if move.kind != "corner" or move.change is None:
        return move
    stances = ("strength", "concern") if move.change.value > 0 else ("concern", "strength")
    carried = _carriers(then, now, move.id, stances)
    first = [next((c.subject for c in carried if c.people[at]), "") for at in (0, 1)]
    return replace(
        move,
        carried=carried,
        quotes=(
            _words(then, move.id, stances[0], first[0]),
            _words(now, move.id, stances[1], first[1]),
        ),
    )


def _words(cycle: Cycle, corner: str, stance: str, subject: str) -> KeptQuote | None:
    """Return words of that tone, of the subject that most people name where there is one."""
    said = [p for p in cycle.passages if (p.corner, p.stance) == (corner, stance)]
    ids = {p for theme in cycle.themes if theme.label == subject for p in theme.passages}
    return quote_of(cycle, [p for p in said if p.id in ids]) or quote_of(cycle, said)


def _heard(cycle: Cycle) -> set[str]:
    return {cycle.person(speaker) for speaker in cycle.sides}


def _same(pair: Pair, then: Cycle, now: Cycle) -> tuple[int, Estimate] | None:
    both = _heard(then) & _heard(now)
    if not (then.same and now.same):
        return None
    told = [{p for people in c.values() for p in people} for c in (pair.then, pair.now)]
    both &= told[0] & told[1]
    some = pair.among(lambda person: person in both)
    return (len(both), interval(some)) if len(both) >= FEWEST and some.sides else None


def _new(pair: Pair, then: Cycle, now: Cycle) -> tuple[int, Estimate] | None:
    if not (then.same and now.same):
        return None
    both = _heard(then) & _heard(now)
    some = pair.among(lambda person: person not in both)
    if not some.sides or min(some.people) < FEWEST:
        return None
    return sum(some.people), interval(some)


def _carriers(
    then: Cycle, now: Cycle, corner: str, stances: tuple[str, str]
) -> tuple[Carried, ...]:
    """Return the themes that most people name in those tones, now and then."""
    found = []
    for at, cycle, stance in ((1, now, stances[1]), (0, then, stances[0])):
        named = [
            (_people_by_stance(cycle, frozenset(t.passages), corner).get(stance, 0), t.label)
            for t in cycle.themes
        ]
        ranked = sorted(((n, label) for n, label in named if n >= 2), key=lambda c: (-c[0], c[1]))
        found += [
            Carried(label, stance, (0, n) if at else (n, 0)) for n, label in ranked[:_CARRIERS]
        ]
    return tuple(found)


def _people_by_stance(cycle: Cycle, ids: frozenset[str], corner: str) -> dict[str, int]:
    people: dict[str, set[str]] = defaultdict(set)
    for p in cycle.passages:
        if p.id in ids and p.corner == corner and p.stance != "neutral":
            people[p.stance].add(p.speaker)
    return {stance: len(who) for stance, who in people.items()}


def rate_moves(then: Cycle, now: Cycle) -> tuple[RateMove, ...]:
    """Return how often each side says "we" and "they" and reports promises, then and now."""
    moves = []
    for kind in RATED:
        pair = Pair(signal_rate(then, (kind,)), signal_rate(now, (kind,)))
        for side in pair.sides:
            one = pair.only((side,))
            moves.append(
                RateMove(
                    kind, side, one.people, mean_of(one.then, (side,)),
                    mean_of(one.now, (side,)), interval(one),
                )
            )  # fmt: skip
    return tuple(moves)


def find_series(cycles: Sequence[Cycle], measures: Sequence[Measure]) -> tuple[Series, ...]:
    """Return each measure over all cycles."""
    return tuple(
        Series(
            measure.id,
            tuple(_point(measure, cycle) for cycle in cycles),
            tuple(c.ratings.get(measure.id, "") for c in cycles)
            if measure.kind == "corner"
            else (),
        )
        for measure in measures
    )


def _point(measure: Measure, cycle: Cycle) -> Point:
    values = measure.values(cycle)
    sides = [side for side in SIDES if values[side]]
    if sum(len(values[side]) for side in sides) < max(FEWEST, cycle.min_people):
        return Point(cycle.name, None, {})
    by_side = {side: mean_of(values, (side,)) for side in sides}
    safe = all(len(values[side]) >= cycle.min_people for side in sides)
    return Point(cycle.name, mean_of(values, sides), by_side if safe else {})
