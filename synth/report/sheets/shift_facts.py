"""The comparison for a program to read: shift.json and its tables, cut to the floor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from synth.records.kept import KeptQuote
from synth.records.shift import LEVEL, Agreed, Estimate, Move, Series, Shift, ThemeMove, WordMove
from synth.report.floor import in_json, shown
from synth.report.sheets.shift_words import crowd_words, safe_sides

SCHEMA: Final = 1

Rows = list[tuple[object, ...]]


def shift_facts(shift: Shift) -> dict[str, Any]:
    """Return the whole comparison; numbers of people are cut to the floor."""
    return {
        "schema": SCHEMA,
        "cycles": [
            {"cycle": c.name, "date": c.date, "protocol": c.protocol, "phase": c.phase,
             "synth": c.synth, "people": _people(shift, {s: c.people_of(s) for s in "ab"})}
            for c in shift.cycles
        ],
        "then": shift.then.name,
        "now": shift.now.name,
        "notices": list(shift.notices),
        "who": crowd_words(shift),
        "level": LEVEL,
        "tested": shift.tested,
        "correction": "holm",
        "moves": [_move(shift, move) for move in shift.moves],
        "rates": [
            dict(zip(rate_rows(shift)[0], row, strict=True)) for row in rate_rows(shift)[1:]
        ],
        "themes": [_theme(shift, theme) for theme in shift.themes],
        "words": [_word(word) for word in shift.words],
        "series": [_series(series) for series in shift.series],
        "actions": [
            _agreed(shift, agreed) for agreed in shift.agreed
        ],
    }  # fmt: skip


def _agreed(shift: Shift, agreed: Agreed) -> dict[str, Any]:
    follow = agreed.follow
    return {
        "id": follow.action.id,
        "text": follow.action.text,
        "status": follow.action.status,
        "theme": follow.theme,
        "label": follow.label,
        "worried": _number(shift, follow.stances.get("concern", 0)),
        "content": _number(shift, follow.stances.get("strength", 0)),
        "quotes": [_quote(quote) for quote in agreed.quotes],
    }


def _number(shift: Shift, people: int) -> int | str:
    return in_json(shown(people, shift.floor))


def _people(shift: Shift, people: Mapping[str, int]) -> dict[str, int | str]:
    return {side: _number(shift, n) for side, n in sorted(people.items())}


def _change(change: Estimate | None) -> dict[str, float | None] | None:
    if change is None:
        return None
    return {
        "value": _round(change.value),
        "low": _round(change.low),
        "high": _round(change.high),
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _move(shift: Shift, move: Move) -> dict[str, Any]:
    split = move.same_people and move.new_people
    return {
        "id": move.id,
        "kind": move.kind,
        "higher_is_better": move.higher_is_better,
        "people": [_number(shift, n) for n in move.people],
        "then": _round(move.then),
        "now": _round(move.now),
        "change": _change(move.change),
        "p": _round(move.p),
        "corrected": _round(move.corrected),
        "verdict": move.verdict,
        "points": move.points,
        "ratings": next((list(s.ratings[-2:]) for s in shift.series if s.id == move.id), []),
        "sides": [
            {"side": s.side, "then": _round(s.then), "now": _round(s.now),
             "change": _change(s.change), "verdict": s.verdict}
            for s in safe_sides(move, shift.floor)
        ],
        "same_people": _change(move.same_people[1]) if split and move.same_people else None,
        "new_people": _change(move.new_people[1]) if split and move.new_people else None,
        "carried": [
            {"subject": c.subject, "stance": c.stance,
             "then": _number(shift, c.people[0]), "now": _number(shift, c.people[1])}
            for c in move.carried
        ],
        "quotes": [_quote(quote) for quote in move.quotes],
    }  # fmt: skip


def _quote(quote: KeptQuote | None) -> dict[str, str] | None:
    if quote is None:
        return None
    return {"passage": quote.passage, "side": quote.side, "text": quote.text}


def _theme(shift: Shift, move: ThemeMove) -> dict[str, Any]:
    return {
        "kind": move.kind,
        "corner": move.corner,
        "then": {"id": move.ids[0], "label": move.then, "people": _people(shift, move.people[0])},
        "now": {"id": move.ids[1], "label": move.now, "people": _people(shift, move.people[1])},
        "worry": [_worry(move, at, shift) for at in (0, 1)],
        "nearness": _round(move.nearness),
        "spread": move.spread,
        "quotes": [_quote(quote) for quote in move.quotes],
    }


def _worry(move: ThemeMove, at: int, shift: Shift) -> float | None:
    """Return the share of concern, which is one person's own where too few speak."""
    several = sum(move.people[at].values()) >= shift.floor
    return _round(move.worry[at]) if several and move.worry[at] >= 0 else None


