"""Train the judges of synth/trust on labelled reviews and drills, and set their thresholds.

    python scripts/train_signals.py [--folds DIR] [--write] [--reader FILE] [--heads]

Three judges go by the words alone: who is meant by "we", who by "they", what became of a promise.
Four more weigh those verdicts, and the phrases of the other kinds, against the reader's: they are
fitted on what words and reader say of a review that neither has seen, so DIR holds a reader
`without-<review>.safetensors` for each of `signal_cases.REVIEWS`. Thresholds are set on the same
predictions: where F1 is best for what is possible, where precision suffices for what is shown.
`--write` writes synth/trust/weights.json, and models/signals.safetensors for the reader that ships.
`--heads` only refits the latter, after a change to the reader. How well they do:
`scripts/score_signals.py`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import synth.trust
from scripts.signal_cases import (
    LESSONS,
    PROMISES,
    PRONOUNS,
    REVIEWS,
    Case,
    Example,
    Pronoun,
    cases_of,
    drill_cases,
    hits_of,
    made_up_examples,
    parser,
    promise_examples,
    pronouns_of,
)
from scripts.signal_heads import Reads, fit_heads, write_heads
from synth.records.reading import SIGNALS, Readings
from synth.trust import cues as told
from synth.trust import promises, pronouns
from synth.trust.heads import Heads
from synth.trust.judge import Judge, Judges, judges_from
from synth.trust.kinds import BY_PHRASES, phrase_table
from synth.trust.phrases import PhraseBook
from synth.trust.promises import OUTRIGHT_SCORE
from synth.trust.scope import whole_scope

STRENGTH: Final = {"we": 0.3, "they": 0.3, "promise": 0.1}
STRENGTH_BOTH: Final = 1.0
DRILL_WEIGHT: Final = {"we": 0.5, "they": 0.5, "promise": 0.5}
FOUND_ELSEWHERE: Final = {"promise": 0.75, "others": 0.45}
"""Recall of the phrases on reviews that their writers had not seen, over that on those they had."""
BROKEN_PRECISION: Final = 0.85
SHOWN_PRECISION: Final = 0.75
STEPS: Final = tuple(n / 100 for n in range(5, 98))


@dataclass(frozen=True, slots=True)
class Row:
    """What words and reader say of one candidate in a review that neither has seen."""

    review: str
    kind: str
    """`we`, `they`, `promise`, or one of the twelve other kinds."""
    cues: Mapping[str, float]
    label: str
    weight: float = 1.0

    @property
    def judge(self) -> str:
        """Return the name of the judge that decides it."""
        return f"{'signal' if self.kind in BY_PHRASES else self.kind} both"


@dataclass(slots=True)
class Material:
    """All there is to learn from."""

    words: dict[str, list[Example]] = field(default_factory=lambda: defaultdict(list))
    rows: list[Row] = field(default_factory=list)
    heads: dict[str, Heads] = field(default_factory=dict)
    """For each review, heads fitted without it."""


def gather(
    cases: Sequence[Case], lessons: Sequence[Case], readers: Mapping[str, Path], reads: Reads
) -> Material:
    """Return what the judges learn from.

    Args:
        cases: the reviews on which words and reader are weighed against each other.
        lessons: further labelled sentences, for the judges of words alone.
        readers: for each review, a reader that has not seen it.
        reads: what they make of all cases.
    """
    material = Material()
    material.words["promise"] += made_up_examples(parser())
    for case in (*cases, *lessons):
        for pronoun in pronouns_of(case):
            weight = pronoun.weight * (DRILL_WEIGHT["we"] if case.review == "drills" else 1.0)
            example = Example(case.review, pronoun.cues, pronoun.label, weight)
            material.words[pronoun.family].append(example)
        for example in promise_examples(case):
            weight = example.weight * (DRILL_WEIGHT["promise"] if case.review == "drills" else 1.0)
            material.words["promise"].append(
                Example(example.group, example.cues, example.label, weight)
            )
    for review in sorted({case.review for case in cases}):
        words = {name: Judge(v) for name, v in train_words(material, review).items()}
        others = [c for c in (*cases, *lessons) if c.review != review]
        material.heads[review] = fit_heads(others, reads, readers[review])
        for case in (c for c in cases if c.review == review):
            read = reads.closely(case, readers[review], material.heads[review])
            material.rows += rows_of(case, words, read)
    return material


def rows_of(case: Case, words: Mapping[str, Judge], read: Readings) -> Iterator[Row]:
    """Yield what words and reader say of every candidate of a case."""
    for pronoun in pronouns_of(case, read):
        odds = read.pronouns[pronoun.position].get(pronoun.start)
        if odds is not None:
            cues = _pronoun_cues(case, pronoun, words, read)
            yield Row(case.review, pronoun.family, cues, pronoun.label, pronoun.weight)
    others = PhraseBook(phrase_table())
    for position, (reading, hits, before) in enumerate(hits_of(case, PhraseBook(promises.PHRASES))):
        whole = whole_scope(reading.doc)
        heard = dict(zip(SIGNALS, read.signals[position].tolist(), strict=True))
        out = promises.is_ruled_out(hits)
        cues = {} if out else promises.promise_cues(reading, hits, before)
        stated = words["promise"].probabilities(cues) if cues else {}
        states = [state for state in PROMISES if state in case.kinds(position)]
        label = states[0] if states else "none"
        yield Row(case.review, "promise", promises.both_cues(whole, stated, cues, heard), label)
        phrases = list(others.find(reading.doc))
        for kind, cue_kind in BY_PHRASES.items():
            found = told.judge_hits(reading, cue_kind, phrases)
            weighed = told.both_cues(cue_kind, phrases, heard[kind], whole, found)
            is_one = "yes" if kind in case.kinds(position) else "no"
            yield Row(case.review, kind, weighed, is_one)


def _pronoun_cues(
    case: Case, pronoun: Pronoun, words: Mapping[str, Judge], read: Readings
) -> Mapping[str, float]:
    rules = words[pronoun.family].probabilities(pronoun.cues)
    reading = case.parsed[pronoun.position]
    near = pronouns.neighbours(reading, read.pronouns, pronoun.family, pronoun.start)
    odds = read.pronouns[pronoun.position][pronoun.start]
    return pronouns.both_cues(rules, dict(pronoun.cues), odds, near)


def as_elsewhere(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows as they would be in a review that the writers of the phrases had not seen.

    The phrases were collected with these reviews in view: elsewhere they find only a share of
    what they find here (measured on the other labelled reviews), and cry wrong as often. So a
    signal that a phrase found stands twice, with its phrase and without, weighted by that share.
    """
    for row in rows:
        share = FOUND_ELSEWHERE.get(row.kind, FOUND_ELSEWHERE["others"])
        by_words = {cue for cue in row.cues if cue.startswith(("words", "a phrase"))}
        if row.kind in ("we", "they") or row.label in ("none", "no") or not by_words:
            yield row
            continue
        bare = {cue: value for cue, value in row.cues.items() if cue not in by_words}
        bare |= {"no words of promising": 1.0} if row.kind == "promise" else {}
        yield replace(row, weight=row.weight * share)
        yield replace(row, cues=bare, weight=row.weight * (1 - share))


