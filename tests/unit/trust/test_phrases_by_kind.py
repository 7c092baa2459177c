from __future__ import annotations

import pytest

from synth.trust import KINDS
from tests.unit.trust.cases import FIRES, SILENT


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in FIRES.items() for t in texts])
def test_the_kind_is_found(signals_in, kind, text):
    assert kind in {s.kind for s in signals_in(text)}


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in SILENT.items() for t in texts])
def test_the_kind_is_not_cried(signals_in, kind, text):
    assert kind not in {s.kind for s in signals_in(text)}


def test_every_kind_told_by_phrases_has_its_table():
    judged = {"we_joint", "we_own", "they_partner"}
    judged |= {"promise_kept", "promise_broken", "promise_open"}
    assert set(FIRES) == set(SILENT) == set(KINDS) - judged
