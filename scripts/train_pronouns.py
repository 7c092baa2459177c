"""Train the judges of synth/trust on labelled reviews and print how they do on an unseen alliance.

    python scripts/train_pronouns.py REVIEWS [--write]

REVIEWS holds one folder an alliance (`review.yaml`, then a folder a cycle with one YAML an
interview). Three judges are trained: who is meant by "we", who by "they", and what became of a
promise, which also learns from scripts/promise_examples.yaml. Scores leave one alliance out.
`--write` writes synth/trust/weights.json from all alliances.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import synth.trust
from synth.models import load_spacy
from synth.records.evidence import Origin, Sentence
from synth.records.people import Side, role_group
from synth.records.text import CleanText
from synth.trust.judge import Judge
from synth.trust.phrases import PhraseBook
from synth.trust.promises import PHRASES, promise_cues, promise_state
from synth.trust.pronoun_cues import they_cues, we_cues
from synth.trust.pronouns import candidates
from synth.trust.reading import Reading, read_sentences

PRONOUNS: Final = ("we_joint", "we_own", "they_partner")
PROMISES: Final = ("promise_kept", "promise_broken", "promise_open")
STRENGTH: Final = {"we": 0.3, "they": 0.3, "promise": 0.1}
UNLABELLED_WEIGHT: Final = {True: 0.5, False: 0.2}
"""Weight of a pronoun without a label, in a sentence with and without labels of its kind."""

Label = tuple[str, int, int]


@dataclass(frozen=True)
class Example:
    """One candidate: its cues, its label, its weight. `group` is the alliance it comes from."""

    group: str
    cues: Mapping[str, float]
    label: str
    weight: float = 1.0


def main(arguments: Sequence[str]) -> int:
    reviews = Path(arguments[0])
    nlp = load_spacy(None, exclude=("ner",))
    examples: dict[str, list[Example]] = {"we": [], "they": [], "promise": []}
    for alliance in sorted(reviews.glob("*/review.yaml")):
        for sentences, labels in read_alliance(alliance.parent):
            readings = list(read_sentences(sentences, nlp))
            for family, example in pronoun_examples(alliance.parent.name, readings, labels):
                examples[family].append(example)
            examples["promise"] += promise_examples(alliance.parent.name, readings, labels)
    examples["promise"] += made_up_examples(nlp)
    for family, rows in examples.items():
        report(family, rows)
    if "--write" in arguments:
        write({family: train(rows, STRENGTH[family]) for family, rows in examples.items()})
    return 0


def read_alliance(folder: Path) -> Iterator[tuple[list[Sentence], list[list[Label]]]]:
    """Yield the sentences and labels of each cycle, names replaced by pseudonyms."""
    review = yaml.safe_load((folder / "review.yaml").read_text(encoding="utf-8"))
    names = pseudonyms(review)
    answer = 0
    for cycle in sorted(p for p in folder.iterdir() if p.is_dir()):
        sentences: list[Sentence] = []
        labels: list[list[Label]] = []
        for file in sorted(cycle.glob("*.yaml")):
            interview = yaml.safe_load(file.read_text(encoding="utf-8"))
            question = ""
            for number, turn in enumerate(interview["turns"]):
                if turn["who"] == "interviewer":
                    question = replace_known(turn["text"], names)
                    continue
                answer += 1
                for row in turn["sentences"]:
                    text, found = replace_labelled(row, names)
                    head = interview["interview"]
                    origin = Origin(file, number, len(sentences), len(sentences) + 1)
                    sentences.append(sentence(head, names, answer, question, text, origin))
                    labels.append(found)
        yield sentences, labels


def sentence(
    head: Mapping[str, Any],
    names: Mapping[str, str],
    answer: int,
    question: str,
    text: str,
    origin: Origin,
) -> Sentence:
    return Sentence(
        interview=str(head["id"]),
        answer=answer,
        speaker=names.get(str(head["participant"]).lower(), "[person]"),
        side=Side(str(head["side"]).lower()),
        role_group=role_group(str(head["role"])),
        question=CleanText(question),
        text=CleanText(text),
        origin=origin,
    )


def pseudonyms(review: Mapping[str, Any]) -> dict[str, str]:
    """Return the pseudonym of every name of a labelled review, by the name in lower case."""
    names: dict[str, str] = {}
    for side, partner in sorted(review["partners"].items()):
        for name in (partner["name"], *(partner.get("aliases") or ())):
            names[name.lower()] = f"[Partner {side}]"
        for kind in ("product", "project"):
            for number, name in enumerate(partner.get(f"{kind}s") or (), 1):
                names.setdefault(name.lower(), f"[{side}: {kind} {number}]")
    counts: Counter[str] = Counter()
    for person in review["roster"]:
        counts[person["side"]] += 1
        side = f"{person['side']}: " if person["side"] in ("A", "B") else ""
        for name in (person["name"], *person["short"]):
            names.setdefault(name.lower(), f"[{side}person {counts[person['side']]}]")
    return names


def replace_known(text: str, names: Mapping[str, str]) -> str:
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if len(name) > 2 and name in text.lower():
            text = re.sub(rf"(?i)\b{re.escape(name)}\b", names[name], text)
    return text


def replace_labelled(row: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, list[Label]]:
    """Return a sentence with its labelled identifiers replaced, and its signals' new offsets."""
    text = str(row["text"])
    kinds = {"PERSON": "person", "ORG": "customer", "PROJECT": "project", "PRODUCT": "product"}
    spans: list[tuple[int, int, str]] = []
    for row_id in row.get("ids") or ():
        start = text.find(row_id["span"])
        end = start + len(row_id["span"])
        taken = any(a < end and start < b for a, b, _ in spans)
        if start < 0 or taken or row_id["type"] == "ROLE":
            continue
        name = re.sub(r"['’]s$", "", row_id["span"].lower())
        spans.append((start, end, names.get(name, f"[{kinds.get(row_id['type'], 'place')} 90]")))
    clean, done, edges = "", 0, [(0, 0)]
    for start, end, name in sorted(spans):
        clean += text[done:start] + name
        done = end
        edges.append((end, len(clean)))
    clean += text[done:]
    found = []
    for signal in row.get("signals") or ():
        start = text.find(signal["span"])
        stop = start + len(signal["span"])
        found.append((str(signal["type"]), moved(start, edges), moved(stop, edges)))
    return clean, found


