"""What a protocol file holds: the keys of the YAML, their types, and questions it answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Share = Annotated[float, Field(gt=0, lt=1)]
Weight = Literal["high", "medium", "low"]
SignalKind = Literal[
    "we_joint", "we_own", "they_partner", "promise_kept", "promise_broken", "promise_open",
    "blame", "excuse", "defensive_record", "workaround", "withheld_information", "late_surprise",
    "early_disclosure", "benefit_of_doubt", "credit_shared", "flexibility", "repair",
    "candid_disagreement",
]  # fmt: skip


class _Part(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, coerce_numbers_to_str=True
    )


class Level(_Part):
    """One rating of a scale. `icon` is a sign that can be told apart without its colour."""

    id: Id
    name: Text
    meaning: Text
    icon: Text


class Scale(_Part):
    """What a corner can be rated. Colours stand best first, levels from the lowest up."""

    id: Id
    kind: Literal["colours", "levels"]
    levels: Annotated[tuple[Level, ...], Field(min_length=2)]

    @property
    def best_first(self) -> tuple[Level, ...]:
        """Return the levels from the best to the worst, whichever way they are written."""
        return self.levels if self.kind == "colours" else self.levels[::-1]


class LevelDescriptor(_Part):
    """What a corner looks like at one level of the scale."""

    level: Id
    text: Text


class Corner(_Part):
    """One of the corners that a review looks at."""

    id: Id
    name: Text
    short: Text
    """The name in a word or two, for the head of a table."""
    about: Text
    watch_for: tuple[Text, ...] = ()
    """What misleads a reviewer in this corner, one sentence each."""
    levels: tuple[LevelDescriptor, ...] = ()


class Phase(_Part):
    """A time in the life of an alliance."""

    id: Id
    name: Text
    about: Text


class Kind(_Part):
    """A kind of alliance. `emphasis` are the corners that matter most in it, the first first."""

    id: Id
    name: Text
    about: str = ""
    emphasis: tuple[Id, ...]


class Benchmark(_Part):
    """What a corner should look like in a phase."""

    corner: Id
    phase: Id
    name: Text
    healthy: Annotated[tuple[Text, ...], Field(min_length=1)]
    warning: Annotated[tuple[Text, ...], Field(min_length=1)]
    intervention: Text


class Question(_Part):
    """An open question of the interview guide."""

    id: Id
    corner: Id
    text: Text
    follow_up: str = ""


class Intervention(_Part):
    """An action to recommend. `answers` describes the concern that calls for it."""

    id: Id
    corner: Id
    phases: tuple[Id, ...] = ()
    """The phases in which it fits; empty for every phase."""
    answers: Text
    text: Text
    urgency: Weight
    impact: Weight


class Imbalance(_Part):
    """What it means that one corner is strong while another is weak."""

    strong: Id
    weak: Id
    text: Text


class RatingRule(_Part):
    """When a corner may be rated, and what the evidence makes of it.

    A person's share of concern in a corner is their concern passages over their strength and
    concern passages; a side's is the mean over its people; the corner's is the mean over the sides.
    """

    min_people_per_side: Annotated[int, Field(ge=1)] = 2
    cuts: tuple[Share, ...]
    """Shares of concern between one level and the next worse: one fewer than the levels."""
    sides_apart: Share = 0.4
    """A difference in share of concern from which the two sides are said to disagree."""


class CoverageRule(_Part):
    """How many people and passages make a corner `covered` or `thin`. Below that: `missing`.

    The plan says how many people a review needs, and of which role groups on both sides.
    """

    covered_people: Annotated[int, Field(ge=1)] = 2
    covered_passages: Annotated[int, Field(ge=1)] = 4
    covered_roles: Annotated[int, Field(ge=1)] = 2
    """Role groups that must be heard, where roles are known."""
    covered_words: Annotated[int, Field(ge=0)] = 60
    sure_from: Annotated[float, Field(ge=0, le=1)] = 0.5
    """Probability from which a passage counts: below, it is as likely of another corner."""
    leading_most: Annotated[float, Field(ge=0, le=1)] = 0.5
    """Share of passages that may answer leading questions."""
    thin_people: Annotated[int, Field(ge=1)] = 1
    thin_passages: Annotated[int, Field(ge=1)] = 1
    plan_fewest: Annotated[int, Field(ge=1)] = 8
    plan_most: Annotated[int, Field(ge=1)] = 12
    plan_roles: tuple[Text, ...] = ("sponsor", "alliance manager", "sales", "product", "support")
    ask: Mapping[Id, tuple[Text, ...]] = {}
    """For a corner, the role groups that know it best, the first first; else those of the plan."""


class Seeds(_Part):
    """Phrases as interviewees would say them, by stance: what the corner tagger learns from."""

    strength: tuple[Text, ...]
    concern: tuple[Text, ...]
    neutral: tuple[Text, ...]


class Protocol(_Part):
    """A whole framework of review."""

    schema_version: Literal[1] = Field(alias="schema")
    id: Id
    name: Text
    about: Text
    language: Text = "en"
    scale: Scale
    corners: Annotated[tuple[Corner, ...], Field(min_length=2)]
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    kinds: tuple[Kind, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    interventions: tuple[Intervention, ...] = ()
    imbalances: tuple[Imbalance, ...] = ()
    signals: Mapping[SignalKind, Id] = {}
    """The corner that each kind of signal speaks to."""
    signal_seeds: Mapping[Id, Annotated[tuple[Text, ...], Field(min_length=1)]] = {}
    """Kinds of signal of the protocol's own, each by phrases as interviewees would say them."""
    ratings: RatingRule
    coverage: CoverageRule = CoverageRule()
    seeds: Mapping[str, Seeds]
    background: tuple[Text, ...] = Field(alias="seeds.none")
    """Phrases that speak to no corner."""

    def corner(self, corner: str) -> Corner:
        """Return the corner with this id. Raises KeyError where there is none."""
        return {c.id: c for c in self.corners}[corner]

    def benchmark(self, corner: str, phase: str) -> Benchmark | None:
        """Return what the corner should look like in the phase, where the protocol says it."""
        found = (b for b in self.benchmarks if (b.corner, b.phase) == (corner, phase))
        return next(found, None)

    def interventions_for(self, corner: str, phase: str) -> tuple[Intervention, ...]:
        """Return the actions that fit the corner in the phase, in the order of the file."""
        fits = (i for i in self.interventions if i.corner == corner)
        return tuple(i for i in fits if not i.phases or phase in i.phases)

    def seeds_of(self, corner: str, stance: str) -> tuple[str, ...]:
        """Return the seed phrases of a corner and stance (`strength`, `concern`, `neutral`)."""
        by_stance: dict[str, tuple[str, ...]] = dict(self.seeds[corner])
        return by_stance[stance]
