"""Keep third parties from writing to the terminal: they may quote what they were given."""

from __future__ import annotations

import logging
import os
import warnings
from typing import Final

_QUIET: Final = {
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",
}


def silence_libraries() -> None:
    """Turn off warnings, logs and progress bars that are not ours, and any call home."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    if os.environ.get("PYTHONWARNINGS") is None:
        warnings.simplefilter("ignore")
    logging.lastResort = None
