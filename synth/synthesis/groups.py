"""What people say of one corner in one stance, grouped by theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from synth.records.evidence import Passage, Theme, people_in
from synth.records.people import Side


@dataclass(frozen=True, slots=True)
class Group:
    """Passages of one corner, one stance and one theme."""

    corner: str
    stance: str
    label: str
    theme: str
    passages: tuple[Passage, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Return the pseudonyms of those who said it, each once."""
        return tuple(sorted(people_in(self.passages)))

    @property
    def by_side(self) -> dict[Side, int]:
        """Return how many people of each side said it."""
        sides = list(people_in(self.passages).values())
        return {side: sides.count(side) for side in Side if side in sides}

    @property
    def sureness(self) -> float:
        """Return the mean probability that the passages are what they are tagged as."""
        return sum(p.tag.corner_p * p.tag.stance_p for p in self.passages) / len(self.passages)


def group_by_theme(
    passages: Sequence[Passage], themes: Sequence[Theme], corner: str, stance: str
) -> tuple[Group, ...]:
    """Return the groups of a corner and stance, the one most people speak of first."""
    by_id = {p.id: p for p in passages if (p.tag.corner, p.tag.stance) == (corner, stance)}
    groups = [
        Group(corner, stance, theme.label, theme.id, members)
        for theme in themes
        if (members := tuple(by_id[i] for i in theme.passages if i in by_id))
    ]
    return tuple(
        sorted(groups, key=lambda g: (-len(g.people), -len(g.by_side), -g.sureness, g.theme))
    )
