"""A review folder, understood: settings, people, decisions, and which files to read."""

from synth.review.files import candidates
from synth.review.load import DEFAULT_PROTOCOL, default_phase, load_review
from synth.review.start import (
    Answers,
    init_folder,
    missing_settings,
    refuse_if_begun,
    suggest_settings,
    write_settings,
)

__all__ = [
    "DEFAULT_PROTOCOL",
    "Answers",
    "candidates",
    "default_phase",
    "init_folder",
    "load_review",
    "missing_settings",
    "refuse_if_begun",
    "suggest_settings",
    "write_settings",
]
