"""The scorecard beside the interviews, as the report shows it."""

from __future__ import annotations

from typing import Any, Final

from synth.records.findings import NOT_ENOUGH
from synth.records.scorecard import Criterion, ScoredCorner
from synth.report import wording
from synth.report.corner_pages import level_name
from synth.report.source import Source
from synth.report.view import ScoreView

_NAMED: Final = 3
_SAME: Final = "Both say the same."
_UNRATED: Final = "The interviews alone give no rating; the scorecard is no evidence for one."
_ONE_SIDE: Final = "Only one side filled in the scorecard, so the two can't be compared."
_DIFFER: Final = "They differ: worth asking what the numbers leave out."
_APART: Final = "The sides see it very differently: {names}."


def score_pages(source: Source) -> tuple[ScoreView, ...]:
    """Return one line a corner that the scorecard rates; none where there is no scorecard."""
    return tuple(_line(source, scored) for scored in source.synthesis.scorecard)


def _line(source: Source, scored: ScoredCorner) -> ScoreView:
    return ScoreView(
        corner=source.corner_name(scored.corner),
        sides=tuple(_mean(source, scored, side) for side in wording.PARTNERS),
        scored=level_name(source, scored.level),
        drafted=level_name(source, scored.drafted),
        note=_note(scored),
    )


def _mean(source: Source, scored: ScoredCorner, side: str) -> str:
    """Return a side's mean in the numbers of the scorecard: 1 to 5, or to the highest level."""
    if side not in scored.means:
        return "not rated"
    scale = source.protocol.scale
    most = 5 if scale.kind == "colours" else len(scale.levels)
    return f"{1 + scored.means[side] * (most - 1):.1f} of {most}"


def _note(scored: ScoredCorner) -> str:
    if scored.level == NOT_ENOUGH:
        told = _ONE_SIDE
    elif scored.drafted == NOT_ENOUGH:
        told = _UNRATED
    else:
        told = _SAME if scored.agrees else _DIFFER
    names = "; ".join(_named(c) for c in scored.apart[:_NAMED])
    return f"{told} {_APART.format(names=names)}" if names else told


def _named(criterion: Criterion) -> str:
    a, b = (criterion.written.get(side, "–") for side in ("a", "b"))
    return f"{criterion.name} ({a} and {b})"


def score_json(scored: ScoredCorner) -> dict[str, Any]:
    """Return a corner's scorecard for synthesis.json: means from 0 (worst) to 1 (best)."""
    return {
        "corner": scored.corner,
        "criteria": scored.criteria,
        "means": {side: round(mean, 3) for side, mean in sorted(scored.means.items())},
        "level": scored.level,
        "draft_rating": scored.drafted,
        "agrees": scored.agrees,
        "sides_apart": [
            {"criterion": c.name, **{side: c.written.get(side, "") for side in ("a", "b")}}
            for c in scored.apart
        ],
    }