def learn(material: Material, without: str = "") -> dict[str, Any]:
    """Return everything that is learned, as `weights.json` spells it, leaving one review out."""
    rows = list(as_elsewhere(row for row in material.rows if row.review != without))
    both = train_both(rows)
    judges = {name: Judge(weights) for name, weights in both.items()}
    return {**train_words(material, without), **both, "thresholds": thresholds(rows, judges)}


def train_words(material: Material, without: str) -> dict[str, Any]:
    """Return the judges that go by the words alone."""
    return {
        family: train([e for e in examples if e.group != without], STRENGTH[family])
        for family, examples in sorted(material.words.items())
    }


def train_both(rows: Iterable[Row]) -> dict[str, Any]:
    """Return the judges that weigh words against reader."""
    by_judge: dict[str, list[Example]] = defaultdict(list)
    for row in rows:
        by_judge[row.judge].append(Example(row.review, row.cues, row.label, row.weight))
    return {name: train(examples, STRENGTH_BOTH) for name, examples in sorted(by_judge.items())}


def train(rows: Sequence[Example], strength: float) -> dict[str, dict[str, float]]:
    """Return the weights of a judge, by label and cue."""
    used = [r for r in rows if r.weight]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict(r.cues) for r in used])
    model = LogisticRegression(C=strength, max_iter=5000)
    model.fit(matrix, [r.label for r in used], sample_weight=[r.weight for r in used])
    names = vectorizer.get_feature_names_out()
    weights: dict[str, dict[str, float]] = {str(label): {} for label in model.classes_}
    labels = list(weights)[-len(model.coef_) :]
    for label, votes, bias in zip(labels, model.coef_, model.intercept_, strict=True):
        weights[label] = {n: round(float(v), 3) for n, v in zip(names, votes, strict=True)}
        weights[label] = {n: v for n, v in weights[label].items() if v}
        weights[label]["bias"] = round(float(bias), 3)
    return weights


