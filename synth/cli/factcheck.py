"""`synth factcheck`: a sheet for each participant, and what they answered."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synth.cli.console import count, explain, explain_more, shown, tell
from synth.errors import SynthError

if TYPE_CHECKING:
    from synth.records.decisions import Entry
    from synth.records.factcheck import FactSheet


def factcheck(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="FOLDER | FILES...", help="The review folder, or what came back."),
    ],
    apply: Annotated[
        bool, typer.Option("--apply", help="Read the sheets that came back into decisions.toml.")
    ] = False,
    folder: Annotated[
        Path | None, typer.Option(help="With --apply: the review folder of the sheets.")
    ] = None,
) -> None:
    """Ask the participants of FOLDER to check what rests on their words.

    Writes one Word file for each to out/private/factcheck, with boxes to confirm, correct or
    withdraw. Send them out, then: synth factcheck --apply FILES... --folder FOLDER.
    """
    if apply:
        if folder is None:
            raise SynthError("--apply: say which review the files belong to, with --folder FOLDER.")
        _apply(folder, paths)
    elif len(paths) == 1 and paths[0].is_dir():
        _write(paths[0])
    else:
        raise SynthError("Give one review folder, or --apply with the files that came back.")


def _write(folder: Path) -> None:
    from synth.archive import read_behind, read_key, read_result, write_sheets
    from synth.decisions import fact_sheets
    from synth.privacy import audit_files, refuse_leaks
    from synth.report import factcheck_docx
    from synth.review import load_review

    review, result, key = load_review(folder), read_result(folder), read_key(folder)
    sheets = fact_sheets(result, read_behind(folder))
    if not sheets:
        raise SynthError("The last report rests on nobody's words: there is nothing to check.")
    files = {sheet.file: factcheck_docx(sheet, result.cycle) for sheet in sheets}
    refuse_leaks(audit_files(files, key, review))
    names = {row.pseudonym: row.name.reveal() for row in key}
    whom = _whom(sheets, names)
    written = write_sheets(folder, sheets, files | {"whom.csv": whom})
    explain(f"{count(len(sheets), 'sheet')} written; whom.csv there says whose is which.")
    tell(shown(written))


def _whom(sheets: tuple[FactSheet, ...], names: dict[str, str]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("file", "pseudonym", "real name", "sheet"))
    rows = ((s.file, s.speaker, names.get(s.speaker, ""), s.code) for s in sheets)
    writer.writerows([f"'{c}" if c[:1] in "=+-@" else c for c in row] for row in rows)
    return stream.getvalue().encode("utf-8", "replace")


def _apply(folder: Path, files: list[Path]) -> None:
    from synth.archive import read_sheets
    from synth.decisions import answers_as_decisions
    from synth.review import add_decisions, read_returned

    sent = {sheet.code: sheet for sheet in read_sheets(folder)}
    returned = [(file, read_returned(file)) for file in files]
    strange = [shown(Path(f.name)) for f, r in returned if r.code not in sent]
    if strange:
        raise SynthError(
            f"{', '.join(strange)}: this review wrote no such sheet. Check --folder; nothing was "
            "changed."
        )
    entries: list[Entry] = []
    for file, answers in returned:
        checked = answers_as_decisions(sent[answers.code], answers)
        entries += checked.entries
        explain(f"{shown(Path(file.name))}: {_summary(checked.entries)}")
        for note in checked.notes:
            explain_more(note)
    tell(shown(add_decisions(folder, entries)))
    explain(f"run again to see the report with it, and settle what is open: synth decide {folder}")


def _summary(entries: tuple[Entry, ...]) -> str:
    told = entries[-1].values
    return ", ".join(f"{told[kind]} {kind}" for kind in ("confirmed", "corrected", "withdrawn"))
