"""Sentences and their vectors to corner and stance, by heads trained for the protocol."""

from synth.corners.decided import Decision, find_decided, obey_reviewer
from synth.corners.head import Heads, Pair, seed_digest, train_heads
from synth.corners.store import lent_heads, load_heads, write_heads
from synth.corners.tagging import tag_corners
from synth.corners.trial import TOO_ALIKE, AlikePair, Trial, try_seeds

__all__ = [
    "TOO_ALIKE",
    "AlikePair",
    "Decision",
    "Heads",
    "Pair",
    "Trial",
    "find_decided",
    "lent_heads",
    "load_heads",
    "obey_reviewer",
    "seed_digest",
    "tag_corners",
    "train_heads",
    "try_seeds",
    "write_heads",
]
