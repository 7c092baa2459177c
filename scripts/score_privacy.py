"""Measure the anonymizer: leaks and recall on labelled reviews, recall and precision elsewhere.

    python scripts/score_privacy.py REVIEWS_DIR ANONYMIZATION_DIR [--words N] [--leaks]

One table: (1) names known: identifiers that are left in the anonymized interviews, by kind and
style; with `--leaks`, every cycle is run as for a user and share/ itself is searched; (2) nothing
known: recall by kind and precision, by style; (3) each public set, as it is and lower-cased: recall
and precision of persons, organisations and places beside plain spaCy and, where it is installed,
Presidio, in the same run. Reviews and sets must not be ones that models/names-heard.tsv learnt
from: of the public sets, europarl and earnings21 are such.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.gold import load_review
from scripts.privacy_finders import NO_PRESIDIO, Finder, ours, presidio, spacy_alone
from scripts.privacy_leaks import UNSAID, leaks_of
from scripts.render_review import render_cycle
from synth.errors import SynthError
from synth.privacy import redact
from synth.records.people import Names, Part
from synth.records.review import Review
from synth.records.text import RawText
from synth.records.transcript import Speaker, Transcript
from synth.review import load_review as load_folder
from synth.transcripts import read_transcripts

KINDS = ("PERSON", "ORG", "PLACE", "PRODUCT", "PROJECT", "EMAIL", "PHONE", "URL", "ROLE")
STYLES = ("clean", "messy", "asr-lower")
TYPES = ("PERSON", "ORG", "LOC")
_SMALL = frozenset({"mr", "mrs", "ms", "dr", "the", "of", "no", "nr", "s"})
"""Words of a name that need not be hidden: titles, particles, and the "s" of a possessive."""


@dataclass
class Tally:
    """Identifiers hidden and there, words hidden and rightly so."""

    hidden: Counter[str]
    there: Counter[str]
    words: int = 0
    right: int = 0

    def recall(self, kind: str) -> str:
        """Return the share of the identifiers of a kind that is hidden."""
        return f"{self.hidden[kind] / self.there[kind]:.3f}" if self.there[kind] else "    -"

    @property
    def precision(self) -> str:
        """Return the share of the hidden words that are identifiers."""
        return f"{self.right / self.words:.3f}" if self.words else "    -"


def blank() -> Tally:
    return Tally(Counter(), Counter())


def count(tally: Tally, text: str, hidden: set[int], gold: Sequence[tuple[int, int, str]]) -> None:
    """Add one text: an identifier is hidden when every word of it but titles is."""
    inside = {at for start, end, _ in gold for at in range(start, end)}
    for start, end, kind in gold:
        words = [
            m.start() + start
            for m in re.finditer(r"\w+", text[start:end])
            if m.group().lower() not in _SMALL
        ]
        tally.there[kind] += 1
        tally.hidden[kind] += all(at in hidden for at in words)
    for word in re.finditer(r"\w+", text):
        if word.start() in hidden:
            tally.words += 1
            tally.right += word.start() in inside


def score_reviews(folder: Path, *, known: bool) -> dict[str, Tally]:
    """Return a tally by style over every cycle of the labelled reviews in `folder`."""
    by_style = {style: blank() for style in STYLES}
    for review_folder in sorted(p.parent for p in folder.glob("*/review.yaml")):
        review = load_review(review_folder)
        for cycle, interviews in review["interviews"].items():
            with tempfile.TemporaryDirectory() as scratch:
                render_cycle(review, cycle, Path(scratch))
                settled = load_folder(Path(scratch))
                transcripts, _ = read_transcripts(settled)
            if not known:
                settled, transcripts = nothing_known(settled, transcripts)
            redaction = redact(transcripts, settled)
            texts = {t.path: t for t in transcripts}
            for interview in redaction.interviews:
                at = int(re.findall(r"\d+", interview.path.stem)[-1]) - 1
                tally = by_style[interviews[at]["interview"]["style"]]
                _count_interview(tally, interviews[at], interview, texts[interview.path])
    return by_style


def nothing_known(
    review: Review, transcripts: Sequence[Transcript]
) -> tuple[Review, tuple[Transcript, ...]]:
    """Return a review without settings, and its transcripts without names in the labels."""
    plain = {Part.INTERVIEWER: "Interviewer", Part.INTERVIEWEE: "Participant"}
    unnamed = tuple(
        replace(t, speakers=tuple(
            Speaker(RawText(plain.get(s.part, "Speaker 3")), s.part, s.side) for s in t.speakers
        ))
        for t in transcripts
    )  # fmt: skip
    return replace(review, names=Names(), alliance=RawText("")), unnamed


def _count_interview(
    tally: Tally, gold: Mapping[str, Any], interview: Any, raw: Transcript
) -> None:
    answers = [t for t in gold["turns"] if t.get("sentences")]
    spoken = [
        (raw.turns[at].text.reveal(), turn)
        for at, turn in enumerate(interview.turns)
        if raw.speakers[raw.turns[at].speaker].part is not Part.INTERVIEWER
    ]
    whole = "\n".join(text for text, _ in spoken)
    hidden: set[int] = set()
    offset = 0
    for text, turn in spoken:
        for r in turn.replacements:
            hidden.update(range(offset + r.start, offset + r.end))
        offset += len(text) + 1
    count(tally, whole, hidden, list(_gold_in(whole, answers)))


def _gold_in(whole: str, answers: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, int, str]]:
    """Yield the labelled identifiers at their place in the interview as it was read."""
    done = 0
    for answer in answers:
        for sentence in answer["sentences"]:
            words = re.escape(sentence["text"]).replace(r"\ ", r"\s+")
            found = re.compile(words).search(whole, done)
            if not found:
                continue
            done, after = found.end(), Counter[str]()
            for one in sentence.get("ids") or ():
                at = whole.find(one["span"], found.start() + after[one["span"]], found.end())
                if at >= 0:
                    after[one["span"]] = at + 1 - found.start()
                    yield at, at + len(one["span"]), one["type"]


def documents(file: Path, most: int) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """Yield text, turns and entities of a public set until `most` words are read."""
    words = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        if words >= most:
            return
        document = json.loads(line)
        end = len(document["text"])
        if len(document["text"].split()) > most - words:
            end = [m.end() for m in re.finditer(r"\S+", document["text"])][most - words - 1]
        text = document["text"][:end]
        words += len(text.split())
        turns = [(t["start"], t["end"]) for t in document["turns"] or () if t["end"] <= end]
        inside = [e for e in document["entities"] if e["end"] <= end]
        yield text, turns or [(0, end)], inside


def score_set(
    file: Path, most: int, *, lower: bool, finders: Mapping[str, Finder]
) -> dict[str, Any]:
    """Return a tally by finder over a sample of one public set."""
    tallies = {name: blank() for name in finders}
    for text, turns, entities in documents(file, most):
        shown = text.lower() if lower and len(text.lower()) == len(text) else text
        gold = [(e["start"], e["end"], e["type"]) for e in entities if e["type"] in TYPES]
        other = [(e["start"], e["end"]) for e in entities if e["type"] not in TYPES]
        unsure = {at for start, end in other for at in range(start, end)}
        for name, find in finders.items():
            count(tallies[name], shown, find(shown, turns) - unsure, gold)
    return tallies


def tell_reviews(title: str, tallies: Mapping[str, Tally], *, leaks: bool) -> None:
    print(f"\n{title}\n{'style':<11}" + "".join(f"{k.lower():>9}" for k in KINDS) + "  precision")
    for style, tally in tallies.items():
        cells = [
            f"{tally.there[k] - tally.hidden[k]}/{tally.there[k]}" if leaks else tally.recall(k)
            for k in KINDS
        ]
        print(f"{style:<11}" + "".join(f"{cell:>9}" for cell in cells) + f"  {tally.precision}")


def tell_sets(folder: Path, most: int) -> None:
    """Print a line for each set and casing: recall by kind and precision, finder by finder."""
    finders: dict[str, Finder] = {"synth": ours, "spaCy": spacy_alone}
    other = presidio()
    if other:
        finders["Presidio"] = other
    print(f"\nPublic sets, {most:,} words of each: recall by kind, precision of words")
    heads = [*finders, *(() if other else (f"Presidio: {NO_PRESIDIO}",))]
    print(f"{'':<28}" + "".join(f"{head:<28}" for head in heads))
    print(f"{'':<28}" + f"{'person org   place prec':<28}" * len(finders))
    for file in sorted(folder.glob("*.jsonl")):
        for lower in (False, True):
            tallies = score_set(file, most, lower=lower, finders=finders)
            name = file.stem.replace("_dev", "") + (" lower" if lower else "")
            cells = (" ".join((*map(t.recall, TYPES), t.precision)) for t in tallies.values())
            print(f"{name:<28}" + "".join(f"{cell:<28}" for cell in cells), flush=True)


def tell_leaks(folder: Path) -> int:
    """Run every cycle as a user does, print what can be read in share/; return what went wrong."""
    total, unfinished = Counter[tuple[str, str]](), 0
    with tempfile.TemporaryDirectory() as scratch:
        for review in sorted(p.parent for p in folder.glob("*/review.yaml")):
            for name, code, leaked in leaks_of(review, Path(scratch)):
                total += leaked
                unfinished += code != 0
                ended = f"synth run ended with exit code {code}" if code else "ran"
                print(f"{name}: {ended}, {leaked.total()} identifiers in share/", flush=True)
    print(
        f"\nIdentifiers in share/\n{'style':<11}" + "".join(f"{k.lower():>9}" for k in KINDS[:-1])
    )
    for style in (*STYLES, UNSAID):
        print(f"{style:<11}" + "".join(f"{total[style, kind]:>9}" for kind in KINDS[:-1]))
    return total.total() + unfinished


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("reviews", type=Path, help="folder of labelled reviews")
    parser.add_argument("sets", type=Path, help="folder of public sets (JSON lines)")
    parser.add_argument("--words", type=int, default=10_000, help="words taken of each set")
    parser.add_argument("--leaks", action="store_true", help="run every cycle, search share/")
    options = parser.parse_args(arguments)
    try:
        known = score_reviews(options.reviews, known=True)
        tell_reviews("Names known: identifiers left / there", known, leaks=True)
        unknown = score_reviews(options.reviews, known=False)
        tell_reviews("Nothing known: recall", unknown, leaks=False)
        tell_sets(options.sets, options.words)
        leaks = tell_leaks(options.reviews) if options.leaks else 0
    except SynthError as error:
        print(error, file=sys.stderr)
        return 1
    return int(leaks > 0)


if __name__ == "__main__":
    sys.exit(main())
