"""Recommended actions with the owner, the day and the words that the reviewer gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from synth.decisions.matching import same_words
from synth.records.decisions import ActionDecision, Ruling, Rulings
from synth.records.findings import Action

_GONE: Final = (
    "decisions.toml, {place}: this run does not recommend this action, so what you noted of it is "
    "not in the report. It stays in decisions.toml."
)
_TWICE: Final = (
    "decisions.toml, {place}: an earlier entry says otherwise of the same action. The later entry "
    "stands; remove one of them."
)


def rule_on_actions(
    actions: Sequence[Action], decisions: Sequence[ActionDecision]
) -> tuple[tuple[Action, ...], Rulings]:
    """Return the actions as the reviewer has them; several entries on one add up."""
    settled = {a.id: a for a in actions}
    dropped: set[str] = set()
    applied: list[Ruling] = []
    warnings: list[str] = []
    for decision in decisions:
        action = next((a for a in actions if same_words(a.text, decision.text.reveal())), None)
        if action is None:
            warnings.append(_GONE.format(place=decision.place))
            continue
        if action.id in dropped or _overruled(settled[action.id], decision):
            warnings.append(_TWICE.format(place=decision.place))
        if decision.drop:
            dropped.add(action.id)
        else:
            dropped.discard(action.id)
        settled[action.id] = _noted(settled[action.id], action, decision)
        applied += _rulings(action, decision)
    kept = tuple(a for a in settled.values() if a.id not in dropped)
    return kept, Rulings(tuple(applied), tuple(warnings))


def _overruled(now: Action, decision: ActionDecision) -> bool:
    changed = now.text if now.drafted else ""
    pairs = ((now.owner, decision.owner), (now.date, decision.date), (changed, decision.wording))
    return any(before and after and before != after for before, after in pairs)


def _noted(now: Action, drafted: Action, decision: ActionDecision) -> Action:
    return replace(
        now,
        owner=decision.owner or now.owner,
        date=decision.date or now.date,
        text=decision.wording or now.text,
        drafted=drafted.text if decision.wording else now.drafted,
    )


def _rulings(action: Action, decision: ActionDecision) -> list[Ruling]:
    """Return what is worth telling: owner and day stand in the table of actions anyway."""
    if decision.drop:
        return [Ruling("action", action.id, action.text, "dropped", decision.reason)]
    if decision.wording:
        return [Ruling("action", action.id, action.text, decision.wording, decision.reason)]
    return []
