"""What speaks for "both of us", for "our own company", and for "the partner"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from synth.trust.reading import Reading
from synth.trust.scope import clause_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

Cues = dict[str, float]

_TOGETHER: Final = re.compile(
    r"\b(?:both(?: of us| sides| companies| firms| teams)?|together|jointly|each other|one another"
    r"|the two of us|between us|with one voice|side by side|as one team|all of us"
    r"|each (?:one|of us)|neither of us|one ledger|one team|no more (?:us|you)|mutual"
    r"|halves|half and half)\b"
)
_SHARED: Final = re.compile(
    r"\b(?:joint|jointly|shared|common|alliance|partnership|steering|committee|combined|venture"
    r"|collaboration)\b"
)
_OWN_GROUND: Final = re.compile(
    r"\b(?:here|internally|in-house|upstairs|at home|inside the (?:house|company)|my (?:own )?"
    r"(?:team|people|boss|board|side|company|guys|department)|on my side|from my side|our side"
    r"|our end|in house|our own)\b"
)
_OTHER_GROUND: Final = re.compile(
    r"\b(?:their side|over there|on the other side|the other side|their end|the partner"
    r"|their people|their team)\b"
)
_I_AND: Final = re.compile(
    r"\b(?:(?:she|he|[a-z]+a{4,}) and (?:i|me)|me and (?:her|him|[a-z]+a{4,}|them)|(?:i|me) and "
    r"(?:she|he|her|him|[a-z]+a{4,})|the two of (?:us|you)|you two)\b"
)
_BOTH_OWN: Final = re.compile(
    r"\b(?:theirs and (?:mine|ours)|(?:mine|ours) and theirs|not you and us|(?:his|her) \w+ and my"
    r"|my \w+ and (?:his|her|their)|our two|two companies|whose payroll)\b"
)
_JOINT_VERBS: Final = frozenset(
    ("agree", "disagree", "argue", "fight", "quarrel", "meet", "sit", "settle", "split", "share",
     "laugh", "talk", "discuss", "decide", "solve", "celebrate", "win", "launch", "sort", "compare",
     "eat", "drink", "speak", "write", "draw", "build", "need", "fix", "rewrite", "shake")
)  # fmt: skip
_OWN_VERBS: Final = frozenset(
    ("tell", "promise", "send", "ask", "sell", "pay", "learn", "owe", "deliver", "make", "buy",
     "hire", "offer", "say", "give", "ship", "invoice", "wait", "get", "hold", "lose", "earn",
     "inform", "warn", "show", "hide", "know", "supply", "teach")
)  # fmt: skip
_OWN_NOUNS: Final = frozenset(
    ("people", "side", "team", "board", "lawyer", "legal", "engineer", "company", "boss", "guy",
     "management", "finance", "staff", "plant", "factory", "department", "budget", "ceo", "cfo",
     "house", "part", "system", "office", "rep", "manager", "developer", "director", "end", "fault",
     "procurement", "quality", "sale", "head", "certificate", "investor", "group", "making", "own",
     "controller", "crew", "lead", "technician", "brand", "report", "chairman", "employee", "name",
     "supplier", "tech", "laboratory", "nurse", "trainer", "auditor", "regulator", "shareholder")
)  # fmt: skip
_JOINT_NOUNS: Final = frozenset(
    ("alliance", "partnership", "steering", "committee", "relationship", "customer", "project",
     "venture", "pilot", "agreement", "contract", "checklist", "plan", "meeting", "call", "baby",
     "child", "problem", "goal", "work", "ledger", "book", "quarrel", "machine", "roadmap",
     "business", "marriage", "success", "idea", "case", "register", "definition", "key")
)  # fmt: skip
_GENERIC_NOUNS: Final = frozenset(
    ("people", "customer", "guest", "patient", "nurse", "hospital", "client", "user", "doctor",
     "child", "kid", "agency", "supplier", "competitor", "parent", "family", "passenger", "thing",
     "lawyer", "number", "box", "engineer", "rep", "contractor", "auditor", "bank", "agent", "year",
     "part", "document", "mail", "call", "meeting", "figure", "rule", "system")
)  # fmt: skip
CLIENTS: Final = frozenset(
    ("customer", "guest", "patient", "client", "user", "nurse", "doctor", "hospital", "passenger",
     "child", "kid", "parent", "visitor", "shopper", "driver", "student", "farmer", "tenant")
)  # fmt: skip
CUSTOMERS: Final = "customers are the subject before it"
_PERSONS: Final = frozenset(("he", "she", "him", "her", "his"))
_THIRD: Final = frozenset(("they", "them", "their", "theirs", "themselves", "em", "'em"))
_FIRST: Final = frozenset(("we", "us", "our", "ours", "ourselves"))
_REPORTING: Final = frozenset(("say", "tell", "promise", "ask", "know", "want", "think", "write",
                               "call", "do", "have", "come", "give", "go", "send"))  # fmt: skip


def we_cues(reading: Reading, token: Token, before: str) -> Cues:
    """Return the cues at a "we", "us" or "our"; `before` is what the last one was taken for."""
    words = reading.doc.text.lower()
    verb = clause_verb(token)
    near = _clause_words(token)
    cues = [f"the word {token.lower_}", *_context(reading, "we")]
    cues += _we_clause(reading, token, verb)
    cues += _with(near, _TOGETHER, "together in the clause")
    cues += _with(words, _TOGETHER, "together in the sentence")
    cues += _with(words, _SHARED, "joint or shared in the sentence")
    cues += _with(words, _I_AND, "a partner and I")
    cues += _with(near, _OWN_GROUND, "our own ground in the clause")
    cues += _with(words, _OTHER_GROUND, "their side in contrast")
    cues += _with(words, _BOTH_OWN, "theirs and mine")
    cues += _met(reading, token)
    cues += [f"last time {before or 'unknown'}"]
    return dict.fromkeys(cues, 1.0)


def _we_clause(reading: Reading, token: Token, verb: Token) -> Iterator[str]:
    if token.dep_ == "poss":
        noun = token.head.lemma_.lower()
        yield "our own people or things" if noun in _OWN_NOUNS else "our plus another noun"
        if noun in _JOINT_NOUNS:
            yield "our joint thing"
        name = reading.name_at(token.head)
        if name:
            yield "our named thing of " + _whose(reading, name.side)
    yield f"as {_role(token)}"
    lemma = verb.lemma_.lower()
    subject = token.dep_ in ("nsubj", "nsubjpass")
    if subject and lemma in _JOINT_VERBS:
        yield "subject of a verb for two"
    if subject and lemma in _OWN_VERBS:
        yield "subject of a verb toward another"
    others = [t for t in _clause(verb) if t.i != token.i and _is_partner(reading, t)]
    if others:
        yield "the partner in the clause"
        if subject and any(t.i > token.i for t in others):
            yield "the partner after our verb"
        if not subject and any(t.dep_ in ("nsubj", "nsubjpass") for t in others):
            yield "the partner does it to us"
    if any(t.lower_ == "with" for t in token.doc[max(0, token.i - 1) : token.i]):
        yield "with us"
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in ("both", "all", "each"):
        yield "we both or we all"


def they_cues(reading: Reading, token: Token, before: str) -> Cues:
    """Return the cues at a "they", "them" or "their"."""
    words = reading.doc.text.lower()
    verb = clause_verb(token)
    cues = [f"the word {token.lower_ if token.lower_ in _THIRD else 'those people'}"]
    cues += _context(reading, "they")
    cues += [f"as {_role(token)}"]
    cues += _they_clause(reading, token, verb)
    cues += _antecedents(reading, token)
    cues += _with(_clause_words(token), _TOGETHER, "together in the clause")
    cues += _with(words, _OTHER_GROUND, "their side in contrast")
    cues += [f"last time {before or 'unknown'}"]
    return dict.fromkeys(cues, 1.0)


def _they_clause(reading: Reading, token: Token, verb: Token) -> Iterator[str]:
    if verb.lemma_.lower() in _REPORTING:
        yield "a verb of dealing between people"
    clause = [t for t in _clause(verb) if t.i != token.i]
    if any(t.lower_ in _FIRST for t in clause):
        yield "we or us in the clause"
    if any(t.lower_ in ("i", "me", "my") for t in clause):
        yield "I or me in the clause"
    if token.dep_ == "poss":
        noun = token.head.lemma_.lower()
        yield "their people or things" if noun in _OWN_NOUNS else "their plus another noun"
        name = reading.name_at(token.head)
        if name:
            yield "their named thing of " + _whose(reading, name.side)
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in ("both", "two"):
        yield "they both"


def _antecedents(reading: Reading, token: Token) -> Iterator[str]:
    """Tell what "they" may point back to: the nearest first."""
    left = token.doc[: token.i]
    nouns = [t for t in left if t.tag_ in ("NNS", "NNPS") and not reading.name_at(t)]
    names = [n for n in reading.names if n.start < token.idx]
    if nouns:
        yield "a plural noun before it"
        if nouns[-1].lemma_.lower() in _GENERIC_NOUNS:
            yield "people or customers before it"
        if any(_speaks_of_customers(reading, noun) for noun in nouns):
            yield CUSTOMERS
        if not names or nouns[-1].idx > names[-1].start:
            yield "a plural noun nearest"
        if any(_is_partner(reading, c) for c in nouns[-1].children):
            yield "the partner's people before it"
        if any(c.lower_ in (*_FIRST, "my") for c in nouns[-1].children):
            yield "our own people before it"
    elif not names:
        yield "no noun before it"
    if names:
        last = names[-1]
        kind = "person" if last.is_person else last.kind
        yield f"nearest name a {kind} of " + _whose(reading, last.side)
    if len({n.side for n in names if n.is_person}) > 1:
        yield "people of both sides before it"


def _speaks_of_customers(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun makes customers the subject, with nobody of the partner named before."""
    before = [n for n in reading.names if n.start < noun.idx]
    return (
        noun.lemma_.lower() in CLIENTS
        and noun.dep_ in ("nsubj", "nsubjpass")
        and not any(n.side == reading.partner for n in before)
    )


