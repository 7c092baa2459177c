"""What the wording of the interviews tells about trust: rates by side, and a ledger of promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from synth.records.findings import SignalRate
from synth.report import wording
from synth.report.floor import in_words
from synth.report.ledger_pages import ledger_page, tally_page
from synth.report.source import Source
from synth.report.view import RateView, TrustView

_TIMES: Final = {1: "Once", 2: "Twice"}


def trust_page(source: Source) -> TrustView:
    """Return the rates of every kind of signal that was heard, and the promises."""
    rates = source.synthesis.rates
    heard = {str(rate.side) for rate in rates if rate.count} | set(wording.PARTNERS)
    sides = tuple(side for side in wording.SIDES if side in heard)
    return TrustView(
        sides=tuple(wording.SIDES[side] for side in sides),
        rates=tuple(_rate(source, kind, sides) for kind in _kinds(rates)),
        tallies=tally_page(source),
        promises=ledger_page(source),
    )


def _kinds(rates: Iterable[SignalRate]) -> list[str]:
    heard = {rate.kind for rate in rates if rate.count}
    known = [kind for kind in wording.SIGNALS if kind in heard]
    return known + sorted(heard - set(known))


def _rate(source: Source, kind: str, sides: tuple[str, ...]) -> RateView:
    by_side = {str(r.side): r for r in source.synthesis.rates if r.kind == kind}
    words = wording.SIGNALS.get(kind, kind.replace("_", " "))
    return RateView(words, tuple(_cell(source, by_side.get(side)) for side in sides))


def _cell(source: Source, rate: SignalRate | None) -> str:
    """Return how often a kind was heard; not the number, where too few people spoke at all."""
    if rate is None or not rate.count:
        return "Not heard"
    if rate.people < source.floor:
        return f"Heard; {wording.CANT_TELL}, from {in_words(rate.people, source.floor)}"
    return f"{_TIMES.get(rate.count, f'{rate.count} times')}; {_per_1000(rate)}"


def _per_1000(rate: SignalRate) -> str:
    if rate.per_1000 is None or rate.low is None or rate.high is None:
        return wording.CANT_TELL
    return (
        f"{rate.per_1000:.1f} per 1,000 words (likely between {rate.low:.1f} and {rate.high:.1f})"
    )
