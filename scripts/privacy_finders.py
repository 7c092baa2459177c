"""Who finds names in a public set: synth, plain spaCy, and Presidio over the same spaCy pipeline.

Each finder takes a text and its turns and returns the offsets of the characters that it would hide
as a person, organisation or place.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from synth.models import load_spacy
from synth.privacy import redact
from synth.records.people import Names, Part
from synth.records.review import Review
from synth.records.text import RawText
from synth.records.transcript import Speaker, Transcript, Turn

Turns = Sequence[tuple[int, int]]
"""Start and end of each turn of a text."""

Finder = Callable[[str, Turns], set[int]]
"""From a text and its turns to the offsets of the characters that are hidden."""

NO_PRESIDIO: Final = "not installed (pip install presidio-analyzer)"
_LABELS: Final = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"
}  # fmt: skip
_NO_NAMES: Final = frozenset({"phone", "id", "role", "email", "link"})


def ours(text: str, turns: Turns) -> set[int]:
    spoken = tuple(Turn(n, 1, RawText(text[a:b])) for n, (a, b) in enumerate(turns))
    speakers = (
        Speaker(RawText("Interviewer"), Part.INTERVIEWER),
        Speaker(RawText("Participant"), Part.INTERVIEWEE),
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    transcript = Transcript(Path("one.txt"), "", "", digest, speakers, spoken)
    review = Review(
        Path(), (), RawText(""), "", "", "alliance-health", "growth", "", Names()
    )  # fmt: skip
    (interview,) = redact((transcript,), review).interviews
    return {
        turns[turn.index][0] + at
        for turn in interview.turns
        for r in turn.replacements
        for at in range(r.start, r.end)
        if r.kind not in _NO_NAMES
    }


def spacy_alone(text: str, turns: Turns) -> set[int]:
    nlp = load_spacy(None, exclude=("lemmatizer",))
    docs = nlp.pipe([text[a:b] for a, b in turns], disable=["parser"])
    return {
        start + at
        for (start, _), doc in zip(turns, docs, strict=True)
        for e in doc.ents
        if e.label_ in _LABELS
        for at in range(e.start_char, e.end_char)
    }


def presidio() -> Finder | None:
    """Return Presidio over the same spaCy pipeline, organisations included, where installed.

    Only the recogniser that reads the pipeline's names is asked: those of addresses and numbers
    find none of these kinds, and one of them would fetch a list from the network.
    """
    try:
        from presidio_analyzer import (  # type: ignore[import-not-found]
            AnalyzerEngine,
            RecognizerRegistry,
        )
        from presidio_analyzer.nlp_engine import (  # type: ignore[import-not-found]
            NerModelConfiguration,
            SpacyNlpEngine,
        )
        from presidio_analyzer.predefined_recognizers import (  # type: ignore[import-not-found]
            SpacyRecognizer,
        )
    except ImportError:
        return None
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    wanted = ["PERSON", "LOCATION", "ORGANIZATION"]
    nlp = load_spacy(None)
    engine = SpacyNlpEngine(
        models=[{"lang_code": "en", "model_name": nlp.meta["name"]}],
        ner_model_configuration=NerModelConfiguration(labels_to_ignore=[]),
    )
    engine.nlp = {"en": nlp}
    registry = RecognizerRegistry([SpacyRecognizer(supported_entities=wanted)])
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine)

    def find(text: str, turns: Turns) -> set[int]:
        return {
            start + at
            for start, end in turns
            for one in analyzer.analyze(text[start:end], "en", entities=wanted)
            for at in range(one.start, one.end)
        }

    return find
