"""What the reviewer decided stands over what the program made of it.

Each function takes a part of the result and the decisions on it, and returns the part as the
reviewer has it, with what was applied and a plain sentence for each decision that could not be.
"""

from synth.decisions.actions import rule_on_actions
from synth.decisions.checking import Checked, answers_as_decisions, fact_sheets
from synth.decisions.open_points import open_points
from synth.decisions.quotes import QuoteRulings, rule_on_quotes, without_withdrawn
from synth.decisions.setting import entry_of
from synth.decisions.settling import Settled, settle_findings
from synth.decisions.themes import ThemeRulings, rule_on_themes

__all__ = [
    "Checked",
    "QuoteRulings",
    "Settled",
    "ThemeRulings",
    "answers_as_decisions",
    "entry_of",
    "fact_sheets",
    "open_points",
    "rule_on_actions",
    "rule_on_quotes",
    "rule_on_themes",
    "settle_findings",
    "without_withdrawn",
]
