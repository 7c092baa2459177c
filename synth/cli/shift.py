"""`synth shift`: what changed between review cycles, how sure, and in whose words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synth.cli.arguments import SummaryAsJson
from synth.cli.console import explain, printable, tell, tell_json
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.records.clean import KeyRow
    from synth.records.meeting import FollowUp
    from synth.records.people import Partner
    from synth.records.review import Review
    from synth.records.shift import Shift
    from synth.shift import Encode

_TOO_FEW = "cycles of one alliance, two or more: synth shift FOLDER FOLDER"


def shift(
    folders: Annotated[
        list[Path], typer.Argument(metavar="FOLDER…", help="The folders of two cycles or more.")
    ],
    as_json: SummaryAsJson = False,
) -> None:
    """Compare review cycles of one alliance: what changed, how sure, and in whose words.

    Rests on the last run of each FOLDER, in any order. Pages and tables go to out/shift of the
    latest cycle.
    """
    from synth.report import shift_pages
    from synth.shift import compare_cycles, read_cycle

    if len(folders) < 2:
        raise SynthError(f"Give {_TOO_FEW}")
    folders = _each_once(folders)
    cycles = {folder: read_cycle(folder) for folder in folders}
    reviews = {folder: _review(folder) for folder in folders}
    _refuse_strangers(reviews)
    ordered = sorted(folders, key=lambda f: (cycles[f].date or cycles[f].name, cycles[f].name))
    encode = _encoder(ordered[-1], reviews)
    found = compare_cycles(
        tuple(cycles.values()), encode, _followed(ordered[-2], ordered[-1], encode)
    )
    written = _write(ordered[-1], shift_pages(found), reviews)
    for notice in found.notices:
        explain(notice)
    if as_json:
        tell_json(_summary(found, written))
    else:
        tell(str(written / "shift.html"))


def _each_once(folders: Sequence[Path]) -> list[Path]:
    places = [folder.resolve() for folder in folders]
    twice = [folder for at, folder in enumerate(folders) if places[at] in places[:at]]
    if twice:
        raise SynthError(f"The folder {twice[0]} is given twice. Give each cycle once.")
    return list(folders)


def _review(folder: Path) -> Review | None:
    """Return the settings of a cycle; None where they cannot be read any more."""
    from synth.review import load_review

    try:
        return load_review(folder, begun=False)
    except SynthError:
        return None


def _refuse_strangers(reviews: Mapping[Path, Review | None]) -> None:
    """Refuse cycles of different alliances, and sides that changed places."""
    known = [(f, r) for f, r in reviews.items() if r and r.names.partner_a and r.names.partner_b]
    for (one, a), (other, b) in pairwise(known):
        first, second = (_partners(review) for review in (a, b))
        if first == second[::-1] and first != second:
            raise SynthError(
                f"Partner A of {one} is Partner B of {other}. Give them the same letters in "
                "review.toml and people.csv of both, and run that cycle again."
            )
        if not set(first) & set(second):
            raise SynthError(
                f"{one} and {other} are reviews of different alliances: what people say of one "
                "cannot be compared with the other. `synth portfolio` shows them side by side."
            )


def _partners(review: Review) -> tuple[str, str]:
    a, b = review.names.partner_a, review.names.partner_b
    return _folded(a), _folded(b)


def _folded(partner: Partner | None) -> str:
    return partner.name.reveal().casefold().strip() if partner else ""


def _encoder(folder: Path, reviews: Mapping[Path, Review | None]) -> Encode:
    """Return the encoder with the vectors that the latest run kept."""
    from synth.embeddings import PackagedEncoder, VectorCache, bind

    review = reviews[folder]
    encoder = PackagedEncoder(review.encoder if review else None)
    kept = folder / "out" / "private"
    cache = VectorCache(encoder.revision, kept if kept.is_dir() else None)
    return bind(encoder, cache, lambda _done: None)


def _followed(then: Path, now: Path, encode: Encode) -> tuple[FollowUp, ...]:
    """Return what people now say of what was agreed; nothing where there is no plan to read."""
    from synth.actions import find_plan, follow_up, read_plan
    from synth.archive import read_result

    path = find_plan(then)
    if path is None:
        return ()
    agreed = tuple(a for a in read_plan(path).actions if a.status != "dropped")
    try:
        return follow_up(agreed, read_result(then), read_result(now), encode)
    except SynthError:
        explain("the actions agreed last time could not be followed up: run both cycles again.")
        return ()


def _write(folder: Path, files: Mapping[str, bytes], reviews: Mapping[Path, Review | None]) -> Path:
    """Look for the names of every cycle in the files, and write them if there is none."""
    from synth.archive import add_shift
    from synth.privacy import audit_files, refuse_leaks

    for place, review in reviews.items():
        refuse_leaks(audit_files(files, _key(place), review))
    return add_shift(folder, files)


def _key(folder: Path) -> tuple[KeyRow, ...]:
    from synth.archive import read_key

    try:
        return read_key(folder)
    except SynthError:
        explain(f"{printable(str(folder))} has no key: only names of its settings are looked for.")
        return ()


def _summary(found: Shift, written: Path) -> dict[str, object]:
    return {
        "page": str(written / "shift.html"),
        "then": found.then.name,
        "now": found.now.name,
        "tested": found.tested,
        "moves": {m.id: {"verdict": m.verdict, "points": m.points} for m in found.moves},
        "themes": {k: count_of(found, k) for k in ("new", "gone", "turned", "grown", "shrunk")},
        "notices": list(found.notices),
    }


def count_of(found: Shift, kind: str) -> int:
    """Return how many themes moved in a way."""
    return sum(theme.kind == kind for theme in found.themes)
