"""From cycles to what changed between them."""

from __future__ import annotations

from collections.abc import Sequence

from synth.records.meeting import FollowUp
from synth.records.shift import Cycle, Shift
from synth.shift.agreed import said_of
from synth.shift.lining import line_up
from synth.shift.moves import find_moves, find_series, measures_of, rate_moves
from synth.shift.themes import Encode, match_themes
from synth.shift.words import find_words


def compare_cycles(
    cycles: Sequence[Cycle],
    encode: Encode | None = None,
    followed: Sequence[FollowUp] = (),
) -> Shift:
    """Return what changed from the last cycle but one to the last, and the course over all.

    Args:
        cycles: two or more, in any order; dates decide.
        encode: gives one unit vector a text; without it themes are matched by words in common.
        followed: what people now say of the actions agreed last time.

    Raises:
        SynthError: fewer than two cycles, or the same one twice.
    """
    ordered, notices = line_up(cycles)
    then, now = ordered[-2:]
    measures = measures_of(ordered)
    return Shift(
        cycles=ordered,
        notices=notices,
        moves=find_moves(then, now, measures),
        rates=rate_moves(then, now),
        themes=match_themes(then, now, encode),
        words=find_words(then, now),
        series=find_series(ordered, measures),
        floor=max(cycle.min_people for cycle in ordered),
        crowd=_crowd(then, now),
        agreed=said_of(followed, now, encode),
    )


def _crowd(then: Cycle, now: Cycle) -> tuple[int, int, int] | None:
    if not (then.same and now.same):
        return None
    before, after = ({c.person(s) for s in c.sides} for c in (then, now))
    return len(before & after), len(before - after), len(after - before)
