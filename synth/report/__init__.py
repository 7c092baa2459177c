"""The report room: a synthesis goes in, the bytes of every file to write come out.

Nothing is written to disk here, so that the leak check can look at all of it first.
"""

from synth.report.renderers import PRIVATE_RENDERERS, RENDERERS, render, render_private

__all__ = ["PRIVATE_RENDERERS", "RENDERERS", "render", "render_private"]
