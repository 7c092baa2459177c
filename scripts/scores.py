"""The scores of one cycle and of several: what is measured, averaged, held against floors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts import leaks as leak_search
from scripts import metrics
from scripts.gold import CORNERS, GoldSentence, sentences_of, turns_of
from scripts.leaks import Leak
from scripts.metrics import Counts
from scripts.render_review import file_name
from scripts.results import Results


@dataclass(frozen=True, slots=True)
class GoldCycle:
    """What a careful reader made of one cycle."""

    name: str
    sentences: tuple[GoldSentence, ...]
    turns: Mapping[tuple[str, int], str]
    """Raw text by file name and turn."""
    ratings: Mapping[str, str]
    """Level by corner id."""
    names: tuple[tuple[str, str], ...] = ()
    """(kind, name) of everybody and everything that must not be shown."""


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of one cycle. `values` are by name, see `COLUMNS`."""

    name: str
    values: Mapping[str, float | None]
    signals: Mapping[str, Counts]
    leaks: tuple[Leak, ...]


COLUMNS = {
    "sentences": "labelled sentences",
    "held": "share of them in some passage",
    "trail": "share of passages that stand where provenance.csv says",
    "corner_f1": "corner macro-F1 by sentence, four corners and none",
    "stance_f1": "stance macro-F1 by sentence",
    "quotes": "quotes shown in the report",
    "quote_precision": "share of them with corner and stance right",
    "quote_corner": "share with the corner right",
    "quote_stance": "share with the stance right",
    "signal_precision": "signals of all kinds",
    "signal_recall": "signals of all kinds",
    "signal_f1": "signals of all kinds",
    "signal_macro_f1": "mean of the labelled kinds' F1",
    "theme_nmi": "themes, sentences in no found theme are one group",
    "theme_ari": "themes, likewise",
    "themed": "share of the themed sentences that a found theme holds",
    "ratings_right": "ratings right, of 4",
    "ratings_far_off": "ratings two levels off",
    "leaks": "identifiers that can be read in share/",
}
"""Every score, and what it means."""
_MEANING = max(map(len, COLUMNS.values()))


def gold_cycle(review: Mapping[str, Any], cycle: str, name: str) -> GoldCycle:
    """Return the labels of one cycle of a loaded review, placed in its rendered transcripts."""
    files = [(i, file_name(i, n)) for n, i in enumerate(review["interviews"][cycle])]
    return GoldCycle(
        name=name,
        sentences=tuple(s for interview, file in files for s in sentences_of(interview, file)),
        turns={
            (file, index): turn.text
            for interview, file in files
            for index, turn in enumerate(turns_of(interview))
        },
        ratings={CORNERS[c]: level for c, level in review["cycles"][cycle]["ratings"].items()},
        names=tuple(leak_search.names_of(review)),
    )


def score_cycle(gold: GoldCycle, results: Results) -> Score:
    """Return every score of one run against the labels."""
    held = metrics.holders(gold.sentences, results.passages)
    quotes = metrics.quote_score(results.quotes, gold.sentences, results.passages, gold.turns)
    signals = metrics.signal_counts(gold.sentences, results.signals)
    every = sum(signals.values(), Counts())
    nmi, ari = metrics.theme_agreement(gold.sentences, held)
    wanted = leak_search.identifiers(gold.sentences, gold.names)
    leaks = leak_search.find_leaks(wanted, gold.sentences, results.shared)
    values: dict[str, float | None] = {
        "sentences": len(gold.sentences),
        "held": metrics.held_share(held),
        "trail": metrics.trail_share(results.passages, gold.turns),
        "corner_f1": metrics.corner_f1(gold.sentences, held),
        "stance_f1": metrics.stance_f1(gold.sentences, held),
        "quotes": quotes.shown,
        "quote_precision": quotes.share(quotes.both),
        "quote_corner": quotes.share(quotes.corner),
        "quote_stance": quotes.share(quotes.stance),
        "signal_precision": every.precision,
        "signal_recall": every.recall,
        "signal_f1": every.f1,
        "signal_macro_f1": metrics.mean_f1(signals),
        "theme_nmi": nmi,
        "theme_ari": ari,
        "themed": metrics.themed_share(gold.sentences, held),
        "ratings_right": metrics.ratings_right(gold.ratings, results.ratings),
        "ratings_far_off": metrics.ratings_far_off(gold.ratings, results.ratings),
        "leaks": len(leaks),
    }
    return Score(gold.name, values, signals, leaks)


