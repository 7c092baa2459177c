"""Heads on disk: plain arrays, trained beforehand for the built-in protocols."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from synth.corners.head import Encode, Heads, Pair, corner_classes, seed_digest, train_heads
from synth.corners.linear import Linear, Matrix
from synth.corners.reader import WEIGHTS
from synth.protocols import Protocol
from synth.records.evidence import STANCES
from synth.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAIRS = ("alone", "in_place")


def load_heads(protocol: Protocol, revision: str, encode: Encode, folder: Path | None) -> Heads:
    """Return the heads of a protocol: those kept in `folder`, else shipped, else trained now.

    Heads that were trained on other seeds or another encoder are passed over.
    """
    digest = seed_digest(protocol, revision)
    for place in (folder, shipped("models")):
        heads = _read(place / f"{protocol.id}.safetensors", digest, protocol) if place else None
        if heads:
            return heads
    heads = train_heads(protocol, revision, encode)
    if folder:
        write_heads(heads, folder / f"{protocol.id}.safetensors")
    return heads


def write_heads(heads: Heads, path: Path) -> None:
    """Write the heads, whole or not at all."""
    from safetensors.numpy import save_file

    tables: dict[str, Matrix] = {}
    for name, pair in zip(_PAIRS, (heads.alone, heads.in_place), strict=True):
        if pair:
            for head in ("corner", "stance"):
                linear: Linear = getattr(pair, head)
                tables[f"{name}.{head}.weights"] = linear.weights
                tables[f"{name}.{head}.bias"] = linear.bias
    part = path.with_suffix(".part")
    save_file(tables, part, metadata={"digest": heads.digest})
    part.replace(path)


def _read(path: Path, digest: str, protocol: Protocol) -> Heads | None:
    """Return the heads in a file if they were trained on these very seeds, else None."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="np") as file:
            if (file.metadata() or {}).get("digest") != digest:
                return None
            tables = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no dict
    except (OSError, SafetensorError):
        return None
    alone, in_place = (_pair(tables, name, protocol) for name in _PAIRS)
    beside = path.with_name(WEIGHTS)
    return Heads(digest, alone, in_place, beside if beside.exists() else None) if alone else None


def _pair(tables: Mapping[str, Matrix], name: str, protocol: Protocol) -> Pair | None:
    if f"{name}.corner.weights" not in tables:
        return None
    corner, stance = (
        Linear(classes, tables[f"{name}.{head}.weights"], tables[f"{name}.{head}.bias"])
        for head, classes in (("corner", corner_classes(protocol)), ("stance", STANCES))
    )
    return Pair(corner, stance)
