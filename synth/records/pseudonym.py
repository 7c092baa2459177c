"""The grammar of pseudonyms, and how a pseudonym reads to a parser or an encoder.

A pseudonym is written in square brackets, so that nobody mistakes it for somebody's word:
`[Partner A]`, `[A: engineer 2]`, `[A: product 1]`, `[customer 3]`, `[place 1]`,
`[the interviewee]`.
"""

from __future__ import annotations

import re
from typing import Final

PSEUDONYM: Final = re.compile(
    r"\[(?:Partner [AB]|the interviewee|(?:[AB]: )?[a-z][a-z -]*?(?: \d+)?)\]"
)
"""Matches every pseudonym that `synth.privacy` writes."""

_NOUNS: Final = {
    "person": "a colleague",
    "interviewer": "the interviewer",
    "organisation": "another company",
    "customer": "a customer",
    "place": "the site",
    "product": "the product",
    "project": "the project",
}


def side_of(pseudonym: str) -> str:
    """Return `a`, `b` or `unknown`: the side that a pseudonym names."""
    body = pseudonym[1:-1]
    if body in ("Partner A", "Partner B"):
        return body[-1].lower()
    return body[0].lower() if body[1:3] == ": " and body[0] in "AB" else "unknown"


def kind_of(pseudonym: str) -> str:
    """Return the kind that a pseudonym names: `partner`, `person`, `product`, a role."""
    body = pseudonym[1:-1]
    if body.startswith("Partner "):
        return "partner"
    return re.sub(r"^[AB]: |^the | \d+$", "", body)


def as_words(text: str, speaker_side: str) -> str:
    """Return `text` with each pseudonym put into plain words, for an encoder.

    The same fact told by either side then lies in the same place: the speaker's own company reads
    "our company", the other "the partner".
    """

    def words(match: re.Match[str]) -> str:
        name = match.group()
        kind, side = kind_of(name), side_of(name)
        if kind == "partner":
            if speaker_side not in ("a", "b"):
                return "the company"
            return "our company" if side == speaker_side else "the partner"
        if kind == "interviewee":
            return "me"
        return _NOUNS.get(kind, "a colleague" if side in ("a", "b") else f"the {kind}")

    return PSEUDONYM.sub(words, text)


def as_tokens(text: str) -> str:
    """Return `text` with each pseudonym as one proper noun of the same length, for a parser.

    The length is kept so that the offsets of a parse are the offsets of `text`. `[Partner A]`
    becomes `Partneraaaa`, a person `Personaaa…`, anything else `Thingaaa…`, each capitalised.
    """

    def token(match: re.Match[str]) -> str:
        name = match.group()
        kind = kind_of(name)
        stem = "Partner" + side_of(name) if kind == "partner" else kind.title().replace(" ", "")
        stem = re.sub(r"[^A-Za-z]", "", stem)
        return (stem + "a" * len(name))[: len(name)]

    return PSEUDONYM.sub(token, text)
