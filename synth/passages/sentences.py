"""Cut what interviewees say into sentences, each with the question that it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from synth.models import load_spacy
from synth.passages.unpunctuated import cut_unpunctuated, is_unpunctuated
from synth.records.clean import CleanTurn, Interview, Voice
from synth.records.evidence import Origin, Sentence
from synth.records.people import Part
from synth.records.pseudonym import as_tokens
from synth.records.text import CleanText

if TYPE_CHECKING:
    from spacy.tokens import Doc

Span = tuple[int, int]
_NOT_NEEDED: Final = ("ner", "lemmatizer", "attribute_ruler", "tagger")


def cut_sentences(
    interviews: tuple[Interview, ...],
    spacy_name: str | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> tuple[Sentence, ...]:
    """Return the interviewees' sentences in the order of interviews, turns and words.

    The words of interviewers and bystanders are no evidence: an interviewer's last turn is kept
    as the question of the answers that follow.
    """
    nlp = load_spacy(spacy_name, _NOT_NEEDED)
    answers = list(_answers(interviews))
    docs = nlp.pipe(as_tokens(turn.text) for _, _, turn, _ in answers)
    sentences: list[Sentence] = []
    for number, ((interview, voice, turn, question), doc) in enumerate(
        zip(answers, docs, strict=True)
    ):
        for span in _spans(turn.text, doc):
            sentences.append(_sentence(interview, voice, turn, question, number, span))
        progress((number + 1) / len(answers))
    return tuple(sentences)


def _answers(
    interviews: tuple[Interview, ...],
) -> Iterator[tuple[Interview, Voice, CleanTurn, CleanText]]:
    """Yield each turn of an interviewee with the question before it (empty if none was asked)."""
    for interview in interviews:
        question = CleanText("")
        for turn in interview.turns:
            voice = interview.voices[turn.speaker]
            if voice.part is Part.INTERVIEWEE:
                yield interview, voice, turn, question
            elif voice.part is Part.INTERVIEWER:
                question = turn.text


def _spans(text: CleanText, doc: Doc) -> Iterator[Span]:
    """Yield the sentences' offsets, trimmed of white space, none empty."""
    if is_unpunctuated(text):
        cuts = cut_unpunctuated(text)
    else:
        cuts = [(s.start_char, s.end_char) for s in doc.sents]
    for start, end in cuts:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = end - len(piece) + len(piece.rstrip())
        if any(c.isalnum() for c in text[left:right]):
            yield left, right


def _sentence(
    interview: Interview,
    voice: Voice,
    turn: CleanTurn,
    question: CleanText,
    answer: int,
    span: Span,
) -> Sentence:
    raw_start, raw_end = turn.raw_span(*span)
    return Sentence(
        interview=interview.id,
        answer=answer,
        speaker=voice.pseudonym,
        side=voice.side,
        role_group=voice.role_group,
        question=question,
        text=turn.text.cut(*span),
        origin=Origin(interview.path, turn.index, raw_start, raw_end),
        start=span[0],
        end=span[1],
    )
