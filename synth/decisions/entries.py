"""What to write into decisions.toml: told by the words that the last run found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias, TypeVar

from synth.errors import SynthError
from synth.records.decisions import Entry
from synth.records.kept import KeptAction, KeptFinding, KeptPassage, KeptResult, KeptTheme

_TYPICAL: Final = 5
"""Passages by which a theme is found again, the most typical ones."""

KeptT = TypeVar("KeptT")
Values: TypeAlias = Mapping[str, str | bool | int | tuple[str, ...]]


def passage_named(result: KeptResult, name: str) -> KeptPassage:
    """Return a passage of the last run. Raises SynthError: it has none of that id."""
    return _named(result.by_id, name, "passage", "passages.csv")


def theme_named(result: KeptResult, name: str) -> KeptTheme:
    """Return a theme of the last run. Raises SynthError: it has none of that id."""
    return _named({t.id: t for t in result.themes}, name, "theme", "themes.csv")


def finding_named(result: KeptResult, name: str) -> KeptFinding:
    """Return a finding of the last run. Raises SynthError: it has none of that id."""
    return _named({f.id: f for f in findings_of(result)}, name, "finding", "synthesis.json")


def action_named(result: KeptResult, name: str) -> KeptAction:
    """Return an action of the last run. Raises SynthError: it has none of that id."""
    return _named({a.id: a for a in result.actions}, name, "action", "synthesis.json")


def findings_of(result: KeptResult) -> tuple[KeptFinding, ...]:
    """Return the statements of the last run, corner by corner."""
    return tuple(
        f for c in result.corners for f in (*c.strengths, *c.concerns, *c.patterns, *c.outliers)
    )


def quote_entry(passage: KeptPassage, reason: str, **more: str | bool) -> Entry:
    """Return the decision to strike a quote, or what `more` says of it."""
    return Entry("quotes", {"id": passage.id, "text": passage.text, **more, "reason": reason})


def theme_entry(
    theme: KeptTheme, result: KeptResult, reason: str, **more: str | bool | tuple[str, ...]
) -> Entry:
    """Return a decision on a theme."""
    told: Values = {"theme": theme.drafted or theme.label, "passages": texts_of(theme, result)}
    return Entry("themes", {**told, **more, "reason": reason})


def finding_entry(
    finding: KeptFinding, result: KeptResult, reason: str, **more: str | bool
) -> Entry:
    """Return a decision on a finding."""
    told: Values = {
        "id": finding.id,
        "text": finding.drafted or finding.text,
        "passages": tuple(
            result.by_id[q.passage].text for q in finding.quotes if q.passage in result.by_id
        ),
    }
    return Entry("findings", {**told, **more, "reason": reason})


def action_entry(action: KeptAction, reason: str, **more: str | bool) -> Entry:
    """Return what is noted of an action."""
    return Entry("actions", {"text": action.drafted or action.text, **more, "reason": reason})


def texts_of(theme: KeptTheme, result: KeptResult) -> tuple[str, ...]:
    """Return the passages by which a theme is found again."""
    return tuple(result.by_id[p].text for p in theme.passages[:_TYPICAL] if p in result.by_id)


def _named(held: Mapping[str, KeptT], name: str, what: str, where: str) -> KeptT:
    if name in held:
        return held[name]
    raise SynthError(
        f"The last run has no {what} {name}. Look its id up in out/share/{where}, "
        "or run `synth decide FOLDER` without --set to be asked."
    )
