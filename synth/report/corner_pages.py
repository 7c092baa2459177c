"""The corners, and over them what to protect and what to repair."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from synth.records.findings import CornerFindings, Finding, Quote
from synth.report import wording
from synth.report.floor import in_short, in_words
from synth.report.source import Source
from synth.report.view import CornerView, FindingView, GroupView, QuoteView, RatingView

_FOREMOST: Final = 3
_WORST_TONE: Final = 4


def corner_pages(source: Source) -> tuple[CornerView, ...]:
    """Return every corner of the synthesis, in its order."""
    return tuple(_corner(source, corner) for corner in source.synthesis.corners)


def foremost(source: Source, field: str) -> tuple[FindingView, ...]:
    """Return the three findings over all corners that most people stand behind.

    Of findings with as many people, one heard on both sides comes first.

    Args:
        source: what is rendered.
        field: `strengths` or `concerns`.
    """
    findings = [f for corner in source.synthesis.corners for f in getattr(corner, field)]
    ranked = sorted(findings, key=lambda f: (len(set(f.people)), len(f.sides)), reverse=True)
    return tuple(_finding(source, finding) for finding in ranked[:_FOREMOST])


def own_words(text: str) -> str:
    """Return a sentence of the report with the partners' pseudonyms as plain names.

    Only in what the report itself says: in quotes the brackets show that a word was replaced.
    """
    return text.replace("[Partner A]", "Partner A").replace("[Partner B]", "Partner B")


def worded(drafted: str) -> str:
    """Return what the program had said, as a remark; nothing where its words stand."""
    return wording.WORDED.format(drafted=own_words(drafted)) if drafted else ""


def quote_view(source: Source, passage: str, text: str, side: str) -> QuoteView:
    """Return words as they are shown, once it is sure that their passage exists."""
    who = wording.WHO.get(source.side_shown(passage, side), wording.WHO["unknown"])
    return QuoteView(source.passage(passage).id, text, who)


def _corner(source: Source, corner: CornerFindings) -> CornerView:
    about = {c.id: c.about for c in source.protocol.corners}
    return CornerView(
        id=corner.corner,
        name=source.corner_name(corner.corner),
        about=about.get(corner.corner, ""),
        rating=_rating(source, corner.rating),
        decided=_decided(source, corner),
        because=own_words(corner.because),
        heard=_heard_from(source, corner.corner),
        summary=own_words(corner.summary),
        groups=tuple(
            GroupView(
                kind=field,
                title=title,
                note=wording.GROUP_NOTES.get(field, ""),
                nothing=nothing,
                findings=_findings(source, getattr(corner, field)),
            )
            for field, title, nothing in wording.GROUPS
        ),
    )


def _rating(source: Source, rating: str) -> RatingView:
    levels = source.protocol.scale.best_first
    for place, level in enumerate(levels):
        if level.id == rating:
            tone = round(place * _WORST_TONE / (len(levels) - 1))
            return RatingView(level.name, _sentence(level.meaning), level.icon, tone)
    return RatingView(*wording.NO_LEVEL, tone=-1)


def level_name(source: Source, rating: str) -> str:
    """Return what the protocol calls a level."""
    return _rating(source, rating).name


def _decided(source: Source, corner: CornerFindings) -> str:
    if corner.rating == corner.draft_rating:
        return "Confirmed by the reviewer." if corner.draft_because else ""
    drafted = level_name(source, corner.draft_rating)
    return f"Set by the reviewer; the evidence alone suggested “{drafted}”."


def _heard_from(source: Source, corner: str) -> tuple[str, ...]:
    people = source.corner_people(corner)
    sides = [side for side in wording.SIDES if side in wording.PARTNERS or people.get(side)]
    if not any(people.values()):
        return ("Nobody spoke about it.",)
    if not people.get("a") and not people.get("b"):
        sides = [side for side in sides if people.get(side)]
    return tuple(
        f"{wording.SIDES[side]}: {in_short(people.get(side, 0), source.floor)}" for side in sides
    )


def _findings(source: Source, findings: Iterable[Finding]) -> tuple[FindingView, ...]:
    return tuple(_finding(source, finding) for finding in findings)


def _finding(source: Source, finding: Finding) -> FindingView:
    return FindingView(
        id=finding.id,
        text=own_words(finding.text),
        heard=_heard(source, finding),
        quotes=tuple(_quote(source, quote) for quote in finding.quotes),
        because=_sentence(own_words(finding.because)),
        corner=source.corner_name(finding.corner),
        drafted=worded(finding.drafted),
    )


def _quote(source: Source, quote: Quote) -> QuoteView:
    return quote_view(source, quote.passage, quote.text, quote.side)


def capitalised(words: str) -> str:
    """Return words with a capital at their head, as a table or a sentence starts."""
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    return capitalised(words) + ("" if words[-1:] in ("", ".", "!", "?") else ".")


def _heard(source: Source, finding: Finding) -> str:
    """Return who stands behind a finding; nothing for a single voice, which says so itself."""
    if finding.kind == "outlier":
        return ""
    people = in_words(len(set(finding.people)), source.floor)
    known = [wording.PARTNERS[side] for side in sorted(finding.sides) if side in wording.PARTNERS]
    if len(known) > 1:
        return f"{people}, on both sides"
    if known and len(finding.sides) == 1:
        return f"{people} of {known[0]}"
    return f"{people}, {known[0]} among them" if known else people