def thresholds(rows: Sequence[Row], judges: Mapping[str, Judge]) -> dict[str, tuple[float, float]]:
    """Return for each kind from which probability on it is possible, and may be shown."""
    odds = [(row, judges[row.judge].probabilities(row.cues)) for row in rows]
    promise = [(row, p) for row, p in odds if row.kind == "promise"]
    found = best_f1([(1 - p["none"], row.label != "none", row.weight) for row, p in promise])
    limits = {"promise": (found, found)}
    for label in PRONOUNS:
        family = label.split("_")[0]
        mine = [(row, p) for row, p in odds if row.kind == family and row.weight > _UNSURE]
        limits[label] = _both(_won_by(label, mine, tuple(mine[0][1])))
    for label in PROMISES:
        mine = [(row, p) for row, p in promise if 1 - p["none"] >= found]
        precise = BROKEN_PRECISION if label == "promise_broken" else SHOWN_PRECISION
        shown = min(at_precision(_won_by(label, mine, PROMISES), precise), OUTRIGHT_SCORE)
        limits[label] = (0.0, shown)
    for kind in BY_PHRASES:
        limits[kind] = _both(
            [(p["yes"], row.label == "yes", row.weight) for row, p in odds if row.kind == kind]
        )
    return limits


_UNSURE: Final = 0.3
_FEWEST: Final = 4
_DOUBT: Final = 0.5

Scored = tuple[float, bool, float]
"""The probability given, whether it is one, and its weight."""


def _won_by(
    label: str, mine: Iterable[tuple[Row, Mapping[str, float]]], among: Sequence[str]
) -> list[Scored]:
    """Return how likely a label was held where it is the likeliest."""
    return [
        (p[label], row.label == label, row.weight)
        for row, p in mine
        if label == max(among, key=p.__getitem__)
    ]


def _both(scored: Sequence[Scored]) -> tuple[float, float]:
    shown = at_precision(scored, SHOWN_PRECISION)
    return min(best_f1(scored), shown), shown


def best_f1(scored: Sequence[Scored]) -> float:
    """Return the threshold with the best F1; of near equals the middle one."""
    real = sum(weight for _, is_one, weight in scored if is_one)

    def f1(step: float) -> float:
        called = [(is_one, weight) for p, is_one, weight in scored if p >= step]
        hits = sum(weight for is_one, weight in called if is_one)
        return 2 * hits / max(1e-9, sum(weight for _, weight in called) + real)

    best = max(map(f1, STEPS))
    equal = [step for step in STEPS if f1(step) >= best - 0.01]
    return equal[len(equal) // 2]


def at_precision(scored: Sequence[Scored], least: float) -> float:
    """Return the lowest threshold from which on precision suffices; 1.1 where none does.

    Half a wrong call is added to those counted, so that a few lucky hits are no proof.
    """

    def enough(step: float) -> bool:
        called = [(is_one, weight) for p, is_one, weight in scored if p >= step]
        hits = sum(weight for is_one, weight in called if is_one)
        return hits >= _FEWEST and hits / (sum(w for _, w in called) + _DOUBT) >= least

    return next((step for step in STEPS if all(map(enough, _from(step)))), 1.1)


def _from(step: float) -> tuple[float, ...]:
    """Return a threshold and the one after it: one lucky step is no proof either."""
    at = STEPS.index(step)
    return STEPS[at : at + 2]


def write(learned: Mapping[str, Any]) -> None:
    """Write synth/trust/weights.json."""
    file = Path(synth.trust.__file__).with_name("weights.json")
    text = json.dumps(learned, indent=1, sort_keys=True, ensure_ascii=False)
    file.write_text(text + "\n", encoding="utf-8")


def readers_in(folds: Path) -> dict[str, Path]:
    """Return for each review a reader that has not seen it."""
    return {review: folds / f"without-{review}.safetensors" for review in REVIEWS}


def labelled_cases() -> tuple[list[Case], list[Case]]:
    """Return the reviews to weigh words and reader on, and what else is labelled."""
    nlp = parser()
    cases = [case for review in REVIEWS for case in cases_of(review, nlp)]
    lessons = [case for review in LESSONS for case in cases_of(review, nlp)]
    return cases, lessons + drill_cases(nlp)


def judges_without(material: Material, review: str) -> Judges:
    """Return judges that have not seen a review."""
    return judges_from(learn(material, review))


def main() -> None:
    """Train, and write when asked to."""
    options_of = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    options_of.add_argument(
        "--folds", type=Path, default=ROOT / ".cache" / "folds", help="readers, one a review"
    )
    options_of.add_argument("--write", action="store_true")
    options_of.add_argument("--heads", action="store_true", help="only refit the reader's heads")
    options_of.add_argument("--reader", type=Path, help="the reader to ship, if not in models/")
    options = options_of.parse_args()
    cases, lessons = labelled_cases()
    reads = Reads(options.folds)
    if options.heads:
        write_heads(fit_heads([*cases, *lessons], reads, options.reader))
        return
    learned = learn(gather(cases, lessons, readers_in(options.folds), reads))
    for kind, (possible, shown) in sorted(learned["thresholds"].items()):
        print(f"{kind:22} possible from {possible:.2f}, shown from {shown:.2f}")
    if options.write:
        write(learned)
        write_heads(fit_heads([*cases, *lessons], reads, options.reader))


if __name__ == "__main__":
    main()
