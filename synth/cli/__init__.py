"""The commands: the only place that prints, exits and shows progress."""

from synth.cli.app import main

__all__ = ["main"]
