"""The fact-check round: a sheet for each participant, and their answers as decisions."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from synth.decisions.entries import findings_of
from synth.records.decisions import Entry
from synth.records.evidence import UNKNOWN_SPEAKER
from synth.records.factcheck import FactAnswer, FactItem, FactSheet, ReturnedFile
from synth.records.kept import KeptFinding, KeptResult
from synth.records.matching import plain

_TAKEN_BACK: Final = "A participant took these words back in the fact-check."
_CORRECTED: Final = "A participant asked for a correction in the fact-check."
_NOT_MINE: Final = "I do not stand behind this."
"""What a participant says who withdraws a finding and writes nothing beside it."""


def fact_sheets(result: KeptResult, behind: Mapping[str, Sequence[str]]) -> tuple[FactSheet, ...]:
    """Return a sheet for each participant whose words the report shows or rests on.

    Args:
        result: the last run.
        behind: who stands behind each finding, by its id.
    """
    speakers = sorted({p.speaker for p in result.passages} - {UNKNOWN_SPEAKER})
    sheets = (_sheet(speaker, result, behind) for speaker in speakers)
    return tuple(sheet for sheet in sheets if sheet.items)


def _sheet(speaker: str, result: KeptResult, behind: Mapping[str, Sequence[str]]) -> FactSheet:
    quotes = [p for p in result.passages if p.speaker == speaker and p.shown]
    own = {p.id for p in quotes}
    findings = [
        f
        for f in findings_of(result)
        if speaker in behind.get(f.id, ()) or own & {q.passage for q in f.quotes}
    ]
    items = (
        *(FactItem(f"q{n}", "quote", p.id, p.text, passages=(p.text,))
          for n, p in enumerate(quotes, 1)),
        *(_finding_item(f"f{n}", f, result) for n, f in enumerate(findings, 1)
          if f.kind != "outlier"),
    )  # fmt: skip
    told = "\n".join((speaker, *(f"{i.kind}\t{i.text}" for i in items)))
    code = f"FC-{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:8]}"
    name = re.sub(r"[^a-z0-9]+", "-", speaker.casefold()).strip("-")
    return FactSheet(code, f"{name}.docx", speaker, items)


def _finding_item(ref: str, finding: KeptFinding, result: KeptResult) -> FactItem:
    texts = tuple(result.by_id[q.passage].text for q in finding.quotes if q.passage in result.by_id)
    return FactItem(ref, "finding", finding.id, finding.text, finding.drafted, texts)


@dataclass(frozen=True, slots=True)
class Checked:
    """The answers of one sheet: what to write into decisions.toml, and what to tell about it."""

    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def answers_as_decisions(sheet: FactSheet, returned: ReturnedFile) -> Checked:
    """Turn a sheet that came back into decisions. What can't be used is told, item by item."""
    answers = {answer.ref: answer for answer in returned.answers}
    entries: list[Entry] = []
    notes: list[str] = []
    counts: Counter[str] = Counter()
    for item in sheet.items:
        notes += _faults(item, answers.get(item.ref))
        kind = _answer(answers.get(item.ref))
        counts[kind] += 1
        entries += _entries(item, kind, answers.get(item.ref))
    if counts[""]:
        notes.append(f"{counts['']} of {len(sheet.items)} items have no answer.")
    if returned.remark:
        notes.append("There is a remark at the end: read it in the file.")
    summary: dict[str, str | int] = {
        "sheet": sheet.code,
        "confirmed": counts["confirm"],
        "corrected": counts["correct"],
        "withdrawn": counts["withdraw"],
    }
    return Checked((*entries, Entry("fact_checks", summary)), tuple(notes))


def _answer(answer: FactAnswer | None) -> str:
    """Return the box that counts: none where two are ticked. Words alone ask for a correction."""
    if answer is None or len(answer.ticked) > 1:
        return ""
    return answer.ticked[0] if answer.ticked else "correct" if answer.words else ""


def _faults(item: FactItem, answer: FactAnswer | None) -> Iterator[str]:
    name = f"{item.kind.capitalize()} {item.ref}"
    if answer is None or answer.text is None:
        yield f"{name} is not in the file any more."
    elif plain(answer.text.reveal()) != plain(item.text):
        yield (
            f"{name}: its text was changed in the file. That was not taken over: what was said "
            "stays as it was said. Ask for a correction in its own field."
        )
    if answer and len(answer.ticked) > 1:
        yield f"{name}: {' and '.join(answer.ticked)} are both ticked. Ask which was meant."
    if answer and answer.ticked == ("correct",) and not answer.words:
        yield f"{name}: a correction is asked for, but not written down. Ask for it."
    if answer and answer.ticked == ("confirm",) and answer.words:
        yield f"{name} is confirmed, and something is written beside it: read it in the file."


def _entries(item: FactItem, kind: str, answer: FactAnswer | None) -> Iterator[Entry]:
    if answer is None or kind not in ("correct", "withdraw"):
        return
    words = " ".join(answer.words.reveal().split())
    if item.kind == "quote":
        told: dict[str, str | bool] = {"id": item.id, "text": item.text}
        if kind == "withdraw":
            yield Entry("quotes", {**told, "withdrawn": True, "reason": _TAKEN_BACK})
        elif words:
            yield Entry("quotes", {**told, "correction": words, "reason": _CORRECTED})
    elif words or kind == "withdraw":
        yield Entry(
            "findings",
            {
                "id": item.id,
                "text": item.drafted or item.text,
                "passages": item.passages,
                "correction": words or _NOT_MINE,
                "reason": _CORRECTED,
            },
        )
