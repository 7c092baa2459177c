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
    re.IGNORECASE,
)
_TAG: Final = re.compile(
    r"\b(?:right|okay|ok|yeah|yes|no|huh|you know|you see|isn't it|know what i mean|make sense)\?",
    re.IGNORECASE,
)
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

    def lean(self, speakers: int) -> float:
        """Return how far this is an interviewer's talk: many questions, few words.

        The logarithm of questions over words, smoothed, plus that of an even share of the words
        over theirs. 0 is neither.
        """
        asking = (self.questions_share + 0.05) / (self.words_share + 0.05)
        return math.log(asking) + math.log((1 / speakers) / max(0.005, self.words_share))


def measure_talk(texts: Sequence[str], spoken_by: Sequence[int], speakers: int) -> list[Talk]:
    """Return for each of the speakers what they say and ask."""
    words, questions = [0] * speakers, [0] * speakers
    for text, who in zip(texts, spoken_by, strict=True):
        words[who] += len(text.split())
        questions[who] += _questions(text)
    all_words, all_questions = max(1, sum(words)), max(1, sum(questions))
    return [
        Talk(w, q, w / all_words, q / all_questions) for w, q in zip(words, questions, strict=True)
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
    leans = [t.lean(len(talks) + 1) for t in talks]
    return [
        lean == max(leans) and lean >= 0 and talk.questions_share >= 0.2
        for talk, lean in zip(talks, leans, strict=True)
    ]


def _who_asks(talks: Sequence[Talk]) -> list[bool]:
    """Tell for each of several speakers whether they interview; nobody, where it is not clear."""
    leans = [t.lean(len(talks)) for t in talks]
    if len(talks) < 2 or not any(t.questions for t in talks):
        return [False] * len(talks)
    if len(talks) == 2:
        clear = abs(leans[0] - leans[1]) >= _CLEARLY
        return [clear and lean == max(leans) for lean in leans]
    if len(talks) > _CROWD:  # a meeting, not an interview: one chair at most
        return [t.questions_share >= 0.4 and t.words_share < 0.4 for t in talks]
    asking = [
        lean >= _GROUP_LEAN and talk.questions_share >= _GROUP_QUESTIONS
        for talk, lean in zip(talks, leans, strict=True)
    ]
    return asking if not all(asking) else [lean == max(leans) for lean in leans]


def _questions(text: str) -> int:
    # A prompt that ends in a question mark is one question, not two.
    prompts = sum(match["mark"] is None for match in _PROMPT.finditer(text))
    return text.count("?") - len(_TAG.findall(text)) + prompts
