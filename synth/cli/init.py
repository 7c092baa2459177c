"""`synth init`: the first settings of a review folder, asked for or given."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from synth.cli.arguments import ReviewFolder
from synth.cli.console import explain, shown, tell

_NEEDED: Final = ("alliance", "partner_a", "partner_b")
_QUESTIONS: Final = {
    "alliance": "Name of the alliance",
    "partner_a": "First partner (side a)",
    "partner_b": "Second partner (side b)",
    "protocol": "Protocol",
    "phase": "Phase",
    "cycle": "Cycle, such as 2026-H1 (may be empty)",
    "date": "Date of the interviews, such as 2026-05-30 (may be empty)",
}


def init(  # noqa: PLR0913, PLR0917 - one argument an option
    folder: ReviewFolder,
    alliance: Annotated[str, typer.Option(help="Name of the alliance.")] = "",
    partner_a: Annotated[str, typer.Option(help="Name of the first partner, side a.")] = "",
    partner_b: Annotated[str, typer.Option(help="Name of the second partner, side b.")] = "",
    protocol: Annotated[str, typer.Option(help="A built-in protocol, or a YAML file.")] = "",
    phase: Annotated[str, typer.Option(help="Phase of the alliance.")] = "",
    cycle: Annotated[str, typer.Option(help="Name of this round of interviews.")] = "",
    date: Annotated[str, typer.Option(help="Date of the interviews, YYYY-MM-DD.")] = "",
) -> None:
    """Write the settings of a new review into FOLDER.

    review.toml says what is reviewed, people.csv who took part; comments explain each line.
    On a terminal, synth asks for what is not given.
    """
    from synth.review import Answers, init_folder, refuse_if_begun

    refuse_if_begun(folder)
    given = {
        "alliance": alliance, "partner_a": partner_a, "partner_b": partner_b,
        "protocol": protocol, "phase": phase, "cycle": cycle, "date": date,
    }  # fmt: skip
    answers = _ask(given, folder) if sys.stdin.isatty() else _refuse_gaps(given)
    for path in init_folder(folder, Answers(**answers)):
        tell(shown(path))
    explain(f"put the transcripts into {folder}, then: synth check {folder}")


def _refuse_gaps(given: dict[str, str]) -> dict[str, str]:
    gaps = [f"--{key.replace('_', '-')}" for key in _NEEDED if not given[key]]
    if gaps:
        explain(f"there is no terminal to ask on. Give {', '.join(gaps)}.")
        raise typer.Exit(2)
    return given


def _ask(given: dict[str, str], folder: Path) -> dict[str, str]:
    answers: dict[str, str] = {}
    for key, question in _QUESTIONS.items():
        default, hint = _offer(key, answers, folder)
        answers[key] = given[key] or _asked(question + hint, default, needed=key in _NEEDED)
    return answers


def _offer(key: str, answers: dict[str, str], folder: Path) -> tuple[str, str]:
    """Return the default of a question, and what to add to it."""
    from synth.protocols import built_in_protocols, load_protocol
    from synth.review import DEFAULT_PROTOCOL, default_phase

    if key == "protocol":
        return DEFAULT_PROTOCOL, f" ({', '.join(built_in_protocols())}, or a YAML file)"
    if key == "phase":
        protocol = load_protocol(answers["protocol"], folder)
        return default_phase(protocol), f" ({', '.join(p.id for p in protocol.phases)})"
    return "", ""


def _asked(question: str, default: str, *, needed: bool) -> str:
    fallback = None if needed else default
    answer: str = typer.prompt(question, default=fallback, show_default=bool(default), err=True)
    return answer.strip()
