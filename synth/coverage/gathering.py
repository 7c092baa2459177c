"""From the results of a run to what coverage rests on: who was asked what, without their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from synth.coverage.held import in_order
from synth.coverage.leading import is_leading
from synth.coverage.matrix import UNTOLD
from synth.protocols import Protocol
from synth.records.clean import Interview
from synth.records.evidence import NO_CORNER, UNKNOWN_SPEAKER, Passage, Theme
from synth.records.people import Part, role_group
from synth.records.survey import Asked, Heard, Interviewee, Interviewing
from synth.records.transcript import Transcript

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

_SAME_QUESTION: Final = 0.65
"""Cosine from which a question may be one of the protocol's. Below, other questions get in."""
_SAME_WORDS: Final = 2
"""Telling words that it must share with it besides: "your part in the alliance" is near to much."""
_UNTELLING: Final = frozenset(
    "what does that with from have this they them your tell about which where there when into "
    "were will would could".split()
)
_SHORT_PROBE: Final = 9
"""Words of a question ("And then?", "Can you give an example?") that carries on the one before."""
_SUBSTANCE: Final = 15
"""Words on some corner from which an answer has substance."""
_DECLINES: Final = re.compile(
    r"\b(?:(?:i'd|i would) (?:rather|prefer) not|no comment|can't (?:really )?(?:say|comment|talk)|"
    r"cannot (?:say|comment)|not (?:for me|my place) to say|next question|off the record|"
    r"let's (?:leave|move on|not)|i'll pass)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Answer:
    """All passages of one turn, with the question before it."""

    question: str
    passages: tuple[Passage, ...]


def gather(
    passages: Sequence[Passage],
    themes: Sequence[Theme],
    interviews: Sequence[Interview],
    transcripts: Sequence[Transcript],
    protocol: Protocol,
    encode: Encode,
) -> Interviewing:
    """Return what coverage rests on.

    Args:
        passages: all passages of the run.
        themes: its themes.
        interviews: the anonymized interviews.
        transcripts: the files as read: they know the true roles, which interviews may withhold.
        protocol: whose questions are looked for.
        encode: gives one unit vector a text.
    """
    order, known = in_order([i.path for i in interviews])
    ordered = [interviews[i] for i in order]
    people = _people(ordered, transcripts)
    roles = {p.speaker: p.role_group for p in people}
    theme_of = {p: t.id for t in reversed(themes) for p in t.passages}
    return Interviewing(
        people=people,
        interviews=tuple(i.id for i in ordered),
        heard=tuple(_heard(p, roles.get(p.speaker, UNTOLD), theme_of) for p in passages),
        asked=_asked(passages, [i.id for i in ordered], protocol, encode),
        order=known,
        files=tuple(i.path.as_posix() for i in ordered),
    )


def _people(
    interviews: Sequence[Interview], transcripts: Sequence[Transcript]
) -> tuple[Interviewee, ...]:
    """Return the interviewees, each once, in the order held."""
    speakers = {t.path: t.speakers for t in transcripts}
    found: dict[str, Interviewee] = {}
    for place, interview in enumerate(interviews):
        for voice, speaker in zip(interview.voices, speakers[interview.path], strict=True):
            if voice.part is not Part.INTERVIEWEE or voice.pseudonym == UNKNOWN_SPEAKER:
                continue
            group = role_group(speaker.role) if speaker.role else voice.role_group
            group = UNTOLD if group == "withheld" else group
            person = Interviewee(voice.pseudonym, voice.side.value, group, place)
            found.setdefault(voice.pseudonym, person)
    return tuple(found.values())


def _heard(passage: Passage, role: str, theme_of: Mapping[str, str]) -> Heard:
    return Heard(
        passage=passage.id,
        interview=passage.interview,
        speaker=passage.speaker,
        side=passage.side.value,
        role_group=role,
        corner=passage.tag.corner,
        stance=passage.tag.stance,
        theme=theme_of.get(passage.id, ""),
        words=len(passage.text.split()),
        sureness=round(passage.tag.corner_p, 3),
        leading=is_leading(passage.question),
    )


def _asked(
    passages: Sequence[Passage], interviews: Sequence[str], protocol: Protocol, encode: Encode
) -> tuple[Asked, ...]:
    """Return every question of the protocol that was recognised, once a person."""
    answers = _answers(passages)
    known = _recognised({a.question for turns in answers.values() for a in turns}, protocol, encode)
    found: dict[tuple[str, str], Asked] = {}
    for interview in interviews:
        for question, answer in _exchanges(answers.get(interview, []), known):
            first = answer[0]
            answered = _has_substance(answer)
            before = found.get((question, first.speaker))
            found[question, first.speaker] = Asked(
                question, interview, first.speaker, first.side.value,
                answered=answered or bool(before and before.answered),
            )  # fmt: skip
    return tuple(found.values())


def _answers(passages: Sequence[Passage]) -> Mapping[str, list[_Answer]]:
    """Return the answers of each interview, in the order given."""
    turns: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    for passage in passages:
        turns[passage.interview, passage.origin.turn].append(passage)
    answers: dict[str, list[_Answer]] = defaultdict(list)
    for interview, turn in sorted(turns):
        said = turns[interview, turn]
        answers[interview].append(_Answer(said[0].question, tuple(said)))
    return answers


def _recognised(asked: set[str], protocol: Protocol, encode: Encode) -> Mapping[str, str]:
    """Return which question of the protocol each question asked is, where it is one."""
    texts = sorted(question for question in asked if question)
    if not texts:
        return {}
    near = encode(texts) @ encode([q.text for q in protocol.questions]).T
    found = {}
    for text, row in zip(texts, near, strict=True):
        question = protocol.questions[int(row.argmax())]
        shared = _telling_words(text) & _telling_words(question.text)
        if row.max() >= _SAME_QUESTION and len(shared) >= _SAME_WORDS:
            found[text] = question.id
    return found


def _telling_words(text: str) -> set[str]:
    """Return the beginnings of the words that carry a question, so that endings do not matter."""
    words = re.findall(r"[a-z]{4,}", text.lower())
    return {word[:5] for word in words if word not in _UNTELLING}


def _exchanges(
    answers: Sequence[_Answer], known: Mapping[str, str]
) -> Iterator[tuple[str, list[Passage]]]:
    """Yield each recognised question with its answer, and what was said to the probes after it."""
    current, said = "", list[Passage]()
    for answer in answers:
        question = known.get(answer.question, "")
        probe = not question and len(answer.question.split()) <= _SHORT_PROBE
        if current and not probe:
            yield current, said
        if not probe:
            current, said = question, []
        said = [*said, *answer.passages]
    if current and said:
        yield current, said


def _has_substance(answer: Sequence[Passage]) -> bool:
    words = sum(len(p.text.split()) for p in answer if p.tag.corner != NO_CORNER)
    declined = any(_DECLINES.search(p.text.replace("’", "'")) for p in answer)
    return words >= _SUBSTANCE * (2 if declined else 1)
