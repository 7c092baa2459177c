"""One module a format. The first reader that recognises a file reads it."""

from __future__ import annotations

from typing import Final

from synth.transcripts.readers import (
    json_list,
    open_document,
    pages,
    plain_text,
    rich_text,
    subrip,
    substation,
    table,
    web_page,
    webvtt,
    word,
    workbook,
)
from synth.transcripts.script import Opened, Reader, UnreadableError

READERS: Final[tuple[Reader, ...]] = (
    word.READER,
    open_document.READER,
    workbook.READER,
    pages.READER,
    rich_text.READER,
    web_page.READER,
    substation.READER,
    subrip.READER,
    webvtt.READER,
    table.READER,
    json_list.READER,
    plain_text.READER,
)


def reader_of(opened: Opened) -> Reader:
    """Return the reader that recognises a file by what it holds.

    Raises:
        UnreadableError: no reader does.
    """
    for reader in READERS:
        if reader.recognises(opened):
            return reader
    raise UnreadableError(
        "It is a packed file that is damaged, or of a kind that holds no transcript. Export the "
        "transcript as WebVTT, Word or text."
    )
