"""Score the trust signals on alliances that neither the judges nor the reader have seen.

    python scripts/score_signals.py [--folds DIR] [--words-only] [--talk DIR] [--candidates FILE]

DIR of `--folds` holds a reader `without-<review>.safetensors` for each review; without it (or with
`--words-only`) the phrases and judges of words stand alone. Everything goes through the room's own
front door. Intervals (95 %) resample interviews' sentences in blocks of one answer.

`--talk` counts false alarms on transcripts that are not about alliances; with `--candidates` the
hand labels of `scripts/signal_labels.tsv` are scored. Both use the judges and reader that ship.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.signal_cases import PROMISES, PRONOUNS, Case, Pronoun, parser, pronouns_of
from scripts.signal_heads import Reads
from scripts.train_signals import gather, judges_without, labelled_cases, readers_in
from synth import embeddings
from synth.reading import Said as Laid
from synth.reading import read_in_place
from synth.records.evidence import Origin, Sentence
from synth.records.people import Side
from synth.records.reading import Readings
from synth.records.text import CleanText
from synth.trust.found import Found
from synth.trust.heads import listen_closely, load_heads
from synth.trust.judge import Judges, load_judges
from synth.trust.kinds import BY_PHRASES, KINDS
from synth.trust.reading import Reading, read_sentences
from synth.trust.signals import listen

DRAWS: Final = 500
TALK: Final = 2000
LABELS: Final = ROOT / "scripts" / "signal_labels.tsv"


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to decide: what is right and what was said. `block` is the answer it stands in."""

    family: str
    style: str
    block: tuple[str, int]
    gold: str
    said: str
    shown: bool = True
    counted: bool = True
    """Whether a wrong call here is certainly wrong: not for pronouns in unlabelled sentences."""


def calls_of(case: Case, read: Readings | None, judges: Judges) -> Iterator[Call]:
    """Yield every decision of the room on a case."""
    heard = list(listen(case.parsed, read, judges))
    told: dict[int, list[Pronoun]] = {p.position: [] for p in pronouns_of(case)}
    for pronoun in pronouns_of(case):
        told[pronoun.position].append(pronoun)
    for position, (reading, founds) in enumerate(heard):
        block = (case.review, reading.sentence.answer)
        style = case.styles[position]
        for pronoun in told.get(position, ()):
            said = _at(reading, founds, pronoun.start)
            yield Call(pronoun.family, style, block, pronoun.label, said,
                       counted=pronoun.weight >= 0.5)  # fmt: skip
        yield _promise(case, position, founds, style, block, judges if read else None)
        for kind in BY_PHRASES:
            gold = kind if kind in case.kinds(position) else "none"
            mine = [f for f in founds if f.kind == kind]
            shown = bool(mine) and (read is None or is_shown(mine[0], judges))
            yield Call(kind, style, block, gold, kind if mine else "none", shown)


def is_shown(found: Found, judges: Judges) -> bool:
    """Tell whether a finding may stand in a report that both sides read."""
    return found.score >= judges.thresholds[found.kind][1]


def _at(reading: Reading, founds: Sequence[Found], start: int) -> str:
    for found in founds:
        if found.kind in PRONOUNS and reading.raw_span(found.start, found.end)[0] == start:
            return found.kind
    return "none"


def _promise(
    case: Case,
    position: int,
    founds: Sequence[Found],
    style: str,
    block: tuple[str, int],
    judges: Judges | None,
) -> Call:
    gold = [kind for kind in PROMISES if kind in case.kinds(position)]
    said = [f for f in founds if f.kind in PROMISES]
    label = said[0].kind if said else "none"
    shown = bool(said) and (judges is None or is_shown(said[0], judges))
    return Call("promise", style, block, gold[0] if gold else "none", label, shown)


Measure = Callable[[Sequence[Call]], float]


