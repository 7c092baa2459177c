"""Where the files that travel with the program lie: protocols, model pins, the demo review."""

from __future__ import annotations

from pathlib import Path


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder, in a wheel or in a checkout.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for root in (package / "_shipped", package.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"synth is not fully installed: {'/'.join(parts)} is missing")
