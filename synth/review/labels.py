"""Whether a speaker's label is somebody's name, and which."""

from __future__ import annotations

import re
from typing import Final

_NOT_NAMES: Final = frozenset(
    """all analyst answer assistant audience both caller candidate client customer developer
    director employee engineer expert facilitator female group guest host informant int interview
    interviewee interviewer lead male man manager member moderator narrator observer operator
    participant partner person question recording researcher resp respondent reviewer speaker
    sponsor subject support system transcriber unidentified unknown user voice woman""".split()
)
_HANDLE: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\s[|@/–—].*$")
_DOUBLED: Final = re.compile(r"^([A-Z])\1(?=[a-z])")
"""An initial that was copied with the picture beside the name: `AAda`."""
_WORD: Final = re.compile(r"[^\W\d_]+")


def name_in(label: str) -> str:
    """Return the name that a label holds: `Roe, Ada (Sales)` holds `Ada Roe`.

    Empty for a label that names nobody: `Speaker 1`, `Interviewee`, `P3`, `IV`. In doubt nothing
    is returned, since a word that is taken for a name is hidden wherever it is said.
    """
    bare = _HANDLE.sub(" ", label).strip(" #*:;-")
    if bare.count(",") == 1:
        last, first = bare.split(",")
        bare = f"{first} {last}"
    words = _WORD.findall(bare)
    if any(c.isdigit() for c in bare) or not any(w[0].isupper() and len(w) > 2 for w in words):
        return ""
    if any(word.casefold() in _NOT_NAMES for word in words):
        return ""
    return _DOUBLED.sub(r"\1", " ".join(bare.split()))
