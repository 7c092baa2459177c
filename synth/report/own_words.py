"""The report without anything that people said: the words that are the program's own.

A language model that looks for names takes "XML" or "API" for a company now and then. Where such a
guess is also a word of the report's own wording or file format, finding it there is no leak.
"""

from __future__ import annotations

from dataclasses import replace

from synth.protocols import Protocol
from synth.records.findings import NOT_ENOUGH, CornerFindings
from synth.records.synthesis import Synthesis
from synth.report.renderers import render


def own_words(synthesis: Synthesis, protocol: Protocol) -> dict[str, bytes]:
    """Return the rendered files of the same review as if nobody had said a word."""
    silent = replace(
        synthesis,
        overview=(),
        corners=tuple(
            CornerFindings(c.corner, NOT_ENOUGH, NOT_ENOUGH, c.because, "")
            for c in synthesis.corners
        ),
        themes=(),
        signals=(),
        rates=(),
        passages=(),
        skipped=(),
        skipped_names=(),
    )
    files = render(replace(silent, actions=()), protocol)
    spoken = {"seeds", "background"}
    files["protocol.txt"] = protocol.model_dump_json(exclude=spoken).encode()
    return files
