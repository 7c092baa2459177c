"""Whether a text without any speaker is somebody's talk at all, or a list, notes, a report."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_SPOKEN: Final = frozenset(
    """i i'm i've i'd i'll you you're your we we're we've our us me my yeah yes so um uh okay ok
    well know think really just like mean actually that's it's there's don't didn't can't kind thing
    things right gonna got""".split()
)
_SAMPLE: Final = 60_000
_SHARE: Final = 0.06


def sounds_spoken(text: str) -> bool:
    """Tell whether a text reads as talk: people say "I", "you", "so" and "yeah" all the time."""
    words = [word.replace("’", "'") for word in _WORD.findall(text[:_SAMPLE].casefold())]
    return sum(word in _SPOKEN for word in words) >= max(1, _SHARE * len(words))
