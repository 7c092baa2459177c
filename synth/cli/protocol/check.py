"""`synth protocol check`: what an author should correct, and how well the seeds do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synth.cli.console import count, explain, explain_more, shown, tell
from synth.cli.progress import Stages
from synth.cli.protocol.naming import protocol_named
from synth.cli.tables import tell_table
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.corners import Trial
    from synth.protocols import Protocol

_GOOD, _POOR = 0.7, 0.5
_MOST_POINTS = 12
_GAPS = {
    "No benchmark": "The report can say what is healthy in a phase only where there is a benchmark",
    "No intervention": "The report can propose an action only where there is an intervention",
}


def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The YAML file of a protocol.")],
) -> None:
    """Say whether a protocol can be used, and how to make it better.

    First its structure: each fault with its line. Then its seeds: each fifth of them is guessed
    from the rest. Exit code 1 if it cannot be used, 0 with advice otherwise.
    """
    if not file.is_file() and file.suffix:
        raise SynthError(f"There is no file {shown(file)}. Give the path of a protocol.")
    try:
        protocol = protocol_named(str(file))
    except SynthError as error:
        raise SynthError(f"this protocol cannot be used yet.\n{error}") from None
    trial = _tried(protocol)
    seeds = sum(len(cell) for c in protocol.seeds.values() for _, cell in c)
    tell(
        f"{shown(file)} can be used: {count(len(protocol.corners), 'corner')}, "
        f"{count(seeds, 'seed phrase')}, {len(protocol.background)} of background talk.\n"
    )
    _tell_scores(trial)
    _tell_pairs(trial)
    _advise(protocol, trial)


def _tried(protocol: Protocol) -> Trial:
    with Stages() as stages:
        stages.report("Trying the seeds on each other", 0.0)
        from synth.corners import lent_heads, try_seeds
        from synth.embeddings import PackagedEncoder, VectorCache, bind

        encoder = PackagedEncoder()
        encode = bind(encoder, VectorCache(encoder.revision), lambda _: None)
        trial = try_seeds(protocol, encode, lent_heads(protocol, encoder.revision))
        stages.report("Trying the seeds on each other", 1.0)
    return trial


def _tell_scores(trial: Trial) -> None:
    """Print what each corner's seeds score when guessed from the others."""
    tell_table(
        "How well the seeds tell the corners apart (1.00 is perfect)",
        ("corner", "F1", ""),
        [(c, f"{f1:.2f}", _verdict(f1)) for c, f1 in trial.corners.items()]
        + [("all (macro-F1)", f"{trial.macro_f1:.2f}", _verdict(trial.macro_f1))],
    )
    tell_table(
        "How well they tell praise, worry and plain talk apart",
        ("stance", "F1", ""),
        [(s, f"{f1:.2f}", _verdict(f1)) for s, f1 in trial.stances.items()],
    )
    if trial.mistaken:
        tell_table(
            "Which corner's seeds are taken for another's",
            ("corner", "taken for", "seeds"),
            trial.mistaken,
        )


def _tell_pairs(trial: Trial) -> None:
    tell_table(
        "The most confusable pairs of seeds (likeness 1.00: the same)",
        ("like", "corner", "seed", "corner", "seed"),
        [
            (f"{p.likeness:.2f}", p.first_corner, p.first, p.second_corner, p.second)
            for p in trial.alike
        ],
    )


def _verdict(f1: float) -> str:
    return "good" if f1 >= _GOOD else "fair" if f1 >= _POOR else "poor"


def _advise(protocol: Protocol, trial: Trial) -> None:
    from synth.corners import TOO_ALIKE
    from synth.protocols import weak_points

    points = [
        f"{corner}: its seeds are often taken for another's. Say in them what only this corner is "
        "about, and add more in other words."
        for corner, f1 in trial.corners.items()
        if f1 < _POOR
    ]
    alike = [p for p in trial.alike if p.likeness >= TOO_ALIKE]
    if alike:
        points.append(
            f"{count(len(alike), 'pair')} of seeds of two corners say nearly the same (the first "
            "rows of the last table). Reword one of each, or decide which corner it belongs to."
        )
    points += _gathered(weak_points(protocol))
    explain("advice:" if points else "nothing to advise: go and use it.")
    for point in points[:_MOST_POINTS]:
        explain_more(point)
    if len(points) > _MOST_POINTS:
        explain_more(f"… and {len(points) - _MOST_POINTS} more points.")


def _gathered(points: Sequence[str]) -> list[str]:
    """Return the points, those about gaps of one kind in a line of their own."""
    others = [p for p in points if not p.startswith(tuple(_GAPS))]
    for start, why in _GAPS.items():
        gaps = [p for p in points if p.startswith(start)]
        if len(gaps) > 2:
            others.append(
                f"{why}: {len(gaps)} pairs of corner and phase have none. See a built-in protocol "
                "for what one looks like; it may be left out."
            )
        else:
            others += gaps
    return others
