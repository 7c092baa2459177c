"""A review folder, understood: settings, people, decisions, and which files to read."""

from synth.review.decisions import PassageDecision, read_passage_decisions
from synth.review.files import candidates
from synth.review.load import DEFAULT_PROTOCOL, default_phase, load_review
from synth.review.returned import read_returned
from synth.review.start import (
    Answers,
    init_folder,
    missing_settings,
    refuse_if_begun,
    suggest_settings,
    write_settings,
)
from synth.review.writing import add_decisions

__all__ = [
    "DEFAULT_PROTOCOL",
    "Answers",
    "PassageDecision",
    "add_decisions",
    "candidates",
    "default_phase",
    "init_folder",
    "load_review",
    "missing_settings",
    "read_passage_decisions",
    "read_returned",
    "refuse_if_begun",
    "suggest_settings",
    "write_settings",
]
