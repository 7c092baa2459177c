"""What changed between review cycles, how sure that is, and in whose words; and the portfolio.

Rests on the files of earlier runs alone: no transcript is read.
"""

from synth.shift.comparing import compare_cycles
from synth.shift.odds import log_odds
from synth.shift.portfolio import alliance_of
from synth.shift.reading import RESULT, read_cycle
from synth.shift.themes import Encode

__all__ = ["RESULT", "Encode", "alliance_of", "compare_cycles", "log_odds", "read_cycle"]
