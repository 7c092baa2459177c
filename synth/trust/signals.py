"""The front door: sentences in, trust signals out, each with its words, its side and its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from synth.models import load_spacy
from synth.records.evidence import Passage, Sentence, Signal
from synth.records.review import Review
from synth.trust.cues import judge_hits
from synth.trust.found import Found
from synth.trust.kinds import BY_PHRASES, KINDS, phrase_table
from synth.trust.phrases import Hit, PhraseBook
from synth.trust.promises import PHRASES, find_promises
from synth.trust.pronouns import find_pronouns
from synth.trust.reading import Reading, read_sentences


def find_signals(
    sentences: tuple[Sentence, ...], passages: tuple[Passage, ...], review: Review
) -> tuple[Signal, ...]:
    """Return the trust signals of a review in the order of the sentences, then of the kinds.

    Args:
        sentences: what the interviewees said, anonymized, in order; no interviewer's words.
        passages: the passages cut from them; each signal names the one that holds its sentence.
        review: names the spaCy pipeline to parse with.

    Raises:
        SynthError: the pipeline is not installed or not the pinned one.
    """
    homes = {at: passage.id for passage in passages for at in passage.sentences}
    signals: list[Signal] = []
    for reading, founds in _findings(sentences, review):
        home = homes.get(reading.position, "")
        for found in sorted(founds, key=lambda f: (KINDS.index(f.kind), f.start)):
            signals.append(_signal(f"s{len(signals) + 1:04d}", home, reading, found))
    return tuple(signals)


def _findings(
    sentences: Sequence[Sentence], review: Review
) -> Iterator[tuple[Reading, list[Found]]]:
    nlp = load_spacy(review.spacy, exclude=("ner",))
    promises, others = PhraseBook(PHRASES), PhraseBook(phrase_table())
    answer, pronouns, before = -1, dict[str, str](), tuple[Hit, ...]()
    for reading in read_sentences(sentences, nlp):
        if reading.sentence.answer != answer:
            answer, pronouns, before = reading.sentence.answer, {}, ()
        hits = tuple(promises.find(reading.doc))
        founds = [*find_pronouns(reading, pronouns), *find_promises(reading, hits, before)]
        phrases = tuple(others.find(reading.doc))
        for kind in BY_PHRASES.values():
            founds += judge_hits(reading, kind, phrases)
        before = hits
        yield reading, founds


def _signal(id_: str, home: str, reading: Reading, found: Found) -> Signal:
    sentence = reading.sentence
    start, end = reading.raw_span(found.start, found.end)
    return Signal(
        id=id_,
        passage=home,
        kind=found.kind,
        side=sentence.side,
        about=found.about,
        text=sentence.text.cut(start, end),
        because=found.because,
        origin=sentence.origin,
        score=round(found.score, 3),
    )
