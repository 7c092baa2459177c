"""A synthesis with its protocol, and the look-ups that every format needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from synth.errors import SynthError
from synth.records.evidence import NO_CORNER, Passage, Theme, people_in
from synth.records.synthesis import Synthesis

if TYPE_CHECKING:
    from synth.protocols import Protocol


@dataclass(frozen=True)
class Source:
    """What is rendered, and in the words of which protocol."""

    synthesis: Synthesis
    protocol: Protocol

    @property
    def floor(self) -> int:
        """Return the number of people below which a count is not written."""
        return self.synthesis.heading.min_people

    @cached_property
    def theme_of(self) -> Mapping[str, str]:
        """Return the theme that holds each passage, by passage id; the first where several do."""
        themes = reversed(self.synthesis.themes)
        return {passage: theme.id for theme in themes for passage in theme.passages}

    @cached_property
    def _lone(self) -> frozenset[str]:
        outliers = (f for corner in self.synthesis.corners for f in corner.outliers)
        return frozenset(quote.passage for finding in outliers for quote in finding.quotes)

    def side_shown(self, passage: str, side: str) -> str:
        """Return the side to attribute words to: none for a single voice, wherever it is quoted."""
        return "unknown" if passage in self._lone else str(side)

    @cached_property
    def not_to_quote(self) -> frozenset[str]:
        """Return the ids of the passages that point at their speaker, or that were struck."""
        return self.synthesis.risky | self.synthesis.struck

    @cached_property
    def _passages(self) -> Mapping[str, Passage]:
        return {passage.id: passage for passage in self.synthesis.passages}

    @cached_property
    def _corner_names(self) -> Mapping[str, str]:
        names = {corner.id: corner.name for corner in self.protocol.corners}
        return {**names, NO_CORNER: "No corner", "": "No corner"}

    def corner_name(self, corner: str) -> str:
        """Return what the protocol calls a corner, or its id where it knows none."""
        return self._corner_names.get(corner, corner)

    def passage(self, passage: str) -> Passage:
        """Return the passage that a quote or a signal leads to.

        Raises:
            SynthError: there is none. What has no evidence must not be reported.
        """
        try:
            return self._passages[passage]
        except KeyError:
            raise SynthError(
                f"The report quotes passage {passage!r}, which this run does not hold. "
                "This is a fault of synth: run again with an empty out folder, and report it."
            ) from None

    def theme_people(self, theme: Theme) -> Mapping[str, int]:
        """Return how many people speak in a theme, by side."""
        return people_by_side(self.passage(passage) for passage in theme.passages)

    def corner_people(self, corner: str) -> Mapping[str, int]:
        """Return how many people speak of a corner, by side."""
        spoken = (p for p in self.synthesis.passages if p.tag.corner == corner)
        return people_by_side(spoken)


def people_by_side(passages: Iterable[Passage]) -> Mapping[str, int]:
    """Return how many different people speak in the passages, by side; 0 for a side that doesn't.

    Sides other than `a` and `b` are told apart too, since their people are counted in totals.
    """
    return Counter(str(side) for side in people_in(passages).values())
