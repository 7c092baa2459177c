"""One module a format. The first reader that recognises a file reads it."""

from __future__ import annotations

from typing import Final

from synth.transcripts.readers import json_list, plain_text, subrip, table, webvtt, word
from synth.transcripts.script import Opened, Reader, UnreadableError

READERS: Final[tuple[Reader, ...]] = (
    word.READER,
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
        "It is a packed file, but not a Word document. Export the transcript as WebVTT, Word or "
        "text."
    )
