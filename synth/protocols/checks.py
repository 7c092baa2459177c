"""What the types cannot say of a protocol: that its parts fit together, and are enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Final

from synth.protocols.format import Protocol
from synth.records.evidence import NO_CORNER, STANCES
from synth.records.findings import NOT_ENOUGH

MIN_SEEDS: Final = 6
"""Fewest seed phrases of a corner and stance that a classifier can be trained on."""

ENOUGH_SEEDS: Final = 10
"""Fewest with which it works decently."""

Place = tuple[int | str, ...]
"""Keys and positions that lead to a place in the file: `("benchmarks", 3, "corner")`."""

Fault = tuple[Place, str]


def faults_of(protocol: Protocol) -> tuple[Fault, ...]:
    """Return every fault that makes the protocol unusable, with its place in the file."""
    parts = (_repeated, _reserved, _wrong_references, _wrong_cuts, _missing_seeds)
    return tuple(fault for part in parts for fault in part(protocol))


def weak_points(protocol: Protocol) -> tuple[str, ...]:
    """Return what the protocol's author should look at again, a sentence each.

    None of them stops a run; each makes the report poorer.
    """
    asked = {question.corner for question in protocol.questions}
    points = [f"No question for corner {c.id!r}." for c in protocol.corners if c.id not in asked]
    if not 8 <= len(protocol.questions) <= 12:
        points.append(
            f"An interview has time for 8 to 10 questions; there are {len(protocol.questions)}."
        )
    return (*points, *_thin_seeds(protocol), *_gaps(protocol), *_repeated_seeds(protocol))


def _thin_seeds(protocol: Protocol) -> Iterator[str]:
    for corner in protocol.corners:
        for stance in STANCES:
            number = len(protocol.seeds_of(corner.id, stance))
            if number < ENOUGH_SEEDS:
                yield (
                    f"Only {number} seeds for corner {corner.id!r}, {stance}: "
                    f"{ENOUGH_SEEDS} or more make the tags much better."
                )


def _gaps(protocol: Protocol) -> Iterator[str]:
    for corner in protocol.corners:
        for phase in protocol.phases:
            where = f"corner {corner.id!r} in phase {phase.id!r}"
            if not protocol.benchmark(corner.id, phase.id):
                yield f"No benchmark for {where}."
            if not protocol.interventions_for(corner.id, phase.id):
                yield f"No intervention for {where}: no action can be drafted there."


def _repeated_seeds(protocol: Protocol) -> Iterator[str]:
    seeds = [seed for corner in protocol.seeds.values() for _, cell in corner for seed in cell]
    counted = Counter(seed.casefold() for seed in (*seeds, *protocol.background))
    return (f"A seed stands {n} times: {seed!r}." for seed, n in counted.items() if n > 1)


def _repeated(protocol: Protocol) -> Iterator[Fault]:
    lists: dict[Place, Iterable[Any]] = {
        ("scale", "levels"): protocol.scale.levels,
        ("corners",): protocol.corners,
        ("phases",): protocol.phases,
        ("kinds",): protocol.kinds,
        ("questions",): protocol.questions,
        ("interventions",): protocol.interventions,
    }
    for place, parts in lists.items():
        ids = [part.id for part in parts]
        yield from _again(place, ids)
    yield from _again(("benchmarks",), [f"{b.corner}, {b.phase}" for b in protocol.benchmarks])


def _again(place: Place, ids: list[str]) -> Iterator[Fault]:
    for position, name in enumerate(ids):
        if name in ids[:position]:
            yield (*place, position), f"{name!r} is there twice"


def _reserved(protocol: Protocol) -> Iterator[Fault]:
    for i, corner in enumerate(protocol.corners):
        if corner.id == NO_CORNER:
            yield ("corners", i, "id"), f"{NO_CORNER!r} means no corner: choose another id"
    for i, level in enumerate(protocol.scale.levels):
        if level.id == NOT_ENOUGH:
            yield ("scale", "levels", i, "id"), f"{NOT_ENOUGH!r} is always possible: leave it out"


def _wrong_references(protocol: Protocol) -> Iterator[Fault]:
    known = {
        "corner": tuple(c.id for c in protocol.corners),
        "phase": tuple(p.id for p in protocol.phases),
        "level": tuple(level.id for level in protocol.scale.levels),
    }
    for place, what, name in _references(protocol):
        if name not in known[what]:
            yield place, f"{name!r} is none of the {what}s ({', '.join(known[what])})"


def _references(protocol: Protocol) -> Iterator[tuple[Place, str, str]]:
    for i, corner in enumerate(protocol.corners):
        for j, descriptor in enumerate(corner.levels):
            yield ("corners", i, "levels", j, "level"), "level", descriptor.level
    for i, kind in enumerate(protocol.kinds):
        for j, name in enumerate(kind.emphasis):
            yield ("kinds", i, "emphasis", j), "corner", name
    for i, benchmark in enumerate(protocol.benchmarks):
        yield ("benchmarks", i, "corner"), "corner", benchmark.corner
        yield ("benchmarks", i, "phase"), "phase", benchmark.phase
    for i, question in enumerate(protocol.questions):
        yield ("questions", i, "corner"), "corner", question.corner
    yield from _references_of_advice(protocol)
    for signal, name in protocol.signals.items():
        yield ("signals", signal), "corner", name
    for name in protocol.coverage.ask:
        yield ("coverage", "ask", name), "corner", name
    for name in protocol.seeds:
        yield ("seeds", name), "corner", name


def _references_of_advice(protocol: Protocol) -> Iterator[tuple[Place, str, str]]:
    for i, intervention in enumerate(protocol.interventions):
        yield ("interventions", i, "corner"), "corner", intervention.corner
        for j, name in enumerate(intervention.phases):
            yield ("interventions", i, "phases", j), "phase", name
    for i, imbalance in enumerate(protocol.imbalances):
        yield ("imbalances", i, "strong"), "corner", imbalance.strong
        yield ("imbalances", i, "weak"), "corner", imbalance.weak


def _wrong_cuts(protocol: Protocol) -> Iterator[Fault]:
    cuts, wanted = protocol.ratings.cuts, len(protocol.scale.levels) - 1
    if len(cuts) != wanted:
        yield ("ratings", "cuts"), f"{len(cuts)} cuts for {wanted + 1} levels: give {wanted}"
    if any(low >= high for low, high in pairwise(cuts)):
        yield ("ratings", "cuts"), "each cut must be higher than the one before"


def _missing_seeds(protocol: Protocol) -> Iterator[Fault]:
    for corner in protocol.corners:
        if corner.id not in protocol.seeds:
            yield ("seeds",), f"corner {corner.id!r} has no seed phrases"
            continue
        for stance in STANCES:
            yield from _too_few(("seeds", corner.id, stance), protocol.seeds_of(corner.id, stance))
    yield from _too_few(("seeds", NO_CORNER), protocol.background)


def _too_few(place: Place, seeds: tuple[str, ...]) -> Iterator[Fault]:
    if len(seeds) < MIN_SEEDS:
        yield place, f"{len(seeds)} seed phrases: at least {MIN_SEEDS} are needed"
