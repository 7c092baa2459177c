"""Score the comparison of cycles: directions, claims, themes; false alarms, power, thresholds.

    python scripts/score_shift.py RENDERED [--splits 200] [--thresholds]

RENDERED holds a folder a labelled review, with a rendered and run folder a cycle in it, as
`scripts/score_review.py --out RENDERED` leaves them. What is listed below as pronoun shifts,
promise shifts and themes restates the `shifts` of corpora/labelled/*/review.yaml.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.gold import CORNERS, load_review
from scripts.labelled import LABELLED
from scripts.metrics import holders
from scripts.results import read_results
from scripts.scores import gold_cycle
from synth.records.shift import BETTER, WORSE, Cycle, CyclePassage, Move, Shift
from synth.shift import compare_cycles, read_cycle
from synth.shift.moves import find_moves, measures_of
from synth.shift.themes import Encode, _assigned, _told, nearness

LEVELS = ("green", "yellow", "red")
PRONOUNS = {
    "alliance-2": {"a": "down"},
    "alliance-4": {"a": "down", "b": "up"},
    "alliance-5": {"b": "down"},
    "alliance-6": {"a": "up", "b": "down"},
}
"""Where a side's "we together" goes."""
PROMISES = {"alliance-2": "down", "alliance-4": "down", "alliance-5": "down", "alliance-6": "up"}
"""Where the share of kept promises goes."""
THEMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "alliance-2": {"gone": ("t4", "t5"), "new": ("t1", "t2", "t6")},
    "alliance-4": {"gone": ("t2",), "new": ("t4",)},
    "alliance-5": {"gone": ("t5",), "new": ("t4", "t5", "t6")},
    "alliance-6": {"gone": ("t2", "t3"), "new": ("t3", "t4", "t9")},
}
"""Labelled themes that are listed as gone (of the first cycle) or new (of the second)."""
_SEED = 10


@dataclass(frozen=True)
class Case:
    """One labelled review with its two cycles and what was made of them."""

    name: str
    folders: tuple[Path, Path]
    shift: Shift


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    encode = _encode()
    cases = [_case(options.rendered, name, encode) for name in sorted(THEMES)]
    print("\n".join(_corners(cases)))
    print("\n".join(_speech(cases)))
    print("\n".join(_themes(cases)))
    cycles = [cycle for case in cases for cycle in case.shift.cycles]
    print("\n".join(_false_alarms(cycles, options.splits)))
    print("\n".join(_power(cycles, options.splits)))
    if options.thresholds:
        print("\n".join(_thresholds(cases, encode)))
    return 0


def _encode() -> Encode:
    from synth.embeddings import PackagedEncoder, VectorCache, bind

    encoder = PackagedEncoder()
    return bind(encoder, VectorCache(encoder.revision), lambda _done: None)


def _case(rendered: Path, name: str, encode: Encode) -> Case:
    cycles = sorted(load_review(LABELLED / name)["cycles"])[:2]
    then, now = (rendered / name / cycle for cycle in cycles)
    return Case(name, (then, now), compare_cycles([read_cycle(then), read_cycle(now)], encode))


def _corners(cases: Sequence[Case]) -> Iterator[str]:
    """Hold each corner's direction and claim against the labelled ratings."""
    right, claimed, quiet, same, wrong = 0, 0, 0, 0, 0
    total = 0
    yield "corner directions (gold then, now; found change in points, p, corrected, said)"
    for case in cases:
        gold = load_review(LABELLED / case.name)["cycles"]
        levels = [gold[c.name]["ratings"] for c in case.shift.cycles]
        ids = {CORNERS[c]: [LEVELS.index(level[c]) for level in levels] for c in levels[0]}
        for move in case.shift.moves:
            if move.kind != "corner" or move.change is None:
                continue
            before, after = ids[move.id]
            says = move.verdict in (BETTER, WORSE)
            if before == after:
                same, quiet = same + 1, quiet + (not says)
            else:
                total += 1
                toward = (move.change.value > 0) == (after > before)
                right, claimed = right + toward, claimed + (says and toward)
                wrong += says and not toward
            yield (
                f"  {case.name} {move.id:24} {LEVELS[before]:6} {LEVELS[after]:6} "
                f"{100 * move.change.value:+4.0f}  {move.p:.3f}  {move.corrected:.3f}  "
                f"{move.verdict} {move.points}"
            )
    yield f"direction right where ratings differ: {right} of {total} = {right / total:.2f}"
    yield f"claimed and right: {claimed} of {total}; claimed and wrong: {wrong}"
    yield f"no claim where they do not: {quiet} of {same}"


