from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest


def _said(
    text: str,
    label: str = "none neutral -",
    signals: tuple[tuple[str, str], ...] = (),
    ids: tuple[tuple[str, str], ...] = (),
) -> dict[str, Any]:
    corner, stance, theme = label.split()
    return {
        "text": text,
        "corner": corner,
        "stance": stance,
        "theme": None if theme == "-" else theme,
        "signals": [{"type": kind, "span": span} for kind, span in signals],
        "ids": [{"type": kind, "span": span} for kind, span in ids],
    }


def _interview(participant: str, side: str, style: str, *answers: Any) -> dict[str, Any]:
    turns: list[dict[str, Any]] = []
    for question, sentences in answers:
        turns.append({"who": "interviewer", "text": question})
        turns.append({"who": "participant", "sentences": sentences})
    about = {
        "date": "2031-03-04",
        "participant": participant,
        "side": side,
        "role": "planner",
        "interviewer": "Una Kray",
        "style": style,
    }
    return {"interview": about, "turns": turns}


_HOPE = _interview(
    "Hope Tarn",
    "A",
    "clean",
    (
        "How is it going, Hope?",
        [
            _said("Rain again."),
            _said(
                "Bolt & Sons kept every date, and Will phoned first.",
                "RT strength t1",
                (("promise_kept", "kept every date"),),
                (("ORG", "Bolt & Sons"), ("PERSON", "Will")),
            ),
            _said("I hope it will last.", "SA neutral t2"),
        ],
    ),
    (
        "And the hand-offs?",
        [
            _said(
                "We lose *two* weeks <each> time in Varnholm.",
                "OI concern t2",
                (("we_joint", "We lose"),),
                (("PLACE", "Varnholm"),),
            ),
        ],
    ),
)
_WILL = _interview(
    "Will Oyster",
    "B",
    "asr-lower",
    (
        "what does it bring you",
        [
            _said(
                "they never tell hope about the money", "VR concern t1",
                (("they_partner", "they never"),), (("PERSON", "hope"),),
            ),
            _said("mail me at w.oyster@bolt.example", ids=(("EMAIL", "w.oyster@bolt.example"),)),
        ],
    ),
)  # fmt: skip


@pytest.fixture
def review() -> dict[str, Any]:
    """A labelled review of one cycle and two interviews, as `load_review` returns it."""
    labelled = {
        "alliance": "Tarn and Bolt",
        "protocol": "alliance-health",
        "lifecycle": "growth",
        "partners": {
            "A": {"name": "Tarn Works", "aliases": ["Tarn"], "products": ["Circle"]},
            "B": {"name": "Bolt & Sons", "aliases": []},
        },
        "roster": [
            {"name": "Hope Tarn", "short": ["Hope"], "role": "planner", "side": "A"},
            {"name": "Will Oyster", "short": ["Will", "Oyster"], "role": "planner", "side": "B"},
            {"name": "Una Kray", "short": [], "role": "interviewer", "side": "other"},
        ],
        "other_names": ["Varnholm", "Varnholm"],
        "cycles": {
            "2031-H1": {"ratings": {"SA": "green", "OI": "red", "RT": "green", "VR": "red"}}
        },
        "interviews": {"2031-H1": [_HOPE, _WILL]},
    }
    return deepcopy(labelled)
