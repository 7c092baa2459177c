"""`synth protocol learn`: what the reviewer corrected becomes seeds for the next reviews."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synth.cli.arguments import ReviewFolder
from synth.cli.console import count, explain, shown, tell
from synth.cli.progress import Stages
from synth.cli.tables import tell_table
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.pipeline import Rehearsal
    from synth.protocols import NewSeed, Protocol
    from synth.records.evidence import Tag
    from synth.records.review import Review
    from synth.review import PassageDecision

_FEWEST_WORDS = 4


def learn(
    folder: ReviewFolder,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Turn the passages that you moved in FOLDER's decisions.toml into seeds of its protocol.

    Shows the new seeds and what they would change in this review before anything is written. A
    built-in protocol is never changed: a copy is put beside the review.
    """
    from synth.protocols import load_protocol, with_seeds
    from synth.review import load_review, read_passage_decisions

    review = load_review(folder)
    protocol = load_protocol(review.protocol, folder)
    decisions = read_passage_decisions(folder, protocol)
    if not decisions:
        explain("decisions.toml moves no passage ([[passages]]): there is nothing to learn.")
        return
    source, target = _files(review, protocol)
    with Stages() as stages:
        from synth import pipeline

        held = pipeline.rehearse(review, stages.report)
        seeds = _new_seeds(held, decisions, protocol)
        text, enlarged = with_seeds(source, seeds, target.name)
        then = held.tagged_by(enlarged)
    if not seeds:
        explain("every phrase that could be learnt is a seed already: there is nothing to learn.")
        return
    _tell_change(seeds, held.now, then)
    if not yes:
        _confirm()
    _write(target, text)
    tell(shown(target))
    if review.protocol != target.name and folder / review.protocol != target:
        explain(f'to use it, write into review.toml, under [review]: protocol = "{target.name}"')


def _files(review: Review, protocol: Protocol) -> tuple[str, Path]:
    """Return the text of the review's protocol, and the file that is to hold what is learnt."""
    from synth.protocols import built_in_protocols, text_of
    from synth.shipped import shipped

    if review.protocol not in built_in_protocols():
        path = review.folder / review.protocol
        return text_of(path, path.name), path
    target = review.folder / f"{protocol.id}-own.yaml"
    if target.exists():
        raise SynthError(
            f"{target.name} is there already, but the review does not use it. Write into "
            f'review.toml, under [review]: protocol = "{target.name}"; then learn again.'
        )
    return text_of(shipped("protocols", f"{protocol.id}.yaml"), target.name), target


def _new_seeds(
    held: Rehearsal, decisions: Sequence[PassageDecision], protocol: Protocol
) -> list[NewSeed]:
    """Return what the moved passages say, sentence by sentence; what is a seed already is left."""
    from synth.corners import find_decided, obey_reviewer
    from synth.protocols import NewSeed
    from synth.records.pseudonym import as_words

    found, misfits = find_decided(held.passages, decisions)
    for misfit in misfits:
        explain(misfit)
    moved = {name for ids in found for name in ids}
    known = set(_all_seeds(protocol))
    seeds = {}
    for passage in obey_reviewer(held.passages, decisions)[0]:
        for at in passage.sentences if passage.id in moved else ():
            sentence = held.sentences[at]
            text = " ".join(as_words(sentence.text, sentence.side.value).split())
            if len(text.split()) >= _FEWEST_WORDS and text not in known:
                seeds[text] = NewSeed(text, passage.tag.corner, passage.tag.stance)
    return list(seeds.values())


def _all_seeds(protocol: Protocol) -> Iterator[str]:
    for corner in protocol.seeds.values():
        for _, cell in corner:
            yield from cell
    yield from protocol.background


def _tell_change(seeds: Sequence[NewSeed], now: Sequence[Tag], then: Sequence[Tag]) -> None:
    tell_table(
        f"{count(len(seeds), 'new seed')}: your interviewees' words, with names replaced",
        ("corner", "stance", "seed"),
        [(s.corner, s.stance, s.text) for s in seeds],
    )
    explain("a protocol is often passed on: read the seeds before you agree.")
    moves = Counter(
        (_shown_tag(a), _shown_tag(b))
        for a, b in zip(now, then, strict=True)
        if (a.corner, a.stance) != (b.corner, b.stance)
    )
    changed = count(sum(moves.values()), "sentence")
    tell(f"{changed} of {len(now)} in this review would get another tag.")
    if moves:
        rows = sorted(moves.items(), key=lambda item: (-item[1], item[0]))
        tell_table("", ("now", "then", "sentences"), [(a, b, n) for (a, b), n in rows])


def _shown_tag(tag: Tag) -> str:
    return f"{tag.corner}, {tag.stance}"


def _confirm() -> None:
    if not sys.stdin.isatty():
        explain("there is no terminal to ask on. Nothing was written: give --yes to go on.")
        raise typer.Exit(2)
    if not typer.confirm("Put these seeds into the protocol?", default=False, err=True):
        explain("nothing was written.")
        raise typer.Exit(1)


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise SynthError(f"{shown(path)} cannot be written ({error.strerror}).") from None
