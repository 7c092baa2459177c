"""Labelled sentences as the tagger meets them: anonymized, each with its question and answer.

Two sources: the labelled reviews (`corpora/labelled`, one YAML an interview) and the drills
(`corpora/drills`, snippets of made-up interviews in a line format of their own, see the README
there).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.gold import CORNERS, Labelled, load_review, turns_of
from synth.reading import PRONOUN
from synth.records.pseudonym import as_words
from synth.records.reading import SIGNALS

ROOT = Path(__file__).resolve().parents[1]
LABELLED = ROOT / "corpora" / "labelled"
DRILLS = ROOT / "corpora" / "drills"
PLAIN = ROOT / "corpora" / "plain"
SAME_WORDS = {"demo": "alliance-6"}
"""Reviews that share interviews: who leaves out one leaves out the other, and only one trains."""

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


_WHOSE = {"j": "we_joint", "o": "we_own", "p": "they_partner", "x": "other"}
_MARK = re.compile(r"\{(\w):([^}]*)\}")
_DRILL = re.compile(
    r"(?P<corner>SA|OI|RT|VR|NO)(?P<stance>[+0-]) (?P<m5>\w+) (?P<m4>\w+)"
    r"(?: (?P<signals>\S+))? \| "
    r"(?P<text>.+)"
)
_STANCES = {"+": "strength", "-": "concern", "0": "neutral"}

Meant = tuple[int, int, str]
"""A pronoun: where it starts and ends in the text, and who is meant."""


@dataclass(frozen=True, slots=True)
class Said:
    """One labelled sentence in its place. `answer` is unique over all reviews.

    `signals` are the kinds of trust signals in it, pronouns aside. `pronouns` are those whose
    meaning is labelled.
    """

    answer: str
    question: str
    text: str
    stance: str
    corners: Mapping[str, str | None]
    signals: tuple[str, ...] = ()
    pronouns: tuple[Meant, ...] = ()
    style: str = ""
    theme: str = ""

    def corner_in(self, protocol: str) -> str | None:
        """Return the label in a protocol, or None where the review was not labelled for it."""
        return self.corners[protocol]


def all_said(without: Collection[str] = ()) -> Iterator[Said]:
    """Yield the sentences of every labelled review but those in `without`."""
    left_out = {*without, *(SAME_WORDS.get(name) for name in without)}
    for folder in sorted(LABELLED.iterdir()):
        if folder.is_dir() and folder.name not in left_out and folder.name not in SAME_WORDS:
            yield from said_in(folder)


def all_plain() -> Iterator[tuple[str, str, str]]:
    """Yield (text, corner, stance) of the plain sentences: a matter as praise, worry and fact."""
    for file in sorted(PLAIN.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            corner, *told = (part.strip() for part in line.split("|"))
            if len(told) == len(_STANCES):
                for text, stance in zip(told, _STANCES.values(), strict=True):
                    yield text, str(CORNERS[corner]), stance


def all_drilled() -> Iterator[Said]:
    """Yield the sentences of all drills."""
    for file in sorted(DRILLS.glob("*.txt")):
        yield from drilled_in(file)


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
                    text = as_words(names.hidden(raw), side)
                    yield Said(
                        answer=f"{folder.name}/{cycle}/{number}/{index}",
                        question=as_words(question, side),
                        text=text,
                        stance=str(raw["stance"]),
                        corners=_corners(raw),
                        signals=tuple(k for k in SIGNALS if k in _kinds(raw)),
                        pronouns=tuple(_meant(raw, text)),
                        style=str(interview["interview"]["style"]),
                        theme=str(raw.get("theme") or ""),
                    )


def drilled_in(file: Path) -> Iterator[Said]:
    """Yield the sentences of a file of drills.

    Raises:
        ValueError: a line is not in the format; the message holds its number.
    """
    question, answer = "", 0
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("=="):
            continue
        if line.startswith("?"):
            question, answer = line[1:].strip(), number
            continue
        found = _DRILL.fullmatch(line.strip())
        if not found:
            raise ValueError(f"{file.name}, line {number}: not in the format of drills.")
        text, pronouns = _unmarked(found["text"])
        labels = {k: "none" if v.lower() == "no" else v for k, v in found.groupdict().items() if v}
        yield Said(
            answer=f"{file.stem}/{answer}",
            question=question,
            text=text,
            stance=_STANCES[found["stance"]],
            corners=_corners(labels),
            signals=tuple(sorted(set((found["signals"] or "").split(",")) & set(SIGNALS))),
            pronouns=pronouns,
        )


def _unmarked(marked: str) -> tuple[str, tuple[Meant, ...]]:
    """Return the text without its marks, and the pronouns that they stood around."""
    text, end = "", 0
    pronouns: list[Meant] = []
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        pronouns.append((len(text), len(text) + len(mark[2]), _WHOSE[mark[1]]))
        text += mark[2]
        end = mark.end()
    return text + marked[end:], tuple(pronouns)


def _kinds(raw: Labelled) -> set[str]:
    return {str(signal["type"]) for signal in raw.get("signals") or ()}


def _meant(raw: Labelled, text: str) -> Iterator[Meant]:
    """Yield the pronouns in the labelled spans; spans that hold a hidden name are passed over."""
    for signal in raw.get("signals") or ():
        at = text.find(str(signal["span"]))
        if signal["type"] in _WHOSE.values() and at >= 0:
            pronoun = PRONOUN.search(text, at, at + len(str(signal["span"])))
            if pronoun:
                yield *pronoun.span(), str(signal["type"])


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
