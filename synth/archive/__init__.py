"""Write a run to disk, all of it or nothing, and say what it rests on."""

from synth.archive.factcheck import read_behind, read_sheets, write_sheets
from synth.archive.interviewing import read_interviewing
from synth.archive.key import read_key
from synth.archive.provenance import describe_run
from synth.archive.purging import private_files, remove
from synth.archive.result import read_result
from synth.archive.writing import (
    add_private,
    add_share,
    add_shift,
    private_folder,
    write_run,
)

__all__ = [
    "add_private",
    "add_share",
    "add_shift",
    "describe_run",
    "private_files",
    "private_folder",
    "read_behind",
    "read_interviewing",
    "read_key",
    "read_result",
    "read_sheets",
    "remove",
    "write_run",
    "write_sheets",
]
