"""Answers in, and out what each sentence means in its place: one reading for corners and trust."""

from synth.reading.layout import PRONOUN, Chunk, Said, cut_chunks
from synth.reading.model import WEIGHTS
from synth.reading.reader import read_in_place, read_sentences

__all__ = ["PRONOUN", "WEIGHTS", "Chunk", "Said", "cut_chunks", "read_in_place", "read_sentences"]
