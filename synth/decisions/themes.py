"""Themes that the reviewer renamed, merged or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from synth.decisions.matching import Finder
from synth.records.decisions import NO_RULINGS, Ruling, Rulings, ThemeDecision
from synth.records.evidence import Passage, Theme

_GONE: Final = (
    "decisions.toml, {place}: no theme of this run holds these passages or goes by this name, so "
    "the decision was not applied. `synth decide` shows the themes of the last run."
)
_NO_TARGET: Final = (
    "decisions.toml, {place}: the theme to merge into is not there in this run, so the two were "
    "left apart."
)
_ITSELF: Final = (
    "decisions.toml, {place}: both names lead to one theme by now, so there was nothing to merge."
)
_TWICE: Final = (
    "decisions.toml, {place}: an earlier entry has dropped or merged this theme already, so this "
    "one was not applied. Remove one of them."
)
_RENAMED_TWICE: Final = (
    "decisions.toml, {place}: an earlier entry gives this theme another name. The later name "
    "stands; remove one of them."
)


@dataclass(frozen=True, slots=True)
class ThemeRulings:
    """The themes as the reviewer has them."""

    themes: tuple[Theme, ...]
    dropped: frozenset[str] = frozenset()
    """Passages of dropped themes that no other theme holds: they are no single voices either."""
    rulings: Rulings = NO_RULINGS


@dataclass(slots=True)
class _Desk:
    """The themes by id as they are being settled; `gone` says where a theme went."""

    themes: dict[str, Theme]
    gone: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    applied: list[Ruling] = field(default_factory=list)

    def tell(self, warning: str, decision: ThemeDecision) -> None:
        self.warnings.append(warning.format(place=decision.place))


def rule_on_themes(
    themes: Sequence[Theme], passages: Sequence[Passage], decisions: Sequence[ThemeDecision]
) -> ThemeRulings:
    """Apply the decisions in their order. What speaks of no theme of this run is a warning."""
    finder, desk = Finder(passages), _Desk({t.id: t for t in themes})
    for decision in decisions:
        theme = finder.theme(themes, decision.theme, decision.passages)
        if theme is None:
            desk.tell(_GONE, decision)
        elif theme.id in desk.gone:
            desk.tell(_TWICE, decision)
        elif decision.drop:
            _drop(desk, theme, decision)
        elif decision.name:
            _rename(desk, theme, decision)
        else:
            target = finder.theme(themes, decision.into, decision.into_passages)
            _merge(desk, theme, target, decision)
    held = {i for t in desk.themes.values() for i in t.passages}
    lost = {i for t in themes if t.id not in desk.themes for i in t.passages}
    return ThemeRulings(
        tuple(desk.themes.values()),
        frozenset(lost - held),
        Rulings(tuple(desk.applied), tuple(desk.warnings)),
    )


def _drop(desk: _Desk, theme: Theme, decision: ThemeDecision) -> None:
    now = desk.themes.pop(theme.id)
    desk.gone[theme.id] = ""
    desk.applied.append(_ruling(now.label, now.label, "dropped", decision))


def _rename(desk: _Desk, theme: Theme, decision: ThemeDecision) -> None:
    now = desk.themes[theme.id]
    if now.drafted and now.label != decision.name:
        desk.tell(_RENAMED_TWICE, decision)
        desk.applied = [r for r in desk.applied if r.decided != now.label]
    drafted = now.drafted or now.label
    desk.themes[theme.id] = replace(now, label=decision.name, drafted=drafted)
    desk.applied.append(_ruling(decision.name, drafted, decision.name, decision))


def _merge(desk: _Desk, theme: Theme, target: Theme | None, decision: ThemeDecision) -> None:
    where = target.id if target else ""
    while where in desk.gone:
        where = desk.gone[where]
    if not where:
        return desk.tell(_NO_TARGET, decision)
    if where == theme.id:
        return desk.tell(_ITSELF, decision)
    goes, stays = desk.themes.pop(theme.id), desk.themes[where]
    desk.gone[theme.id] = where
    desk.themes[where] = replace(
        stays,
        keywords=tuple(dict.fromkeys((*stays.keywords, *goes.keywords))),
        passages=tuple(dict.fromkeys((*stays.passages, *goes.passages))),
    )
    desk.applied.append(_ruling(goes.label, goes.label, f"part of “{stays.label}”", decision))
    return None


def _ruling(what: str, drafted: str, decided: str, decision: ThemeDecision) -> Ruling:
    return Ruling("theme", what, drafted, decided, decision.reason)
