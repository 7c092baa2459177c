"""Clean interviews to sentences, and sentences to passages of one speaker on one subject."""

from synth.passages.joining import join_passages
from synth.passages.sentences import cut_sentences

__all__ = ["cut_sentences", "join_passages"]
