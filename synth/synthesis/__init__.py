"""Tags, themes and signals to findings: what the report says, each with its evidence."""

from synth.synthesis.actions import recommend_actions
from synth.synthesis.corners import Material, corner_findings, with_summary
from synth.synthesis.heading import crowd_of, neutral_names, write_heading
from synth.synthesis.overview import write_overview
from synth.synthesis.scorecard import compare_scorecard
from synth.synthesis.support import support_of

__all__ = [
    "Material",
    "compare_scorecard",
    "corner_findings",
    "crowd_of",
    "neutral_names",
    "recommend_actions",
    "support_of",
    "with_summary",
    "write_heading",
    "write_overview",
]