def _word(word: WordMove) -> dict[str, Any]:
    return {
        "word": word.word, "side": word.side, "corner": word.corner, "z": _round(word.z),
        "then": _round(word.then), "now": _round(word.now),
        "lines": [
            {"passage": line.passage, "side": line.side, "before": line.before,
             "word": line.word, "after": line.after}
            for line in word.lines
        ],
    }  # fmt: skip


def _series(series: Series) -> dict[str, Any]:
    return {
        "id": series.id,
        "ratings": list(series.ratings),
        "points": [
            {"cycle": p.cycle, "value": _round(p.value),
             "sides": {side: _round(v) for side, v in sorted(p.by_side.items())}}
            for p in series.points
        ],
    }  # fmt: skip


def move_rows(shift: Shift) -> Rows:
    """Return moves.csv: the head, then a row a measure and side (`all` for both together)."""
    rows: Rows = [
        ("id", "side", "then", "now", "change", "low", "high", "p", "corrected", "verdict",
         "points")
    ]  # fmt: skip
    for m in shift.moves:
        rows.append((
            m.id, "all", _cell(m.then), _cell(m.now), *_cells(m.change), _cell(m.p),
            _cell(m.corrected), m.verdict, m.points,
        ))  # fmt: skip
        rows += [
            (m.id, s.side, _cell(s.then), _cell(s.now), *_cells(s.change), "", "", s.verdict, "")
            for s in safe_sides(m, shift.floor)
        ]
    return rows


def _cells(change: Estimate | None) -> tuple[str, str, str]:
    if change is None:
        return "", "", ""
    return _cell(change.value), _cell(change.low), _cell(change.high)


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def rate_rows(shift: Shift) -> Rows:
    """Return rates.csv: the head, then a row a signal and side that is large enough."""
    rows: Rows = [("kind", "side", "then", "now", "change", "low", "high")]
    rows += [
        (r.kind, r.side, _cell(r.then), _cell(r.now), *_cells(r.change))
        for r in shift.rates
        if min(r.people) >= shift.floor
    ]
    return rows


def theme_rows(shift: Shift) -> Rows:
    """Return themes.csv: the head, then a row a theme or pair of themes."""
    rows: Rows = [
        ("kind", "corner", "id_then", "then", "id_now", "now", "people_a_then", "people_b_then",
         "people_a_now", "people_b_now", "nearness", "spread")
    ]  # fmt: skip
    rows += [
        (
            t.kind, t.corner, t.ids[0], t.then, t.ids[1], t.now,
            *(shown(t.people[at].get(s, 0), shift.floor) for at in (0, 1) for s in "ab"),
            _cell(t.nearness), t.spread,
        )
        for t in shift.themes
    ]  # fmt: skip
    return rows


def word_rows(shift: Shift) -> Rows:
    """Return words.csv: the head, then a row a word and group."""
    rows: Rows = [("word", "side", "corner", "z", "per_1000_then", "per_1000_now")]
    rows += [
        (w.word, w.side, w.corner, _cell(w.z), _cell(w.then), _cell(w.now)) for w in shift.words
    ]
    return rows
