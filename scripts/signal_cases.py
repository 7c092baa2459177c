"""Labelled sentences as the trust room meets them: parsed, anonymized, with the reader's opinion.

From labelled reviews (one folder an alliance: `review.yaml`, then a folder a cycle with one YAML an
interview) and from the drills. Each candidate becomes an example: its cues and its label.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from scripts.labelled import LABELLED, Said, all_drilled
from synth.models import load_spacy
from synth.reading import Said as Laid
from synth.reading import read_in_place
from synth.records.evidence import Origin, Sentence
from synth.records.people import Side, role_group
from synth.records.reading import Readings
from synth.records.text import CleanText
from synth.trust.phrases import Hit, PhraseBook
from synth.trust.promises import PHRASES, STATES, is_ruled_out, promise_cues
from synth.trust.pronoun_cues import they_cues, we_cues
from synth.trust.pronouns import candidates, last_meant
from synth.trust.reading import Reading, read_sentences

REVIEWS: Final = ("alliance-2", "alliance-4", "alliance-5", "alliance-6")
"""The reviews that a reader was kept from, so that it can be judged on them."""
LESSONS: Final = ("coldchain", "harvest", "ledger", "lifeline")
PRONOUNS: Final = ("we_joint", "we_own", "they_partner")
PROMISES: Final = STATES
UNLABELLED_WEIGHT: Final = {True: 0.5, False: 0.2}
"""Weight of a pronoun without a label, in a sentence with and without labels of its kind."""

Label = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate: its cues, its label, its weight. `group` is the alliance it comes from."""

    group: str
    cues: Mapping[str, float]
    label: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """One cycle of a labelled review: parsed sentences, labels, and the style of each."""

    review: str
    parsed: tuple[Reading, ...]
    labels: tuple[tuple[Label, ...], ...]
    styles: tuple[str, ...]

    def __len__(self) -> int:
        """Return the number of sentences."""
        return len(self.parsed)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences themselves."""
        return tuple(reading.sentence for reading in self.parsed)

    def kinds(self, position: int) -> frozenset[str]:
        """Return the kinds of signals labelled in a sentence."""
        return frozenset(kind for kind, _, _ in self.labels[position])


def cases_of(review: str, nlp: Any) -> list[Case]:
    """Return the cycles of a labelled review."""
    return [
        Case(review, tuple(read_sentences(rows, nlp)), labels, styles)
        for rows, labels, styles in _cycles(LABELLED / review)
    ]


def parser() -> Any:
    """Return the parser that the trust room uses."""
    return load_spacy(None, exclude=("ner",))


def read_case(case: Case, weights: Path | None) -> Readings:
    """Return what a reader makes of a case; the shipped one where `weights` is None."""
    said = [Laid(s.text, s.question, s.answer, s.side.value) for s in case.sentences]
    return read_in_place(said, weights)


def drill_cases(nlp: Any) -> list[Case]:
    """Return the drills as one case; every speaker sits on side A."""
    rows: list[Sentence] = []
    labels: list[tuple[Label, ...]] = []
    answers = itertools.groupby(all_drilled(), key=lambda said: said.answer)
    for number, (_, group) in enumerate(answers):
        for said in group:
            origin = Origin(Path("drills"), number, len(rows), len(rows) + 1)
            head = {"id": "drill", "participant": "", "side": "a", "role": ""}
            rows.append(_sentence(head, {}, number, said.question, said.text, origin))
            labels.append(tuple(_drilled(said)))
    parsed = tuple(read_sentences(rows, nlp))
    return [Case("drills", parsed, tuple(labels), ("drill",) * len(rows))]


def _drilled(said: Said) -> Iterator[Label]:
    yield from ((kind, 0, len(said.text)) for kind in said.signals)
    yield from ((meant, start, end) for start, end, meant in said.pronouns)


def _cycles(
    folder: Path,
) -> Iterator[tuple[list[Sentence], tuple[tuple[Label, ...], ...], tuple[str, ...]]]:
    """Yield the sentences, labels and styles of each cycle, names replaced by pseudonyms."""
    review = yaml.safe_load((folder / "review.yaml").read_text(encoding="utf-8"))
    names = _pseudonyms(review)
    answer = 0
    for cycle in sorted(p for p in folder.iterdir() if p.is_dir()):
        rows: list[Sentence] = []
        labels: list[tuple[Label, ...]] = []
        styles: list[str] = []
        for file in sorted(cycle.glob("*.yaml")):
            interview = yaml.safe_load(file.read_text(encoding="utf-8"))
            head, question = interview["interview"], ""
            for number, turn in enumerate(interview["turns"]):
                if turn["who"] == "interviewer":
                    question = _replace_known(turn["text"], names)
                    continue
                answer += 1
                for row in turn["sentences"]:
                    text, found = _replace_labelled(row, names)
                    origin = Origin(file, number, len(rows), len(rows) + 1)
                    rows.append(_sentence(head, names, answer, question, text, origin))
                    labels.append(tuple(found))
                    styles.append(str(head["style"]))
        yield rows, tuple(labels), tuple(styles)


def _sentence(
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


def _pseudonyms(review: Mapping[str, Any]) -> dict[str, str]:
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
        for name in (person["name"], *(person.get("short") or ())):
            names.setdefault(name.lower(), f"[{side}person {counts[person['side']]}]")
    return names


def _replace_known(text: str, names: Mapping[str, str]) -> str:
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if len(name) > 2 and name in text.lower():
            text = re.sub(rf"(?i)\b{re.escape(name)}\b", names[name], text)
    return text


def _replace_labelled(row: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, list[Label]]:
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
        found.append((str(signal["type"]), _moved(start, edges), _moved(stop, edges)))
    return clean, found


def _moved(offset: int, edges: Sequence[tuple[int, int]]) -> int:
    raw, clean = [edge for edge in edges if edge[0] <= offset][-1]
    return clean + offset - raw


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One pronoun of a case. `label` is who is meant, `none` where nobody labelled it."""

    position: int
    start: int
    family: str
    cues: Mapping[str, float]
    label: str
    weight: float


