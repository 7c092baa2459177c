from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scripts.gold import GoldSentence
from scripts.metrics import Counts, quote_score, theme_agreement
from scripts.results import FoundPassage, FoundSignal, Place, Results, ShownQuote, read_results
from scripts.scores import (
    COLUMNS,
    GoldCycle,
    below_floors,
    gold_cycle,
    mean_of,
    score_cycle,
    table,
)

BEST = {
    **dict.fromkeys(("held", "trail", "corner_f1", "stance_f1"), 1.0),
    **dict.fromkeys(("quote_precision", "quote_corner", "quote_stance"), 1.0),
    **dict.fromkeys(("signal_precision", "signal_recall", "signal_f1", "signal_macro_f1"), 1.0),
    **dict.fromkeys(("theme_nmi", "theme_ari", "themed"), 1.0),
    "ratings_right": 4,
    "ratings_far_off": 0,
    "leaks": 0,
}
WORST = {
    **dict.fromkeys(("held", "trail", "corner_f1", "stance_f1"), 0.0),
    **dict.fromkeys(("quote_precision", "quote_corner", "quote_stance"), 0.0),
    **dict.fromkeys(("signal_precision", "signal_recall", "signal_f1", "signal_macro_f1"), 0.0),
    **dict.fromkeys(("theme_nmi", "theme_ari", "themed"), 0.0),
    "ratings_right": 0,
    "ratings_far_off": 4,
}
OTHER_CORNER = {
    "none": "relational_trust",
    "relational_trust": "none",
    "strategic_alignment": "none",
    "operational_integration": "none",
    "value_realization": "none",
}
OTHER_STANCE = {"strength": "concern", "concern": "strength", "neutral": "strength"}
OTHER_LEVEL = {"green": "red", "red": "green"}


@pytest.fixture
def gold(review: dict[str, Any]) -> GoldCycle:
    return gold_cycle(review, "2031-H1", "made-up/2031-H1")


def _anonymized(sentence: GoldSentence) -> str:
    text = sentence.text
    for span in sentence.ids:
        text = re.sub(rf"(?<!\w){re.escape(span.text)}(?!\w)", "[someone]", text)
    return text


def _place(sentence: GoldSentence, part: str | None = None) -> Place:
    start = sentence.start + (sentence.text.index(part) if part else 0)
    return Place(sentence.file, sentence.turn, start, start + len(part or sentence.text))


def _passage(number: int, sentence: GoldSentence) -> FoundPassage:
    return FoundPassage(
        f"p{number}",
        _place(sentence),
        _anonymized(sentence),
        sentence.corner,
        sentence.stance,
        sentence.theme or "",
    )


def _quote(passage: FoundPassage) -> ShownQuote:
    stance = "" if passage.stance == "neutral" else passage.stance
    return ShownQuote(passage.corner, stance, passage.id, passage.text)


def _perfect(gold: GoldCycle) -> Results:
    passages = tuple(_passage(n, s) for n, s in enumerate(gold.sentences))
    signals = [(s, span) for s in gold.sentences for span in s.signals]
    return Results(
        passages=passages,
        signals=tuple(
            FoundSignal(f"s{n}", span.kind, _place(s, span.text))
            for n, (s, span) in enumerate(signals)
        ),
        quotes=tuple(_quote(p) for p in passages if p.corner != "none"),
        ratings=gold.ratings,
        shared={"report.md": "\n".join(p.text for p in passages)},
    )


def _worst(gold: GoldCycle) -> Results:
    """Everything wrong: each passage stands in the interviewer's turn, each name is printed."""
    passages = tuple(
        replace(p, corner="relational_trust", theme="", place=replace(p.place, turn=0))
        for p in _perfect(gold).passages
    )
    return Results(
        passages=passages,
        signals=(FoundSignal("s0", "promise_kept", passages[0].place),),
        quotes=tuple(_quote(p) for p in passages),
        ratings={corner: OTHER_LEVEL[level] for corner, level in gold.ratings.items()},
        shared={"report.md": "\n".join(s.text for s in gold.sentences)},
    )


