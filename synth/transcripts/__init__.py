"""Files of a review folder become transcripts: turns in order, each with its speaker."""

from synth.transcripts.reading import read_transcripts

__all__ = ["read_transcripts"]
