"""Read a fact-check sheet that came back, whatever its way through word processors did to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from synth.errors import SynthError
from synth.records.factcheck import ANSWERS, FactAnswer, ReturnedFile
from synth.records.text import RawText

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CODE: Final = re.compile(r"FC-[0-9a-f]{8}")
_REF: Final = re.compile(r"\b(?:Quote|Finding) ([qf]\d+)\b")
_TICKED: Final = "☒☑✓✔✗✘xX"
_MOST_BYTES: Final = 20_000_000


def read_returned(path: Path) -> ReturnedFile:
    """Return what a participant answered.

    Boxes and fields are read by their tags; where a program threw these away, by their words.

    Raises:
        SynthError: it is not a Word file, or not one of synth's sheets.
    """
    body = _body(path)
    code = _CODE.search(body.code)
    if code is None:
        raise SynthError(
            f"{path.name} is not a fact-check sheet: it has no code such as FC-1a2b3c4d. "
            "Give the Word files that the participants sent back."
        )
    answers = tuple(a for t in body.tables if (a := _answer(t)))
    return ReturnedFile(code[0], answers, RawText(_field(body.root, "else")))


class _Body:
    """The parts of a sheet that matter."""

    def __init__(self, document: Any) -> None:
        self.root = document.element.body
        self.tables = [table._tbl for table in document.tables]
        footers = "".join(_text(s.footer._element) for s in document.sections)
        self.code = f"{document.core_properties.identifier or ''} {footers} {_text(self.root)}"


def _body(path: Path) -> _Body:
    from docx import Document

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError
        return _Body(Document(str(path)))
    except OSError as error:
        raise SynthError(f"{path.name} cannot be read ({error.strerror}).") from None
    except Exception:  # whatever a broken file makes the library raise may quote it
        raise SynthError(
            f"{path.name} cannot be read as a Word file. Save it as .docx and try again."
        ) from None


def _answer(table: Any) -> FactAnswer | None:
    """Return the answer that a table holds, or None where the table is no item."""
    cells = [" ".join(_lines(cell)) for cell in table.iter(f"{_W}tc")]
    ref = next((found[1] for cell in cells if (found := _REF.search(cell))), "")
    if not ref:
        return None
    tags = {_tag(box): box for box in table.iter(f"{_W}sdt")}
    if any(f"{ref}:{answer}" in tags for answer in ANSWERS):
        ticked = tuple(a for a in ANSWERS if _is_ticked(tags.get(f"{ref}:{a}")))
    else:
        ticked = tuple(a for a in ANSWERS if _ticked_in_words(" ".join(cells), a))
    words = _field(table, f"{ref}:words") if f"{ref}:words" in tags else _after(cells)
    text = re.sub(_REF, "", cells[0], count=1).strip() if _REF.search(cells[0]) else None
    return FactAnswer(ref, ticked, RawText(words), None if text is None else RawText(text))


def _tag(box: Any) -> str:
    tag = box.find(f"{_W}sdtPr/{_W}tag")
    return "" if tag is None else str(tag.get(f"{_W}val"))


def _is_ticked(box: Any) -> bool:
    if box is None:
        return False
    state = box.find(f"{_W}sdtPr/{_W14}checkbox/{_W14}checked")
    told = "" if state is None else state.get(f"{_W14}val", "")
    return told in ("1", "true") or any(sign in _text(box) for sign in _TICKED)


def _ticked_in_words(text: str, answer: str) -> bool:
    return bool(re.search(rf"[{_TICKED}]\W{{0,3}}{answer}", text, re.IGNORECASE))


def _field(root: Any, name: str) -> str:
    box = next((b for b in root.iter(f"{_W}sdt") if _tag(b) == name), None)
    return "" if box is None else _written(_text(box))


def _after(cells: list[str]) -> str:
    """Return what stands after the colon of the last cell: "In your words: …"."""
    return _written(cells[-1].partition(":")[2]) if len(cells) > 1 else ""


def _written(text: str) -> str:
    """Return what somebody wrote into a field; nothing where its hint still stands."""
    return text.replace("(write here)", "").strip()


def _lines(element: Any) -> Iterator[str]:
    for paragraph in element.iter(f"{_W}p"):
        yield _text(paragraph)


def _text(element: Any) -> str:
    """Return the text of an element; deletions that are tracked are gone."""
    return "".join(t.text or "" for t in element.iter(f"{_W}t"))
