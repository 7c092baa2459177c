from __future__ import annotations

from collections.abc import Callable

import pytest

from synth.privacy import redact
from synth.records.review import Review
from tests.unit.privacy.made_up import make_review, make_transcript


@pytest.fixture(scope="session")
def said() -> Callable[..., str]:
    """Return what one answer reads like after redaction."""

    def answer(text: str, review: Review | None = None, **more: object) -> str:
        transcript = make_transcript([text], **more)  # type: ignore[arg-type]
        result = redact((transcript,), review or make_review())
        return str(result.interviews[0].turns[1].text)

    return answer
