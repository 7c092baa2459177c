"""The head of the report: what was reviewed, from how many interviews, under which rules."""

from __future__ import annotations

from collections.abc import Sequence

from synth.protocols import Protocol
from synth.records.evidence import Sentence, people_in
from synth.records.people import Side
from synth.records.review import Review
from synth.records.synthesis import Heading
from synth.records.transcript import Skipped
from synth.synthesis.wording import Crowd


def crowd_of(sentences: Sequence[Sentence], floor: int) -> Crowd:
    """Return how many people spoke on each side, and the smallest number that may be shown."""
    sides = list(people_in(sentences).values())
    return Crowd({side: sides.count(side) for side in Side}, floor)


def write_heading(
    review: Review, protocol: Protocol, sentences: Sequence[Sentence], crowd: Crowd
) -> Heading:
    """Return the heading. The partners go by their pseudonyms, whatever review.toml calls them."""
    return Heading(
        alliance="Partner A and Partner B",
        cycle=review.cycle,
        date=review.date,
        protocol=protocol.id,
        protocol_name=protocol.name,
        phase=review.phase,
        kind=review.kind,
        min_people=review.min_people,
        interviews=len({s.interview for s in sentences}),
        people_a=crowd.totals[Side.A],
        people_b=crowd.totals[Side.B],
        people_unknown=crowd.totals[Side.UNKNOWN] + crowd.totals[Side.OTHER],
        assumptions=review.assumptions,
    )


def neutral_names(skipped: Sequence[Skipped]) -> tuple[str, ...]:
    """Return the name under which the report speaks of each skipped file: its own may tell."""
    files = sorted({s.path for s in skipped})
    return tuple(f"file {files.index(s.path) + 1}" for s in skipped)
