"""Labels of speakers: their shape, the form by which they are compared, the part they tell."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from synth.records.people import Part

_MAX_WORDS: Final = 7
_PARTICLES: Final = (
    "de da do dos du van von der den la le di del bin ibn al el of the and y e & zu ter ten"
)
_SMALL: Final = frozenset(_PARTICLES.split())
_OPENERS: Final = """
monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
note notes nb ps example examples date time title subject topic location place duration venue
participants attendees present absent source sources file url link http https www re fyi todo
update edit warning transcript transcription transcribed recording project summary agenda action
actions conclusion introduction background overview question answer result results first second
third fourth fifth firstly secondly thirdly finally lastly next then also but so and or because
however basically actually well ok okay yes no yeah hello hi thanks meaning like number point
one two three four five problem reason step option part section chapter figure table version
email tel phone address remember important tip lesson rule exactly anyway again still instead
overall consent pdf podcast media keywords tags language id theme themes code what why how when
where who that this it they we you i'm there here if
"""
_NOT_NAMES: Final = frozenset(_OPENERS.split())
_HANDLE: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\s[|@/–—-]\s.*$|\s\|.*$|,?\s+\(.*$")
_ASIDE: Final = re.compile(
    r",?\s+(?:typing|typed|reading|in chat|via chat|on chat|off camera|cont(?:inued|'?d|\.)?)$",
    re.IGNORECASE,
)
_WORD_SHAPE: Final = re.compile(r"[\w.'’&@#*-]+\Z")
_ENDS_SENTENCE: Final = re.compile(r"[.!?;…\"“”]\Z|[!?;…\"“”]|\.\.")
_DOUBLED: Final = re.compile(r"([A-Z])\1(?=[a-z])")
_INTERVIEWER: Final = re.compile(
    r"(?:co-?)?(?:interviewer|moderator|facilitator|researcher|host|reviewer|interviewers|intv)"
    r"\s?\d*(?: \d+)?|int|iv|ir|question|q"
)
_INTERVIEWEE: Final = re.compile(
    r"(?:interviewee|participant|respondent|informant|guest|subject|candidate|expert)"
    r"\s?\d*(?: \d+)?|ie|resp|part|answer|p\s?\d+|r ?esp ?\d+"
)
_BYSTANDER: Final = re.compile(
    r"unknown(?: speaker)?\s?\d*|unidentified(?: speaker)?|multiple speakers?|(?:all|both)"
    r"|announcer|announcement|operator|recording|recorded voice|system|audio shared by .*"
    r"|break|sponsor(?: message| break)?|automated voice|voicemail|interpreter|narrator"
    r"|video|male voice|female voice"
)
_IN_BRACKETS: Final = re.compile(r"[(\[]\s*([^()\[\]]{4,30})\s*[)\]]\s*$")
_ACCOUNT: Final = re.compile(r"\((?:guest|external|unverified)\)")
_ROLES: Final = (
    (_INTERVIEWER, Part.INTERVIEWER),
    (_INTERVIEWEE, Part.INTERVIEWEE),
    (_BYSTANDER, Part.BYSTANDER),
)
_SPELT_ROLES: Final = {
    "interviewer": Part.INTERVIEWER,
    "moderator": Part.INTERVIEWER,
    "facilitator": Part.INTERVIEWER,
    "interviewee": Part.INTERVIEWEE,
    "respondent": Part.INTERVIEWEE,
}
_SPELT_HEADS: Final = ("interview", "participant", "respondent", "moderator", "facilitator")
_CODE: Final = re.compile(r"([A-Za-z]{1,12})[ _-]?\d{1,3}")
_DIARISED: Final = re.compile(r"(?:speaker|spk|spkr|voice|s)[ _-]?[a-z]?\d{0,3}")


def plain(text: str) -> str:
    """Return `text` in lower case, without accents, single-spaced."""
    apart = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).casefold().split())


def without_handle(label: str) -> str:
    """Return a label without team, pronouns or handle: `Ada Roe (Sales) | X` is `Ada Roe`."""
    bare = _ASIDE.sub("", _HANDLE.sub(" ", label).strip(" ,:*-–—\t"))
    return " ".join((bare or label).split())


@lru_cache(maxsize=4096)
def label_key(label: str) -> str:
    """Return the form by which two labels are one: `Interviewer 1 ` and `interviewer1`."""
    bare = without_handle(label.strip())
    if _DOUBLED.match(bare):  # a copied avatar: "AAda Roe"
        bare = bare[1:]
    words = plain(bare)
    if words.count(",") == 1:
        last, first = words.split(",")
        words = f"{first} {last}"
    return "".join(c for c in words if c.isalnum())


@lru_cache(maxsize=4096)
def has_name_shape(label: str) -> bool:
    """Tell whether a label could be a speaker's: few words, capitals, no sentence.

    A single word in small letters, a handle, passes; whoever asks should want to see it again.
    """
    words = without_handle(label).replace(",", " ").split()
    if _is_cut(label) or not 0 < len(words) <= _MAX_WORDS:
        return False
    if role_part(label):
        return True
    return _may_begin(words) and all(_WORD_SHAPE.match(w) for w in words) and _in_capitals(words)


def _is_cut(label: str) -> bool:
    """Tell whether a label looks like a piece of a sentence or of a list."""
    odd = ":" in label or label.endswith(",") or label.startswith(("- ", "• ", "* "))
    return odd or bool(_ENDS_SENTENCE.search(_without_initials(label)))


def _may_begin(words: list[str]) -> bool:
    opener = plain(" ".join(words)) in _NOT_NAMES or plain(words[0]) in _NOT_NAMES
    return not opener and any(c.isalpha() for word in words for c in word)


def _in_capitals(words: list[str]) -> bool:
    return len(words) == 1 or all(_capital(w) or w.casefold() in _SMALL for w in words)


def is_spelt_role(label: str) -> bool:
    """Tell whether a label spells a role out that nobody uses to open a sentence."""
    return any(word.startswith(_SPELT_HEADS) for word in plain(label).split())


def has_loose_shape(label: str) -> bool:
    """Tell whether a label could be a speaker's in a file where all lines are labelled."""
    words = without_handle(label).split()
    if not 0 < len(words) <= _MAX_WORDS - 2 or _ENDS_SENTENCE.search(_without_initials(label)):
        return False
    return plain(words[0]) not in _NOT_NAMES and all(_WORD_SHAPE.match(w) for w in words)


