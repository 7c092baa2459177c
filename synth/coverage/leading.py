"""Questions that put the answer into the interviewee's mouth."""

from __future__ import annotations

import re
from typing import Final

_LEADING: Final = re.compile(
    r"""
    (?:^|[.,;:!?–—-]\s*|\b(?:so|and|but|well|then)\s+)
        (?:would|do|did|is|are|ca|does|was|were|have|has)n't\s
        (?:you|it|they|that|there|this|we|he|she|the|your|their)\b
    | ,\s?(?:right|correct|no|yes|surely|i\s(?:guess|assume|suppose|take\sit))\s*\?
    | \b(?:surely|obviously|of\scourse)\b[^.?!]*\?
    | (?:^|[.!?]\s+|\band\s)so\s(?:it's|it\sis|you're|you\sare|they're|they\sare|you|they)\b
        [^?]{3,}\?\s*$
    | \bit(?:'s|\sis)\s(?:fair|safe|true)\sto\s(?:say|assume)\b
    | \bi\s(?:assume|take\sit|suppose|imagine)\b[^?]*\?\s*$
    | \b(?:would|do)\syou\sagree\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_leading(question: str) -> bool:
    """Tell whether a question suggests its own answer ("Wouldn't you say …", "…, right?")."""
    return bool(_LEADING.search(" ".join(question.replace("’", "'").split())))
