"""Trust signals: who says "we" of whom, promises and what became of them, and what else tells.

Each signal keeps its words, the side that spoke, the side that it is about, and its reason.
"""

from synth.trust.kinds import KINDS
from synth.trust.rates import measure_rates
from synth.trust.signals import find_signals

__all__ = ["KINDS", "find_signals", "measure_rates"]
