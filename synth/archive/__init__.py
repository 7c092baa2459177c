"""Write a run to disk, all of it or nothing, and say what it rests on."""

from synth.archive.key import read_key
from synth.archive.provenance import describe_run
from synth.archive.purging import private_files, remove
from synth.archive.writing import private_folder, write_run

__all__ = [
    "describe_run",
    "private_files",
    "private_folder",
    "read_key",
    "remove",
    "write_run",
]
