"""Sentences and their vectors to corner and stance, by heads trained for the protocol."""

from synth.corners.head import Examples, Heads, seed_digest, train_heads
from synth.corners.store import load_heads, write_heads
from synth.corners.tagging import tag_corners

__all__ = [
    "Examples",
    "Heads",
    "load_heads",
    "seed_digest",
    "tag_corners",
    "train_heads",
    "write_heads",
]
