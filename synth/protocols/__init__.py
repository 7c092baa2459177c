"""Protocols: a framework of review as data, one YAML file each, loaded and checked."""

from synth.protocols.checks import MIN_SEEDS, weak_points
from synth.protocols.format import (
    Benchmark,
    Corner,
    CoverageRule,
    Imbalance,
    Intervention,
    Kind,
    Level,
    LevelDescriptor,
    Phase,
    Protocol,
    Question,
    RatingRule,
    Scale,
    Seeds,
    SignalKind,
)
from synth.protocols.load import built_in_protocols, load_protocol

__all__ = [
    "MIN_SEEDS",
    "Benchmark",
    "Corner",
    "CoverageRule",
    "Imbalance",
    "Intervention",
    "Kind",
    "Level",
    "LevelDescriptor",
    "Phase",
    "Protocol",
    "Question",
    "RatingRule",
    "Scale",
    "Seeds",
    "SignalKind",
    "built_in_protocols",
    "load_protocol",
    "weak_points",
]
