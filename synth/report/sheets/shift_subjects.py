"""Themes and words of two cycles: what came, what went, what is said more now than then."""

from __future__ import annotations

from typing import Final

from synth.records.shift import Shift, ThemeMove, WordMove
from synth.report import wording
from synth.report.sheets.blocks import Block, Grid, Heading, Items, Text, Words
from synth.report.sheets.shift_words import called, people_words

_GROUPS: Final = (
    ("new", "New", "No theme of the earlier cycle comes near it."),
    (
        "gone",
        "Gone",
        "No theme of this cycle comes near it. Gone from the interviews is not solved: ask.",
    ),
    ("turned", "Seen differently", "The subject is the same, the tone is not."),
    ("grown", "More people speak of it", ""),
    ("shrunk", "Fewer people speak of it", ""),
)
_QUOTED: Final = 3
_SHOWN: Final = 8
_SPREAD: Final = {
    "both": "From one side then to both now.",
    "one": "From both sides then to one now.",
}


def theme_blocks(shift: Shift) -> list[Block]:
    """Return the themes that came, went or changed, with words then and now."""
    blocks: list[Block] = [
        Heading("Themes"),
        Text(
            "Matched by what is said in them, not by their names. A theme needs three people to be "
            "called new or gone. Names of themes are a program's: read the words.",
            "note",
        ),
    ]
    for kind, title, note in _GROUPS:
        moves = [t for t in shift.themes if t.kind == kind]
        if moves:
            blocks += [Heading(title, 3), *([Text(note, "note")] if note else [])]
            blocks.append(Items(tuple(_told(move, shift) for move in moves[:_SHOWN])))
            blocks += [w for move in moves[:_QUOTED] for w in _words(move, shift)]
        if len(moves) > _SHOWN:
            blocks.append(Text(f"Smaller ones, {len(moves) - _SHOWN}, are in themes.csv.", "note"))
    if not any(t.kind in {g[0] for g in _GROUPS} for t in shift.themes):
        blocks.append(Text("No theme came, went or changed clearly."))
    return blocks


def _told(move: ThemeMove, shift: Shift) -> str:
    corner = shift.now.corners.get(move.corner) or shift.then.corners.get(move.corner, "")
    named = move.now or move.then
    if move.then and move.now and move.then != move.now:
        named = f"{move.now} (then: {move.then})"
    people = [people_words(p, shift.floor) for p in move.people if any(p.values())]
    tone = " → ".join(_tone(w) for w in move.worry if w >= 0)
    parts = [f"{named}: {corner}" if corner else named, " → ".join(people), tone]
    return f"{', '.join(part for part in parts if part)}. {_SPREAD.get(move.spread, '')}".strip()


def _tone(worry: float) -> str:
    if worry >= 2 / 3:
        return "mostly worry"
    return "mostly praise" if worry <= 1 / 3 else "mixed"


def _words(move: ThemeMove, shift: Shift) -> list[Block]:
    return [
        Words(
            quote.text,
            f"{wording.WHO.get(quote.side, wording.WHO['unknown'])} in {called(cycle)}, on "
            f"“{move.now or move.then}”",
            quote.passage,
        )
        for quote, cycle in zip(move.quotes, (shift.then, shift.now), strict=True)
        if quote
    ]


def word_blocks(shift: Shift) -> list[Block]:
    """Return the words each side says more now and more then, then the corners'."""
    groups = list(dict.fromkeys((w.side, w.corner) for w in shift.words))
    shown = [(side, corner) for side, corner in groups if not (side and corner)]
    blocks: list[Block] = [Heading("Words to look at")]
    if not shown:
        return [*blocks, Text("No word that several people use stands out.")]
    rows, lines = [], []
    for group in shown:
        of_group = [w for w in shift.words if (w.side, w.corner) == group]
        more = [w for w in of_group if w.z > 0]
        less = [w for w in of_group if w.z < 0]
        rows.append((_group(group, shift), _list(more), _list(less)))
        lines += [_line(w, shift) for w in more[:2] if w.lines]
    return [
        *blocks,
        Grid(
            head=("Who, or where", "More now", "More then"), rows=tuple(rows), widths=(4, 7, 7),
            caption="Each is said by two people or more. Places to look, not findings.",
        ),
        *_in_lines(lines),
    ]  # fmt: skip


def _in_lines(lines: list[str]) -> list[Block]:
    once = tuple(dict.fromkeys(lines))
    return [Heading("In their lines", 3), Items(once)] if once else []


def _group(group: tuple[str, str], shift: Shift) -> str:
    side, corner = group
    return wording.PARTNERS[side] if side else shift.now.corners[corner]


def _list(words: list[WordMove]) -> str:
    return ", ".join(w.word for w in words) or "–"


def _line(word: WordMove, shift: Shift) -> str:
    cycle = called(shift.now if word.z > 0 else shift.then)
    line = word.lines[0]
    who = wording.WHO.get(line.side, wording.WHO["unknown"])
    words = f"{line.before}“{line.word}”{line.after}".strip()
    return f"{words} ({who}, {cycle}, {line.passage})"