def _speech(cases: Sequence[Case]) -> Iterator[str]:
    found, total = 0, 0
    for case in cases:
        moves = {m.id: m for m in case.shift.moves}
        wanted = [("we_share", s, way) for s, way in sorted(PRONOUNS[case.name].items())]
        wanted.append(("kept_share", "", PROMISES[case.name]))
        for id_, side, way in wanted:
            change = _change(moves[id_], side)
            hit = change is not None and (change > 0) == (way == "up") and change != 0
            found, total = found + hit, total + 1
            told = "too few" if change is None else f"{100 * change:+.0f}"
            yield f"  {case.name} {id_} {side or 'both'}: listed {way}, found {told}"
    yield f"pronoun and promise shifts with the listed direction: {found} of {total}"
    labelled = [way for case in cases for way in _labelled_ways(case)]
    yield f"  the same, measured on the labels themselves: {sum(labelled)} of {len(labelled)}"


def _labelled_ways(case: Case) -> Iterator[bool]:
    """Tell for each listed shift whether labelled signals, so measured, go the listed way."""
    review = load_review(LABELLED / case.name)
    then, now = (review["interviews"][cycle.name] for cycle in case.shift.cycles)
    for side, way in sorted(PRONOUNS[case.name].items()):
        before, after = (_share(c, side, "we_joint", "they_partner") for c in (then, now))
        yield (after > before) == (way == "up")
    kept = [
        sum(_share(c, side, "promise_kept", "promise_broken") for side in "ab") for c in (then, now)
    ]
    yield (kept[1] > kept[0]) == (PROMISES[case.name] == "up")


def _share(interviews: Sequence[Mapping[str, Any]], side: str, good: str, bad: str) -> float:
    """Return the mean over a side's people of their share of one labelled signal among two."""
    shares = []
    for interview in interviews:
        if interview["interview"]["side"].lower() == side:
            kinds = Counter(
                signal["type"]
                for turn in interview["turns"]
                for sentence in turn.get("sentences", ())
                for signal in sentence.get("signals") or ()
            )
            if kinds[good] + kinds[bad]:
                shares.append(kinds[good] / (kinds[good] + kinds[bad]))
    return sum(shares) / len(shares)


def _change(move: Move, side: str) -> float | None:
    if not side:
        return move.change.value if move.change else None
    return next((s.change.value for s in move.sides if s.side == side), None)


def _themes(cases: Sequence[Case]) -> Iterator[str]:
    """Find the theme that holds most of each listed one's sentences, and what is said of it."""
    found, total = 0, 0
    for case in cases:
        review = load_review(LABELLED / case.name)
        for kind, at in (("gone", 0), ("new", 1)):
            cycle, folder = case.shift.cycles[at].name, case.folders[at]
            results = read_results(folder / "out")
            gold = gold_cycle(review, cycle, case.name)
            held = holders(gold.sentences, results.passages)
            for theme in THEMES[case.name][kind]:
                inside = Counter(
                    passage.theme
                    for sentence, passage in zip(gold.sentences, held, strict=True)
                    if sentence.theme == theme and passage and passage.theme
                )
                best = inside.most_common(1)[0][0] if inside else ""
                said = next((m.kind for m in case.shift.themes if m.ids[at] == best), "no theme")
                found, total = found + (said == kind), total + 1
                yield f"  {case.name} {kind} {theme}: {best or '-'} is {said}"
    yield f"listed themes told as new or gone: {found} of {total} = {found / total:.2f}"


def _false_alarms(cycles: Sequence[Cycle], splits: int) -> Iterator[str]:
    """Deal the people of one cycle, and of all cycles together, to two cycles at random."""
    draw = random.Random(_SEED)
    for size in (0, 3, 6, 12):
        claims = points = tests = alarms = 0
        for _ in range(splits):
            pool = draw.choice(cycles) if not size else _pooled(cycles)
            moves = _moves(*_dealt(pool, size, draw))
            said = [m for m in moves if m.verdict in (BETTER, WORSE)]
            claims += bool(said)
            alarms += len(said)
            points += sum(bool(m.points) for m in moves)
            tests += sum(m.p is not None for m in moves)
        what = f"{size} people a side and cycle" if size else "one cycle of six split"
        yield (
            f"false alarms, {what}: {claims} of {splits} splits claim anything "
            f"({100 * claims / splits:.1f} %); of {tests} tests {alarms} claim, {points} point"
        )


