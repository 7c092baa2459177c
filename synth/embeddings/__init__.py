"""Clean text to a matrix of float32 unit vectors, encoded once and remembered."""

from synth.embeddings.cache import VectorCache
from synth.embeddings.encoder import Encoder, PackagedEncoder, embed
from synth.embeddings.views import bind, pooled, question_texts, sentence_texts

__all__ = [
    "Encoder",
    "PackagedEncoder",
    "VectorCache",
    "bind",
    "embed",
    "pooled",
    "question_texts",
    "sentence_texts",
]
