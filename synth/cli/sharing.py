"""Write documents beside the last report: what may be shared passes the leak check first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synth.records.review import Review


def share(review: Review, files: Mapping[str, bytes]) -> Path:
    """Write files to `out/share` of a folder that was run before, and return that folder.

    Raises:
        SynthError: a name of the key stands in a file (exit code 3); nothing is written then.
    """
    from synth.archive import add_share, read_key
    from synth.privacy import audit_files, refuse_leaks

    refuse_leaks(audit_files(files, read_key(review.folder), review))
    return add_share(review.folder, files)
