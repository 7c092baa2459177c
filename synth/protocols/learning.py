"""Put further seeds into a protocol file without touching the rest of it, comments included."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from synth.errors import SynthError
from synth.protocols.format import Protocol
from synth.protocols.load import parse_protocol
from synth.records.evidence import NO_CORNER


@dataclass(frozen=True, slots=True)
class NewSeed:
    """A phrase, and where it belongs. Of `none` the stance is not asked."""

    text: str
    corner: str
    stance: str


def with_seeds(source: str, added: Iterable[NewSeed], shown: str) -> tuple[str, Protocol]:
    """Return the file with the seeds at the end of their lists, and the protocol that it holds.

    Args:
        source: the text of a protocol that can be used.
        added: what to put in.
        shown: the name of the file, for messages.

    Raises:
        SynthError: the file is written in a way that leaves no place for a line.
    """
    by_place: dict[tuple[str, ...], list[str]] = {}
    for seed in added:
        stance = () if seed.corner == NO_CORNER else (seed.stance,)
        by_place.setdefault((seed.corner, *stance), []).append(seed.text)
    text = source.removeprefix("\ufeff")
    for place, phrases in sorted(by_place.items()):
        text = _inserted(text, place, phrases, shown)
    protocol = parse_protocol(text, shown)
    for place, phrases in by_place.items():
        there = protocol.background if len(place) == 1 else protocol.seeds_of(*place)
        if not {" ".join(p.split()) for p in phrases} <= {" ".join(t.split()) for t in there}:
            raise _no_place(shown)
    return text, protocol


def _inserted(text: str, place: tuple[str, ...], phrases: list[str], shown: str) -> str:
    seeds = _list_at(yaml.compose(text, Loader=yaml.SafeLoader), ("seeds", *place), shown)
    quoted = [json.dumps(phrase, ensure_ascii=False) for phrase in phrases]
    if seeds.flow_style:
        end = seeds.end_mark.index - 1
        comma = "" if text[:end].rstrip().endswith((",", "[")) else ", "
        return text[:end] + comma + ", ".join(quoted) + text[end:]
    last = seeds.value[-1]
    indent = " " * seeds.start_mark.column
    lines = text.splitlines(keepends=True)
    # A block scalar (| or >) ends where the next line begins, any other on its last line.
    at = last.end_mark.line + (0 if last.style in ("|", ">") else 1)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return "".join([*lines[:at], *(f"{indent}- {phrase}\n" for phrase in quoted), *lines[at:]])


def _list_at(root: yaml.Node | None, place: tuple[str, ...], shown: str) -> yaml.SequenceNode:
    node = root
    for step in place:
        inner: Mapping[str, yaml.Node] = (
            {key.value: value for key, value in node.value}
            if isinstance(node, yaml.MappingNode)
            else {}
        )
        node = inner.get(step)
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise _no_place(shown)
    return node


def _no_place(shown: str) -> SynthError:
    return SynthError(
        f"{shown}: new seeds cannot be put in by the program, because of the way its lists are "
        "written. Write each seed on a line of its own, beginning with a dash, and try again."
    )