def _context(reading: Reading, family: str) -> Iterator[str]:
    question = str(reading.sentence.question).lower()
    if _TOGETHER.search(question) or "you two" in question:
        yield "the question is about both"
    if re.search(r"\byour (?:own )?(?:side|team|company|people|house)\b", question):
        yield "the question is about your side"
    if any(n.side == reading.partner for n in reading.asked) or re.search(
        r"\b(?:their|they|them|partner|the other side)\b", question
    ):
        yield "the question names the partner"
    if _SHARED.search(question):
        yield "the question is about the alliance"
    for name in reading.names:
        if name.kind == "partner" or name.is_person:
            yield f"a {'person' if name.is_person else 'partner'} of {_whose(reading, name.side)}"
        elif name.side in ("a", "b"):
            yield f"a thing of {_whose(reading, name.side)}"
    tokens = {t.lower_ for t in reading.doc}
    if family == "we" and tokens & _THIRD:
        yield "they in the sentence"
    if tokens & _PERSONS:
        yield "he or she in the sentence"
    if tokens & {"i", "me", "my"}:
        yield "I in the sentence"
    if reading.earlier:
        yield from _earlier(reading)


def _earlier(reading: Reading) -> Iterator[str]:
    last = reading.earlier[-1]
    sides = {n.side for n in last.names if n.kind == "partner" or n.is_person}
    if reading.partner in sides:
        yield "the partner in the sentence before"
    if reading.own in sides:
        yield "our side in the sentence before"
    if any(t.lower_ in _THIRD for t in last.doc):
        yield "they in the sentence before"
    if _TOGETHER.search(last.doc.text.lower()) or _I_AND.search(last.doc.text.lower()):
        yield "together in the sentence before"