def _pooled(cycles: Sequence[Cycle]) -> Cycle:
    """Return all people of all cycles as one cycle, everybody under a name of their own."""
    passages, signals = [], []
    for number, cycle in enumerate(cycles):
        renamed = {p.id: f"{number}-{p.id}" for p in cycle.passages}
        passages += [
            replace(p, id=renamed[p.id], speaker=f"{number} {p.speaker}") for p in cycle.passages
        ]
        signals += [replace(s, passage=renamed[s.passage]) for s in cycle.signals]
    return replace(cycles[0], passages=tuple(passages), signals=tuple(signals), themes=(), same={})


def _dealt(pool: Cycle, size: int, draw: random.Random) -> tuple[Cycle, Cycle]:
    """Return two cycles with other people of the pool, as many of each side."""
    halves: tuple[set[str], set[str]] = (set(), set())
    for side in ("a", "b"):
        people = sorted(who for who, at in pool.sides.items() if at == side)
        draw.shuffle(people)
        each = size or len(people) // 2 + draw.randrange(2) * (len(people) % 2)
        halves[0].update(people[:each])
        halves[1].update(people[each : each + (size or len(people))])
    return _only(pool, halves[0], "then"), _only(pool, halves[1], "now")


def _only(pool: Cycle, people: set[str], name: str) -> Cycle:
    passages = tuple(p for p in pool.passages if p.speaker in people)
    ids = {p.id for p in passages}
    signals = tuple(s for s in pool.signals if s.passage in ids)
    return replace(pool, name=name, passages=passages, signals=signals, themes=(), same={})


def _moves(then: Cycle, now: Cycle) -> tuple[Move, ...]:
    return find_moves(then, now, measures_of((then, now)))


def _power(cycles: Sequence[Cycle], splits: int) -> Iterator[str]:
    """Turn a share of the praise of one corner into worry in the second cycle, and look again."""
    pool = _pooled(cycles)
    corner = "relational_trust"
    yield "power: share of praise on trust turned to worry, and how often a change is claimed"
    for size in (3, 6, 9):
        told = []
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            draw = random.Random(_SEED)
            hits = 0
            for _ in range(splits // 2):
                then, now = _dealt(pool, size, draw)
                moves = _moves(then, _turned(now, corner, share, draw))
                hits += any(m.id == corner and m.verdict == WORSE for m in moves)
            told.append(f"{share:.0%} {2 * hits / splits:.2f}")
        yield f"  {size} people a side and cycle: {', '.join(told)}"


def _turned(cycle: Cycle, corner: str, share: float, draw: random.Random) -> Cycle:
    def turn(passage: CyclePassage) -> CyclePassage:
        praise = passage.corner == corner and passage.stance == "strength"
        return replace(passage, stance="concern") if praise and draw.random() < share else passage

    return replace(cycle, passages=tuple(map(turn, cycle.passages)))


def _thresholds(cases: Sequence[Case], encode: Encode) -> Iterator[str]:
    """Print how near themes of unrelated alliances come, which cannot be the same."""
    ways: tuple[tuple[str, Encode | None], ...] = (
        ("meaning", encode),
        ("words", None),
    )
    for name, way in ways:
        near: list[float] = []
        for one in cases:
            for other in cases:
                if one is not other:
                    table = nearness(_told(one.shift.then), _told(other.shift.now), way)
                    near += [float(table[i, j]) for i, j in _assigned(table)]
        near.sort()
        told = ", ".join(f"{q} % {near[int(len(near) * q / 100)]:.2f}" for q in (50, 90, 95, 98))
        yield f"nearness by {name} of assigned themes of unrelated alliances: {told}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rendered", type=Path, help="rendered and run cycles, by review")
    parser.add_argument("--splits", type=int, default=200, help="random splits of each kind")
    parser.add_argument("--thresholds", action="store_true", help="print the themes' thresholds")
    return parser


if __name__ == "__main__":
    sys.exit(main())
