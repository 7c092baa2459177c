"""The front door: sentences in, trust signals out, each with its words, its side and its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from synth.models import load_spacy
from synth.records.evidence import Passage, Sentence, Signal
from synth.records.reading import SIGNALS, Matrix, Readings
from synth.records.review import Review
from synth.trust.cues import judge_both, judge_hits
from synth.trust.found import Found
from synth.trust.heads import listen_closely, load_heads
from synth.trust.judge import Judges, load_judges
from synth.trust.kinds import BY_PHRASES, KINDS, phrase_table
from synth.trust.phrases import Hit, PhraseBook
from synth.trust.promises import PHRASES, find_promises
from synth.trust.pronouns import find_pronouns
from synth.trust.reading import Reading, read_sentences
from synth.trust.scope import Scope, whole_scope


def find_signals(
    sentences: tuple[Sentence, ...],
    passages: tuple[Passage, ...],
    review: Review,
    readings: Readings | None = None,
    vectors: Matrix | None = None,
) -> tuple[Signal, ...]:
    """Return the trust signals of a review in the order of the sentences, then of the kinds.

    Args:
        sentences: what the interviewees said, anonymized, in order; no interviewer's words.
        passages: the passages cut from them; each signal names the one that holds its sentence.
        review: names the spaCy pipeline to parse with.
        readings: what the reader made of each sentence; without it the rules stand alone.
        vectors: the meaning of each sentence by itself, shape (sentences, dimensions).

    Raises:
        SynthError: the pipeline is not installed or not the pinned one.
    """
    nlp = load_spacy(review.spacy, exclude=("ner",))
    homes = {at: passage.id for passage in passages for at in passage.sentences}
    signals: list[Signal] = []
    parsed = read_sentences(sentences, nlp)
    judges = load_judges()
    if readings is not None:
        readings = listen_closely(readings, vectors, load_heads())
    for reading, founds in listen(parsed, readings, judges):
        home = homes.get(reading.position, "")
        for found in sorted(founds, key=lambda f: (KINDS.index(f.kind), f.start)):
            shown = readings is None or found.score >= judges.thresholds[found.kind][1]
            signals.append(_signal(f"s{len(signals) + 1:04d}", home, reading, found, shown=shown))
    return tuple(signals)


def listen(
    parsed: Iterable[Reading], readings: Readings | None, judges: Judges
) -> Iterator[tuple[Reading, list[Found]]]:
    """Yield each sentence with what was found in it."""
    promises, others = PhraseBook(PHRASES), PhraseBook(phrase_table())
    answer, pronouns, before = -1, dict[str, str](), tuple[Hit, ...]()
    meant = readings.pronouns if readings else None
    for reading in parsed:
        if reading.sentence.answer != answer:
            answer, pronouns, before = reading.sentence.answer, {}, ()
        read = _read_of(readings, reading.position)
        hits = tuple(promises.find(reading.doc))
        phrases = tuple(others.find(reading.doc))
        whole = whole_scope(reading.doc)
        founds = [
            *find_pronouns(reading, pronouns, judges, meant),
            *find_promises(reading, hits, before, judges, read, whole),
            *_told(reading, phrases, read, whole, judges),
        ]
        before = hits
        yield reading, founds


def _read_of(readings: Readings | None, position: int) -> dict[str, float] | None:
    if readings is None:
        return None
    return dict(zip(SIGNALS, readings.signals[position].tolist(), strict=True))


def _told(
    reading: Reading,
    hits: Sequence[Hit],
    read: dict[str, float] | None,
    whole: Scope,
    judges: Judges,
) -> Iterator[Found]:
    for name, kind in BY_PHRASES.items():
        if read is None:
            found = judge_hits(reading, kind, hits)
        else:
            found = judge_both(reading, kind, hits, read[name], whole, judges)
        if found:
            yield found


def _signal(id_: str, home: str, reading: Reading, found: Found, *, shown: bool) -> Signal:
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
        shown=shown,
        promise=found.promise,
    )
