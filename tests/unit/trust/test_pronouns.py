from __future__ import annotations

import pytest

from synth.records.people import Side

FIRES = [
    ("we_joint", "We both want the launch in spring."),
    ("we_joint", "[B: person 1] and I sit down together and we agree on the list."),
    ("we_joint", "She and I disagree, we argue, and then we decide together."),
    ("we_joint", "It is our joint plan, theirs and mine."),
    ("we_joint", "The two of us decided that we go to the customer together."),
    ("we_own", "We told them that our lawyers need a week."),
    ("we_own", "They promised us the parts."),
    ("we_own", "Our people are tired of it, on our side at least."),
    ("we_own", "We sent [Partner B] the invoice."),
    ("we_own", "Our board wants to see numbers from them."),
    ("they_partner", "They promised us a new interface."),
    ("they_partner", "On their side nobody knows the process."),
    ("they_partner", "[Partner B] is slow, they have told us so themselves."),
    ("they_partner", "We asked them twice for the drawings."),
    ("they_partner", "Their legal team told us to wait."),
]
SILENT = [
    ("we_own", "We both own the plan together, the two of us, [B: person 1] and I."),
    ("we_own", "She and I met, and together we decided, both of us."),
    ("we_own", "[B: person 1] and I agree with each other, we decide together."),
    ("we_own", "We both laugh about it together."),
    ("we_joint", "They told us nothing."),
    ("we_joint", "We told them that we need our own lawyers for this."),
    ("we_joint", "They sent us the wrong file and we told them."),
    ("we_joint", "Our side has its own budget, and they have theirs."),
    ("they_partner", "I like the weather here."),
    (
        "they_partner",
        "The customers are happy when they get the parts and the boxes and their papers.",
    ),
    ("they_partner", "He likes the plan and she likes the plan."),
    ("they_partner", "Most guests never notice what they pay for."),
]


@pytest.mark.parametrize(("kind", "text"), FIRES)
def test_the_pronoun_is_resolved(heard_in, kind, text):
    assert kind in {s.kind for s in heard_in(text)}


@pytest.mark.parametrize(("kind", "text"), SILENT)
def test_the_pronoun_means_somebody_else(heard_in, kind, text):
    assert kind not in {s.kind for s in heard_in(text)}


def test_a_pronoun_says_whom_it_is_about(heard_in):
    found = {s.kind: s.about for s in heard_in("We told them it was late.", side=Side.B)}
    assert found == {"we_own": "b", "they_partner": "a"}


def test_without_a_side_nobody_is_the_partner(heard_in):
    assert heard_in("We told them that it was late.", side=Side.UNKNOWN) == ()