def f1_of(label: str, calls: Iterable[Call]) -> tuple[float, float, float, int]:
    """Return precision, recall, F1 and how often a label is right."""
    calls = list(calls)
    real = sum(c.gold == label for c in calls)
    said = sum(c.said == label and (c.counted or c.gold != "none") for c in calls)
    hits = sum(c.gold == c.said == label for c in calls)
    precision, recall = hits / max(1, said), hits / max(1, real)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall), real


def joint_or_own(calls: Sequence[Call]) -> float:
    """Return the macro-F1 of `we_joint` and `we_own`."""
    we = [c for c in calls if c.family == "we"]
    return (f1_of("we_joint", we)[2] + f1_of("we_own", we)[2]) / 2


def joint_from_own(calls: Sequence[Call]) -> float:
    """Return the same on pronouns that are labelled one or the other."""
    we = [c for c in calls if c.family == "we" and c.gold != "none"]
    return (f1_of("we_joint", we)[2] + f1_of("we_own", we)[2]) / 2


def partner(calls: Sequence[Call]) -> float:
    """Return the F1 of `they_partner`."""
    return f1_of("they_partner", [c for c in calls if c.family == "they"])[2]


def promises_found(calls: Sequence[Call]) -> float:
    """Return the F1 of finding a promise, whatever its state."""
    made = [c for c in calls if c.family == "promise"]
    hits = sum("none" not in (c.gold, c.said) for c in made)
    both = sum(c.gold != "none" for c in made) + sum(c.said != "none" for c in made)
    return 2 * hits / max(1, both)


def state_right(calls: Sequence[Call]) -> float:
    """Return how often the state of a promise that was found is right."""
    found = [c for c in calls if c.family == "promise" and "none" not in (c.gold, c.said)]
    return sum(c.gold == c.said for c in found) / max(1, len(found))


def broken_precise(calls: Sequence[Call]) -> float:
    """Return the precision of `promise_broken` where it is shown."""
    return f1_of("promise_broken", [c for c in calls if c.family == "promise" and c.shown])[0]


def shown_only(measure: Measure) -> Measure:
    """Return a measure that takes what is only possible for not said."""
    return lambda calls: measure([c if c.shown else replace(c, said="none") for c in calls])


def others(calls: Sequence[Call]) -> float:
    """Return the mean F1 of the other twelve kinds."""
    return float(np.mean([f1_of(k, [c for c in calls if c.family == k])[2] for k in BY_PHRASES]))


MEASURES: Final[tuple[tuple[str, float, Measure], ...]] = (
    ("we_joint / we_own macro-F1", 0.80, joint_or_own),
    ("  of those labelled so", 0.80, joint_from_own),
    ("they_partner F1", 0.80, partner),
    ("promises found F1", 0.70, promises_found),
    ("  of those shown", 0.70, shown_only(promises_found)),
    ("  state right", 0.85, state_right),
    ("  state right, shown", 0.85, shown_only(state_right)),
    ("  precision broken, shown", 0.85, broken_precise),
    ("other twelve, mean F1", 0.55, others),
    ("  of those shown", 0.55, shown_only(others)),
)


