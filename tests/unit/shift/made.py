"""Cycles made by hand: people with a leaning, whose words are made up."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from synth.records.shift import Cycle, CyclePassage, CycleSignal, CycleTheme

CORNERS = {"relational_trust": "Relational trust", "value_realization": "Value realization"}
A3 = ("a1", "a2", "a3")
B3 = ("b1", "b2", "b3")
FILLING = "and so we went on with the work on the harbour crane that whole spring"


def passage(
    number: int, who: str, stance: str, *, corner: str = "relational_trust", text: str = ""
) -> CyclePassage:
    return CyclePassage(
        id=f"p{number:04d}", interview=f"i-{who}", speaker=f"[{who[0].upper()}: {who}]",
        side=who[0], corner=corner, stance=stance, theme="",
        text=text or f"Number {number} from {who} {FILLING}", corner_p=0.9, stance_p=0.9,
    )  # fmt: skip


def cycle(
    name: str,
    worried: Mapping[str, float],
    *,
    date: str = "",
    keyed: bool = True,
    min_people: int = 3,
    corners: Mapping[str, str] = CORNERS,
) -> Cycle:
    """A cycle in which each person of `worried` says ten things, so much of them a concern."""
    passages = [
        passage(100 * at + n, who, "concern" if n < round(10 * share) else "strength",
                text=f"{name} number {n} from {who} {FILLING}")
        for at, (who, share) in enumerate(worried.items())
        for n in range(10)
    ]  # fmt: skip
    return Cycle(
        name=name,
        date=date or f"{name[:4]}-{'05' if name.endswith('1') else '11'}-20",
        protocol="alliance-health",
        phase="growth",
        min_people=min_people,
        corners=corners,
        ratings=dict.fromkeys(corners, "yellow"),
        passages=tuple(passages),
        signals=(),
        themes=(),
        same={p.speaker: p.speaker for p in passages} if keyed else {},
    )


def with_theme(
    one: Cycle, label: str, told: Mapping[str, Sequence[str]], stance: str = "concern"
) -> Cycle:
    """Add a theme: what each person says of it."""
    first = 5000 + len(one.passages)
    said = [
        replace(passage(first + at, who, stance, text=text), theme=label)
        for at, (who, text) in enumerate((w, t) for w, texts in told.items() for t in texts)
    ]
    theme = CycleTheme(f"t-{label}", label, "relational_trust", tuple(p.id for p in said))
    return replace(one, passages=(*one.passages, *said), themes=(*one.themes, theme))


def with_signals(one: Cycle, counts: Mapping[str, Mapping[str, int]]) -> Cycle:
    """Add signals: how many of each kind each person gives."""
    first = {p.speaker: p.id for p in reversed(one.passages)}
    signals = tuple(
        CycleSignal(first[f"[{who[0].upper()}: {who}]"], kind)
        for who, kinds in counts.items()
        for kind, n in kinds.items()
        for _ in range(n)
    )
    return replace(one, signals=(*one.signals, *signals))


def write(one: Cycle, folder: Path, names: Mapping[str, str] | None = None) -> Path:
    """Write a cycle as a run leaves it; `names` are the people behind the pseudonyms."""
    share, private = folder / "out" / "share", folder / "out" / "private"
    share.mkdir(parents=True)
    private.mkdir()
    rows = [
        {"id": p.id, "interview": p.interview, "speaker": p.speaker, "side": p.side,
         "corner": p.corner, "stance": p.stance, "theme": p.theme, "text": p.text,
         "corner_p": p.corner_p, "stance_p": p.stance_p}
        for p in one.passages
    ]  # fmt: skip
    result = {
        "schema": 1,
        "review": {"cycle": one.name, "date": one.date, "protocol": one.protocol,
                   "phase": one.phase, "min_people": one.min_people},
        "corners": [
            {"id": c, "name": n, "rating": one.ratings[c]} for c, n in one.corners.items()
        ],
        "themes": [
            {"id": t.id, "label": t.label, "corner": t.corner, "passages": list(t.passages)}
            for t in one.themes
        ],
        "coverage": [{"role_group": "all", "status": "thin"}],
        "evidence": {
            "passages": rows,
            "signals": [{"passage": s.passage, "kind": s.kind} for s in one.signals],
        },
    }  # fmt: skip
    (share / "synthesis.json").write_text(json.dumps(result), encoding="utf-8")
    if names is not None:
        with (private / "key.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(("pseudonym", "real name", "kind", "count"))
            writer.writerows((p, n, "interviewee", 1) for p, n in names.items())
    return folder
