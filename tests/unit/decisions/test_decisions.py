from __future__ import annotations

from dataclasses import replace

import pytest

from synth.decisions import (
    rule_on_actions,
    rule_on_quotes,
    rule_on_themes,
    settle_findings,
    without_withdrawn,
)
from synth.records.decisions import (
    ActionDecision,
    FindingDecision,
    QuoteDecision,
    StatusDecision,
    ThemeDecision,
)
from synth.records.evidence import Theme
from synth.records.findings import Action, CornerFindings, Finding, Quote
from synth.records.people import Side
from synth.records.review import Decisions
from synth.records.text import RawText
from tests.unit.evidence import passage

TRUST = "relational_trust"
CALL = "The weekly call is the one meeting that [A: person 3] never skips."
TICKETS = "Tickets get lost between our two teams every single week."
QUEUE = "Nobody owns a ticket once it has crossed over to them."
RUMOUR = "I hear that they are talking to a competitor of ours."
PASSAGES = (
    passage(1, CALL, stance="strength"),
    passage(2, TICKETS, speaker="[A: interviewee 2]"),
    passage(3, QUEUE, speaker="[B: interviewee 1]", side=Side.B),
    passage(4, RUMOUR, speaker="[B: interviewee 2]", side=Side.B),
)
LOST = Theme("t01", "lost tickets", ("ticket",), ("p0002", "p0003"), TRUST, "concern", "")
WEEKLY = Theme("t02", "weekly call", ("call",), ("p0001",), TRUST, "strength", "")


def quoted(number: int) -> Quote:
    spoken = PASSAGES[number - 1]
    return Quote(spoken.id, spoken.text, spoken.side.value)


def found(name: str, text: str, *numbers: int) -> Finding:
    people = tuple(PASSAGES[n - 1].speaker for n in numbers)
    sides = tuple(PASSAGES[n - 1].side.value for n in numbers)
    kind = name.split(".", maxsplit=1)[0]
    quotes = tuple(map(quoted, numbers))
    return Finding(f"{TRUST}.{name}", kind, TRUST, text, people, sides, quotes, "")


CORNER = CornerFindings(
    TRUST, "yellow", "yellow", "", "",
    strengths=(found("strength.1", "Weekly call: some of Partner A's people like it.", 1),),
    concerns=(found("concern.1", "Lost tickets: people on both sides see trouble here.", 2, 3),),
    outliers=(found("outlier.1", "One person raises this alone.", 4),),
)  # fmt: skip


def strike(text: str, **more: object) -> QuoteDecision:
    return replace(QuoteDecision("entry", RawText(text), "a reason"), **more)


def settled(decisions: Decisions, *, passages=PASSAGES, themes=(LOST, WEEKLY), corner=CORNER):
    quotes = rule_on_quotes(passages, decisions.quotes)
    ruled = rule_on_themes(themes, passages, decisions.themes)
    return settle_findings((corner,), passages, quotes, ruled, decisions, "abc")


def shown(result) -> list[str]:
    return [q.passage for c in result.corners for f in c.findings for q in f.quotes]


def test_a_struck_quote_is_shown_nowhere_and_its_finding_stands() -> None:
    result = settled(Decisions(quotes=(strike(TICKETS),)))
    assert shown(result) == ["p0001", "p0003", "p0004"]
    (concern,) = result.corners[0].concerns
    assert len(concern.people) == 2
    assert TICKETS not in str(result.rulings)


def test_a_single_voice_goes_with_its_quote() -> None:
    assert settled(Decisions(quotes=(strike(RUMOUR),))).corners[0].outliers == ()


@pytest.mark.parametrize(
    "words",
    [
        "the weekly call is the ONE meeting that [A: person 7] never skips",
        "the one meeting that [A: person 3] never skips",
        "The weekly call is the one meeting, that [A: person 3] never skip.",
    ],
)
def test_a_quote_is_found_by_its_words_whatever_its_id_is_by_now(words: str) -> None:
    moved = tuple(replace(p, id=f"p9{p.id[2:]}") for p in PASSAGES)
    quotes = rule_on_quotes(moved, (strike(words, id="p0001"),))
    assert quotes.struck == {"p9001"}
    assert quotes.rulings.warnings == ()


