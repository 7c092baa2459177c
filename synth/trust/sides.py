"""Which side a word of a sentence stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


from synth.trust.reading import Reading

WE: Final = frozenset(("we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"))
THEY: Final = frozenset(("they", "them", "their", "theirs", "themselves", "em", "'em"))
_ONE_PERSON: Final = frozenset(("he", "him", "his", "she", "her", "hers"))


def side_of_token(reading: Reading, token: Token) -> str:
    """Return `a`, `b` or `unknown` for a pronoun, a name, or a noun with an owner."""
    word = token.lower_
    if word in WE:
        return reading.own
    if word in THEY:
        return reading.partner
    if word in _ONE_PERSON:
        person = reading.person_before(token)
        return person.side if person and person.side in ("a", "b") else "unknown"
    name = reading.name_at(token)
    if name:
        return name.side
    owners = [c for c in token.children if c.dep_ in ("poss", "compound")]
    return side_of_token(reading, owners[0]) if owners else "unknown"


def actor_side(reading: Reading, span: Span) -> str:
    """Return the side of who does what a span tells: the subject of its verb, or who stands first.

    An actor of unknown side is looked for outside the span to its left.
    """
    subjects = [c for c in span.root.children if c.dep_ in ("nsubj", "nsubjpass", "agent")]
    for token in (*subjects, *span, *reversed(span.doc[: span.start])):
        side = side_of_token(reading, token)
        if side != "unknown":
            return side
    return "unknown"


def target_side(reading: Reading, span: Span) -> str:
    """Return the side of whom a span tells something: the last one named in it or right after."""
    after = span.doc[span.end : span.end + 3]
    for token in (*reversed(tuple(span)), *after):
        side = side_of_token(reading, token)
        if side != "unknown":
            return side
    return "unknown"


def other_side(side: str) -> str:
    """Return the opposite side, or `unknown`."""
    return {"a": "b", "b": "a"}.get(side, "unknown")
