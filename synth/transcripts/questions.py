"""Tell interviewers from interviewees by what they do: interviewers ask and say little."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from synth.records.people import Part

_PROMPT: Final = re.compile(
    r"\b(?:tell (?:me|us)|walk (?:me|us) through|could you|can you|would you|do you|did you"
    r"|have you|are you|how (?:do|did|does|would|is|are|was)|what (?:do|did|does|would|is|are|was)"
    r"|why (?:do|did|does|is)|let's (?:move|talk|start)|thank you for (?:joining|taking))\b"
    r"[^.?!]{0,200}(?P<mark>\?)?",
)
_TAG: Final = re.compile(
    r"\b(?:right|okay|ok|yeah|yes|no|huh|you know|you see|isn't it|know what i mean|make sense)\?",
)
_HOST: Final = re.compile(
    r"\b(?:welcome (?:to|back|everyone|everybody)|joined (?:today )?by|joining (?:me|us)"
    r"|(?:my|our|today's|special) guests?|today (?:we|i) (?:talk(?:ed)?|spoke|speak) (?:with|to)"
    r"|thank(?:s| you)(?: so much| very much| a lot)? for (?:joining|being|coming|taking|agreeing"
    r"|your time|sharing)|introduce yourself|a (?:little )?bit about yourself"
    r"|(?:first|next|last|final|following|other) question|questions? (?:that )?i have for you"
    r"|anything else (?:that )?you(?:'d| would)? (?:like|want) to|start(?:ed)? (?:the )?recording"
    r"|(?:okay|happy) (?:with|for) (?:me|us) (?:to )?record|great to see you)\b",
)
_GUEST: Final = re.compile(
    r"\b(?:thank(?:s| you)(?: so much| very much| a lot)? for (?:having|inviting|the invit\w+)"
    r"|(?:happy|glad|great|pleasure|excited|honou?red) to be here)\b",
)
_MAY_HOST: Final = (
    "welcome", "join", "guest", "today", "thank", "introduce", "yourself", "question", "else",
    "record", "to see you", "to be here",
)  # fmt: skip
_MOST_CUES: Final = 2
_ENOUGH_CUES: Final = 50
_CUE_WEIGHT: Final = 0.5
_GUEST_WORDS: Final = 0.55
_GUEST_TURNS: Final = 0.85
_GUEST_ASKS: Final = 1.15
_HOST_TURNS: Final = 0.03
_BESIDE_MOST: Final = 0.4
_MAJORITY: Final = 0.45
_FEWEST_QUESTIONS: Final = 2
_CLEARLY: Final = 1.0
_GROUP_LEAN: Final = 0.5
_GROUP_QUESTIONS: Final = 0.1
_FAINT_WORDS: Final = 40
_FAINT_SHARE: Final = 0.01
_CROWD: Final = 6


class Undecided(Protocol):
    """A voice whose part may still be open."""

    part: Part | None
    because: str


@dataclass(frozen=True, slots=True)
class Talk:
    """How much one speaker says and asks, in numbers and as shares of the file."""

    words: int
    questions: int
    words_share: float
    questions_share: float
    turns_share: float = 0.0
    hosting: int = 0
    """How much more often they welcome and thank like a host than like a guest, -2 to 2."""

    def lean(self, speakers: int) -> float:
        """Return how far this is an interviewer's talk: many questions, few words.

        The logarithm of questions over words, smoothed, plus that of an even share of the words
        over theirs, plus what is said as a host. 0 is neither.
        """
        asking = (self.questions_share + 0.05) / (self.words_share + 0.05)
        saying_little = (1 / speakers) / max(0.005, self.words_share)
        return math.log(asking) + math.log(saying_little) + _CUE_WEIGHT * self.hosting


def measure_talk(texts: Sequence[str], spoken_by: Sequence[int], speakers: int) -> list[Talk]:
    """Return for each of the speakers what they say and ask."""
    words, questions, turns = [0] * speakers, [0] * speakers, [0] * speakers
    hosting = [0] * speakers
    before = -1
    for text, who in zip(texts, spoken_by, strict=True):
        words[who] += len(text.split())
        said = text.casefold()
        questions[who] += _questions(said)
        hosting[who] += _hosting(said) if abs(hosting[who]) < _ENOUGH_CUES else 0
        turns[who] += who != before
        before = who
    totals = [max(1, sum(counts)) for counts in (words, questions, turns)]
    return [
        Talk(
            words=words[who],
            questions=questions[who],
            words_share=words[who] / totals[0],
            questions_share=questions[who] / totals[1],
            turns_share=turns[who] / totals[2],
            hosting=max(-_MOST_CUES, min(_MOST_CUES, hosting[who])),
        )
        for who in range(speakers)
    ]


def infer_parts(voices: Sequence[Undecided], talks: Sequence[Talk]) -> None:
    """Give a part to every voice that has none yet."""
    _dismiss_the_faint(voices, talks)
    still = [i for i, v in enumerate(voices) if v.part is None]
    parts = {v.part for v in voices}
    open_talks = [talks[i] for i in still]
    if Part.INTERVIEWER in parts:
        asking = [False] * len(still)
    elif Part.INTERVIEWEE in parts:
        asking = _who_asks_beside_interviewees(open_talks)
    else:
        asking = _who_asks(open_talks)
    for i, asks in zip(still, asking, strict=True):
        voices[i].part = Part.INTERVIEWER if asks else Part.INTERVIEWEE
        voices[i].because = (
            f"asks {talks[i].questions_share:.0%} of the questions and says "
            f"{talks[i].words_share:.0%} of the words"
        )


def _dismiss_the_faint(voices: Sequence[Undecided], talks: Sequence[Talk]) -> None:
    heard = sum(t.words_share >= _FAINT_SHARE for t in talks)
    for voice, talk in zip(voices, talks, strict=True):
        faint = talk.words < _FAINT_WORDS and talk.words_share < _FAINT_SHARE
        if voice.part is None and faint and heard >= 2:
            voice.part, voice.because = Part.BYSTANDER, f"says only {talk.words} words"


def _who_asks_beside_interviewees(talks: Sequence[Talk]) -> list[bool]:
    most = max((t.questions_share for t in talks), default=0.0)
    return [
        talk.questions_share == most >= 0.2 and talk.lean(len(talks) + 1) >= 0 for talk in talks
    ]


def _who_asks(talks: Sequence[Talk]) -> list[bool]:
    """Tell for each of several speakers whether they interview; nobody, where it is not clear."""
    leans = [t.lean(len(talks)) for t in talks]
    nobody = [False] * len(talks)
    if len(talks) < 2 or sum(t.questions for t in talks) < _FEWEST_QUESTIONS:
        return nobody
    if len(talks) == 2:
        clear = abs(leans[0] - leans[1]) >= _CLEARLY
        return [clear and lean == max(leans) for lean in leans]
    if len(talks) > _CROWD:  # a meeting, not an interview: one chair at most
        return [t.questions_share >= 0.4 and 0.03 <= t.words_share < 0.4 for t in talks]
    guest = _guest(talks)
    if guest is not None:
        return [t is not guest and _hosts(t) for t in talks]
    most = max(talk.questions_share for talk in talks)
    fewest = max(_GROUP_QUESTIONS, _BESIDE_MOST * most)
    asking = [
        lean >= _GROUP_LEAN and (talk.questions_share >= fewest or talk.hosting > 1)
        for talk, lean in zip(talks, leans, strict=True)
    ]
    asked = sum(t.questions_share for t, asks in zip(talks, asking, strict=True) if asks)
    if asked < _MAJORITY:
        return nobody
    return asking if not all(asking) else [lean == max(leans) for lean in leans]


def _guest(talks: Sequence[Talk]) -> Talk | None:
    """Return the one guest of several hosts: most words, and a part in most of the exchanges.

    In a group session it is the interviewer who has the most turns, and few of the words.
    """
    most = max(talks, key=lambda talk: talk.words)
    guest = (
        most.words_share >= _GUEST_WORDS
        and most.turns_share >= _GUEST_TURNS * max(talk.turns_share for talk in talks)
        and most.questions_share <= _GUEST_ASKS * most.words_share
        and most.hosting <= 0
    )
    return most if guest else None


def _hosts(talk: Talk) -> bool:
    return talk.questions > 0 and talk.turns_share >= _HOST_TURNS


def _hosting(said: str) -> int:
    for sign in _MAY_HOST:  # what most captions can be spared
        if sign in said:
            break
    else:
        return 0
    return len(_HOST.findall(said)) - 2 * len(_GUEST.findall(said))


def _questions(said: str) -> int:
    # A prompt that ends in a question mark is one question, not two.
    prompts = sum(match["mark"] is None for match in _PROMPT.finditer(said))
    if "?" not in said:
        return prompts
    return said.count("?") - len(_TAG.findall(said)) + prompts
