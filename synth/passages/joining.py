"""Join neighbouring sentences that say one thing of one subject into passages.

A passage is what the report quotes and what themes are made of, so it must be of one mind: its
sentences belong to one answer, one corner and one stance, and it is short enough to be quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from synth.records.clean import Interview
from synth.records.evidence import Origin, Passage, Sentence, Tag

_MAX_WORDS: Final = 80


def join_passages(
    sentences: Sequence[Sentence], tags: Sequence[Tag], interviews: Sequence[Interview]
) -> tuple[Passage, ...]:
    """Return the passages, `p0001` onwards, in the order of the sentences.

    Args:
        sentences: every sentence of the review.
        tags: one tag a sentence.
        interviews: the clean interviews that the sentences were cut from.
    """
    turns = {(i.id, t.index): t for i in interviews for t in i.turns}
    passages = []
    for number, group in enumerate(_groups(sentences, tags), start=1):
        first, last = sentences[group[0]], sentences[group[-1]]
        turn = turns[first.interview, first.origin.turn]
        passages.append(
            Passage(
                id=f"p{number:04d}",
                interview=first.interview,
                speaker=first.speaker,
                side=first.side,
                role_group=first.role_group,
                question=first.question,
                text=turn.text.cut(first.start, last.end),
                sentences=tuple(group),
                tag=_joint_tag([tags[i] for i in group]),
                origin=_origin(first, last, [sentences[i] for i in group]),
            )
        )
    return tuple(passages)


def _groups(sentences: Sequence[Sentence], tags: Sequence[Tag]) -> list[list[int]]:
    """Return runs of sentences of one answer, corner and stance, none over `_MAX_WORDS` words."""
    groups: list[list[int]] = []
    words = 0
    for i, sentence in enumerate(sentences):
        length = len(sentence.text.split())
        if groups and _belong(groups[-1][-1], i, sentences, tags) and words + length <= _MAX_WORDS:
            groups[-1].append(i)
            words += length
        else:
            groups.append([i])
            words = length
    return groups


def _belong(before: int, after: int, sentences: Sequence[Sentence], tags: Sequence[Tag]) -> bool:
    return (
        sentences[before].answer == sentences[after].answer
        and tags[before].corner == tags[after].corner
        and tags[before].stance == tags[after].stance
    )


def _joint_tag(tags: Sequence[Tag]) -> Tag:
    """Return the tag of the group: all agree, so the probabilities are averaged."""
    count = len(tags)
    return Tag(
        tags[0].corner,
        sum(t.corner_p for t in tags) / count,
        tags[0].stance,
        sum(t.stance_p for t in tags) / count,
        tags[0].because,
    )


def _origin(first: Sentence, last: Sentence, group: Sequence[Sentence]) -> Origin:
    return Origin(
        first.origin.file,
        first.origin.turn,
        first.origin.start,
        last.origin.end,
        tuple(s.origin.start for s in group),
    )
