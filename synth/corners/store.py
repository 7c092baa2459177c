"""Heads on disk: plain arrays, trained beforehand for the built-in protocols."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from synth.corners.head import (
    TEACHER,
    Added,
    Encode,
    Heads,
    Pair,
    corner_classes,
    labelled_seeds,
    seed_digest,
    train_heads,
)
from synth.corners.linear import Linear, Matrix
from synth.protocols import Protocol, built_in_protocols, load_protocol
from synth.records.evidence import STANCES
from synth.records.pseudonym import as_words
from synth.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAIRS = ("alone", "in_place")


def load_heads(protocol: Protocol, revision: str, encode: Encode, folder: Path | None) -> Heads:
    """Return the heads of a protocol: those kept in `folder`, else shipped, else trained now.

    Heads that were trained on other seeds or another encoder are passed over. A built-in protocol
    with further seeds keeps its reader's heads; one without such heads borrows from the teacher.
    """
    heads = _found(protocol, revision, folder) or _enlarged(protocol, revision, encode, folder)
    if heads is None:
        heads = train_heads(protocol, revision, encode)
        if folder:
            write_heads(heads, folder / f"{protocol.id}.safetensors")
    if heads.in_place:
        return heads
    return replace(heads, lent=lent_heads(protocol, revision, folder))


def _found(protocol: Protocol, revision: str, folder: Path | None) -> Heads | None:
    digest = seed_digest(protocol, revision)
    places = (place for place in (folder, shipped("models")) if place)
    read = (_read(place / f"{protocol.id}.safetensors", digest, protocol) for place in places)
    return next((heads for heads in read if heads), None)


def _enlarged(
    protocol: Protocol, revision: str, encode: Encode, folder: Path | None
) -> Heads | None:
    """Return the heads of the built-in protocol that this one only adds seeds to, or None."""
    if protocol.id not in built_in_protocols():
        return None
    original = load_protocol(protocol.id)
    before, now = set(labelled_seeds(original)), labelled_seeds(protocol)
    trained = _found(original, revision, folder)
    same = corner_classes(original) == corner_classes(protocol) and before <= set(now)
    if not (same and trained and trained.in_place):
        return None
    more = [seed for seed in now if seed not in before]
    texts = [as_words(text, "a") for text, _, _ in more]
    added = Added(encode(texts), tuple(c for _, c, _ in more), tuple(s for _, _, s in more))
    return replace(trained, digest=seed_digest(protocol, revision), added=added)


def lent_heads(protocol: Protocol, revision: str, folder: Path | None = None) -> Heads | None:
    """Return the heads of the teacher for another protocol to borrow, or None.

    None where the protocol is the teacher, or where vectors are another encoder's.
    """
    teacher = _found(load_protocol(TEACHER), revision, folder)
    if teacher and teacher.in_place and teacher.digest != seed_digest(protocol, revision):
        return teacher
    return None


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
    return Heads(digest, alone, in_place) if alone else None


def _pair(tables: Mapping[str, Matrix], name: str, protocol: Protocol) -> Pair | None:
    if f"{name}.corner.weights" not in tables:
        return None
    corner, stance = (
        Linear(classes, tables[f"{name}.{head}.weights"], tables[f"{name}.{head}.bias"])
        for head, classes in (("corner", corner_classes(protocol)), ("stance", STANCES))
    )
    return Pair(corner, stance)