def test_a_short_passage_is_not_taken_for_a_longer_one_that_holds_its_words() -> None:
    short = passage(5, "Every single week.", speaker="[A: interviewee 2]")
    quotes = rule_on_quotes((*PASSAGES, short), (strike("Every single week.", id="p0002"),))
    assert quotes.struck == {"p0005"}


def test_words_that_are_gone_are_told_and_not_repeated() -> None:
    result = settled(Decisions(quotes=(strike("Something that nobody says any more at all."),)))
    (warning,) = result.rulings.warnings
    assert "entry" in warning
    assert "nobody says" not in warning


def test_a_quote_is_swapped_for_another() -> None:
    result = settled(Decisions(quotes=(strike(TICKETS, instead=RawText(CALL)),)))
    (concern,) = result.corners[0].concerns
    assert [q.text for q in concern.quotes] == [CALL, QUEUE]
    assert PASSAGES[0].speaker in concern.people


def test_a_struck_quote_does_not_come_back_by_a_swap() -> None:
    decisions = Decisions(quotes=(strike(CALL), strike(TICKETS, instead=RawText(CALL))))
    result = settled(decisions)
    assert "p0001" not in shown(result)
    assert any("itself struck" in w for w in result.rulings.warnings)


def test_what_was_taken_back_counts_for_nothing() -> None:
    quotes = rule_on_quotes(PASSAGES, (strike(RUMOUR, withdrawn=True),))
    kept, gone = without_withdrawn(PASSAGES, quotes)
    assert [p.id for p in kept] == ["p0001", "p0002", "p0003"]
    assert gone == (PASSAGES[3].origin,)
    assert "p0004" not in str(quotes.rulings)


def test_two_decisions_on_one_quote_are_told_and_the_later_stands() -> None:
    decisions = (strike(CALL), strike(CALL, withdrawn=True))
    quotes = rule_on_quotes(PASSAGES, decisions)
    assert quotes.withdrawn == {"p0001"}
    assert any("later entry stands" in w for w in quotes.rulings.warnings)


def theme_decision(theme: Theme, **more: object) -> ThemeDecision:
    texts = tuple(RawText(p.text) for p in PASSAGES if p.id in theme.passages)
    return replace(ThemeDecision("entry", RawText(theme.label), texts, "a reason"), **more)


def test_a_renamed_theme_is_found_by_its_passages_under_another_label() -> None:
    now = replace(LOST, id="t07", label="teams and tickets")
    ruled = rule_on_themes((WEEKLY, now), PASSAGES, (theme_decision(LOST, name="Hand-over"),))
    assert [(t.label, t.drafted) for t in ruled.themes] == [
        ("weekly call", ""), ("Hand-over", "teams and tickets"),
    ]  # fmt: skip


def test_a_theme_is_merged_into_another() -> None:
    decision = theme_decision(WEEKLY, into=RawText("lost tickets"))
    (theme,) = rule_on_themes((LOST, WEEKLY), PASSAGES, (decision,)).themes
    assert theme.passages == ("p0002", "p0003", "p0001")
    assert theme.keywords == ("ticket", "call")


