"""Which pseudonym each entity gets: numbered by first appearance, telling side and kind only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from synth.privacy.entities import Entity
from synth.records.people import Side, role_group

_NOUNS = {
    "sponsor": "sponsor",
    "alliance manager": "alliance manager",
    "sales": "sales colleague",
    "product": "engineer",
    "support": "support colleague",
    "operations": "operations colleague",
    "finance": "finance colleague",
    "legal": "legal colleague",
}
"""The singular noun for a role group; `other` has none."""

INTERVIEWEE = "[the interviewee]"
INTERVIEWER = "[the interviewer]"
COLLEAGUE = "[a colleague]"


class Pseudonyms:
    """Hands out pseudonyms, counting each kind from 1."""

    def __init__(self, entities: Iterable[Entity], kinds: Mapping[int, str], floor: int) -> None:
        self._entities = tuple(entities)
        self._kinds = kinds
        self._by_entity: dict[int, str] = {}
        self._by_text: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()
        people = [e for e in self._entities if e.kind == "person" and e.known]
        self._groups = Counter((e.side, role_group(e.role)) for e in people)
        self._floor = floor

    def of_entity(self, entity: int) -> str:
        """Return the pseudonym of an entity, new at its first appearance."""
        if entity not in self._by_entity:
            self._by_entity[entity] = self._new(self._entities[entity])
        return self._by_entity[entity]

    def of_text(self, kind: str, key: str) -> str:
        """Return the pseudonym of an address, number or code, by its folded text."""
        if (kind, key) not in self._by_text:
            self._by_text[kind, key] = self.numbered(kind)
        return self._by_text[kind, key]

    def numbered(self, noun: str, side: Side = Side.UNKNOWN) -> str:
        """Return the next pseudonym with this noun: "[A: engineer 2]"."""
        lead = f"{side.value.upper()}: " if side in (Side.A, Side.B) else ""
        self._counts[lead + noun] += 1
        return f"[{lead}{noun} {self._counts[lead + noun]}]"

    def _new(self, entity: Entity) -> str:
        if entity.kind == "partner":
            return f"[Partner {entity.side.value.upper()}]"
        if entity.interviewer:
            return INTERVIEWER
        return self.numbered(self._noun(entity), entity.side)

    def _noun(self, entity: Entity) -> str:
        if entity.kind != "person":
            return self._kinds.get(entity.id, entity.kind)
        group = role_group(entity.role)
        shared = self._groups[entity.side, group] >= max(2, self._floor)
        sided = entity.side in (Side.A, Side.B)
        return _NOUNS.get(group, "person") if sided and shared else "person"