def overview(calls: Sequence[Call]) -> str:
    """Return every measure with its target and interval."""
    blocks: dict[tuple[str, int], list[Call]] = defaultdict(list)
    for call in calls:
        blocks[call.block].append(call)
    answers = [blocks[key] for key in sorted(blocks)]
    rng = random.Random(0)
    samples = [
        [call for answer in rng.choices(answers, k=len(answers)) for call in answer]
        for _ in range(DRAWS // 10)
    ]
    lines = []
    for name, target, measure in MEASURES:
        low, high = np.percentile([measure(s) for s in samples], (2.5, 97.5))
        lines.append(f"{name:28} {measure(calls):.2f}  ({low:.2f} to {high:.2f})  target {target}")
    return "\n".join(lines)


def by_kind(calls: Sequence[Call]) -> str:
    """Return precision, recall, F1 by kind, and the precision of what is shown."""
    lines = [f"{'kind':22}    P     R    F1     n  shown: P     n"]
    for kind in KINDS:
        family = "promise" if kind in PROMISES else kind.split("_")[0]
        mine = [c for c in calls if c.family == (kind if kind in BY_PHRASES else family)]
        p, r, f1, n = f1_of(kind, mine)
        shown = [c.gold == kind for c in mine if c.said == kind and c.shown]
        right = f"{np.mean(shown):.2f}" if shown else "   -"
        tail = f"{right} {len(shown):5}" if kind not in PRONOUNS else ""
        lines.append(f"{kind:22} {p:.2f}  {r:.2f}  {f1:.2f}  {n:4}     {tail}")
    return "\n".join(lines)


def by_group(calls: Sequence[Call], of: Callable[[Call], str]) -> str:
    """Return every measure by style or by review."""
    groups: dict[str, list[Call]] = defaultdict(list)
    for call in calls:
        groups[of(call)].append(call)
    lines = [" " * 28 + "  ".join(f"{name[:12]:>12}" for name in sorted(groups))]
    for name, _, measure in MEASURES:
        cells = "  ".join(f"{measure(groups[g]):12.2f}" for g in sorted(groups))
        lines.append(f"{name:28}{cells}")
    return "\n".join(lines)


def score_reviews(folds: Path, *, words_only: bool) -> str:
    """Return the scores, leaving one alliance out."""
    cases, lessons = labelled_cases()
    reads = Reads(folds)
    material = gather(cases, lessons, readers_in(folds), reads)
    calls: list[Call] = []
    for review, reader in readers_in(folds).items():
        judges = judges_without(material, review)
        for case in (c for c in cases if c.review == review):
            read = None if words_only else reads.closely(case, reader, material.heads[review])
            calls += calls_of(case, read, judges)
    parts = [
        overview(calls),
        by_kind(calls),
        by_group(calls, lambda c: c.style),
        by_group(calls, lambda c: c.block[0]),
    ]
    return "\n\n".join(parts) + "\n"


def made(texts: Sequence[str], questions: Sequence[str] = ()) -> tuple[Sentence, ...]:
    """Return texts as sentences of side A, each an answer of its own."""
    return tuple(
        Sentence("i", n, "[A: person 1]", Side.A, "other", CleanText(question), CleanText(text),
                 Origin(Path("x"), n, n, n + 1))
        for n, (text, question) in enumerate(
            zip(texts, questions or [""] * len(texts), strict=True)
        )
    )  # fmt: skip


def heard_in(
    sentences: Sequence[Sentence], reader: Path | None
) -> list[tuple[Reading, list[Found]]]:
    """Return what the shipped judges hear in sentences."""
    said = [Laid(s.text, s.question, s.answer, s.side.value) for s in sentences]
    encode = embeddings.PackagedEncoder(None).encode
    meanings = encode(embeddings.sentence_texts(sentences))
    read = listen_closely(read_in_place(said, reader), meanings, load_heads())
    return list(listen(read_sentences(sentences, parser()), read, load_judges()))


def false_alarms(folder: Path, reader: Path | None, *, show: int) -> str:
    """Return alarms per 1,000 sentences of talk that is not about alliances, by kind."""
    texts = random.Random(7).sample(sorted(set(_talk(folder))), TALK)
    judges = load_judges()
    shown, possible = Counter[str](), Counter[str]()
    examples = []
    for reading, founds in heard_in(made(texts), reader):
        for found in founds:
            counter = shown if is_shown(found, judges) else possible
            counter[found.kind] += 1
            if found.kind not in PRONOUNS:
                examples.append((found.kind, found.score, str(reading.sentence.text)))
    lines = [f"{'kind':22} shown / 1,000   possible / 1,000"]
    lines += [f"{k:22} {shown[k] / TALK * 1000:13.1f}   {possible[k] / TALK * 1000:16.1f}"
              for k in KINDS]  # fmt: skip
    random.Random(3).shuffle(examples)
    lines += [f"{kind} {score:.2f} | {text}" for kind, score, text in examples[:show]]
    return "\n".join(lines) + "\n"


def _talk(folder: Path) -> Iterator[str]:
    """Yield sentences of the transcripts that are plain enough to be read as text."""
    for file in sorted(folder.rglob("*")):
        if file.suffix not in (".vtt", ".srt", ".txt", ".md"):
            continue
        text = file.read_text(encoding="utf-8", errors="ignore")
        lines = [line for line in text.splitlines() if not re.search(r"-->|^\d+$|^WEBVTT|^#", line)]
        words = re.sub(r"<[^>]+>", "", " ".join(lines))
        for sentence in re.split(r"(?<=[.?!])\s+", words):
            if 5 <= len(sentence.split()) <= 40 and re.fullmatch(r"[\w\s,.'’?!;:-]+", sentence):
                yield sentence


def candidates(file: Path, reader: Path | None) -> str:
    """Return precision and recall on the hand-labelled candidates, by kind."""
    rows = {_key(row): row for row in map(json.loads, file.read_text("utf-8").splitlines())}
    labels = dict(_labels())
    known = [key for key in rows if key in labels]
    told = [sentence for n, key in enumerate(known) for sentence in _in_place(n, rows[key])]
    heard = {r.sentence.answer: founds for r, founds in heard_in(told, reader)}
    hits, said, gold = Counter[str](), Counter[str](), Counter[str]()
    for key, founds in zip(known, (heard[n] for n in range(len(known))), strict=True):
        mine = {f.kind for f in founds} - set(PRONOUNS)
        hits.update(mine & labels[key])
        said.update(mine)
        gold.update(labels[key])
    lines = [f"{len(known)} of {len(labels)} labelled candidates"]
    for kind in (*KINDS[3:], "any"):
        if kind == "any":
            h, s, g = (sum(c.values()) for c in (hits, said, gold))
        else:
            h, s, g = hits[kind], said[kind], gold[kind]
        lines.append(f"{kind:22} P {h / max(1, s):.2f} ({s})  R {h / max(1, g):.2f} ({g})")
    return "\n".join(lines) + "\n"


def _in_place(number: int, row: Mapping[str, Any]) -> Iterator[Sentence]:
    """Yield a candidate with the sentences before it, as one answer; the candidate comes last."""
    texts = [*filter(None, row.get("context") or ()), str(row["text"])]
    for sentence in made(texts):
        yield replace(sentence, answer=number)


def _key(row: Mapping[str, Any]) -> str:
    return hashlib.sha256(str(row["text"]).encode()).hexdigest()[:16]


def _labels() -> Iterator[tuple[str, set[str]]]:
    for line in LABELS.read_text(encoding="utf-8").splitlines()[1:]:
        key, kinds = line.split("\t")[:2]
        yield key, set(kinds.split(",")) - {"none", ""}


def main() -> None:
    """Print the scores that were asked for."""
    options_of = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    options_of.add_argument("--folds", type=Path, help="readers, one a review")
    options_of.add_argument("--words-only", action="store_true")
    options_of.add_argument("--talk", type=Path, help="a folder of transcripts")
    options_of.add_argument("--candidates", type=Path, help="a JSONL file of sentences")
    options_of.add_argument("--reader", type=Path, help="instead of the shipped one")
    options_of.add_argument("--show", type=int, default=0, help="how many false alarms to print")
    options = options_of.parse_args()
    if options.folds:
        print(score_reviews(options.folds, words_only=options.words_only))
    if options.talk:
        print(false_alarms(options.talk, options.reader, show=options.show))
    if options.candidates:
        print(candidates(options.candidates, options.reader))


if __name__ == "__main__":
    main()
