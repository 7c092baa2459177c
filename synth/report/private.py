"""The private half of a run: names, places in the files, and every replacement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Final

from synth.records.evidence import Origin
from synth.records.synthesis import Synthesis
from synth.report.interviewing_json import interviewing_json
from synth.report.tables import write_csv

KEY: Final = ("pseudonym", "real name", "kind", "count")
PROVENANCE: Final = ("id", "file", "turn", "start", "end", "sentence_starts")
ANONYMIZATION: Final = ("file", "turn", "start", "end", "kind", "recogniser", "because")
QUOTE_RISKS: Final = ("passage", "score", "quoted in", "because", "suggestion")
POSSIBLE: Final = ("id", "passage", "kind", "side", "about", "text", "score", "because")
FINDINGS: Final = ("finding", "people")
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
    heard = sorted((*synthesis.signals, *synthesis.possible), key=lambda s: s.id)
    places += [(signal.id, signal.origin) for signal in heard]
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


def quote_risks_csv(synthesis: Synthesis) -> bytes:
    """Return quote_risks.csv: the passages that point at their speaker, the riskiest first.

    "quoted in" names the findings that quote one all the same, since nothing safer says as much;
    where it is empty the passage was held back.
    """
    where: dict[str, list[str]] = defaultdict(list)
    for finding in (f for corner in synthesis.corners for f in corner.findings):
        for quote in finding.quotes:
            where[quote.passage].append(finding.id)
    risky = sorted((r for r in synthesis.risks if r.risky), key=lambda r: (-r.score, r.passage))
    rows = (
        (r.passage, r.score, " ".join(where[r.passage]), "; ".join(r.because), r.suggestion)
        for r in risky
    )
    return write_csv(QUOTE_RISKS, rows)


def possible_signals_csv(synthesis: Synthesis) -> bytes:
    """Return possible_signals.csv: what may be a trust signal, but is too often none to be shared.

    The likeliest of each kind first. `score` is the probability that it is one.
    """
    ranked = sorted(synthesis.possible, key=lambda s: (s.kind, -s.score, s.id))
    rows = (
        (s.id, s.passage, s.kind, s.side, s.about, s.text, f"{s.score:.2f}", s.because)
        for s in ranked
    )
    return write_csv(POSSIBLE, rows)


def skipped_csv(synthesis: Synthesis) -> bytes:
    """Return skipped.csv: every file or turn that was not used, under its own name, and why."""
    rows = (
        (s.path.as_posix(), "" if s.turn is None else s.turn, s.reason) for s in synthesis.skipped
    )
    return write_csv(SKIPPED, rows)


def findings_csv(synthesis: Synthesis) -> bytes:
    """Return findings.csv: whose words stand behind each finding, by pseudonym."""
    found = (f for corner in synthesis.corners for f in corner.findings)
    return write_csv(FINDINGS, ((f.id, "; ".join(f.people)) for f in found))


PRIVATE: Final[dict[str, Callable[[Synthesis], bytes]]] = {
    "key.csv": key_csv,
    "provenance.csv": provenance_csv,
    "anonymization.csv": anonymization_csv,
    "quote_risks.csv": quote_risks_csv,
    "possible_signals.csv": possible_signals_csv,
    "findings.csv": findings_csv,
    "skipped.csv": skipped_csv,
    "interviewing.json": interviewing_json,
}
"""The files of `private/` by name."""
