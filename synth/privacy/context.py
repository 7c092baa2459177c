"""Whether a word that is a name and an ordinary word too is the name here.

A leaked name is worse than a hidden word, so a doubtful noun counts as the name; but a verb that
was hidden makes a sentence nonsense ("i [A: person 3] ask"), so verbs need to look like a name.
"""

from __future__ import annotations

from synth.privacy import lexicon
from synth.privacy.dictionary import may_be, zipf
from synth.privacy.reading import Reading

_WANTING = lexicon.word_set(
    "want wants wanted need needs needed have has had going able try tried trying used like is "
    "was how what supposed free where"
)
_OBJECTS = lexicon.word_set(
    "it them him us you me that for down out up everything something things"
)
_SLIP_ZIPF = 4.0
_THINGS = frozenset({"product", "project", "partner", "organisation"})


def is_name(reading: Reading, first: int, last: int, kind: str) -> bool:
    """Whether the ordinary words `first` to `last` (exclusive) of a turn are a name."""
    if last - first > 1:
        return _phrase(reading, first, last)
    key, after = reading.key(first), reading.key(last)
    if lexicon.tells_a_date((reading.key(first - 2), reading.key(first - 1)), key, after):
        return False
    if reading.cased:
        return _cased(reading, first, kind)
    if key in lexicon.MODALS:
        return _modal_is_name(reading, first)
    return key not in lexicon.FUNCTION_WORDS and _caseless(reading, first, kind)


def _phrase(reading: Reading, first: int, last: int) -> bool:
    return not reading.cased or any(w.capital for w in reading.words[first:last])


def _cased(reading: Reading, at: int, kind: str) -> bool:
    word = reading.words[at]
    if not word.capital:
        return _slip(reading, at)
    if not reading.opens(at):
        return True
    after = reading.text[word.end : word.end + 1]
    if after in {",", "'", "’", ";"} or somebody(reading, at):
        return True
    if word.key in lexicon.MODALS:
        return at + 1 < len(reading.pos) and reading.pos[at + 1] in {"VERB", "AUX", "ADV"}
    if may_be("verb", word.key) and _takes_object(reading.key(at + 1)):
        return False
    return reading.pos[at] in {"PROPN", "NOUN"} or (
        kind == "person" and reading.pos[at] not in {"VERB", "AUX", "INTJ"}
    )


def _takes_object(after: str) -> bool:
    """Whether what follows makes a verb of the word before: "Mark my words", "Hope so"."""
    return after in lexicon.DETERMINERS or after in _OBJECTS or after in {"so", "not", "we", "they"}


def _slip(reading: Reading, at: int) -> bool:
    """Whether a word without its capital, among others that have theirs, is still the name."""
    key = reading.key(at)
    other = any(may_be(part, key) for part in ("verb", "adj", "adv")) or key in lexicon.CALENDAR
    bare = reading.key(at - 1) not in lexicon.DETERMINERS
    return bare and not other and zipf(key) < _SLIP_ZIPF


def somebody(reading: Reading, at: int) -> bool:
    """Whether the neighbours speak of somebody: "asked hope", "hope said", "hope's"."""
    after = reading.key(at + 1)
    if after == "s" and reading.text[reading.words[at].end] in "'’":
        return True
    modal = reading.key(at) in lexicon.MODALS and after in lexicon.ADVERBS
    if after in lexicon.SAYING and not modal:
        return True
    return reading.key(at - 1) in lexicon.TITLES


def _caseless(reading: Reading, at: int, kind: str) -> bool:
    before, key = reading.key(at - 1), reading.key(at)
    verb = may_be("verb", key)
    if kind in _THINGS:
        return before not in {"a", "an"} and not (verb and before in {"to", "i", "we"})
    if before in lexicon.TITLES or somebody(reading, at):
        return True
    if before == "to" and verb:
        return _spoken_to(reading, at)
    if kind == "person" and before in {"other", "another"}:
        return reading.key(at + 1) in {"in", "at", "from"}
    if before in lexicon.DETERMINERS:
        return reading.key(at + 1) in {"she", "he", "herself", "himself"}
    there = before in {"is", "was", "s"} and reading.key(at - 2) == "there"
    return not there and not (verb and before in lexicon.SUBJECTS)


def _spoken_to(reading: Reading, at: int) -> bool:
    """Whether "to hope" is said of somebody: "i wrote to hope", not "i want to hope"."""
    if reading.key(at - 2) in lexicon.TALKING_TO:
        return True
    after = reading.key(at + 1)
    return not _takes_object(after) and reading.key(at - 2) not in _WANTING


def _modal_is_name(reading: Reading, at: int) -> bool:
    before, after = reading.key(at - 1), reading.key(at + 1)
    if before in lexicon.SUBJECTS or after in {"be", "have", "not", "never", "you", "i", "we"}:
        return False
    if before in lexicon.TITLES or somebody(reading, at) or after in {"and", "or"}:
        return True
    return before in lexicon.ADDRESSING and (
        after in lexicon.FUNCTION_WORDS or after == "" or after in lexicon.CALENDAR
    )
