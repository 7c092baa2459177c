"""Whether a word of a turn without capitals is likely a name."""

from __future__ import annotations

from synth.privacy import lexicon
from synth.privacy.context import somebody
from synth.privacy.dictionary import may_be, zipf
from synth.privacy.gazetteer import given_names
from synth.privacy.letters import Word
from synth.privacy.reading import Reading

_SURNAME_ZIPF = 4.2


def likely_name(reading: Reading, at: int) -> bool:
    """Whether a word is too unusual for an ordinary one, a given name, or the surname after one."""
    key = reading.key(at)
    return telling(key) or likely_given(reading, at) or _surname(reading.words, at)


def telling(key: str) -> bool:
    """Whether a folded word alone is likely a name."""
    if lexicon.no_name(key) or key.isdigit():
        return False
    return lexicon.unusual(key) or (key in given_names() and not lexicon.ordinary(key))


def likely_given(reading: Reading, at: int) -> bool:
    """Whether a given name that is an ordinary word too stands for somebody here."""
    key = reading.key(at)
    if key not in given_names() or key in lexicon.CALENDAR or len(key) < 3:
        return False
    if not _ordinary_speech(key):
        return True
    before = reading.key(at - 1)
    if lexicon.unusual(reading.key(at + 1)) and key not in lexicon.MODALS:
        return True
    if before in lexicon.SUBJECTS or before in lexicon.DETERMINERS or before == "to":
        return (
            before not in lexicon.DETERMINERS
            and somebody(reading, at)
            and key not in lexicon.MODALS
        )
    named = before in {"named", "called", "asked", "told", "mister", "with", "and", "hi", "hello"}
    return somebody(reading, at) or (named and key not in lexicon.FUNCTION_WORDS)


def _ordinary_speech(key: str) -> bool:
    """Whether the word is used as a verb or adjective, or is a common noun."""
    return may_be("verb", key) or may_be("adj", key) or (may_be("noun", key) and key in _NOUN_NAMES)


_NOUN_NAMES = lexicon.word_set(
    """hope faith joy grace comfort charity patience mercy blessing chip summer dawn amber dean bill
    art ash eve iris jade olive opal penny pearl rose ruby violet robin basil ivy lily heather
    hazel dot gene max rex ray rod sandy victor con pop dom ken pat al mo bea nell val bess rich
    viola april may june august page drew"""
)


def _surname(words: tuple[Word, ...], at: int) -> bool:
    if at == 0 or words[at].key in lexicon.FUNCTION_WORDS or lexicon.no_name(words[at].key):
        return False
    first = words[at - 1].key
    known = first in given_names() and not _ordinary_speech(first)
    return known and zipf(words[at].key) < _SURNAME_ZIPF
