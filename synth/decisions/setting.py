"""`KEY=VALUE` as entries of decisions.toml: for scripts, and for the answers given on a terminal.

| key | value |
|---|---|
| `rating.CORNER` | a level of the scale |
| `quote.PASSAGE` | `strike`, `withdraw`, or the id of the passage to quote instead |
| `theme.ID.name`, `theme.ID.into`, `theme.ID.drop` | a name; the id of another theme; `yes` |
| `finding.ID.wording`, `finding.ID.drop` | a sentence; `yes` |
| `action.ID.owner`, `.date`, `.wording`, `.drop` | who; YYYY-MM-DD; a sentence; `yes` |
| `fact_check`, `final` | `closed` or `open`; `yes` or `no` |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from synth.decisions.entries import (
    action_entry,
    action_named,
    finding_entry,
    finding_named,
    passage_named,
    quote_entry,
    texts_of,
    theme_entry,
    theme_named,
)
from synth.errors import SynthError
from synth.protocols import Protocol
from synth.records.decisions import Entry
from synth.records.findings import NOT_ENOUGH
from synth.records.kept import KeptResult

_KEYS: Final = (
    "rating.CORNER", "quote.ID", "theme.ID.name", "theme.ID.into", "theme.ID.drop",
    "finding.ID.wording", "finding.ID.drop", "action.ID.owner", "action.ID.date",
    "action.ID.wording", "action.ID.drop", "fact_check", "final",
)  # fmt: skip
_DAY: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_NO_REASON: Final = frozenset({"owner", "date", "fact_check", "final"})


def entry_of(setting: str, reason: str, result: KeptResult, protocol: Protocol) -> Entry:
    """Return what one `KEY=VALUE` writes.

    Raises:
        SynthError: there is no such key, its value is none, or the reason is missing.
    """
    key, equals, value = (part.strip() for part in setting.partition("="))
    kind, _, rest = key.partition(".")
    if not (
        equals
        and value
        and kind in ("rating", *_MAKERS)
        and (rest or kind in ("fact_check", "final"))
    ):
        raise SynthError(
            f"--set {key or setting}: write KEY=VALUE, with one of the keys {', '.join(_KEYS)}."
        )
    if not reason and key.rpartition(".")[2] not in _NO_REASON:
        raise SynthError(f"--set {key}: say why, with --reason. The report shows the reason.")
    if kind == "rating":
        return _rating(rest, value, reason, protocol)
    return _MAKERS[kind](rest, value, reason, result)


def _rating(corner: str, level: str, reason: str, protocol: Protocol) -> Entry:
    corners = [c.id for c in protocol.corners]
    levels = [*(each.id for each in protocol.scale.levels), NOT_ENOUGH]
    _one_of(corner, corners, "corner")
    _one_of(level, levels, "level")
    return Entry(f"ratings.{corner}", {"rating": level, "reason": reason})


def _quote(name: str, value: str, reason: str, result: KeptResult) -> Entry:
    passage = passage_named(result, name)
    if value == "strike":
        return quote_entry(passage, reason)
    if value == "withdraw":
        return quote_entry(passage, reason, withdrawn=True)
    return quote_entry(passage, reason, instead=passage_named(result, value).text)


def _theme(rest: str, value: str, reason: str, result: KeptResult) -> Entry:
    name, what = _split(rest, ("name", "into", "drop"))
    theme = theme_named(result, name)
    if what == "name":
        return theme_entry(theme, result, reason, name=value)
    if what == "drop":
        return theme_entry(theme, result, reason, drop=_yes(value))
    into = theme_named(result, value)
    texts = texts_of(into, result)
    label = into.drafted or into.label
    return theme_entry(theme, result, reason, into=label, into_passages=texts)


def _finding(rest: str, value: str, reason: str, result: KeptResult) -> Entry:
    name, what = _split(rest, ("wording", "drop"))
    finding = finding_named(result, name)
    if what == "drop":
        return finding_entry(finding, result, reason, drop=_yes(value))
    return finding_entry(finding, result, reason, wording=value)


def _action(rest: str, value: str, reason: str, result: KeptResult) -> Entry:
    name, what = _split(rest, ("owner", "date", "wording", "drop"))
    action = action_named(result, name)
    if what == "date" and not _DAY.fullmatch(value):
        raise SynthError("--set action.….date: write the day as year-month-day: 2026-06-30.")
    if what == "drop":
        return action_entry(action, reason, drop=_yes(value))
    return action_entry(action, reason, **{what: value})


def _fact_check(_: str, value: str, __: str, result: KeptResult) -> Entry:
    _one_of(value, ["open", "closed"], "state of the fact-check")
    return Entry("report", {"fact_check": value, "transcripts": result.transcripts})


def _final(_: str, value: str, __: str, result: KeptResult) -> Entry:
    _one_of(value, ["yes", "no"], "answer")
    return Entry("report", {"final": value == "yes", "transcripts": result.transcripts})


_MAKERS: Final[Mapping[str, Callable[[str, str, str, KeptResult], Entry]]] = {
    "quote": _quote,
    "theme": _theme,
    "finding": _finding,
    "action": _action,
    "fact_check": _fact_check,
    "final": _final,
}


def _split(rest: str, known: tuple[str, ...]) -> tuple[str, str]:
    name, _, what = rest.rpartition(".")
    if not name or what not in known:
        raise SynthError(f"--set ….{rest}: after the id comes one of: {', '.join(known)}.")
    return name, what


def _yes(value: str) -> bool:
    _one_of(value, ["yes"], "answer")
    return True


def _one_of(value: str, known: list[str], what: str) -> None:
    if value not in known:
        raise SynthError(f"There is no {what} {value}. Give one of: {', '.join(known)}.")
