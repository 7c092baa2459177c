"""The whole order on one screen: a review folder goes in, a report comes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from synth import (
    archive,
    corners,
    coverage,
    embeddings,
    passages,
    privacy,
    report,
    synthesis,
    trust,
)
from synth import themes as theme_room
from synth import transcripts as transcript_room
from synth.errors import leaking, nothing_read
from synth.protocols import load_protocol
from synth.records.review import Review
from synth.records.synthesis import Synthesis

Tell = Callable[[str, float], None]


def run(review: Review, tell: Tell = lambda _stage, _done: None) -> Synthesis:
    """Turn a review folder into a synthesis. Nothing is written but the private cache.

    `tell` is called with the stage in plain words and how much of it is done, 0 to 1.

    Raises:
        SynthError: the protocol is wrong, or no transcript can be used.
    """
    protocol = load_protocol(review.protocol, review.folder)

    tell("Reading transcripts", 0.0)
    transcripts, skipped = transcript_room.read_transcripts(review)
    if not transcripts:
        raise nothing_read(len(skipped))
    review = review.with_warnings(w for t in transcripts for w in t.warnings)

    tell("Making anonymous", 0.0)
    redaction = privacy.redact(transcripts, review)
    sentences = passages.cut_sentences(
        redaction.interviews, review.spacy, partial(tell, "Cutting into passages")
    )

    kept = archive.private_folder(review.folder)
    encoder = embeddings.PackagedEncoder(review.encoder)
    cache = embeddings.VectorCache(encoder.revision, kept)
    encode = embeddings.bind(encoder, cache, partial(tell, "Reading for meaning"))
    vectors = encode(embeddings.sentence_texts(sentences))
    questions = encode(embeddings.question_texts(sentences))

    tell("Tagging corners", 0.0)
    heads = corners.load_heads(protocol, encoder.revision, encode, kept)
    tags = corners.tag_corners(sentences, vectors, questions, heads)
    cut = passages.join_passages(sentences, tags, redaction.interviews)

    tell("Finding themes", 0.0)
    pooled = partial(embeddings.pooled, cut)
    themes = theme_room.find_themes(cut, pooled(vectors), pooled(questions), encode)

    tell("Listening for trust signals", 0.0)
    signals = trust.find_signals(sentences, cut, review)

    tell("Composing the synthesis", 0.0)
    crowd = synthesis.crowd_of(sentences, review.min_people)
    heading = synthesis.write_heading(review, protocol, sentences, crowd)
    risks = privacy.weigh_quotes(cut)
    material = synthesis.Material(
        passages=cut,
        themes=themes,
        protocol=protocol,
        crowd=crowd,
        decisions=review.decisions.ratings,
        support=synthesis.support_of(signals),
        risky=frozenset(risk.passage for risk in risks if risk.risky),
    )
    found = tuple(synthesis.corner_findings(c.id, material) for c in protocol.corners)
    result = Synthesis(
        heading=heading,
        overview=synthesis.write_overview(heading, found, protocol),
        corners=found,
        themes=themes,
        signals=signals,
        rates=trust.measure_rates(signals, sentences),
        actions=synthesis.recommend_actions(found, protocol, review.phase, encode),
        coverage=coverage.measure_coverage(cut, protocol, sides_known=heading.sides_known),
        passages=cut,
        skipped=skipped,
        skipped_names=synthesis.neutral_names(skipped),
        provenance=archive.describe_run(review, protocol, transcripts, encoder.revision),
        redaction=redaction,
        risks=risks,
    )
    cache.save()
    return result


def publish(result: Synthesis, review: Review) -> Path:
    """Render, check for leaks, write; return the path of report.html.

    Raises:
        SynthError: a known name stands in a rendered file (exit code 3), or out/ is not writable.
            Nothing is written then.
    """
    share = report.render(result, load_protocol(review.protocol, review.folder))
    leaks = privacy.check_share(share, result.redaction, review)
    if leaks:
        raise leaking({leak.file: f"{leak.kind} {leak.pseudonym}".strip() for leak in leaks})
    return archive.write_run(review.folder, share, report.render_private(result)) / "report.html"
