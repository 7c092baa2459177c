"""Whether words are said to be so: negated, supposed, asked, told by somebody, or mocked.

The one place that knows, for every signal family. It answers about a span of a parse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NEGATIONS: Final = frozenset(
    ("not", "n't", "never", "no", "nobody", "nothing", "none", "neither", "nor", "without",
     "hardly", "nt", "nowhere", "cannot", "ai")
)  # fmt: skip
_SUPPOSING: Final = frozenset(
    ("if", "whether", "unless", "suppose", "supposing", "imagine", "assuming", "wish")
)
_IRREAL: Final = frozenset(("would", "could", "should", "might", "'d"))
_SAYING: Final = frozenset(
    ("say", "tell", "claim", "go", "write", "hear", "explain", "argue", "insist", "mention",
     "reckon", "announce", "report", "ask", "shout", "answer", "reply")
)  # fmt: skip
_MOCKING: Final = re.compile(
    r"\b(?:oh,? (?:sure|great|right|yes|of course)|yeah,? (?:right|sure)|as if|my foot|surprise"
    r"|so-called|how (?:lovely|nice|convenient)|thanks a lot|bless (?:him|her|them)|wonderful,)\b",
    re.IGNORECASE,
)
_CLAUSES: Final = frozenset(
    ("ccomp", "xcomp", "advcl", "relcl", "conj", "parataxis", "acl", "ROOT")
)
_OWN_CLAUSE: Final = frozenset(("ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "ROOT"))
_STEPS: Final = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """How words are meant. `reported` tells that they are the content of what somebody said."""

    negated: bool = False
    hypothetical: bool = False
    question: bool = False
    reported: bool = False
    ironic: bool = False


def scope_of(span: Span) -> Scope:
    """Return how the words of a span are meant.

    Args:
        span: a span of a parsed sentence; negations inside it count, since they are part of the
            pattern that found it, only when they stand outside the span.
    """
    verb = clause_verb(span.root)
    inside = set(range(span.start, span.end))
    return Scope(
        negated=_negated(verb, inside) or _negated(span.root, inside),
        hypothetical=_hypothetical(verb, inside),
        question=_question(verb),
        reported=_reported(verb, span.start),
        ironic=bool(_MOCKING.search(span.doc.text)),
    )


def whole_scope(doc: Doc) -> Scope:
    """Return how a sentence is meant as a whole."""
    return scope_of(doc[:]) if len(doc) else Scope()


def clause_verb(token: Token) -> Token:
    """Return the head of the clause that a token stands in."""
    for _ in range(_STEPS):
        if token.dep_ in _CLAUSES or token.head is token:
            return token
        token = token.head
    return token


def _negated(verb: Token, inside: set[int]) -> bool:
    """Tell whether a negation outside the pattern bears on the verb or on what it hangs from."""
    if any(_is_negation(c) and c.i not in inside for c in verb.children):
        return True
    before = [t for t in verb.doc[max(0, verb.i - 4) : verb.i] if t.i not in inside]
    if any(_is_negation(t) and verb in (t.head, t.head.head) and _near(t, verb) for t in before):
        return True
    head = verb.head
    if verb.dep_ in ("xcomp", "ccomp") and head is not verb:
        return head.i not in inside and any(c.dep_ == "neg" for c in head.children)
    return False


def _is_negation(token: Token) -> bool:
    return token.dep_ == "neg" or (
        token.lower_ in _NEGATIONS
        and token.dep_ in ("det", "nsubj", "nsubjpass", "advmod", "preconj")
    )


def _near(negation: Token, verb: Token) -> bool:
    between = verb.doc[negation.i + 1 : verb.i]
    return not any(t.is_punct or t.lower_ in ("and", "but", "because") for t in between)


def _hypothetical(verb: Token, inside: set[int]) -> bool:
    token = verb
    for _ in range(_STEPS):
        if any(_supposes(c) and c.i not in inside for c in token.children):
            return True
        if token.head is token or (token.dep_ in ("conj", "parataxis") and _has_subject(token)):
            break
        if token.dep_ == "ccomp" and token.head.lemma_ in _SUPPOSING:
            return True
        token = token.head
    return _in_if_clause(verb) or _irreal(verb, inside)


def _supposes(token: Token) -> bool:
    return token.lower_ in _SUPPOSING and token.dep_ in ("mark", "advmod", "ROOT", "prep")


def _in_if_clause(verb: Token) -> bool:
    """Tell it from the words alone, for lower-case speech that the parser reads badly."""
    start = verb.i
    while start > 0 and not verb.doc[start - 1].is_punct and verb.i - start < 6:
        start -= 1
    words = [t.lower_ for t in verb.doc[start : verb.i]]
    return any(w in _SUPPOSING for w in words) or words[:1] == ["had"]


def _irreal(verb: Token, inside: set[int]) -> bool:
    """Tell "would have told" from "he said he would tell", which reports a promise."""
    auxiliaries = [c for c in verb.children if c.dep_ == "aux" and c.i not in inside]
    modal = any(c.lower_ in _IRREAL and c.tag_ == "MD" for c in auxiliaries)
    perfect = any(c.lower_ in ("have", "'ve", "of") for c in auxiliaries)
    return modal and (perfect or verb.dep_ == "ROOT")


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def _question(verb: Token) -> bool:
    doc = verb.doc
    if not doc.text.rstrip().endswith("?"):
        return False
    breaks = [t.i for t in doc if t.text in (",", ";", "—", "--", ":") and t.i > verb.i]
    tail = doc[breaks[-1] + 1 :] if breaks else None
    return tail is None or len(tail) > 4


def _reported(verb: Token, start: int) -> bool:
    token = verb
    for _ in range(_STEPS):
        if token.head is token:
            break
        if token.dep_ in ("ccomp", "parataxis") and token.head.lemma_ in _SAYING:
            return True
        token = token.head
    before = verb.doc.text[: verb.doc[start].idx]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
