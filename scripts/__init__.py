"""Scoring and rendering of labelled reviews: what CI and developers run, not users."""