def moved(offset: int, edges: Sequence[tuple[int, int]]) -> int:
    raw, clean = [edge for edge in edges if edge[0] <= offset][-1]
    return clean + offset - raw


def pronoun_examples(
    group: str, readings: Sequence[Reading], labels: Sequence[Sequence[Label]]
) -> Iterator[tuple[str, Example]]:
    answer, before = -1, {"we": "", "they": ""}
    for reading, found in zip(readings, labels, strict=True):
        if reading.sentence.answer != answer:
            answer, before = reading.sentence.answer, {"we": "", "they": ""}
        some = any(kind in PRONOUNS for kind, _, _ in found)
        for token, family in candidates(reading):
            start, end = reading.raw_span(token.idx, token.idx + len(token))
            fits = [k for k, a, b in found if k.startswith(f"{family}_") and a <= start <= end <= b]
            label = fits[-1] if fits else "none"
            cues = (we_cues if family == "we" else they_cues)(reading, token, before[family])
            before[family] = label if fits else before[family]
            yield family, Example(group, cues, label, 1.0 if fits else UNLABELLED_WEIGHT[some])


def promise_examples(
    group: str, readings: Sequence[Reading], labels: Sequence[Sequence[Label]]
) -> Iterator[Example]:
    book = PhraseBook(PHRASES)
    for number, (reading, found) in enumerate(zip(readings, labels, strict=True)):
        earlier = readings[number - 1] if reading.earlier else None
        before = list(book.find(earlier.doc)) if earlier else []
        cues = promise_cues(reading, list(book.find(reading.doc)), before)
        states = [kind for kind, _, _ in found if kind in PROMISES]
        if cues:
            yield Example(group, cues, states[0] if states else "none")
        elif states:
            yield Example(group, {}, states[0], 0.0)


def made_up_examples(nlp: Any) -> Iterator[Example]:
    file = Path(__file__).with_name("promise_examples.yaml")
    book = PhraseBook(PHRASES)
    for label, texts in yaml.safe_load(file.read_text(encoding="utf-8")).items():
        head = {"id": label, "participant": "", "side": "a", "role": ""}
        rows = [
            sentence(head, {}, number, "", text, Origin(file, 0, number, number + 1))
            for number, text in enumerate(texts)
        ]
        for reading in read_sentences(rows, nlp):
            cues = promise_cues(reading, list(book.find(reading.doc)), [])
            if cues:
                yield Example("", cues, label)


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


def report(family: str, rows: Sequence[Example]) -> None:
    """Print precision, recall and F1 of each label on alliances that the judge has not seen."""
    hits, calls, gold = Counter[str](), Counter[str](), Counter[str]()
    for group in sorted({r.group for r in rows} - {""}):
        judge = Judge(train([r for r in rows if r.group != group], STRENGTH[family]))
        for row in (r for r in rows if r.group == group):
            label = decide(family, judge, row)
            gold[row.label] += 1
            calls[label] += row.weight in (0.0, 0.5, 1.0)
            hits[label] += label == row.label
            if family == "promise":
                calls["found"] += label != "none"
                gold["found"] += row.label != "none"
                hits["found"] += "none" not in (label, row.label)
    for label in sorted(set(gold) - {"none"}):
        precision, recall = hits[label] / max(1, calls[label]), hits[label] / gold[label]
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{family:8} {label:15} P {precision:.2f} R {recall:.2f} F1 {f1:.2f} n {gold[label]}")


def decide(family: str, judge: Judge, row: Example) -> str:
    if family != "promise":
        return judge.decide(row.cues).label
    return (promise_state(judge.probabilities(row.cues), row.cues) if row.cues else "") or "none"


def write(weights: Mapping[str, Any]) -> None:
    file = Path(synth.trust.__file__).with_name("weights.json")
    text = json.dumps(weights, indent=1, sort_keys=True, ensure_ascii=False)
    file.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