def _met(reading: Reading, token: Token) -> Iterator[str]:
    """Tell of somebody of the partner and the speaker acting in turn, after which "we" is both."""
    left = token.doc[: token.i]
    subjects = [t for t in left if t.dep_ in ("nsubj", "nsubjpass")]
    me = any(t.lower_ == "i" for t in subjects)
    you = any(_is_partner(reading, t) and t.lower_ not in _THIRD for t in subjects)
    if me and you:
        yield "the partner and I act before it"
    elif you:
        yield "somebody of the partner acts before it"
    after = token.doc[token.i + 1 : token.i + 8]
    if any(t.lower_ == "with" and _is_partner(reading, t.nbor()) for t in after[:-1]):
        yield "we with them"


def _role(token: Token) -> str:
    if token.dep_ in ("nsubj", "nsubjpass"):
        return "subject"
    if token.dep_ in ("dobj", "dative", "obj"):
        return "object"
    return "owner" if token.dep_ == "poss" else "other"


def _is_partner(reading: Reading, token: Token) -> bool:
    if token.lower_ in _THIRD:
        return True
    name = reading.name_at(token)
    if name:
        return name.side == reading.partner and name.kind not in ("place",)
    if token.lower_ in _PERSONS:
        person = reading.person_before(token)
        return person is not None and person.side == reading.partner
    return False


def _clause(verb: Token) -> list[Token]:
    """Return the words of a clause without the clauses under it."""
    tokens, waiting = [verb], [verb]
    while waiting:
        for child in waiting.pop().children:
            if child.dep_ not in ("conj", "advcl", "relcl", "ccomp", "parataxis"):
                tokens.append(child)
                waiting.append(child)
    return sorted(tokens, key=lambda t: t.i)


def _clause_words(token: Token) -> str:
    """Return the words around a token up to the nearest commas, in lower case."""
    doc, start, end = token.doc, token.i, token.i
    while start > 0 and not doc[start - 1].is_punct:
        start -= 1
    while end < len(doc) and not doc[end].is_punct:
        end += 1
    return str(doc[start:end].text.lower())


def _with(words: str, pattern: re.Pattern[str], cue: str) -> Iterator[str]:
    if pattern.search(words):
        yield cue


def _whose(reading: Reading, side: str) -> str:
    return {reading.own: "ours", reading.partner: "theirs"}.get(side, "a third")
