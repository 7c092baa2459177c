"""review.toml: its keys and types. A parent's values hold where the folder says nothing."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, StrictInt, field_validator, model_validator

from synth.protocols import built_in_protocols
from synth.review.faults import Part, read_toml

REVIEW_FILE: Final = "review.toml"
_ISO_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class ReviewTable(Part):
    """What is reviewed."""

    alliance: str = ""
    cycle: str = ""
    date: str = ""
    protocol: str = ""
    phase: str = ""
    kind: str = ""

    @field_validator("date", mode="before")
    @classmethod
    def _as_iso(cls, value: object) -> str:
        if isinstance(value, datetime):
            value = value.date()
        written = value.isoformat() if isinstance(value, date) else str(value).strip()
        if written and not _ISO_DATE.fullmatch(written):
            raise ValueError("write a date as year-month-day: 2026-05-30")
        return written


class PartnerTable(Part):
    """One of the two organisations, under every name by which it goes."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_name(self) -> PartnerTable:
        if not self.name and (self.aliases or self.products or self.projects):
            raise ValueError("give the partner's name: name = …")
        return self


class PartnersTable(Part):
    """Both organisations."""

    a: PartnerTable = PartnerTable()
    b: PartnerTable = PartnerTable()


class NamesTable(Part):
    """Further names to hide, and what must never be hidden."""

    hide: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


class ConfidentialityTable(Part):
    """The confidentiality floor."""

    min_people: Annotated[StrictInt, Field(default=3)]

    @field_validator("min_people")
    @classmethod
    def _at_least_one(cls, value: int) -> int:
        if value < 1:
            raise ValueError("must be a whole number of at least 1")
        return value


class ModelsTable(Part):
    """Other models than the packaged ones."""

    encoder: str | None = None
    spacy: str | None = None


class Settings(Part):
    """The whole of review.toml."""

    review: ReviewTable = ReviewTable()
    partners: PartnersTable = PartnersTable()
    names: NamesTable = NamesTable()
    confidentiality: ConfidentialityTable = ConfidentialityTable(min_people=3)
    models: ModelsTable = ModelsTable()


def read_settings(folder: Path) -> Settings:
    """Return the folder's settings over those of its parent.

    Raises:
        SynthError: a file is wrong, with every key that is.
    """
    own = read_toml(folder / REVIEW_FILE, REVIEW_FILE, Settings) or Settings()
    parent = read_toml(
        folder.resolve().parent / REVIEW_FILE, f"../{REVIEW_FILE} (inherited)", Settings
    )
    if parent is None:
        return own
    inherited = parent.model_dump(exclude_unset=True)
    _seen_from_below(inherited.get("review", {}))
    return Settings.model_validate(_over(inherited, own.model_dump(exclude_unset=True)))


def _seen_from_below(review: dict[str, Any]) -> None:
    """Turn the parent's path of a protocol file into one that is right in the folder."""
    protocol = review.get("protocol", "")
    if protocol and protocol not in built_in_protocols():
        path = Path(protocol).expanduser()
        review["protocol"] = str(path if path.is_absolute() else Path("..") / path)


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Return `below` with every value that `above` has, table by table."""
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        tables = isinstance(inner, dict) and isinstance(value, dict)
        merged[key] = _over(merged[key], value) if tables else value
    return merged
