"""The ledger of promises as the report shows it: each promise with the words it rests on.

Words that point at their speaker, or that the reviewer struck, are not shown: where nobody said it
less tellingly, the line stands without its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from synth.records.promises import Mention, Promise, PromiseTally
from synth.report import wording
from synth.report.corner_pages import quote_view
from synth.report.floor import in_words
from synth.report.source import Source
from synth.report.view import PromiseView

_QUOTES: Final = 3
_DISPUTED: Final = "disputed"


def ledger_page(source: Source) -> tuple[PromiseView, ...]:
    """Return the promises, the kept ones first."""
    order = list(wording.PROMISES)
    promises = sorted(source.synthesis.promises, key=lambda p: (order.index(status(p)), p.id))
    return tuple(_promise(source, promise) for promise in promises)


def tally_page(source: Source) -> tuple[str, ...]:
    """Return how each side keeps its promises, one sentence a side."""
    return tuple(_tally(source, tally) for tally in source.synthesis.tallies)


def status(promise: Promise) -> str:
    """Return the state of a promise, or `disputed` where the sides differ."""
    return _DISPUTED if promise.disputed else promise.state


def quoted(source: Source, promise: Promise) -> tuple[Mention, ...]:
    """Return the mentions whose words may be shown, one of each side first, the longest first."""
    safe = [m for m in promise.mentions if m.passage and m.passage not in source.not_to_quote]
    safe.sort(key=lambda m: (-len(m.text), m.signal))
    first = {m.side: m for m in reversed(safe)}
    return (*first.values(), *(m for m in safe if m not in first.values()))[:_QUOTES]


def words_shown(source: Source, promise: Promise) -> str:
    """Return what was promised, or nothing where the words would point at one person."""
    return promise.what if quoted(source, promise) else ""


def _promise(source: Source, promise: Promise) -> PromiseView:
    by, to = (wording.ABOUT.get(side, side) for side in (promise.by, promise.to))
    parties = f"{by}, to {to}" if promise.to in wording.PARTNERS else by
    mentions = quoted(source, promise)
    return PromiseView(
        id=promise.id,
        status=wording.PROMISES[status(promise)],
        by=parties,
        what=words_shown(source, promise) or wording.HELD_BACK,
        due=promise.due if mentions else "",
        versions="; ".join(_versions(promise)),
        heard=f"Heard from {in_words(len(promise.people), source.floor)}",
        quotes=tuple(quote_view(source, m.passage, m.text, str(m.side)) for m in mentions),
    )


def _versions(promise: Promise) -> Iterator[str]:
    """Yield what each side says became of the promise, where they differ."""
    versions = promise.versions
    if len(set(versions.values())) > 1:
        for side, state in versions.items():
            yield f"{wording.WHO.get(side, side)}: {wording.PROMISES[state].lower()}"


def _tally(source: Source, tally: PromiseTally) -> str:
    by = wording.PARTNERS[tally.by]
    if tally.people < source.floor:
        people = in_words(tally.people, source.floor)
        return f"{by}: {wording.CANT_TELL_SHARE}, from {people}."
    counts = f"{by}: {tally.kept} kept, {tally.broken} broken, {tally.unsettled} open or unclear"
    if tally.kept_share is None or tally.low is None or tally.high is None:
        return f"{counts}; {wording.CANT_TELL_SHARE}."
    return (
        f"{counts}; {tally.kept_share:.0%} of those settled were kept "
        f"(likely between {tally.low:.0%} and {tally.high:.0%})."
    )
