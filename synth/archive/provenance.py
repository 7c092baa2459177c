"""What a run rests on: versions, models, protocol and input, so that it can be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.metadata import version

from synth import __version__
from synth.models import spacy_package
from synth.protocols import Protocol
from synth.records.review import Review
from synth.records.transcript import Transcript

_LIBRARIES = ("sentence-transformers", "spacy", "scikit-learn", "hdbscan")


def describe_run(
    review: Review, protocol: Protocol, transcripts: Sequence[Transcript], revision: str
) -> dict[str, str]:
    """Return what the run rests on, in words; no value holds a name or a path."""
    files = "\n".join(sorted(t.sha256 for t in transcripts))
    seeds = protocol.model_dump_json(by_alias=True)
    return {
        "synth": __version__,
        **{name: version(name) for name in _LIBRARIES},
        "encoder": "named in the settings" if review.encoder else "all-MiniLM-L6-v2",
        "encoder_revision": revision,
        "spacy_pipeline": "named in the settings" if review.spacy else spacy_package(),
        "protocol": protocol.id,
        "protocol_sha256": hashlib.sha256(seeds.encode()).hexdigest()[:16],
        "transcripts_sha256": hashlib.sha256(files.encode()).hexdigest()[:16],
        "min_people": str(review.min_people),
    }
