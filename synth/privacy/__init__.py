"""Transcripts in, interviews without identifiers out, with the key that stays behind.

`redact` replaces every identifier by a pseudonym; `check_share` opens the rendered files as a
recipient would and looks whether one came through; `audit_files` does so for any document, against
the key of an earlier run.
"""

from synth.privacy.leaks import Leak, audit_files, check_share, find_leaks, refuse_leaks
from synth.privacy.redaction import redact
from synth.privacy.risks import weigh_quotes

__all__ = [
    "Leak",
    "audit_files",
    "check_share",
    "find_leaks",
    "redact",
    "refuse_leaks",
    "weigh_quotes",
]
