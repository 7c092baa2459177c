from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from synth.embeddings import PackagedEncoder, sentence_texts
from synth.reading import read_sentences
from synth.records.evidence import Origin, Passage, Sentence, Signal, Tag
from synth.records.people import Names, Side
from synth.records.review import Review
from synth.records.text import CleanText, RawText
from synth.trust import find_signals

REVIEW = Review(
    folder=Path("review"),
    files=(),
    alliance=RawText("made up"),
    cycle="2026-H1",
    date="",
    protocol="alliance-health",
    phase="growth",
    kind="",
    names=Names(),
)


def said(
    *texts: str,
    side: Side = Side.A,
    question: str = "",
    speaker: str = "[A: person 9]",
    answer: int = 1,
    file: str = "one.vtt",
) -> tuple[Sentence, ...]:
    starts = [sum(len(t) + 1 for t in texts[:n]) for n in range(len(texts))]
    return tuple(
        Sentence(
            interview="i01",
            answer=answer,
            speaker=speaker,
            side=side,
            role_group="other",
            question=CleanText(question),
            text=CleanText(text),
            origin=Origin(Path(file), answer, start, start + len(text)),
        )
        for text, start in zip(texts, starts, strict=True)
    )


def passage_of(sentences: tuple[Sentence, ...]) -> Passage:
    first = sentences[0]
    return Passage(
        id="p0001",
        interview=first.interview,
        speaker=first.speaker,
        side=first.side,
        role_group=first.role_group,
        question=first.question,
        text=CleanText(" ".join(sentences_text(sentences))),
        sentences=tuple(range(len(sentences))),
        tag=Tag("none", 1.0, "neutral", 1.0, "made up"),
        origin=first.origin,
    )


def sentences_text(sentences: tuple[Sentence, ...]) -> list[str]:
    return [str(s.text) for s in sentences]


@pytest.fixture(scope="session")
def signals_in() -> Callable[..., tuple[Signal, ...]]:
    """Find signals by the words alone."""

    def find(*texts: str, side: Side = Side.A, question: str = "") -> tuple[Signal, ...]:
        return find_signals(said(*texts, side=side, question=question), (), REVIEW)

    return find


@pytest.fixture(scope="session")
def heard_in() -> Callable[..., tuple[Signal, ...]]:
    """Find signals as a run does, by words and reader together."""
    encoder = PackagedEncoder()

    def find(*texts: str, side: Side = Side.A, question: str = "") -> tuple[Signal, ...]:
        sentences = said(*texts, side=side, question=question)
        vectors = encoder.encode(sentence_texts(sentences))
        return find_signals(sentences, (), REVIEW, read_sentences(sentences), vectors)

    return find
