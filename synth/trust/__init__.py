"""Trust signals: who says "we" of whom, promises and what became of them, and what else tells.

Each signal keeps its words, the side that spoke, the side that it is about, and its reason.
"""

from synth.trust.kinds import KINDS
from synth.trust.ledger import keep_ledger
from synth.trust.rates import measure_rates
from synth.trust.seeded import find_seeded
from synth.trust.signals import find_signals
from synth.trust.tally import tally_promises

__all__ = [
    "KINDS",
    "find_seeded",
    "find_signals",
    "keep_ledger",
    "measure_rates",
    "tally_promises",
]
