"""`synth pack`: the facilitator's pack for the joint meeting."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from synth.cli.arguments import ReviewFolder
from synth.cli.console import explain, shown, tell
from synth.cli.sharing import share
from synth.errors import SynthError


def pack(
    folder: ReviewFolder,
    meeting: Annotated[
        str, typer.Option(help="Day of the joint meeting, YYYY-MM-DD: gives the calendar file.")
    ] = "",
) -> None:
    """Write the facilitator's pack of FOLDER: agenda, concerns with room to write, action plan.

    Rests on the last run. pack.html, pack.docx and pack.md go to out/share, with check-ins.ics
    where the day is given; what not to raise in the room goes to out/private.
    """
    from synth.archive import add_private, read_result
    from synth.meeting import calendar_of, plan_meeting
    from synth.protocols import load_protocol
    from synth.report import eyes_only_pages, pack_pages
    from synth.review import load_review

    held = day_of(meeting, "--meeting") if meeting else None
    result = read_result(folder)
    review = load_review(folder)
    protocol = load_protocol(review.protocol, folder)
    planned = plan_meeting(result, protocol, held)
    files = pack_pages(planned, result, protocol)
    if held:
        files["check-ins.ics"] = calendar_of(planned)
    written = share(review, files)
    private = add_private(folder, eyes_only_pages(planned, result, protocol))
    if not held:
        explain("no day of the meeting was given (--meeting YYYY-MM-DD): no calendar file.")
    explain(f"not for the room (private): {shown(private / 'not-in-the-room.html')}")
    tell(str(written / "pack.html"))


def day_of(written: str, option: str) -> date:
    """Return a day that was given as an option.

    Raises:
        SynthError: it is no day.
    """
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise SynthError(
            f"{option}: write the day as year-month-day, such as 2026-06-15."
        ) from None
