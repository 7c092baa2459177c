"""Train the ear of synth/privacy for names in text without capitals, and print how well it hears.

    python scripts/train_names.py PUBLIC_DIR REVIEW_DIR [REVIEW_DIR ...] [--test REVIEW_DIR ...]
                                  [--write]

PUBLIC_DIR holds public sets as JSON lines (text, entities with start, end and type); of those, the
ones in `PUBLIC` are learnt from, whose licences allow it. REVIEW_DIRs are labelled reviews. All
capitals and punctuation are taken away, and every conversation is learnt twice: as it was, and with
each name exchanged for another name or for ordinary words, as a recogniser of speech exchanges
them. `--test` reviews are never learnt from; recall and precision by word are printed for their
words without capitals. `--write` writes models/names-heard.tsv.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.gold import load_review, sentences_of
from synth.privacy import hearing
from synth.privacy.dictionary import in_dictionary, zipf
from synth.privacy.gazetteer import given_names, places
from synth.privacy.hearing import (
    FILE,
    KINDS,
    LEADS,
    LONGEST,
    context_of,
    features_of,
    may_be_name,
)
from synth.privacy.letters import words_of
from synth.privacy.lexicon import TITLES

PUBLIC: Final = {
    "gum_spoken": 60_000,
    "tab_train_sample": 60_000,
    "tab": 20_000,
    "wnut17": 20_000,
    "slurp": 20_000,
    "ami_meetings": 60_000,
}
"""Sets learnt from, with the most words taken of each. GUM's podcasts are left out (non-commercial)
and so is Earnings-21 (share-alike)."""

_CLASSES: Final = {
    "PERSON": "person", "ORG": "organisation", "PRODUCT": "organisation",
    "PROJECT": "organisation", "PLACE": "place", "LOC": "place",
}  # fmt: skip
_UNSURE: Final = "unsure"
_SEED = 7
_FEWEST = 5
_SMALLEST = 0.05
_NEGATIVES = 0.35


@dataclass(frozen=True, slots=True)
class Talk:
    """Folded words, and the names in them: (first, last, class), in order."""

    keys: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...]


def talks_of_public(folder: Path) -> Iterator[Talk]:
    """Yield the turns of the public sets."""
    for name, most in PUBLIC.items():
        words = 0
        for line in (folder / f"{name}_dev.jsonl", folder / f"{name}.jsonl"):
            if not line.exists():
                continue
            for document in map(json.loads, line.read_text(encoding="utf-8").splitlines()):
                if document.get("genre") == "podcast" or words > most:
                    continue
                for talk in _turns(document):
                    words += len(talk.keys)
                    yield talk


def _turns(document: dict[str, Any]) -> Iterator[Talk]:
    text = document["text"]
    turns = document["turns"] or [{"start": 0, "end": len(text)}]
    for turn in turns:
        inside = [
            (e["start"] - turn["start"], e["end"] - turn["start"], e["type"])
            for e in document["entities"]
            if turn["start"] <= e["start"] and e["end"] <= turn["end"]
            and e["type"] not in {"DATETIME", "QUANTITY", "CODE", "TITLE", "ROLE"}
        ]  # fmt: skip
        yield _talk(text[turn["start"] : turn["end"]], inside)


def talks_of_review(folder: Path) -> Iterator[tuple[str, Talk]]:
    """Yield each labelled sentence of a review with the style of its interview."""
    review = load_review(folder)
    for interviews in review["interviews"].values():
        for interview in interviews:
            answers: dict[int, list[Any]] = {}
            for sentence in sentences_of(interview, ""):
                answers.setdefault(sentence.turn, []).append(sentence)
            for sentences in answers.values():
                yield interview["interview"]["style"], _answer(sentences)


def _answer(sentences: Sequence[Any]) -> Talk:
    text, spans = "", []
    for sentence in sentences:
        text += " " if text else ""
        for span in sentence.ids:
            at = sentence.text.find(span.text)
            while at >= 0:
                spans.append((len(text) + at, len(text) + at + len(span.text), span.kind))
                at = sentence.text.find(span.text, at + 1)
        text += sentence.text
    return _talk(text, spans)


def _talk(text: str, spans: Sequence[tuple[int, int, str]]) -> Talk:
    words = words_of(text)
    names: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        at = [i for i, w in enumerate(words) if start <= w.start and w.end <= end]
        while at and words[at[0]].key in TITLES:
            at.pop(0)
        taken = any(a < at[-1] + 1 and at[0] < b for a, b, _ in names) if at else True
        if not taken:
            names.append((at[0], at[-1] + 1, _CLASSES.get(kind, _UNSURE)))
    return Talk(tuple(w.key for w in words), tuple(sorted(names)))


class _Exchange:
    """Other names, and ordinary words, to put in the place of names."""

    def __init__(self) -> None:
        from wordfreq import top_n_list

        self._dice = random.Random(_SEED)
        self._given = sorted(given_names())
        self._towns = sorted(p[0] for p in places() if len(p) == 1)
        words = [w for w in top_n_list("en", 40_000) if w.isalpha() and w.isascii()]
        self._words = [w for w in words if 3 < zipf(w) < 5 and len(w) > 1]
        rare = (w for w in top_n_list("en", 300_000) if w.isalpha() and w.isascii())
        self._rare = [w for w in rare if zipf(w) < 2.8 and len(w) > 3 and in_dictionary(w)]

    def __call__(self, talk: Talk) -> Talk:
        keys: list[str] = []
        names, done = [], 0
        given: dict[tuple[str, ...], list[str]] = {}
        for first, last, kind in talk.names:
            keys += talk.keys[done:first]
            old = talk.keys[first:last]
            new = given.setdefault(old, self._other(old, kind))
            names.append((len(keys), len(keys) + len(new), kind))
            keys += new
            done = last
        keys += talk.keys[done:]
        return Talk(tuple(keys), tuple(names))

    def _other(self, old: tuple[str, ...], kind: str) -> list[str]:
        if kind == _UNSURE:
            return list(old)
        way = self._dice.random()
        if way < 0.3:
            listed = self._towns if kind == "place" else self._given
            return [self._dice.choice(listed)]
        if way < 0.45:
            syllables = ("ka", "mo", "ri", "zen", "tu", "vel", "osh", "bra", "ni", "dor", "ya")
            return ["".join(self._dice.choices(syllables, k=3))]
        if way < 0.55:
            return [self._dice.choice(self._rare)]
        if way < 0.65:
            return [self._dice.choice(LEADS), self._dice.choice(self._words)]
        return self._dice.choices(self._words, k=1 if self._dice.random() < 0.5 else 2)


def windows(talk: Talk, dice: random.Random) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a talk, and a share of the stretches that are none."""
    inside = {at: (a, b, kind) for a, b, kind in talk.names for at in range(a, b)}
    for first, last, kind in talk.names:
        if kind != _UNSURE and last - first <= LONGEST:
            yield first, last, kind
    for first in range(len(talk.keys)):
        for last in range(first + 1, min(first + LONGEST, len(talk.keys)) + 1):
            if not may_be_name(talk.keys[first:last]):
                continue
            touched = {inside[at] for at in range(first, last) if at in inside}
            within = any(a <= first and last <= b for a, b, _ in touched)
            unsure = any(kind == _UNSURE for _, _, kind in touched)
            if not within and not unsure and (touched or dice.random() < _NEGATIVES):
                yield first, last, "none"


