"""Labelled sentences as the tagger meets them: anonymized, each with its question and answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.gold import CORNERS, Labelled, load_review, turns_of
from synth.records.pseudonym import as_words

CORNERS_M5 = {
    "GOV": "governance", "OI": "operational_integration", "TR": "trust",
    "VM": "value_measurement", "none": "none",
}  # fmt: skip
CORNERS_M4 = {
    "GOV": "governance", "OI": "operational_integration", "MV": "mutual_value_creation",
    "AL": "adaptive_learning", "none": "none",
}  # fmt: skip
_KINDS = {"PLACE": "place", "PRODUCT": "product", "PROJECT": "project", "EMAIL": "email",
          "PHONE": "phone", "URL": "link"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One labelled sentence in its place. `answer` is unique over all reviews."""

    answer: str
    question: str
    text: str
    stance: str
    corners: Mapping[str, str | None]

    def corner_in(self, protocol: str) -> str | None:
        """Return the label in a protocol, or None where the review was not labelled for it."""
        return self.corners[protocol]


def said_in(folder: Path) -> Iterator[Said]:
    """Yield the labelled sentences of a review, cycle by cycle, interview by interview."""
    review = load_review(folder)
    names = _Names(review)
    for cycle, interviews in review["interviews"].items():
        for number, interview in enumerate(interviews):
            side = str(interview["interview"]["side"]).lower()
            question = ""
            for index, turn in enumerate(turns_of(interview)):
                if not turn.sentences:
                    question = turn.text
                for raw in turn.sentences:
                    yield Said(
                        answer=f"{folder.name}/{cycle}/{number}/{index}",
                        question=as_words(question, side),
                        text=as_words(names.hidden(raw), side),
                        stance=str(raw["stance"]),
                        corners=_corners(raw),
                    )


def _corners(raw: Labelled) -> dict[str, str | None]:
    return {
        "alliance-health": CORNERS[raw["corner"]],
        "alliance-maturity-5": CORNERS_M5.get(str(raw.get("m5"))),
        "alliance-maturity-4": CORNERS_M4.get(str(raw.get("m4"))),
    }


class _Names:
    """Replaces labelled identifiers by pseudonyms, as the privacy room would."""

    def __init__(self, review: Mapping[str, Any]) -> None:
        self._partners = {
            name.lower(): f"[Partner {side}]"
            for side, partner in review["partners"].items()
            for name in (partner["name"], *partner.get("aliases", ()))
        }
        self._sides = {
            name.lower(): str(person["side"])
            for person in review["roster"]
            for name in (person["name"], *person.get("short", ()))
        }

    def hidden(self, raw: Labelled) -> str:
        text = str(raw["text"])
        spans = [(str(i["span"]), str(i["type"])) for i in raw.get("ids") or ()]
        for span, kind in sorted(spans, key=lambda s: -len(s[0])):
            if kind != "ROLE":
                text = text.replace(span, self._pseudonym(span, kind))
        return text

    def _pseudonym(self, span: str, kind: str) -> str:
        if kind == "ORG":
            return self._partners.get(span.lower(), "[organisation 1]")
        if kind == "PERSON":
            side = self._sides.get(span.lower(), "other")
            return f"[{side}: person 1]" if side in ("A", "B") else "[person 1]"
        return f"[{_KINDS.get(kind, 'id')} 1]"
