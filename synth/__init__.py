"""synth: a draft synthesis of alliance interviews, offline, with every sentence on its evidence."""

__version__ = "0.1.0"