def _capital(word: str) -> bool:
    first = word.lstrip("'’*@#")[:1]
    return (
        first.isupper() or first.isdigit() or (first.isalpha() and first.lower() == first.upper())
    )


def _without_initials(label: str) -> str:
    return re.sub(r"\b(\w|Dr|Mr|Mrs|Ms|Prof|Jr|Sr|St)\.", r"\1", label)


@lru_cache(maxsize=4096)
def role_part(label: str) -> Part | None:
    """Return the part that a label tells by itself: "Interviewer 2", "P3", "Ada (moderator)"."""
    bare = re.sub(r"[_,.#:]", " ", plain(without_handle(label)))
    aside = _IN_BRACKETS.search(_ACCOUNT.sub("", plain(label)))
    for words in (bare, aside[1] if aside else ""):
        for pattern, part in _ROLES:
            if pattern.fullmatch(" ".join(words.split())):
                return part
    return next((_SPELT_ROLES[word] for word in bare.split() if word in _SPELT_ROLES), None)


def is_diarised(label: str) -> bool:
    """Tell whether a program, not a person, gave the label: "Speaker 2", "SPEAKER_00"."""
    return bool(_DIARISED.fullmatch(plain(without_handle(label))))


def code_family(label: str) -> str:
    """Return the letters of a coded label, `a` of "A5", or an empty string."""
    match = _CODE.fullmatch(without_handle(label))
    return "" if match is None or is_diarised(label) else match[1].casefold()