def mean_of(scores: Sequence[Score]) -> Score:
    """Return the mean of each value over the cycles that have it; signals and leaks together."""
    signals: dict[str, Counts] = defaultdict(Counts)
    for score in scores:
        for kind, counts in score.signals.items():
            signals[kind] += counts
    return Score(
        "mean",
        {name: _mean([score.values[name] for score in scores]) for name in COLUMNS},
        dict(sorted(signals.items())),
        tuple(leak for score in scores for leak in score.leaks),
    )


def below_floors(mean: Score, floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return a line for each mean under `floors["at_least"]` or over `floors["at_most"]`.

    Raises:
        ValueError: a floor names no score.
    """
    unknown = sorted({n for limits in floors.values() for n in limits} - set(COLUMNS))
    if unknown or set(floors) - {"at_least", "at_most"}:
        raise ValueError(f"unknown floors: {', '.join(unknown) or 'sections'}")
    lines = []
    for name, limit in floors.get("at_least", {}).items():
        value = mean.values[name]
        if value is None or value < limit:
            lines.append(f"{name} is {_number(value)}, at least {limit} is wanted")
    for name, limit in floors.get("at_most", {}).items():
        value = mean.values[name]
        if value is None or value > limit:
            lines.append(f"{name} is {_number(value)}, at most {limit} is wanted")
    return lines


def table(scores: Sequence[Score]) -> str:
    """Return the scores as text: a table of values, one of signals, one of leaks."""
    mean = mean_of(scores)
    heads = [s.name.partition("/")[::2] for s in scores]
    reviews, cycles = [h[0] for h in heads], [h[1] for h in heads]
    values = [
        [name, *(_number(s.values[name]) for s in (*scores, mean)), meaning.ljust(_MEANING)]
        for name, meaning in COLUMNS.items()
    ]
    signals = [
        [kind, *(_number(v) for v in (c.precision, c.recall, c.f1)), *_counted(c)]
        for kind, c in mean.signals.items()
    ]
    by_kind = [leak_search.count_by_kind(s.leaks) for s in (*scores, mean)]
    leaks = [[kind, *(str(c[kind]) for c in by_kind)] for kind in leak_search.KINDS]
    return "\n\n".join(
        (
            _grid([["", *reviews, "", ""], ["", *cycles, "mean", ""], *values]),
            _grid([["signal", "P", "R", "F1", "labelled", "found", "both"], *signals]),
            _grid([["", *reviews, ""], ["leaked", *cycles, "all"], *leaks]),
        )
    )


def as_json(scores: Sequence[Score]) -> dict[str, Any]:
    """Return the scores as plain data; what leaked is told word by word."""
    return {
        score.name: {
            "values": dict(score.values),
            "signals": {
                kind: {"precision": c.precision, "recall": c.recall, "f1": c.f1}
                for kind, c in score.signals.items()
            },
            "leaks": [
                {"kind": leak.kind, "text": leak.text, "files": list(leak.files)}
                for leak in score.leaks
            ],
        }
        for score in (*scores, mean_of(scores))
    }


def _mean(values: Sequence[float | None]) -> float | None:
    known = [v for v in values if v is not None]
    return sum(known) / len(known) if known else None


def _counted(counts: Counts) -> tuple[str, str, str]:
    labelled, found = counts.right + counts.missed, counts.right + counts.wrong
    return str(labelled), str(found), str(counts.right)


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.2f}"


def _grid(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as aligned columns: numbers and what heads them to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]
        for row in rows
    )
    return "\n".join("  ".join(line).rstrip() for line in lines)
