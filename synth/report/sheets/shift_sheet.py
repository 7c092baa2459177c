"""Two cycles compared, on a sheet for the sponsors: what changed, how sure, in whose words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from synth.records.kept import KeptQuote
from synth.records.shift import (
    BETTER,
    TOO_FEW,
    UNSURE,
    WORSE,
    Agreed,
    Move,
    Series,
    Shift,
)
from synth.report import wording
from synth.report.floor import in_short, in_words, shown, spelled
from synth.report.sheets.blocks import (
    Block,
    Grid,
    Heading,
    Items,
    Sheet,
    Slope,
    Slopes,
    Text,
    Words,
)
from synth.report.sheets.shift_subjects import theme_blocks, word_blocks
from synth.report.sheets.shift_words import (
    SPEECH,
    SPEECH_CLAIMS,
    SPEECH_MEANS,
    SPEECH_SHORT,
    TONES,
    called,
    carried_words,
    change_words,
    crowd_words,
    level_words,
    name_of,
    safe_sides,
    value_words,
    verdict_words,
)

_POINTS: Final = 3
_METHOD: Final = (
    "People are the sample, not sentences. Worry is each person's share of concern in a corner, as "
    "in the rating rule; the mean of both sides' means is compared.",
    "A change is claimed where dealing the interviews to the two cycles at random brings so large "
    "a difference so rarely that, over everything tested on this page (Holm's correction), at most "
    "one comparison in twenty without any change would make a claim by mistake.",
    "The brackets hold the 95 % interval by resampling people. “Points to” means that it leaves "
    "out zero though the stricter test does not claim a change. With six people a cycle only large "
    "changes can be told from chance: “can't tell” is not “no change”.",
    "One side's own change is claimed only where a change of both together is.",
    "A number in a pseudonym stands for somebody else in each cycle: nobody can be followed.",
    "Words are weighed by log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn "
    "2008). Words and themes are not tested: they are places to look.",
)


def shift_sheet(shift: Shift) -> Sheet:
    """Return the comparison of the last two cycles, with the course over all of them."""
    then, now = shift.then, shift.now
    return Sheet(
        title=f"What changed from {called(then)} to {called(now)}",
        kicker="Alliance review, cycle by cycle",
        stamp="Draft",
        facts=(*(_heard(shift, at) for at in range(len(shift.cycles))), crowd_words(shift)),
        notices=shift.notices,
        blocks=(
            *_in_short(shift),
            *_corners(shift),
            *_speech(shift),
            *theme_blocks(shift),
            *word_blocks(shift),
            *_actions(shift),
            Heading("How this was found"),
            Items(_METHOD),
        ),
    )


def _heard(shift: Shift, at: int) -> str:
    cycle = shift.cycles[at]
    people = ", ".join(
        f"{wording.PARTNERS[s]} {shown(cycle.people_of(s), shift.floor)}" for s in ("a", "b")
    )
    return f"{called(cycle)}{f' ({cycle.date})' if cycle.date else ''}: {people} people"


def _in_short(shift: Shift) -> list[Block]:
    claims = [m for m in shift.moves if m.verdict in (BETTER, WORSE)]
    points = [m for m in shift.moves if m.points]
    unsure = [m for m in shift.moves if m.verdict == UNSURE and not m.points]
    few = [m for m in shift.moves if m.verdict == TOO_FEW]
    lead = (
        f"Of {spelled(shift.tested)} things looked at, "
        f"{spelled(len(claims)) if claims else 'none'} changed by more than chance explains."
        if shift.tested
        else "Too few people were heard to test anything for a change."
    )
    items = [*(_claim(m, shift) for m in claims)]
    if points:
        items.append(f"Not certain, but worth asking about: {_listed(points, shift)}.")
    if unsure:
        items.append(f"These interviews cannot tell: {', '.join(_name(m, shift) for m in unsure)}.")
    if few:
        items.append(f"Too few people spoke: {', '.join(_name(m, shift) for m in few)}.")
    return [Heading("In short"), Text(lead, "lead"), Items(tuple(items)), *_so_what(shift)]


def _name(move: Move, shift: Shift) -> str:
    return name_of(move.id, shift.now)


def _listed(moves: Sequence[Move], shift: Shift) -> str:
    return ", ".join(f"{_name(m, shift)} ({m.points})" for m in moves)


def _claim(move: Move, shift: Shift) -> str:
    went = f"{value_words(move.id, move.then)} to {value_words(move.id, move.now)}"
    if move.kind == "speech":
        told = SPEECH_CLAIMS[move.id, move.verdict]
        return f"{told}: from {went} ({SPEECH_MEANS[move.id]})."
    named = [c.subject for c in move.carried if c.people[1]][:2]
    behind = f" Now in people's words above all: {' and '.join(named)}." if named else ""
    return f"{_name(move, shift)} is {move.verdict}: worry went from {went}.{behind}"


def _so_what(shift: Shift) -> list[Block]:
    worse = [m for m in shift.moves if WORSE in (m.verdict, m.points)]
    better = [m for m in shift.moves if BETTER in (m.verdict, m.points)]
    steps = []
    if worse:
        steps.append(
            f"Put {_topic(worse, shift)} first on the agenda of the joint meeting, with an "
            "example from each side, and ask what would have to change."
        )
    if better:
        steps.append(
            f"Say in the meeting what made {_topic(better, shift)} better, and who will keep it so."
        )
    if any(m.verdict == UNSURE for m in shift.moves):
        steps.append(
            "Where the interviews cannot tell, hear the same people again next time, and more of "
            "them: eight to twelve."
        )
    return [Heading("What to do with it", 3), Items(tuple(steps))] if steps else []


def _topic(moves: Sequence[Move], shift: Shift) -> str:
    """Return what to speak of first: what is claimed before what only points, corners first."""
    first = sorted(moves, key=lambda m: (m.points != "", m.kind != "corner"))[0]
    return _name(first, shift)


def _corners(shift: Shift) -> list[Block]:
    corners = [m for m in shift.moves if m.kind == "corner"]
    if not corners:
        return [Heading("Corner by corner"), Text("The cycles have no corner in common.")]
    return [
        Heading("Corner by corner"),
        _slopes(shift, [s for s in shift.series if s.id not in SPEECH], "Worry by corner."),
        _table(shift, corners),
        *(block for move in corners for block in _corner(shift, move)),
    ]


def _slopes(shift: Shift, series: Sequence[Series], title: str) -> Slopes:
    corner = not any(s.id in SPEECH for s in series)
    return Slopes(
        title=title,
        cycles=tuple(called(c) for c in shift.cycles),
        lines=tuple(
            Slope(
                SPEECH_SHORT.get(s.id) or name_of(s.id, shift.now),
                tuple(p.value for p in s.points),
                tuple(value_words(s.id, p.value) for p in s.points),
            )
            for s in series
        ),
        low="approval only" if corner else "none",
        high="worry only" if corner else "all",
    )


def _table(shift: Shift, moves: Sequence[Move]) -> Grid:
    ratings = [(s.id, s.ratings) for s in shift.series]
    rated = {id_: levels[-2:] for id_, levels in ratings if levels}
    return Grid(
        head=("Corner", "Draft rating", "Worry", "Change, in points", "What may be said"),
        rows=tuple(
            (
                _name(m, shift),
                " → ".join(level_words(level) for level in rated.get(m.id, ())),
                f"{value_words(m.id, m.then)} → {value_words(m.id, m.now)}",
                change_words(m.id, m.change.low, m.change.value, m.change.high)
                if m.change
                else "–",
                verdict_words(m.verdict, m.points),
            )
            for m in moves
        ),
        widths=(5, 5, 4, 5, 5),
        caption="In brackets: the 95 % interval by resampling people.",
        tones=tuple((-1, -1, -1, -1, TONES.get(m.verdict, -1)) for m in moves),
    )


def _corner(shift: Shift, move: Move) -> list[Block]:
    if move.change is None:
        return []
    blocks: list[Block] = [
        Heading(_name(move, shift), 3, aside=verdict_words(move.verdict, move.points))
    ]
    told = carried_words(move.carried, shift.floor)
    if told:
        blocks.append(Items(told))
    blocks += _sides(shift, move) + _crowds(shift, move) + quotes_of(shift, move.quotes)
    return blocks


def _sides(shift: Shift, move: Move) -> list[Block]:
    sides = safe_sides(move, shift.floor)
    if len(sides) < 2:
        return []
    told = "; ".join(
        f"{wording.PARTNERS[s.side]} {value_words(move.id, s.then)} → "
        f"{value_words(move.id, s.now)}, "
        f"{change_words(move.id, s.change.low, s.change.value, s.change.high)}: "
        f"{verdict_words(s.verdict).lower()}"
        for s in sides
    )
    return [Text(f"By side: {told}.", "note")]


def _crowds(shift: Shift, move: Move) -> list[Block]:
    """Tell the same and the new people apart, where neither are so few as to be known."""
    if not (move.same_people and move.new_people):
        return []
    parts = [
        f"{who} ({in_words(n, shift.floor)}) "
        f"{change_words(move.id, change.low, change.value, change.high)}"
        for who, (n, change) in (
            ("the same people", move.same_people),
            ("people heard only once", move.new_people),
        )
    ]
    return [Text(f"Change among {'; among '.join(parts)}.", "note")]


def quotes_of(shift: Shift, quotes: tuple[KeptQuote | None, KeptQuote | None]) -> list[Block]:
    """Return words then and words now, each put down to its side and cycle."""
    return [
        Words(
            quote.text,
            f"{wording.WHO.get(quote.side, wording.WHO['unknown'])}, {called(cycle)}",
            quote.passage,
        )
        for quote, cycle in zip(quotes, (shift.then, shift.now), strict=True)
        if quote
    ]


def _speech(shift: Shift) -> list[Block]:
    moves = [m for m in shift.moves if m.kind == "speech"]
    shares = [s for s in shift.series if s.id in SPEECH and s.id != "strain"]
    told = tuple(
        f"{SPEECH[m.id]}: {value_words(m.id, m.then)} → {value_words(m.id, m.now)}"
        + (
            f", {change_words(m.id, m.change.low, m.change.value, m.change.high)}"
            if m.change
            else ""
        )
        + f". {verdict_words(m.verdict, m.points)}. ({SPEECH_MEANS[m.id].capitalize()}.)"
        for m in moves
    )
    return [
        Heading("“We”, “they” and promises"),
        _slopes(shift, shares, "“We together” and kept promises."),
        Items(told),
        *_rates(shift),
    ]


def _rates(shift: Shift) -> list[Block]:
    """Return the rates by side; none where a side is too small to be shown."""
    floor = shift.floor
    safe = [r for r in shift.rates if min(r.people) >= floor]
    if not safe:
        return []
    rows = tuple(
        (
            wording.SIGNALS[r.kind], wording.PARTNERS[r.side], f"{r.then:.1f}", f"{r.now:.1f}",
            change_words(r.kind, r.change.low, r.change.value, r.change.high),
        )
        for r in safe
    )  # fmt: skip
    return [
        Grid(
            head=("Said", "By", called(shift.then), called(shift.now), "Change"),
            rows=rows,
            widths=(7, 3, 2, 2, 5),
            caption="Times in 1,000 words, the mean over people. Not tested one by one.",
        )
    ]


def _actions(shift: Shift) -> list[Block]:
    if not shift.agreed:
        return []
    blocks: list[Block] = [
        Heading("What was agreed last time"),
        Text("Read the words before you conclude: nearness is no proof.", "note"),
    ]
    for agreed in shift.agreed:
        action = agreed.follow.action
        blocks.append(Heading(action.text, 3, aside=action.status))
        blocks.append(Text(_said_of(agreed, shift)))
        blocks += [
            Words(q.text, f"{wording.WHO[q.side]}, {called(shift.now)}", q.passage)
            for q in agreed.quotes
        ]
    return blocks


def _said_of(agreed: Agreed, shift: Shift) -> str:
    follow = agreed.follow
    if follow.theme:
        worried, content = (
            in_short(follow.stances.get(s, 0), shift.floor) for s in ("concern", "strength")
        )
        return f"The nearest subject now is “{follow.label}”: {worried} worried, {content} content."
    if agreed.quotes:
        return "No subject of several people comes near it. The nearest words now:"
    return "Nothing in this cycle's interviews comes near it: nobody spoke of it, or was asked."
