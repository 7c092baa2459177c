"""What is left for the reviewer to decide after a run, one point after the other."""

from __future__ import annotations

from collections.abc import Iterator

from synth.decisions.entries import findings_of
from synth.decisions.matching import same_words
from synth.protocols import Protocol
from synth.records.decisions import OpenPoint
from synth.records.findings import NOT_ENOUGH
from synth.records.kept import KeptFinding, KeptResult
from synth.records.review import Decisions


def open_points(
    result: KeptResult, decisions: Decisions, protocol: Protocol, *, every: bool = False
) -> tuple[OpenPoint, ...]:
    """Return the points in the order in which a reviewer goes through a report.

    Args:
        result: the last run.
        decisions: what was decided since and before.
        protocol: its corners and levels.
        every: whether to ask after each finding and theme, too, though nothing is wrong with it.
    """
    return (
        *_corrections(result, decisions),
        *_ratings(result, decisions, protocol),
        *_quotes(result, decisions),
        *(_findings(result, decisions) if every else ()),
        *(_themes(result, decisions) if every else ()),
        *_owners(result, decisions),
        *_state(decisions),
    )


def _corrections(result: KeptResult, decisions: Decisions) -> Iterator[OpenPoint]:
    """Yield what participants do not agree with. A later entry on the same words settles it."""
    for at, quote in enumerate(decisions.quotes):
        words = quote.text.reveal()
        later = (d for d in decisions.quotes[at + 1 :] if not d.correction)
        passage = next((p for p in result.passages if same_words(p.text, words)), None)
        settled = any(same_words(d.text.reveal(), words) for d in later)
        if quote.correction and passage and not settled:
            yield OpenPoint(
                f"quote.{passage.id}",
                f"A participant corrects quote {passage.id}, which is left out until you decide",
                (passage.text, f"They write: {quote.correction.reveal()}"),
                (("strike", "leave it out"), ("withdraw", "take it out of all files")),
                "the id of another passage to show instead",
            )
    for at, decision in enumerate(decisions.findings):
        words = decision.text.reveal()
        others = (d for d in decisions.findings[at + 1 :] if not d.correction)
        finding = next((f for f in findings_of(result) if _is(f, words)), None)
        settled = any(same_words(d.text.reveal(), words) for d in others)
        if decision.correction and finding and not settled:
            yield OpenPoint(
                f"finding.{finding.id}.wording",
                "A participant does not agree with a finding",
                (finding.text, f"They write: {decision.correction.reveal()}"),
                (),
                "the finding in other words, or as it stands if it is right",
            )


def _ratings(result: KeptResult, decisions: Decisions, protocol: Protocol) -> Iterator[OpenPoint]:
    levels = (*((each.id, each.name) for each in protocol.scale.best_first),)
    names = {**dict(levels), NOT_ENOUGH: "Not enough evidence"}
    for corner in result.corners:
        if corner.id not in decisions.ratings:
            draft = names.get(corner.draft_rating, corner.draft_rating)
            yield OpenPoint(
                f"rating.{corner.id}",
                f"Rating of {corner.name}",
                (f"The program drafted: {draft} ({corner.draft_rating}).", corner.because),
                (*levels, (NOT_ENOUGH, names[NOT_ENOUGH])),
            )


def _quotes(result: KeptResult, decisions: Decisions) -> Iterator[OpenPoint]:
    decided = [d.text.reveal() for d in decisions.quotes]
    shown = {q.passage for f in findings_of(result) for q in f.quotes}
    for name in sorted(shown & set(result.risks)):
        passage = result.by_id[name]
        if not any(same_words(passage.text, words) for words in decided):
            because, advice = result.risks[name]
            yield OpenPoint(
                f"quote.{name}",
                f"Quote {name} may point at the person who said it",
                (passage.text, f"Why: {because}.", advice),
                (("strike", "do not show it"), ("withdraw", "take it out of all files")),
                "the id of another passage to show instead",
            )


def _findings(result: KeptResult, decisions: Decisions) -> Iterator[OpenPoint]:
    decided = [d.text.reveal() for d in decisions.findings]
    for finding in findings_of(result):
        if finding.kind != "outlier" and not any(_is(finding, words) for words in decided):
            quotes = tuple(f"  “{quote.text}” ({quote.passage})" for quote in finding.quotes)
            yield OpenPoint(
                f"finding.{finding.id}.wording",
                f"Finding {finding.id}",
                (finding.text, *quotes),
                (),
                "the finding in other words",
            )


def _themes(result: KeptResult, decisions: Decisions) -> Iterator[OpenPoint]:
    decided = [d.theme.reveal() for d in decisions.themes]
    for theme in result.themes:
        label = theme.drafted or theme.label
        if not any(same_words(label, words) for words in decided):
            texts = (result.by_id[p].text for p in theme.passages[:2] if p in result.by_id)
            yield OpenPoint(
                f"theme.{theme.id}.name",
                f"Theme {theme.id}: {theme.label}",
                tuple(f"  “{text}”" for text in texts),
                (),
                "another name for it",
            )


def _owners(result: KeptResult, decisions: Decisions) -> Iterator[OpenPoint]:
    noted = [d.text.reveal() for d in decisions.actions if d.owner or d.drop]
    for action in result.actions:
        text = action.drafted or action.text
        if not any(same_words(text, words) for words in noted):
            yield OpenPoint(
                f"action.{action.id}.owner",
                f"Action {action.id} has no owner",
                (action.text,),
                (),
                "who does it: a side and a role, such as Partner A's alliance manager; a name "
                "would stop the report",
                needs_reason=False,
            )


def _state(decisions: Decisions) -> Iterator[OpenPoint]:
    if not decisions.status.closed:
        back = len(decisions.sheets)
        yield OpenPoint(
            "fact_check",
            "The fact-check round is open",
            (f"Sheets that came back: {back}. Until it is closed, the report is a draft.",),
            (("closed", "close the round"),),
            needs_reason=False,
        )
    elif not decisions.status.final:
        yield OpenPoint(
            "final",
            "The report is not final",
            ("The round is closed. Mark the report final once you stand behind it.",),
            (("yes", "mark it final"),),
            needs_reason=False,
        )


def _is(finding: KeptFinding, words: str) -> bool:
    return same_words(finding.drafted or finding.text, words)