def train(talks: Sequence[Talk]) -> dict[str, tuple[float, ...]]:
    """Return the weight of each feature for each of `KINDS`."""
    dice = random.Random(_SEED)
    seen: list[tuple[list[str], list[str]]] = []
    kinds: list[str] = []
    for talk in talks:
        for first, last, kind in windows(talk, dice):
            around = [f"around {f}" for f in context_of(talk.keys, first, last)]
            seen.append((list(features_of(talk.keys, first, last)), around))
            kinds.append(kind)
    print(f"{len(kinds)} stretches, {Counter(kinds)}", file=sys.stderr)
    fitted: dict[str, tuple[float, ...]] = {}
    for which, lead in ((0, ""), (1, "around ")):
        fitted |= _fit([one[which] for one in seen], kinds, lead)
    return fitted


def _fit(
    seen: Sequence[Sequence[str]], kinds: Sequence[str], lead: str
) -> dict[str, tuple[float, ...]]:
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts = Counter(f for features in seen for f in set(features))
    vectors = DictVectorizer(dtype=np.float32)
    matrix = vectors.fit_transform([{f: 1 for f in fs if counts[f] >= _FEWEST} for fs in seen])
    model = LogisticRegression(C=0.3, max_iter=200)
    model.fit(matrix, [KINDS.index(k) for k in kinds])
    rows = {
        name: tuple(round(float(v), 2) for v in model.coef_[:, at])
        for at, name in enumerate(vectors.get_feature_names_out())
    }
    kept = {n: row for n, row in rows.items() if max(map(abs, row)) >= _SMALLEST}
    return kept | {f"{lead}always": tuple(round(float(v), 2) for v in model.intercept_)}


def write(weights: dict[str, tuple[float, ...]], file: Path) -> None:
    lines = ["# What the words around a name tell: feature, and its weight for " + ", ".join(KINDS)]
    lines += ["\t".join((f, *map(str, row))) for f, row in sorted(weights.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    learnt = list(talks_of_public(options.public))
    learnt += [talk for folder in options.reviews for _, talk in talks_of_review(folder)]
    exchange = _Exchange()
    weights = train([*learnt, *map(exchange, (t for t in learnt if t.names))])
    file = Path(__file__).resolve().parents[1] / "models" / FILE
    if options.write:
        write(weights, file)
        print(f"{file}: {len(weights)} weights")
    for folder in options.test:
        print_recall(folder, weights)
    return 0


def print_recall(folder: Path, weights: dict[str, tuple[float, ...]]) -> None:
    """Print how many names of an unseen review are heard without capitals, by threshold."""
    hearing._weights = lambda: weights  # type: ignore[assignment]
    dice = random.Random(_SEED)
    for around in (False, True):
        true: list[float] = []
        false: list[float] = []
        for _, talk in talks_of_review(folder):
            for first, last, kind in windows(talk, dice):
                p = hearing.chance(talk.keys, first, last, around=around)
                (false if kind == "none" else true).append(p)
        told = ", ".join(
            f"{t}: {sum(p > t for p in true) / len(true):.2f} of names, "
            f"{sum(p > t for p in false) / len(false):.3f} of others"
            for t in (0.1, 0.2, 0.35, 0.5, 0.7)
        )
        print(f"{folder.name} {'around' if around else 'all'}: {told}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("public", type=Path, help="folder of the public sets")
    parser.add_argument("reviews", type=Path, nargs="+", help="labelled reviews to learn from")
    parser.add_argument("--test", type=Path, nargs="*", default=[], help="reviews to score on")
    parser.add_argument("--write", action="store_true", help="write the weights")
    return parser


if __name__ == "__main__":
    sys.exit(main())
