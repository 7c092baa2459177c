"""The private half of a run: names, places in the files, and every replacement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from synth.records.evidence import Origin
from synth.records.synthesis import Synthesis
from synth.report.tables import write_csv

KEY: Final = ("pseudonym", "real name", "kind", "count")
PROVENANCE: Final = ("id", "file", "turn", "start", "end", "sentence_starts")
ANONYMIZATION: Final = ("file", "turn", "start", "end", "kind", "recogniser", "because")
SKIPPED: Final = ("file", "turn", "reason")


def key_csv(synthesis: Synthesis) -> bytes:
    """Return key.csv: which pseudonym stands for whom. The one place where names are written."""
    rows = ((k.pseudonym, k.name.reveal(), k.kind, k.count) for k in synthesis.redaction.key)
    return write_csv(KEY, rows)


def provenance_csv(synthesis: Synthesis) -> bytes:
    """Return provenance.csv: where each passage and signal stands in its file.

    `sentence_starts` are character offsets in the raw turn, separated by a space.
    """
    places = [(passage.id, passage.origin) for passage in synthesis.passages]
    places += [(signal.id, signal.origin) for signal in synthesis.signals]
    return write_csv(PROVENANCE, (_place(*place) for place in places))


def _place(identity: str, origin: Origin) -> tuple[object, ...]:
    starts = " ".join(str(start) for start in origin.sentence_starts)
    return identity, origin.file.as_posix(), origin.turn, origin.start, origin.end, starts


def anonymization_csv(synthesis: Synthesis) -> bytes:
    """Return anonymization.csv: every replacement and the rule that made it."""
    rows = (
        (r.file.as_posix(), r.turn, r.start, r.end, r.kind, r.recogniser, r.because)
        for r in synthesis.redaction.replacements
    )
    return write_csv(ANONYMIZATION, rows)


def skipped_csv(synthesis: Synthesis) -> bytes:
    """Return skipped.csv: every file or turn that was not used, under its own name, and why."""
    rows = (
        (s.path.as_posix(), "" if s.turn is None else s.turn, s.reason) for s in synthesis.skipped
    )
    return write_csv(SKIPPED, rows)


PRIVATE: Final[dict[str, Callable[[Synthesis], bytes]]] = {
    "key.csv": key_csv,
    "provenance.csv": provenance_csv,
    "anonymization.csv": anonymization_csv,
    "skipped.csv": skipped_csv,
}
"""The files of `private/` by name."""
