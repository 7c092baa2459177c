"""Passages and their vectors to themes: what several people talk about, with a name."""

from synth.themes.clusters import find_themes

__all__ = ["find_themes"]
