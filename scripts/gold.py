"""Labelled reviews as plain data: the folder that a careful reader labelled, and its sentences.

The format is described in corpora/README.md: a `review.yaml`, and a folder a cycle with one YAML
an interview. Scoring needs to know where a labelled sentence stands in a rendered transcript:
the turn it was said in (counted from 0, after joining consecutive turns of one speaker) and its
character span there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CORNERS = {
    "SA": "strategic_alignment",
    "OI": "operational_integration",
    "RT": "relational_trust",
    "VR": "value_realization",
    "none": "none",
}
"""The labels of the development sets, and the corner ids of protocol `alliance-health`."""

Labelled = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoldTurn:
    """All that one speaker says before the other does, with the labelled sentences in it."""

    name: str
    text: str
    sentences: tuple[Labelled, ...] = ()
    starts: tuple[int, ...] = ()
    """Character offset in `text` of each of `sentences`."""


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """Labelled words inside a sentence. `kind` is a signal's or an identifier's."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One labelled sentence, and where it stands in the rendered transcript."""

    file: str
    turn: int
    start: int
    end: int
    text: str
    corner: str
    stance: str
    theme: str | None
    signals: tuple[GoldSpan, ...] = ()
    ids: tuple[GoldSpan, ...] = ()


def load_review(folder: Path) -> dict[str, Any]:
    """Return `review.yaml` with the interviews of each cycle under the key `interviews`."""
    review: dict[str, Any] = _load(folder / "review.yaml")
    review["interviews"] = {
        cycle: [_load(file) for file in sorted((folder / cycle).glob("*.yaml"))]
        for cycle in review["cycles"]
    }
    return review


def turns_of(interview: Labelled) -> tuple[GoldTurn, ...]:
    """Return the turns of a labelled interview, consecutive ones of one speaker joined."""
    names = {key: str(interview["interview"][key]) for key in ("interviewer", "participant")}
    turns: list[GoldTurn] = []
    for raw in interview["turns"]:
        turn = _turn(names[raw["who"]], raw)
        if turns and turns[-1].name == turn.name:
            turn = _joined(turns.pop(), turn)
        turns.append(turn)
    return tuple(turns)


def sentences_of(interview: Labelled, file: str) -> Iterator[GoldSentence]:
    """Yield the labelled sentences of an interview that was rendered to `file`."""
    for index, turn in enumerate(turns_of(interview)):
        for start, raw in zip(turn.starts, turn.sentences, strict=True):
            yield GoldSentence(
                file=file,
                turn=index,
                start=start,
                end=start + len(raw["text"]),
                text=raw["text"],
                corner=CORNERS[raw["corner"]],
                stance=raw["stance"],
                theme=raw.get("theme"),
                signals=_spans(raw.get("signals")),
                ids=_spans(raw.get("ids")),
            )


def _load(file: Path) -> Any:
    with file.open("rb") as stream:
        return yaml.load(stream, yaml.CSafeLoader)


def _turn(name: str, raw: Labelled) -> GoldTurn:
    sentences = tuple(raw.get("sentences", ()))
    if not sentences:
        return GoldTurn(name, raw["text"])
    starts, offset = [], 0
    for sentence in sentences:
        starts.append(offset)
        offset += len(sentence["text"]) + 1
    return GoldTurn(name, " ".join(s["text"] for s in sentences), sentences, tuple(starts))


def _joined(first: GoldTurn, second: GoldTurn) -> GoldTurn:
    shift = len(first.text) + 1
    return GoldTurn(
        first.name,
        f"{first.text} {second.text}",
        first.sentences + second.sentences,
        first.starts + tuple(start + shift for start in second.starts),
    )


def _spans(raw: list[dict[str, str]] | None) -> tuple[GoldSpan, ...]:
    return tuple(GoldSpan(item["type"], item["span"]) for item in raw or ())
