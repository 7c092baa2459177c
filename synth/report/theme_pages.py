"""The themes: what came up again and again, across corners and people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from synth.records.evidence import Theme
from synth.report import wording
from synth.report.corner_pages import capitalised, own_words, quote_view
from synth.report.floor import in_short, shown_mentions
from synth.report.source import Source
from synth.report.view import QuoteView, ThemeView

_EXAMPLES: Final = 3


def theme_pages(source: Source) -> tuple[ThemeView, ...]:
    """Return every theme, in the order of the synthesis."""
    return tuple(_theme(source, theme) for theme in source.synthesis.themes)


def _theme(source: Source, theme: Theme) -> ThemeView:
    people = source.theme_people(theme)
    return ThemeView(
        id=theme.id,
        label=capitalised(own_words(theme.label)),
        keywords=", ".join(theme.keywords),
        where=source.corner_name(theme.corner),
        stance=wording.STANCES.get(theme.stance, theme.stance),
        heard=_heard(people, source.floor),
        passages=shown_mentions(len(theme.passages), sum(people.values()), source.floor),
        examples=tuple(
            _example(source, passage) for passage in _safest(source, theme.passages)[:_EXAMPLES]
        ),
        drafted=wording.RENAMED.format(drafted=own_words(theme.drafted)) if theme.drafted else "",
    )


def _safest(source: Source, passages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the passages that may be quoted, the most typical first; all where none is safe.

    What the reviewer struck is not among them in any case.
    """
    kept = tuple(p for p in passages if p not in source.synthesis.struck)
    return tuple(p for p in kept if p not in source.synthesis.risky) or kept


def _heard(people: Mapping[str, int], floor: int) -> str:
    sides = [side for side in wording.SIDES if people.get(side)]
    if len(sides) > 1 and all(people[side] < floor for side in sides):
        return capitalised(f"{in_short(1, floor)} on each side")
    return "; ".join(f"{wording.SIDES[side]}: {in_short(people[side], floor)}" for side in sides)


def _example(source: Source, passage: str) -> QuoteView:
    spoken = source.passage(passage)
    return quote_view(source, passage, spoken.text, spoken.side)
