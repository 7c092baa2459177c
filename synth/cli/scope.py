"""`synth scope`: the one-page memo that both sides agree to before the interviews."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from synth.cli.arguments import ReviewFolder
from synth.cli.console import explain, tell
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.records.people import Partner
    from synth.records.review import Review
    from synth.report import Scope


def scope(folder: ReviewFolder) -> None:
    """Write the scoping memo of FOLDER from its review.toml: purpose, dates, people, rules.

    No interview is needed yet. It names the partners, so it goes to out/private; it is meant to be
    sent to both sponsors.
    """
    from synth.archive import add_private
    from synth.protocols import load_protocol
    from synth.report import scope_pages
    from synth.review import load_review

    if not folder.is_dir():
        raise SynthError(f"There is no folder {folder}. Begin one: synth init {folder}")
    review = load_review(folder, begun=False)
    if not (review.names.partner_a and review.names.partner_b):
        raise SynthError(
            f"review.toml of {folder} does not name both partners. "
            f"Write it first: synth init {folder}"
        )
    pages = scope_pages(_scope(review), load_protocol(review.protocol, folder))
    private = add_private(folder, pages)
    if not _day(review.date):
        explain("review.toml has no date of the last interview: the dates are left open.")
    explain("the memo names the partners: send it before the interviews, and nothing with it.")
    tell(str(private / "scope-memo.html"))


def _scope(review: Review) -> Scope:
    from synth.records.people import role_group
    from synth.report import Scope

    return Scope(
        alliance=review.alliance.reveal(),
        partners=(_named(review.names.partner_a), _named(review.names.partner_b)),
        cycle=review.cycle,
        phase=review.phase,
        kind=review.kind,
        last_interview=_day(review.date),
        min_people=review.min_people,
        listed=Counter((p.side.value, role_group(p.role)) for p in review.names.people if p.role),
    )


def _named(partner: Partner | None) -> str:
    return partner.name.reveal() if partner else ""


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
