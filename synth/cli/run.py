"""`synth run`: transcripts in, report out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from synth.cli.arguments import ReviewFolder, SummaryAsJson
from synth.cli.console import count, explain, explain_more, shown, tell, tell_json
from synth.cli.failures import place_of
from synth.cli.progress import Stages
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.records.review import Review
    from synth.records.synthesis import Synthesis


def run(folder: ReviewFolder, as_json: SummaryAsJson = False) -> None:
    """Write a draft synthesis of FOLDER to FOLDER/out."""
    write_report(folder, as_json=as_json)


def write_report(folder: Path, *, as_json: bool = False) -> Path:
    """Run the review in `folder`, say what was done, and return the path of report.html.

    Raises:
        SynthError: a named problem; nothing was written.
    """
    with Stages() as stages:
        stages.report("Opening the review folder", 0.0)
        from synth.review import load_review

        review = load_review(folder)
        from synth import pipeline  # after what may be wrong with the folder: it takes a second

        stages.report("Opening the review folder", 1.0)
        synthesis = pipeline.run(review, stages.report)
        report = pipeline.publish(synthesis, review)
    _explain_what_was_used(synthesis)
    _suggest(review)
    if as_json:
        tell_json(_summary(synthesis, report))
    else:
        tell(str(report))
    return report


def _explain_what_was_used(synthesis: Synthesis) -> None:
    interviews = synthesis.redaction.interviews
    explain(f"{count(len(interviews), 'interview')} used:")
    for interview in interviews:
        explain_more(f"{interview.id}  {shown(interview.path)}")
    files = [skipped for skipped in synthesis.skipped if skipped.turn is None]
    turns = len(synthesis.skipped) - len(files)
    if files:
        explain(f"{count(len(files), 'file')} not used:")
    for skipped in files:
        explain_more(f"{shown(skipped.path)}: {skipped.reason}")
    if turns:
        explain(f"{count(turns, 'turn')} not used: out/private/skipped.csv says why.")
    if synthesis.heading.assumptions:
        explain("what was assumed:")
    for assumption in synthesis.heading.assumptions:
        explain_more(assumption)


def _suggest(review: Review) -> None:
    """Write the settings that are missing, for the reviewer to correct. Never a reason to fail."""
    from synth.review import missing_settings, suggest_settings, write_settings
    from synth.transcripts import read_transcripts

    if not missing_settings(review.folder):
        return
    try:
        transcripts, _ = read_transcripts(review)
        written = write_settings(review.folder, suggest_settings(review, transcripts))
    except Exception as error:  # the report is there, and only this convenience is not
        why = str(error) if isinstance(error, SynthError) else f"({place_of(error)})"
        explain(f"the guesses could not be written down. {why}")
        return
    explain("guesses written down for you to correct, then run again:")
    for path in written:
        explain_more(shown(path))


def _summary(synthesis: Synthesis, report: Path) -> dict[str, object]:
    files = [skipped for skipped in synthesis.skipped if skipped.turn is None]
    return {
        "report": str(report),
        "share": str(report.parent),
        "interviews": len(synthesis.redaction.interviews),
        "skipped": [{"file": s.path.as_posix(), "reason": s.reason} for s in files],
        "ratings": {corner.corner: corner.rating for corner in synthesis.corners},
        "assumptions": list(synthesis.heading.assumptions),
    }
