"""The whole order on one screen: a review folder goes in, a report comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from synth import (
    archive,
    corners,
    coverage,
    decisions,
    embeddings,
    passages,
    privacy,
    reading,
    report,
    synthesis,
    trust,
)
from synth import themes as theme_room
from synth import transcripts as transcript_room
from synth.errors import nothing_read
from synth.protocols import Protocol, load_protocol
from synth.records.clean import Redaction
from synth.records.evidence import Passage, Sentence, Tag
from synth.records.reading import Matrix, Readings
from synth.records.review import Review
from synth.records.synthesis import Synthesis
from synth.records.transcript import Skipped, Transcript
from synth.review import read_passage_decisions

Tell = Callable[[str, float], None]
Encode = Callable[[Sequence[str]], Matrix]


@dataclass(frozen=True, slots=True)
class _Talk:
    """What was said, anonymized and read for meaning; no protocol has a part in it."""

    transcripts: tuple[Transcript, ...]
    skipped: tuple[Skipped, ...]
    redaction: Redaction
    sentences: tuple[Sentence, ...]
    encoder: embeddings.PackagedEncoder
    cache: embeddings.VectorCache
    encode: Encode
    vectors: Matrix
    questions: Matrix
    read: Readings

    def tagged_by(self, protocol: Protocol, kept: Path | None = None) -> tuple[Tag, ...]:
        """Return the tags that a protocol gives; its heads may lie in `kept`, or be put there."""
        heads = corners.load_heads(protocol, self.encoder.revision, self.encode, kept)
        return corners.tag_corners(
            self.sentences, self.vectors, self.questions, heads, self.read.vectors
        )


def _hear(review: Review, tell: Tell) -> _Talk:
    """Read a review's transcripts, make them anonymous, and read every sentence for meaning."""
    tell("Reading transcripts", 0.0)
    transcripts, skipped = transcript_room.read_transcripts(review)
    if not transcripts:
        raise nothing_read(len(skipped))

    tell("Making anonymous", 0.0)
    redaction = privacy.redact(transcripts, review)
    sentences = passages.cut_sentences(
        redaction.interviews, review.spacy, partial(tell, "Cutting into passages")
    )

    kept = archive.private_folder(review.folder)
    encoder = embeddings.PackagedEncoder(review.encoder)
    cache = embeddings.VectorCache(encoder.revision, kept)
    encode = embeddings.bind(encoder, cache, partial(tell, "Reading for meaning"))
    return _Talk(
        transcripts=transcripts,
        skipped=skipped,
        redaction=redaction,
        sentences=sentences,
        encoder=encoder,
        cache=cache,
        encode=encode,
        vectors=encode(embeddings.sentence_texts(sentences)),
        questions=encode(embeddings.question_texts(sentences)),
        read=reading.read_sentences(sentences, kept),
    )


