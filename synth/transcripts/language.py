"""Which language a transcript is in: enough to tell that it is not English."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

_STOP_WORDS: Final = {
    "English": "the and to of a in that it is was you we they i so have for on with but this not "
    "are be what at as do if just like know there from about my your had would could been which",
    "French": "le la les de des et est un une que qui dans pour pas sur je nous vous ils c'est ça "
    "mais avec ce on au du il elle sont était donc plus fait être ont",
    "German": "der die das und ist nicht ein eine ich wir sie es mit auf für von zu dass auch aber "
    "wie den dem so haben war man noch oder hat sich bei im wenn ja",
    "Dutch": "de het een en van ik je dat niet is we ze dit met voor op zijn maar ook als heb dan "
    "er naar aan wel nog wat bij om te zo of kan",
    "Spanish": "el la los las de y que en un una es no por con para se lo pero como más su muy "
    "está eso yo nosotros porque cuando hay ser del al",
    "Italian": "il lo la gli le di che e un una è non per con sono ma come più anche del della nel "
    "questo noi abbiamo perché quando si da ci",
    "Portuguese": "o a os as de que e um uma é não em para com mas como mais do da no na isso eu "
    "nós você porque quando foi muito se por",
    "Swedish": "och att det som en på är av för med den inte vi jag har om ett men så till kan de "
    "man var från när eller också",
    "Polish": "i w nie na to się że z jest do co jak ale tak po czy my są był już tylko być mnie",
}
_SETS: Final = {name: frozenset(words.split()) for name, words in _STOP_WORDS.items()}
_SCRIPTS: Final = (
    ("HIRAGANA", "Japanese"), ("KATAKANA", "Japanese"), ("HANGUL", "Korean"), ("CJK", "Chinese"),
    ("CYRILLIC", "Russian or another language in Cyrillic letters"), ("GREEK", "Greek"),
    ("ARABIC", "Arabic"), ("HEBREW", "Hebrew"), ("DEVANAGARI", "Hindi"), ("THAI", "Thai"),
)  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE: Final = 60_000
_FEW: Final = 20
_TYPICAL: Final = 0.12
_MARGIN: Final = 1.3


def foreign_language(text: str) -> str:
    """Return the name of the language of `text` where it is not English, else an empty string."""
    sample = text[:_SAMPLE]
    script = _foreign_script(sample)
    if script:
        return script
    words = [w.replace("’", "'").casefold() for w in _WORD.findall(sample)]
    if len(words) < _FEW:
        return ""
    counts = Counter(words)
    shares = {name: sum(counts[w] for w in stop) / len(words) for name, stop in _SETS.items()}
    best = max(shares, key=lambda name: (shares[name], name))
    foreign = best != "English" and shares[best] >= max(_TYPICAL, _MARGIN * shares["English"])
    return best if foreign else ""


def _foreign_script(sample: str) -> str:
    letters = [c for c in sample[:8000] if c.isalpha()]
    found = Counter(_script(c) for c in letters if ord(c) > 0x24F)
    named = {name: n for name, n in found.items() if name}
    if not named or sum(named.values()) * 3 < len(letters):
        return ""
    # Japanese mixes its own signs with Chinese ones.
    return "Japanese" if named.get("Japanese", 0) > 5 else max(named, key=lambda n: (named[n], n))


def _script(character: str) -> str:
    name = unicodedata.name(character, "")
    return next((language for head, language in _SCRIPTS if name.startswith(head)), "")
