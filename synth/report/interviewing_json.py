"""interviewing.json: what coverage needs of a run, so that it can be told again in a second.

Private: it holds the role group of every person, and the names of the files.
"""

from __future__ import annotations

import json
from dataclasses import asdict

from synth.records.synthesis import Synthesis


def interviewing_json(synthesis: Synthesis) -> bytes:
    """Return who was interviewed and what each passage is about, without a word of anybody."""
    held = asdict(synthesis.interviewing) if synthesis.interviewing else {}
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