def test_a_perfect_result_scores_one_and_leaks_nothing(gold: GoldCycle) -> None:
    values = score_cycle(gold, _perfect(gold)).values
    assert {name: values[name] for name in BEST} == pytest.approx(BEST)


def test_the_worst_result_scores_nothing_and_every_name_is_found(gold: GoldCycle) -> None:
    # A sentence in no passage reads as "none" and neutral: those labels would be right by chance.
    told = tuple(s for s in gold.sentences if s.corner != "none" and s.stance != "neutral")
    score = score_cycle(replace(gold, sentences=told), _worst(gold))
    assert {name: score.values[name] for name in WORST} == pytest.approx(WORST)
    assert {leak.text for leak in score.leaks} >= {"Bolt & Sons", "Will", "Varnholm", "hope"}


def test_every_label_wrong_scores_zero_though_every_passage_is_in_place(gold: GoldCycle) -> None:
    best = _perfect(gold)
    wrong = tuple(
        replace(p, corner=OTHER_CORNER[p.corner], stance=OTHER_STANCE[p.stance], theme="t1")
        for p in best.passages
    )
    values = score_cycle(gold, replace(best, passages=wrong, quotes=())).values
    assert values["held"] == values["trail"] == 1.0
    assert values["corner_f1"] == values["stance_f1"] == 0.0
    assert values["theme_nmi"] == values["theme_ari"] == 0.0


def test_an_empty_result_is_scored(gold: GoldCycle) -> None:
    values = score_cycle(gold, Results()).values
    assert values["quote_precision"] is None
    assert values["signal_f1"] == values["theme_nmi"] == values["ratings_right"] == 0
    assert values["leaks"] == 0


def test_not_enough_evidence_is_neither_right_nor_far_off(gold: GoldCycle) -> None:
    found = Results(ratings=dict.fromkeys(gold.ratings, "not_enough_evidence"))
    values = score_cycle(gold, found).values
    assert (values["ratings_right"], values["ratings_far_off"]) == (0, 0)


def _answer() -> tuple[GoldSentence, ...]:
    texts = (
        ("Ada keeps her word.", "relational_trust", "strength"),
        ("Mondays are grey.", "none", "neutral"),
        ("Every ticket in Zell waits for weeks on end.", "operational_integration", "concern"),
    )
    sentences, start = [], 0
    for text, corner, stance in texts:
        end = start + len(text)
        sentences.append(GoldSentence("x", 1, start, end, text, corner, stance, None))
        start = end + 1
    return tuple(sentences)


CLEAN = "[A: engineer 1] keeps her word. Mondays are grey. Every ticket in [place 1] waits for weeks on end."  # noqa: E501


@pytest.mark.parametrize(
    ("corner", "stance", "text", "right"),
    [
        ("relational_trust", "strength", "[A: engineer 1] keeps her word.", (1, 1, 1)),
        ("relational_trust", "concern", "[A: engineer 1] keeps her word.", (0, 1, 0)),
        ("operational_integration", "strength", "[A: engineer 1] keeps her word.", (0, 0, 1)),
        ("operational_integration", "concern", CLEAN[CLEAN.index("Every") :], (1, 1, 1)),
        ("operational_integration", "concern", CLEAN[CLEAN.index("Mondays") :], (1, 1, 1)),
        ("operational_integration", "concern", CLEAN, (0, 0, 0)),
        ("relational_trust", "", "[A: engineer 1] keeps her word.", (0, 1, 0)),
        ("none", "", "Mondays are grey.", (1, 1, 1)),
    ],
)
def test_a_quote_is_right_by_the_sentences_that_it_shows(
    corner: str, stance: str, text: str, right: tuple[int, int, int]
) -> None:
    sentences = _answer()
    turn = " ".join(s.text for s in sentences)
    passage = FoundPassage("p1", Place("x", 1, 0, len(turn)), CLEAN, "none", "neutral")
    quote = ShownQuote(corner, stance, "p1", text)
    score = quote_score([quote], sentences, [passage], {("x", 1): turn})
    assert (score.both, score.corner, score.stance) == right