@pytest.mark.parametrize(
    ("decisions", "told"),
    [
        ((theme_decision(replace(LOST, label="x", passages=()), name="y"),), "no theme"),
        ((theme_decision(LOST, into=RawText("there is none")),), "left apart"),
        ((theme_decision(LOST, into=RawText("lost tickets")),), "nothing to merge"),
        ((theme_decision(LOST, drop=True), theme_decision(LOST, name="y")), "already"),
        ((theme_decision(LOST, name="x"), theme_decision(LOST, name="y")), "later name"),
        ((theme_decision(WEEKLY, drop=True), theme_decision(LOST, into=RawText("weekly call"))),
         "left apart"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_with_a_theme_is_told(
    decisions: tuple[ThemeDecision, ...], told: str
) -> None:
    (warning,) = rule_on_themes((LOST, WEEKLY), PASSAGES, decisions).rulings.warnings
    assert told in warning


def test_themes_that_merge_in_a_ring_end() -> None:
    ring = (
        theme_decision(LOST, into=RawText("weekly call")),
        theme_decision(WEEKLY, into=RawText("lost tickets")),
    )
    ruled = rule_on_themes((LOST, WEEKLY), PASSAGES, ring)
    assert len(ruled.themes) == 1
    assert len(ruled.rulings.warnings) == 1


def test_the_passages_of_a_dropped_theme_are_no_single_voices() -> None:
    rumour = replace(LOST, id="t03", label="a rumour", passages=("p0004",))
    decisions = Decisions(themes=(theme_decision(rumour, drop=True),))
    assert settled(decisions, themes=(LOST, rumour)).corners[0].outliers == ()


def reworded(text: str, **more: object) -> FindingDecision:
    decision = FindingDecision(
        "entry", f"{TRUST}.concern.1", RawText(text), (RawText(QUEUE),), "a reason"
    )
    return replace(decision, **more)


def test_a_finding_keeps_the_reviewers_words_when_the_draft_has_others_by_now() -> None:
    decision = reworded("Tickets: many see trouble.", wording="Tickets fall between the teams.")
    result = settled(Decisions(findings=(decision,)))
    (concern,) = result.corners[0].concerns
    assert concern.text == "Tickets fall between the teams."
    assert concern.drafted == CORNER.concerns[0].text
    assert any("check that it still fits" in w for w in result.rulings.warnings)


def test_a_dropped_finding_is_gone() -> None:
    decision = reworded(CORNER.concerns[0].text, drop=True)
    result = settled(Decisions(findings=(decision,)))
    assert result.corners[0].concerns == ()
    assert result.rulings.warnings == ()


ACTION = Action("a01", TRUST, "Name one owner for every ticket.", "high", "high", "", "")


def test_an_action_gets_its_owner_and_day_from_two_entries() -> None:
    text = RawText("name one owner for every ticket")
    decisions = (
        ActionDecision("one", text, owner="Partner A's sponsor"),
        ActionDecision("two", text, date="2026-06-30"),
    )
    ((action,), rulings) = rule_on_actions((ACTION,), decisions)
    assert (action.owner, action.date) == ("Partner A's sponsor", "2026-06-30")
    assert rulings.warnings == ()


def test_an_action_that_is_no_longer_recommended_is_told() -> None:
    decision = ActionDecision("entry", RawText("Merge the two support desks."), owner="B")
    assert "entry" in rule_on_actions((ACTION,), (decision,))[1].warnings[0]


CORRECTION = reworded(CORNER.concerns[0].text, correction=RawText("It is not so."))


@pytest.mark.parametrize(
    ("status", "findings", "state", "told"),
    [
        (StatusDecision(), (), "draft", ""),
        (StatusDecision(closed=True), (), "checked", ""),
        (StatusDecision(closed=True, final=True, transcripts="abc"), (), "final", ""),
        (StatusDecision(final=True), (), "draft", "not closed"),
        (StatusDecision(True, True, "older"), (), "draft", "a draft again"),
        (StatusDecision(True, True), (CORRECTION,), "draft", "not settled"),
        (StatusDecision(True, True),
         (CORRECTION, reworded(CORNER.concerns[0].text, wording="Better.")), "final", ""),
    ],
)  # fmt: skip
def test_the_report_leaves_draft_only_when_all_is_done(
    status: StatusDecision, findings: tuple[FindingDecision, ...], state: str, told: str
) -> None:
    result = settled(Decisions(findings=findings, status=status))
    assert result.status == state
    assert told in " ".join(result.rulings.warnings)
    assert bool(told) == bool(result.rulings.warnings)
