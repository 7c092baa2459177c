"""Transcripts in, interviews without identifiers out, with the key that stays behind.

`redact` replaces every identifier by a pseudonym; `find_leaks` opens the rendered files as a
recipient would and looks whether one came through.
"""

from synth.privacy.leaks import Leak, find_leaks
from synth.privacy.redaction import redact

__all__ = ["Leak", "find_leaks", "redact"]