def test_a_quote_without_a_passage_is_wrong() -> None:
    quote = ShownQuote("relational_trust", "strength", "p9", "…")
    assert quote_score([quote], _answer(), [], {}).share(0) == 0.0


def test_leaving_every_sentence_without_a_theme_is_not_rewarded(gold: GoldCycle) -> None:
    held = [None] * len(gold.sentences)
    assert theme_agreement(gold.sentences, held) == (0.0, 0.0)


def test_signals_of_several_cycles_are_counted_together(gold: GoldCycle) -> None:
    best, none = score_cycle(gold, _perfect(gold)), score_cycle(gold, Results())
    mean = mean_of([best, none])
    assert mean.signals["promise_kept"] == Counts(right=1, wrong=0, missed=1)
    assert mean.values["corner_f1"] == pytest.approx(
        ((best.values["corner_f1"] or 0) + (none.values["corner_f1"] or 0)) / 2
    )
    assert mean.values["quote_precision"] == 1.0


@pytest.mark.parametrize(
    ("floors", "missed"),
    [
        ({"at_least": {"corner_f1": 0.9}, "at_most": {"leaks": 0}}, 0),
        ({"at_least": {"sentences": 99}}, 1),
        ({"at_most": {"quotes": 1}}, 1),
    ],
)
def test_a_mean_beyond_its_floor_is_named(
    gold: GoldCycle, floors: dict[str, dict[str, float]], missed: int
) -> None:
    assert len(below_floors(mean_of([score_cycle(gold, _perfect(gold))]), floors)) == missed


def test_a_misspelled_floor_is_refused(gold: GoldCycle) -> None:
    with pytest.raises(ValueError, match="corner_fl"):
        below_floors(score_cycle(gold, Results()), {"at_least": {"corner_fl": 0.1}})


def test_the_table_names_every_score_and_cycle(gold: GoldCycle) -> None:
    printed = table([score_cycle(gold, _perfect(gold))])
    assert all(name in printed for name in (*COLUMNS, "2031-H1", "promise_kept", "PERSON"))


def _write_csv(file: Path, rows: list[dict[str, Any]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_results_are_read_from_the_files_of_a_run(tmp_path: Path) -> None:
    share, private = tmp_path / "share", tmp_path / "private"
    _write_csv(
        share / "passages.csv",
        [{"id": "p1", "text": "Fine.", "corner": "none", "stance": "neutral", "theme": "t1"}],
    )
    _write_csv(share / "signals.csv", [{"id": "s1", "passage": "p1", "kind": "blame"}])
    _write_csv(
        private / "provenance.csv",
        [
            {"id": "p1", "file": "transcripts/a.vtt", "turn": 1, "start": 0, "end": 5},
            {"id": "s1", "file": "transcripts/a.vtt", "turn": 1, "start": 0, "end": 4},
        ],
    )
    findings = {kind: [] for kind in ("strengths", "concerns", "patterns", "outliers")}
    concern = {"quotes": [{"passage": "p1", "text": "Fine."}]}
    corner = {**findings, "id": "x", "rating": "red", "concerns": [concern]}
    (share / "synthesis.json").write_text(json.dumps({"corners": [corner]}))
    results = read_results(tmp_path)
    place = Place("a.vtt", 1, 0, 5)
    assert results.passages == (FoundPassage("p1", place, "Fine.", "none", "neutral", "t1"),)
    assert results.signals == (FoundSignal("s1", "blame", replace(place, end=4)),)
    assert results.quotes == (ShownQuote("x", "concern", "p1", "Fine."),)
    assert results.ratings == {"x": "red"}
    assert set(results.shared) == {"passages.csv", "signals.csv", "synthesis.json"}
