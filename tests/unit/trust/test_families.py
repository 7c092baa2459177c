from __future__ import annotations

import pytest

from synth.trust import KINDS
from tests.unit.trust.families import FIRES, SILENT

OF_FAMILY = {
    "fault": {"blame", "excuse"},
    "guard": {"defensive_record", "workaround"},
    "news": {"withheld_information", "late_surprise", "early_disclosure"},
    "goodwill": {"benefit_of_doubt", "credit_shared", "flexibility"},
    "quarrels": {"repair", "candid_disagreement"},
}


@pytest.mark.parametrize(("kind", "text"), [row for rows in FIRES.values() for row in rows])
def test_the_kind_is_found(signals_in, kind, text):
    assert kind in {s.kind for s in signals_in(text)}


@pytest.mark.parametrize(
    ("family", "text"), [(name, text) for name, texts in SILENT.items() for text in texts]
)
def test_nothing_of_the_family_is_cried(signals_in, family, text):
    assert not OF_FAMILY[family] & {s.kind for s in signals_in(text)}


def test_every_kind_told_by_phrases_is_in_a_family():
    judged = {"we_joint", "we_own", "they_partner"}
    judged |= {"promise_kept", "promise_broken", "promise_open"}
    assert set().union(*OF_FAMILY.values()) == set(KINDS) - judged
