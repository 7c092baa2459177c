"""Write a run to disk, all of it or nothing, and say what it rests on."""

from synth.archive.provenance import describe_run
from synth.archive.writing import private_folder, write_run

__all__ = ["describe_run", "private_folder", "write_run"]
