"""Quotes that are struck, swapped or taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from synth.decisions.changing import changed
from synth.decisions.matching import Finder
from synth.records.decisions import NO_RULINGS, QuoteDecision, Ruling, Rulings
from synth.records.evidence import Origin, Passage, people_in
from synth.records.findings import CornerFindings, Finding, Quote

_GONE: Final = (
    "decisions.toml, {place}: no passage of this run has the words{which}, so the decision was not "
    "applied. Copy them again from passages.csv, or remove the entry."
)
_TWICE: Final = (
    "decisions.toml, {place}: an earlier entry decides otherwise on the same quote. The later "
    "entry stands; remove one of them."
)
_STRUCK_TOO: Final = (
    "decisions.toml, {place}: the quote to be shown instead is itself struck, so none is shown. "
    "Choose another, or remove the entry that strikes it."
)
_NOT_SHOWN: Final = (
    "decisions.toml, {place}: the quote to be swapped is not shown in this run, so there was "
    "nothing to swap."
)


@dataclass(frozen=True, slots=True)
class QuoteRulings:
    """What is decided of passages, by id."""

    struck: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    swaps: Mapping[str, Passage] = field(default_factory=dict)
    places: Mapping[str, QuoteDecision] = field(default_factory=dict)
    rulings: Rulings = NO_RULINGS


def rule_on_quotes(passages: Sequence[Passage], decisions: Sequence[QuoteDecision]) -> QuoteRulings:
    """Find the passages that the decisions speak of. A later decision stands over an earlier."""
    finder, by_id = Finder(passages), {p.id: p for p in passages}
    warnings: list[str] = []
    decided: dict[str, QuoteDecision] = {}
    for decision in decisions:
        found = finder.passages(decision.text, decision.id)
        if not found:
            warnings.append(_GONE.format(place=decision.place, which=""))
        if any(_differ(decided[i], decision) for i in found if i in decided):
            warnings.append(_TWICE.format(place=decision.place))
        decided |= dict.fromkeys(found, decision)
    swaps, failed = _swaps(decided, finder, by_id)
    struck = frozenset(decided) - frozenset(swaps)
    told = tuple(dict.fromkeys(_ruling(d, i) for i, d in decided.items() if i not in swaps))
    return QuoteRulings(
        struck=struck,
        withdrawn=frozenset(i for i, d in decided.items() if d.withdrawn),
        swaps=swaps,
        places=decided,
        rulings=Rulings(told, (*warnings, *failed)),
    )


def _differ(one: QuoteDecision, other: QuoteDecision) -> bool:
    return (one.withdrawn, one.instead) != (other.withdrawn, other.instead)


def _swaps(
    decided: Mapping[str, QuoteDecision], finder: Finder, by_id: Mapping[str, Passage]
) -> tuple[dict[str, Passage], list[str]]:
    swaps: dict[str, Passage] = {}
    warnings: list[str] = []
    for name, decision in decided.items():
        if not decision.instead:
            continue
        found = finder.passages(decision.instead)
        if not found:
            warnings.append(_GONE.format(place=decision.place, which=" of “instead”"))
        elif found[0] in decided and not decided[found[0]].instead:
            warnings.append(_STRUCK_TOO.format(place=decision.place))
        else:
            swaps[name] = by_id[found[0]]
    return swaps, list(dict.fromkeys(warnings))


def _ruling(decision: QuoteDecision, name: str) -> Ruling:
    if decision.withdrawn:  # not even its id: whoever has an older report could look it up
        return Ruling("quote", "Words of a participant", "", "taken back", decision.reason)
    return Ruling("quote", f"The quote {name}", "shown", "struck", decision.reason)


def without_withdrawn(
    passages: Sequence[Passage], quotes: QuoteRulings
) -> tuple[tuple[Passage, ...], tuple[Origin, ...]]:
    """Return the passages that were not taken back, and where those stand that were.

    What was taken back counts for nothing any more.
    """
    kept = tuple(p for p in passages if p.id not in quotes.withdrawn)
    gone = tuple(p.origin for p in passages if p.id in quotes.withdrawn)
    return kept, gone


def settle_quotes(
    corners: Sequence[CornerFindings], quotes: QuoteRulings
) -> tuple[tuple[CornerFindings, ...], Rulings]:
    """Return the findings with their quotes struck and swapped.

    A single voice whose quote is struck goes; a finding of several people stands without it.
    """
    settled = tuple(changed(corner, partial(_settled, quotes=quotes)) for corner in corners)
    shown = {q.passage for c in corners for f in c.findings for q in f.quotes}
    done = tuple(
        Ruling("quote", f"The quote {name}", name, f"{other.id} in its place",
               quotes.places[name].reason)
        for name, other in quotes.swaps.items()
        if name in shown
    )  # fmt: skip
    idle = tuple(
        _NOT_SHOWN.format(place=quotes.places[n].place) for n in quotes.swaps if n not in shown
    )
    return settled, Rulings(done, tuple(dict.fromkeys(idle)))


def _settled(finding: Finding, quotes: QuoteRulings) -> Finding | None:
    put_in = [quotes.swaps[q.passage] for q in finding.quotes if q.passage in quotes.swaps]
    kept = dict[str, Quote]()
    for quote in finding.quotes:
        other = quotes.swaps.get(quote.passage)
        shown = Quote(other.id, other.text, other.side.value) if other else quote
        if shown.passage not in quotes.struck:
            kept.setdefault(shown.passage, shown)
    lone = finding.kind == "outlier"
    if lone and not kept:
        return None
    people = () if lone and put_in else finding.people
    heard = () if lone else (p.side.value for p in put_in)
    return replace(
        finding,
        quotes=tuple(kept.values()),
        people=tuple(sorted({*people, *people_in(put_in)})),
        sides=tuple(sorted({*finding.sides, *heard})),
    )
