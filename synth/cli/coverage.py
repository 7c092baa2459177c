"""`synth coverage`: who was heard on what, what is missing, whom to ask next."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from synth.cli.arguments import ReviewFolder, TableAsJson
from synth.cli.console import count, explain, printable, shown, tell, tell_json
from synth.cli.sharing import share

if TYPE_CHECKING:
    from synth.protocols import Protocol
    from synth.records.review import Review
    from synth.records.survey import Interviewing, Survey


class FailOn(StrEnum):
    """From which kind of gap on the exit code is 1."""

    NEVER = "never"
    MISSING = "missing"
    THIN = "thin"


def coverage(
    folder: ReviewFolder,
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit with 1 if something is missing, or only thin.")
    ] = FailOn.NEVER,
    as_json: TableAsJson = False,
) -> None:
    """Say who was heard on what in FOLDER, what is missing, and whom to ask next.

    Rests on the last run. Writes coverage.html, coverage.docx and coverage.csv to out/share, and
    a page with every role group, for whoever plans the interviews, to out/private.
    """
    from synth.archive import read_interviewing
    from synth.coverage import survey
    from synth.protocols import load_protocol
    from synth.report import coverage_facts
    from synth.review import load_review

    review = load_review(folder)
    protocol = load_protocol(review.protocol, folder)
    held = read_interviewing(folder)
    found = survey(held, protocol)
    _tell_what_is_newer(review, held)
    text = _write(review, protocol, held, found)
    if as_json:
        tell_json(coverage_facts(found, protocol, review.min_people))
    else:
        tell(printable(text))
    if _fails(found, fail_on):
        raise typer.Exit(1)


def _fails(found: Survey, fail_on: FailOn) -> bool:
    if fail_on is FailOn.THIN:
        return bool(found.gaps)
    return fail_on is FailOn.MISSING and bool(found.missing)


def _tell_what_is_newer(review: Review, held: Interviewing) -> None:
    """Say which transcripts the last run did not see, by number: it is they that fill a gap."""
    new = {path.as_posix() for path in review.files} - set(held.files)
    gone = set(held.files) - {path.as_posix() for path in review.files}
    if new:
        explain(
            f"{count(len(new), 'file')} of the folder did not go into the last run. "
            f"If one is a new transcript: synth run {shown(review.folder)}"
        )
    if gone:
        explain(
            f"{count(len(gone), 'transcript')} of the last run no longer in the folder. "
            f"To leave it out: synth run {shown(review.folder)}"
        )


def _write(review: Review, protocol: Protocol, held: Interviewing, found: Survey) -> str:
    """Write the pages and return the one to share as plain text."""
    from synth.archive import add_private
    from synth.coverage import measure_coverage
    from synth.report import coverage_pages, coverage_text, planning_pages

    floor, cycle = review.min_people, review.cycle
    cells = measure_coverage(held, protocol, floor)
    folder = share(review, coverage_pages(found, cells, protocol, floor, cycle))
    private = add_private(review.folder, planning_pages(found, protocol, _late(review, held)))
    explain(f"the page to share: {shown(folder / 'coverage.html')}")
    explain(f"whom to ask next, role by role (private): {shown(private / 'ask-next.html')}")
    return coverage_text(found, cells, protocol, floor, cycle)


def _late(review: Review, held: Interviewing) -> list[str]:
    """Return the people of people.csv who were not interviewed, by side and role group."""
    from synth.records.people import Side, role_group

    listed = Counter(
        (p.side.value, role_group(p.role))
        for p in review.names.people
        if p.role and p.side in (Side.A, Side.B) and not p.interviewer
    )
    listed.subtract(Counter((p.side, p.role_group) for p in held.people))
    return [
        f"Partner {side.upper()}, {role}: {people}"
        for (side, role), people in sorted(listed.items())
        if people > 0
    ]
