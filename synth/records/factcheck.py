"""The fact-check round: what is laid before each participant, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from synth.records.text import RawText

ANSWERS: Final = ("confirm", "correct", "withdraw")
"""The boxes beside every item."""


@dataclass(frozen=True, slots=True)
class FactItem:
    """A quote or a finding that somebody is asked to check. `ref` is unique on its sheet."""

    ref: str
    kind: str
    """`quote` or `finding`."""
    id: str
    text: str
    """As the report shows it."""
    drafted: str = ""
    """The program's own wording of a finding, where the reviewer changed it."""
    passages: tuple[str, ...] = ()
    """The passages that a finding rests on, by which it is found again; of a quote, itself."""


@dataclass(frozen=True, slots=True)
class FactSheet:
    """What one participant is asked. `code` is made of the content; `file` is a neutral name."""

    code: str
    file: str
    speaker: str
    items: tuple[FactItem, ...]

    def of_kind(self, kind: str) -> tuple[FactItem, ...]:
        """Return the quotes or the findings."""
        return tuple(item for item in self.items if item.kind == kind)


@dataclass(frozen=True, slots=True)
class FactAnswer:
    """What came back on one item. `ticked` are the boxes; `words` what was written beside them.

    `text` is the item as it stands in the file now: None where it is not there any more.
    """

    ref: str
    ticked: tuple[str, ...]
    words: RawText
    text: RawText | None


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A sheet that came back, as read. `remark` is what stands under "anything else"."""

    code: str
    answers: tuple[FactAnswer, ...]
    remark: RawText