def pronouns_of(case: Case, read: Readings | None = None) -> Iterator[Pronoun]:
    """Yield every pronoun with its cues.

    What the last one was taken for is what the reader says, or without one what the labels say.
    """
    answer, before = -1, {"we": "", "they": ""}
    for position, (reading, found) in enumerate(zip(case.parsed, case.labels, strict=True)):
        if reading.sentence.answer != answer:
            answer, before = reading.sentence.answer, {"we": "", "they": ""}
        some = any(kind in PRONOUNS for kind, _, _ in found)
        for token, family in candidates(reading):
            start, end = reading.raw_span(token.idx, token.idx + len(token))
            known = [k for k, a, b in found if a <= start <= end <= b]
            fits = [k for k in known if k.startswith(f"{family}_")]
            label = fits[-1] if fits else "none"
            cues = (we_cues if family == "we" else they_cues)(reading, token, before[family])
            odds = read.pronouns[position].get(start) if read else None
            before[family] = last_meant(odds) or (label if fits else before[family])
            weight = 1.0 if fits or "other" in known else UNLABELLED_WEIGHT[some]
            yield Pronoun(position, start, family, cues, label, weight)


def hits_of(case: Case, book: PhraseBook) -> Iterator[tuple[Reading, list[Hit], list[Hit]]]:
    """Yield each sentence with the promise phrases in it and in the sentence before it."""
    last: list[Hit] = []
    for reading in case.parsed:
        hits = list(book.find(reading.doc))
        yield reading, hits, last if reading.earlier else []
        last = hits


def promise_examples(case: Case) -> Iterator[Example]:
    """Yield every candidate for a promise; a labelled one without words of promising weighs 0."""
    book = PhraseBook(PHRASES)
    for position, (reading, hits, before) in enumerate(hits_of(case, book)):
        cues = {} if is_ruled_out(hits) else promise_cues(reading, hits, before)
        states = [kind for kind in PROMISES if kind in case.kinds(position)]
        if cues:
            yield Example(case.review, cues, states[0] if states else "none")
        elif states:
            yield Example(case.review, {}, states[0], 0.0)


def made_up_examples(nlp: Any) -> Iterator[Example]:
    """Yield the promises that were made up for the purpose."""
    file = Path(__file__).with_name("promise_examples.yaml")
    book = PhraseBook(PHRASES)
    for label, texts in yaml.safe_load(file.read_text(encoding="utf-8")).items():
        head = {"id": label, "participant": "", "side": "a", "role": ""}
        rows = [
            _sentence(head, {}, number, "", text, Origin(file, 0, number, number + 1))
            for number, text in enumerate(texts)
        ]
        for reading in read_sentences(rows, nlp):
            cues = promise_cues(reading, list(book.find(reading.doc)), [])
            if cues:
                yield Example("", cues, label)
