"""A guess at the capitals of text that has none, so that the language model can find names."""

from __future__ import annotations

from collections.abc import Callable

from synth.privacy.gazetteer import places_in
from synth.privacy.index import FormIndex
from synth.privacy.letters import words_of
from synth.privacy.likely import telling
from synth.privacy.reading import lowered


def make_truecase(known: FormIndex) -> Callable[[str], str]:
    """Return a function that capitalises likely names and keeps every offset."""

    def truecase(text: str) -> str:
        letters = list(lowered(text))
        words = words_of(text)
        placed = {at for first, last in places_in(words) for at in range(first, last)}
        for at, word in enumerate(words):
            sure = any(f.strength == "sure" for f in known.forms(word.key))
            if sure or telling(word.key) or word.key == "i" or (at in placed and len(word.key) > 4):
                capital = letters[word.start].upper()
                letters[word.start] = capital if len(capital) == 1 else letters[word.start]
        return "".join(letters)

    return truecase
