"""A guess at the capitals of text that has none, so that the language model can find names."""

from __future__ import annotations

from collections.abc import Callable

from synth.privacy import lexicon
from synth.privacy.index import FormIndex
from synth.privacy.letters import words_of


def make_truecase(known: FormIndex) -> Callable[[str], str]:
    """Return a function that capitalises likely names and keeps every offset."""

    def truecase(text: str) -> str:
        letters = list(text.lower() if len(text.lower()) == len(text) else text)
        for word in words_of(text):
            sure = any(f.strength == "sure" for f in known.forms(word.key))
            if sure or lexicon.unusual(word.key) or word.key == "i":
                capital = letters[word.start].upper()
                letters[word.start] = capital if len(capital) == 1 else letters[word.start]
        return "".join(letters)

    return truecase
