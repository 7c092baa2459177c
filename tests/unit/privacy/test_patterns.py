from __future__ import annotations

import pytest

from tests.unit.privacy.made_up import NOBODY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to jane.doe@acme.example, please.", "Write to [email 1], please."),
        ("write to jane dot doe at acme dot com please", "write to [email 1] please"),
        ("it is j underscore doe at acme dot co dot uk", "it is [email 1]"),
        ("Call +44 20 7946 0018 tomorrow.", "Call [phone 1] tomorrow."),
        ("Call 0532 555 0188 tomorrow.", "Call [phone 1] tomorrow."),
        ("call plus four four two oh seven nine four six oh oh one eight", "call [phone 1]"),
        ("See https://acme.example/team?x=1 for it.", "See [link 1] for it."),
        ("see acme dot com slash team for it", "see [link 1] for it"),
        ("The account is GB29 NWBK 6016 1331 9268 19.", "The account is [id 1]."),
        ("Ticket AB-20391 is open.", "Ticket [id 1] is open."),
    ],
)
def test_addresses_and_numbers_are_replaced_whole(said, text, expected):
    assert said(text, review=NOBODY, name="Speaker 2") == expected


@pytest.mark.parametrize(
    "text",
    [
        "We sold 1,200,000 units for 3.5 million in 2024 and 2025.",
        "one two three and we were done at nine",
        "It rose from 2019 to 2023 by 40 percent.",
        "We met at nine. Then we left.",
        "i looked at it and the dot was gone",
    ],
)
def test_plain_numbers_stay(said, text):
    assert said(text, review=NOBODY, name="Speaker 2") == text


def test_one_address_keeps_one_pseudonym(said):
    text = "Use a.b@acme.example or A.B@acme.example, not c.d@acme.example."
    clean = said(text, review=NOBODY, name="Speaker 2")
    assert clean == "Use [email 1] or [email 1], not [email 2]."
