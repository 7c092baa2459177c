"""Turn a labelled review into review folders as users have them, one a cycle.

    python scripts/render_review.py REVIEW_DIR OUT_DIR [--cycle 2025-H1] [--bare] [--into]

Transcripts come in mixed layouts; `review.toml` and `people.csv` hold what a careful reviewer
would write there. The labels themselves are left behind.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.gold import Labelled, load_review, turns_of
from scripts.layouts import layout_of

_PEOPLE_NOTES = """\
# Who took part and who is named in the interviews. This file holds real names: keep it private.
# name: the full name. also: other forms of it, separated by ";" (nickname, surname alone,
# misspellings of a speech recogniser). side: a, b, other or interviewer. role: in your own words.
# file: the transcript in which this person is the interviewee; empty for people only named.
"""


def render_cycle(review: Labelled, cycle: str, folder: Path, *, bare: bool = False) -> None:
    """Write one cycle of a loaded review as a review folder.

    Args:
        review: what `scripts.gold.load_review` returns.
        cycle: a key of `review["cycles"]`.
        folder: where to write; made if missing. `transcripts/`, `review.toml`, `people.csv`.
        bare: write the transcripts alone.
    """
    interviews = review["interviews"][cycle]
    (folder / "transcripts").mkdir(parents=True, exist_ok=True)
    for position, interview in enumerate(interviews):
        layout = layout_of(position, interview["interview"]["style"])
        file = folder / "transcripts" / file_name(interview, position)
        file.write_bytes(layout.write(turns_of(interview)))
    if not bare:
        (folder / "review.toml").write_text(review_toml(review, cycle), encoding="utf-8")
        (folder / "people.csv").write_text(people_csv(review, cycle), encoding="utf-8")


def file_name(interview: Labelled, position: int) -> str:
    """Return the neutral file name of the interview at `position` (from 0)."""
    suffix = layout_of(position, interview["interview"]["style"]).suffix
    return f"interview-{position + 1:02}{suffix}"


def review_toml(review: Labelled, cycle: str) -> str:
    """Return the settings of a cycle, each explained by a comment."""
    date = max(str(i["interview"]["date"]) for i in review["interviews"][cycle])
    lines = [
        "# What is reviewed. Names in this file are replaced wherever they stand in a transcript.",
        "[review]",
        f"alliance = {_toml(review['alliance'])}  # hidden like every other name",
        f"cycle = {_toml(cycle)}  # how you call this round of interviews",
        f"date = {date}  # the day of the last interview",
        f"protocol = {_toml(review['protocol'])}  # what is rated, and against which benchmarks",
        f"phase = {_toml(review['lifecycle'])}  # formation, growth, maturity or renewal",
    ]
    for side in ("A", "B"):
        lines += ["", *_partner_lines(side, review["partners"][side])]
    lines += [
        "",
        "[names]",
        "# Further names to hide: customers, places, third parties.",
        f"hide = {_toml(_unique(review.get('other_names', ())))}",
        "keep = []  # never hide these, though they look like names",
        "",
        "[confidentiality]",
        "min_people = 3  # nothing is shown that fewer people than this could have said",
    ]
    return "\n".join(lines) + "\n"


def people_csv(review: Labelled, cycle: str) -> str:
    """Return the people of a cycle, below a comment that explains the columns."""
    files = {
        interview["interview"]["participant"]: file_name(interview, position)
        for position, interview in enumerate(review["interviews"][cycle])
    }
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("name", "also", "side", "role", "file"))
    for person in review["roster"]:
        also = ";".join(person.get("short") or ())
        side = _side(review, person)
        writer.writerow((person["name"], also, side, person["role"], files.get(person["name"], "")))
    return _PEOPLE_NOTES + buffer.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    review = load_review(options.review)
    cycles = [options.cycle] if options.cycle else list(review["cycles"])
    if options.into and len(cycles) != 1:
        print("--into writes one cycle: name it with --cycle.", file=sys.stderr)
        return 2
    for cycle in cycles:
        folder = options.out if options.into else options.out / cycle
        render_cycle(review, cycle, folder, bare=options.bare)
        print(folder)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("review", type=Path, help="folder with review.yaml and a folder a cycle")
    parser.add_argument("out", type=Path, help="where the review folders go: OUT/<cycle>/")
    parser.add_argument("--cycle", help="render this cycle only")
    parser.add_argument("--bare", action="store_true", help="transcripts alone, no settings")
    parser.add_argument("--into", action="store_true", help="write to OUT itself, not OUT/<cycle>")
    return parser


def _partner_lines(side: str, partner: dict[str, Any]) -> Iterator[str]:
    yield f"# Partner {side}: its people have side {side.lower()} in people.csv."
    yield f"[partners.{side.lower()}]"
    yield f"name = {_toml(partner['name'])}  # the full name"
    notes = {
        "aliases": "What else the company is called, misspellings too.",
        "products": "Its products, and what a speech recogniser makes of them.",
        "projects": "Code names of its projects.",
    }
    for key, note in notes.items():
        yield f"# {note}"
        yield f"{key} = {_toml(_unique(partner.get(key, ())))}"


def _side(review: Labelled, person: Labelled) -> str:
    interviewers = {
        interview["interview"]["interviewer"]
        for interviews in review["interviews"].values()
        for interview in interviews
    }
    if person["name"] in interviewers or person["role"].lower() == "interviewer":
        return "interviewer"
    return str(person["side"]).lower()


def _unique(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(str(name) for name in names))


def _toml(value: str | list[str]) -> str:
    """Return a TOML string or list of strings: JSON's are a subset of TOML's."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
