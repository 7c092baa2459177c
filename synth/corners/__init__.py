"""Sentences and their vectors to corner and stance, by heads trained on the protocol's seeds."""

from synth.corners.head import Heads, load_heads, seed_digest, train_heads, write_heads
from synth.corners.tagging import tag_corners

__all__ = ["Heads", "load_heads", "seed_digest", "tag_corners", "train_heads", "write_heads"]
