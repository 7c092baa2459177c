"""The words of the comparison: how a change, its sureness and the people behind it are said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from synth.records.findings import NOT_ENOUGH
from synth.records.shift import BETTER, TOO_FEW, WORSE, Carried, Cycle, Move, Shift, SideMove
from synth.report import wording
from synth.report.floor import in_words, shown, spelled

SPEECH: Final = {
    "we_share": "“We together”, not “they”",
    "kept_share": "Promises told as kept",
    "strain": "Signs of strain",
}
SPEECH_SHORT: Final = {"we_share": "“We together”", "kept_share": "Promises kept"}
SPEECH_CLAIMS: Final = {
    ("we_share", BETTER): "People say “we” for both partners more, and “they” less",
    ("we_share", WORSE): "People say “they” more, and “we” for both partners less",
    ("kept_share", BETTER): "More of the promises that people tell of were kept",
    ("kept_share", WORSE): "Fewer of the promises that people tell of were kept",
    ("strain", BETTER): "People tell of fewer signs of strain",
    ("strain", WORSE): "People tell of more signs of strain",
}
SPEECH_MEANS: Final = {
    "we_share": "share of “we” for both partners among all “we” for both and “they” for the other",
    "kept_share": "share of promises reported as kept among those reported as kept or broken",
    "strain": "blame, excuses, covering, going round, news held back or late, in 1,000 words",
}
VERDICTS: Final = {BETTER: "Better", WORSE: "Worse", TOO_FEW: "Too few people"}
TONES: Final = {BETTER: 0, WORSE: 4}
_PERCENT: Final = 100


def called(cycle: Cycle) -> str:
    """Return the name of a cycle, its date where it has none."""
    return cycle.name or cycle.date or "undated"


def name_of(move_id: str, cycle: Cycle) -> str:
    """Return what a measure is called: a corner's own name, or a habit of speech."""
    return cycle.corners.get(move_id) or SPEECH.get(move_id, move_id)


def level_words(level: str) -> str:
    """Return a rating as a word."""
    return wording.NO_LEVEL[0] if level == NOT_ENOUGH else level.replace("_", " ").capitalize()


def verdict_words(verdict: str, points: str = "") -> str:
    """Return what may be said of a change, in a few words."""
    if points:
        return f"Points to {VERDICTS[points].lower()}, may be chance"
    return VERDICTS.get(verdict, "Can't tell")


def value_words(move_id: str, value: float | None) -> str:
    """Return a value of a measure: a share in percent, a rate as it is."""
    if value is None:
        return "–"
    return f"{value:.1f}" if move_id == "strain" else f"{round(value * _PERCENT)} %"


def change_words(move_id: str, low: float | None, value: float, high: float | None) -> str:
    """Return a change with its interval, in points of a hundred or as a rate."""
    if move_id == "strain" or move_id in wording.SIGNALS:
        numbers = [f"{round(x, 1) or 0.0:+.1f}" for x in (value, low, high) if x is not None]
    else:
        numbers = [f"{round(x * _PERCENT):+d}" for x in (value, low, high) if x is not None]
    told = [n.replace("-", "−").replace("+0.0", "0.0") for n in numbers]
    return told[0] if len(told) < 3 else f"{told[0]} ({told[1]} to {told[2]})"


def safe_sides(move: Move, floor: int) -> tuple[SideMove, ...]:
    """Return the sides of a move, or none where one of them is too small to be shown.

    Next to the mean of both, the one side that is shown would give the other away.
    """
    if any(0 < people < floor for side in move.sides for people in side.people):
        return ()
    return move.sides


def carried_words(carried: Sequence[Carried], floor: int) -> tuple[str, ...]:
    """Return the subjects behind a change, a sentence for each cycle and tone."""
    told = []
    for at, when in ((1, "now"), (0, "then")):
        some = [c for c in carried if c.people[at]]
        if some:
            tone = "Worries" if some[0].stance == "concern" else "Praise"
            named = "; ".join(f"{c.subject} ({in_words(c.people[at], floor)})" for c in some)
            told.append(f"{tone} {when}: {named}")
    return tuple(told)


def people_words(people: Mapping[str, int], floor: int) -> str:
    """Return how many people of each side: "Partner A 3, Partner B <3"."""
    told = [
        f"{wording.SIDES[side]} {shown(n, floor)}"
        for side, n in sorted(people.items())
        if n or side != "unknown"
    ]
    return ", ".join(told)


def crowd_words(shift: Shift) -> str:
    """Return who was heard in both cycles, without pointing at who joined or left."""
    floor = shift.floor
    if shift.crowd is None:
        return "Nobody can tell who was heard in both cycles: a key is gone."
    same, left, joined = shift.crowd
    if not same:
        return "Nobody was heard in both cycles: any change may be the other people."
    if not (left or joined):
        return f"The same {spelled(same)} people were heard in both cycles."
    if any(0 < n < floor for n in (same, left, joined)):
        return (
            "Some people were heard in both cycles and some in one only. How many is not told: too "
            "few of them stand alone."
        )
    return (
        f"{in_words(same, floor).capitalize()} were heard in both cycles, {spelled(left)} only "
        f"then, {spelled(joined)} only now."
    )
