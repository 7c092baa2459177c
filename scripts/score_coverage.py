"""Score coverage against labelled reviews: planted gaps found, and the matrix cell by cell.

    python scripts/score_coverage.py RUNS REVIEW_DIR [REVIEW_DIR ...] [--json]

RUNS holds the cycles as `scripts/score_review.py --out RUNS` leaves them: RUNS/<review>/<cycle>/,
rendered and run. From what each run kept of its interviews, all of side B, all of one role, and all
that is said of one corner are taken out in turn. The gaps that coverage then reports are held
against those that a careful reader's labels give under the same rules. Interviews are taken out of
what the run kept, which is what a run without them would keep but for its themes: a passage's tags
depend on its own answer alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.gold import GoldSentence, Labelled, load_review, sentences_of
from scripts.render_review import file_name
from synth.archive import read_interviewing
from synth.coverage import measure_coverage, survey
from synth.protocols import Protocol, load_protocol
from synth.records.survey import Gap, Heard, Interviewing

_MOST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Planted:
    """One planting: how many gaps it makes, how many were named, how many named without cause."""

    review: str
    what: str
    gaps: int
    named: int
    as_missing: int
    false: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Cells of the matrix on which our tags and the labels give one status."""

    review: str
    sides: int
    sides_alike: int
    roles: int
    roles_alike: int


def score_cycle(
    name: str, interviews: Sequence[Labelled], run: Path, protocol: Protocol
) -> tuple[Agreement, tuple[Planted, ...]]:
    """Return the agreement and the plantings of one cycle that was run in folder `run`."""
    ours = read_interviewing(run)
    sentences = [
        sentence
        for position, interview in enumerate(interviews)
        for sentence in sentences_of(interview, f"transcripts/{file_name(interview, position)}")
    ]
    gold = replace(ours, heard=tuple(_gold_heard(sentences, ours)))
    held_by = _labels_of_passages(run, sentences)
    plantings = tuple(
        _planted(
            name, what, _without(ours, what, held_by), _without(gold, what, {}), gold, protocol
        )
        for what in _plantings(ours, protocol)
    )
    return _agreement(name, ours, gold, protocol, held_by), plantings


def _plantings(held: Interviewing, protocol: Protocol) -> Iterator[tuple[str, str]]:
    yield "side", "b"
    there = {p.role_group for p in held.people}
    yield from (("role", role) for role in protocol.coverage.plan_roles if role in there)
    yield from (("corner", corner.id) for corner in protocol.corners)


def _without(held: Interviewing, what: tuple[str, str], labels: dict[str, str]) -> Interviewing:
    """Return the interviews without a side or a role, or without what is said of a corner.

    `labels` tells the corner that a careful reader gives to most of a passage, where it is ours.
    """
    kind, which = what
    if kind == "corner":
        left = tuple(h for h in held.heard if labels.get(h.passage, h.corner) != which)
        return replace(held, heard=left)
    gone = {p.speaker for p in held.people if which == (p.side if kind == "side" else p.role_group)}
    heard = tuple(h for h in held.heard if h.speaker not in gone)
    there = {h.interview for h in heard}
    return replace(
        held,
        people=tuple(p for p in held.people if p.speaker not in gone),
        interviews=tuple(i for i in held.interviews if i in there),
        heard=heard,
        asked=tuple(a for a in held.asked if a.speaker not in gone),
    )


def _planted(
    name: str,
    what: tuple[str, str],
    ours: Interviewing,
    gold: Interviewing,
    whole: Interviewing,
    protocol: Protocol,
) -> Planted:
    before = {_place(g) for g in survey(whole, protocol).missing}
    true = {_place(g) for g in survey(gold, protocol).missing}
    found = survey(ours, protocol).gaps
    named = {_place(g) for g in found if g.kind != "interviews"}
    missing = {_place(g) for g in found if g.status == "missing"}
    planted = true - before
    thin = {_place(g) for g in survey(gold, protocol).gaps}
    return Planted(
        name, " ".join(what), len(planted), len(planted & named), len(planted & missing),
        len(named - thin),
    )  # fmt: skip


def _place(gap: Gap) -> tuple[str, str, str, str]:
    return gap.kind, gap.corner, gap.side, gap.role_group


def _gold_heard(sentences: Sequence[GoldSentence], ours: Interviewing) -> Iterator[Heard]:
    """Yield passages made of labelled sentences as the passages room makes them of tagged ones."""
    interview_of = dict(zip(ours.files, ours.interviews, strict=True))
    speaker_of = {h.interview: (h.speaker, h.side, h.role_group) for h in ours.heard}
    key = lambda s: (s.file, s.turn, s.corner, s.stance)  # noqa: E731 - read in place
    number = 0
    for (file, _, corner, stance), run in groupby(sentences, key=key):
        interview = interview_of.get(file, "")
        if interview not in speaker_of:
            continue
        for words in _cut([len(s.text.split()) for s in run]):
            number += 1
            speaker, side, role = speaker_of[interview]
            name = f"g{number}"
            yield Heard(name, interview, speaker, side, role, corner, stance, "", words)