def run(review: Review, tell: Tell = lambda _stage, _done: None) -> Synthesis:
    """Turn a review folder into a synthesis. Nothing is written but the private cache.

    `tell` is called with the stage in plain words and how much of it is done, 0 to 1.

    Raises:
        SynthError: the protocol is wrong, or no transcript can be used.
    """
    protocol = load_protocol(review.protocol, review.folder)

    talk = _hear(review, tell)
    review = review.with_warnings(w for t in talk.transcripts for w in t.warnings)
    sentences, redaction, encode = talk.sentences, talk.redaction, talk.encode
    vectors, questions, read = talk.vectors, talk.questions, talk.read

    tell("Tagging corners", 0.0)
    tags = talk.tagged_by(protocol, archive.private_folder(review.folder))
    cut = passages.join_passages(sentences, tags, redaction.interviews)
    cut, misfits = corners.obey_reviewer(cut, read_passage_decisions(review.folder, protocol))
    review = review.with_warnings(misfits)
    quotes = decisions.rule_on_quotes(cut, review.decisions.quotes)
    cut, withdrawn = decisions.without_withdrawn(cut, quotes)

    tell("Finding themes", 0.0)
    pooled = partial(embeddings.pooled, cut)
    drafted = theme_room.find_themes(
        cut, pooled(vectors), pooled(questions), pooled(read.vectors), encode
    )
    ruled = decisions.rule_on_themes(drafted, cut, review.decisions.themes)

    tell("Listening for trust signals", 0.0)
    told = trust.find_signals(sentences, cut, review, read, vectors)
    told += trust.find_seeded(sentences, cut, vectors, protocol.signal_seeds, encode)
    heard = tuple(s for s in told if s.passage)
    signals = tuple(s for s in heard if s.shown)
    promises = trust.keep_ledger(signals, sentences, vectors)

    tell("Composing the synthesis", 0.0)
    crowd = synthesis.crowd_of(sentences, review.min_people)
    risks = privacy.weigh_quotes(cut)
    material = synthesis.Material(
        passages=cut,
        themes=ruled.themes,
        protocol=protocol,
        crowd=crowd,
        decisions=review.decisions.ratings,
        support=synthesis.support_of(signals),
        risky=frozenset(r.passage for r in risks if r.risky) | quotes.struck | ruled.dropped,
    )
    found = tuple(synthesis.corner_findings(c.id, material) for c in protocol.corners)
    made_of = archive.describe_run(review, protocol, talk.transcripts, talk.encoder.revision)
    settled = decisions.settle_findings(
        found, cut, quotes, ruled, review.decisions, made_of["transcripts_sha256"]
    )
    found = tuple(synthesis.with_summary(corner) for corner in settled.corners)
    actions, noted = decisions.rule_on_actions(
        synthesis.recommend_actions(found, protocol, review.phase, encode), review.decisions.actions
    )
    rulings = settled.rulings + noted
    review = review.with_warnings(rulings.warnings)
    heading = replace(
        synthesis.write_heading(review, protocol, sentences, crowd), status=settled.status
    )
    held = coverage.gather(
        cut, ruled.themes, redaction.interviews, talk.transcripts, protocol, encode
    )
    result = Synthesis(
        heading=heading,
        overview=synthesis.write_overview(heading, found, protocol),
        corners=found,
        themes=ruled.themes,
        signals=signals,
        rates=trust.measure_rates(signals, sentences),
        actions=actions,
        coverage=coverage.measure_coverage(held, protocol, review.min_people),
        passages=cut,
        skipped=talk.skipped,
        skipped_names=synthesis.neutral_names(talk.skipped),
        provenance=made_of,
        redaction=redaction,
        risks=risks,
        interviewing=held,
        survey=coverage.survey(held, protocol),
        promises=promises,
        tallies=trust.tally_promises(promises),
        possible=tuple(s for s in heard if not s.shown),
        rulings=rulings.applied,
        struck=quotes.struck,
        withdrawn=withdrawn,
        scorecard=synthesis.compare_scorecard(review.scorecard, found, protocol),
        sheets=review.decisions.sheets,
    )
    talk.cache.save()
    return result


def publish(result: Synthesis, review: Review) -> Path:
    """Render, check for leaks, write; return the path of report.html.

    Raises:
        SynthError: a known name stands in a rendered file (exit code 3), or out/ is not writable.
            Nothing is written then.
    """
    share = report.render(result, load_protocol(review.protocol, review.folder))
    privacy.refuse_leaks(privacy.check_share(share, result.redaction, review))
    return archive.write_run(review.folder, share, report.render_private(result)) / "report.html"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A review's sentences and passages under its protocol, and how another would tag them."""

    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    now: tuple[Tag, ...]
    tagged_by: Callable[[Protocol], tuple[Tag, ...]]


def rehearse(review: Review, tell: Tell = lambda _stage, _done: None) -> Rehearsal:
    """Tag a review as `run` would, and keep the means to tag it by another protocol.

    Raises:
        SynthError: as `run`.
    """
    protocol = load_protocol(review.protocol, review.folder)
    talk = _hear(review, tell)
    now = talk.tagged_by(protocol)
    cut = passages.join_passages(talk.sentences, now, talk.redaction.interviews)
    return Rehearsal(tuple(talk.sentences), cut, now, talk.tagged_by)
