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
from synth.protocols.learning import NewSeed, with_seeds
from synth.protocols.load import built_in_protocols, load_protocol, parse_protocol, text_of
from synth.protocols.starting import blank_protocol, protocol_id

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
    "NewSeed",
    "Phase",
    "Protocol",
    "Question",
    "RatingRule",
    "Scale",
    "Seeds",
    "SignalKind",
    "blank_protocol",
    "built_in_protocols",
    "load_protocol",
    "parse_protocol",
    "protocol_id",
    "text_of",
    "weak_points",
    "with_seeds",
]