def _cut(lengths: Sequence[int]) -> Iterator[int]:
    words = 0
    for length in lengths:
        if words and words + length > _MOST_WORDS:
            yield words
            words = 0
        words += length
    if words:
        yield words


def _labels_of_passages(run: Path, sentences: Sequence[GoldSentence]) -> dict[str, str]:
    """Return for each of our passages the corner that most of its labelled characters have."""
    by_turn: dict[tuple[str, int], list[GoldSentence]] = defaultdict(list)
    for sentence in sentences:
        by_turn[sentence.file, sentence.turn].append(sentence)
    labels = {}
    with (run / "out" / "private" / "provenance.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            share: dict[str, int] = defaultdict(int)
            start, end = int(row["start"]), int(row["end"])
            for sentence in by_turn[row["file"], int(row["turn"])]:
                share[sentence.corner] += max(
                    0, min(end, sentence.end) - max(start, sentence.start)
                )
            if any(share.values()):
                labels[row["id"]] = max(sorted(share), key=lambda corner: share[corner])
    return labels


def _agreement(
    name: str,
    ours: Interviewing,
    gold: Interviewing,
    protocol: Protocol,
    labels: dict[str, str],
) -> Agreement:
    """Compare the matrix after each interview, and with each corner taken out.

    Of a whole review nearly every cell is covered, whoever reads it: only on the way there, and
    with something missing, do the states differ.
    """
    pairs = [(_first(ours, n), _first(gold, n)) for n in range(1, len(ours.interviews) + 1)]
    pairs += [
        (_without(ours, ("corner", c.id), labels), _without(gold, ("corner", c.id), {}))
        for c in protocol.corners
    ]
    counts = [0, 0, 0, 0]
    for found, true in pairs:
        states = {
            (c.corner, c.side, c.role_group): c.status for c in measure_coverage(found, protocol)
        }
        for cell in measure_coverage(true, protocol):
            at = 0 if cell.role_group == "all" else 2
            counts[at] += 1
            counts[at + 1] += states.get((cell.corner, cell.side, cell.role_group)) == cell.status
    return Agreement(name, *counts)


def _first(held: Interviewing, interviews: int) -> Interviewing:
    """Return what would be known after so many interviews."""
    there = set(held.interviews[:interviews])
    heard = tuple(h for h in held.heard if h.interview in there)
    people = tuple(p for p in held.people if p.held < interviews)
    return replace(held, people=people, interviews=held.interviews[:interviews], heard=heard)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    protocol = load_protocol("alliance-health")
    scores = []
    for folder in options.reviews:
        review = load_review(folder)
        for cycle, interviews in review["interviews"].items():
            run = options.runs / folder.resolve().name / cycle
            name = f"{folder.resolve().name}/{cycle}"
            scores.append(score_cycle(name, interviews, run, protocol))
    agreements = [agreement for agreement, _ in scores]
    plantings = [planted for _, several in scores for planted in several]
    if options.json:
        told = {
            "matrix": [asdict(a) for a in agreements],
            "planted": [asdict(p) for p in plantings],
        }
        print(json.dumps(told, indent=1))
    else:
        _tell(agreements, plantings)
    return 0


def _tell(agreements: Sequence[Agreement], plantings: Sequence[Planted]) -> None:
    print("| review | cells corner × side alike | cells with role alike |\n|---|---|---|")
    for a in agreements:
        print(f"| {a.review} | {a.sides_alike}/{a.sides} | {a.roles_alike}/{a.roles} |")
    sides = sum(a.sides_alike for a in agreements) / sum(a.sides for a in agreements)
    roles = sum(a.roles_alike for a in agreements) / sum(a.roles for a in agreements)
    print(f"| all | {sides:.3f} | {roles:.3f} |\n")
    print("| taken out | times | gaps | named | as missing | false | false a time |")
    print("|---|---|---|---|---|---|---|")
    for kind in ("side", "role", "corner", ""):
        some = [p for p in plantings if p.what.startswith(kind)]
        gaps, named, missing, false = (
            sum(getattr(p, field) for p in some)
            for field in ("gaps", "named", "as_missing", "false")
        )
        label = kind or "all"
        print(f"| {label} | {len(some)} | {gaps} | {named} | {missing} | {false} | "
              f"{false / len(some):.2f} |")  # fmt: skip


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("runs", type=Path, help="RUNS/<review>/<cycle>/, rendered and run")
    parser.add_argument("reviews", type=Path, nargs="+", help="labelled reviews")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
