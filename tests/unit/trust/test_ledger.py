from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from synth.models import load_spacy
from synth.records.evidence import Sentence, Signal, Undertaking
from synth.records.people import Side
from synth.records.promises import Mention, Promise
from synth.records.text import CleanText
from synth.trust import keep_ledger, tally_promises
from synth.trust.phrases import PhraseBook
from synth.trust.promises import PHRASES
from synth.trust.reading import read_sentences
from synth.trust.undertakings import undertaking_of
from tests.unit.trust.conftest import said


def told(
    number: int,
    text: str,
    state: str = "kept",
    side: Side = Side.A,
    about: str = "b",
    due: str = "",
    speaker: str = "",
) -> tuple[Sentence, Signal]:
    who = speaker or f"[{side.value.upper()}: person {number}]"
    (sentence,) = said(text, side=side, speaker=who, answer=number)
    promise = Undertaking(CleanText(text), CleanText(due), state)
    kind = {"late": "promise_broken", "released": "promise_open"}.get(state, f"promise_{state}")
    signal = Signal(f"s{number}", f"p{number}", kind, side, about, CleanText(text), "made up",
                    sentence.origin, promise=promise)  # fmt: skip
    return sentence, signal


CROWD = [
    sentence
    for number in range(12)
    for sentence in said("We meet on Tuesday.", speaker=f"[B: person {50 + number}]", answer=90)
]
"""Others who speak: what few people mention is rare only among many."""


def ledger(*rows: tuple[Sentence, Signal]) -> tuple[Promise, ...]:
    return keep_ledger(
        [signal for _, signal in rows], [*(sentence for sentence, _ in rows), *CROWD]
    )


def test_what_two_people_say_of_one_promise_is_one_line():
    (promise,) = ledger(
        told(1, "They promised the spare pumps in Vietnamese boxes.", "kept"),
        told(2, "the vietnamese boxes with spare pumps came", "kept", Side.B, "b"),
    )
    assert promise.people == {"[A: person 1]", "[B: person 2]"}
    assert promise.state == "kept"
    assert "pumps" in promise.because or "vietnamese" in promise.because


def test_two_promises_stay_two_lines():
    lines = ledger(
        told(1, "They promised the spare pumps for the harbour."),
        told(2, "They promised a joint webinar about invoices.", "broken"),
    )
    assert [line.state for line in lines] == ["kept", "broken"]


def test_another_date_and_another_promiser_speak_against_one_line():
    first = told(1, "They promised the clinic manuals in March.", due="in March")
    assert len(ledger(first, told(2, "The clinic manuals were for March.", due="March"))) == 1
    assert (
        len(ledger(first, told(2, "Clinic manuals for June.", "open", about="a", due="June"))) == 2
    )


def test_likeness_of_meaning_joins_what_shares_few_words():
    rows = (
        told(1, "They promised to make us whole on the difference."),
        told(2, "He said he will pay the shortfall.", "open", Side.B),
    )
    sentences, signals = [s for s, _ in rows], [s for _, s in rows]
    same = np.array([[1, 0], [1, 0]], dtype=np.float32)
    other = np.eye(2, dtype=np.float32)
    assert len(keep_ledger(signals, sentences, same)) == 1
    assert len(keep_ledger(signals, sentences, other)) == 2


def test_the_sides_versions_stand_beside_each_other():
    (promise,) = ledger(
        told(1, "We sent the Vietnamese manuals to the clinic.", "kept", Side.B, "b"),
        told(2, "The Vietnamese manuals for the clinic never came.", "broken", Side.A, "b"),
    )
    assert promise.versions == {"a": "broken", "b": "kept"}
    assert promise.disputed
    assert promise.verdict == ""


def test_an_outcome_counts_before_an_earlier_hope():
    (promise,) = ledger(
        told(1, "They promised us the Vietnamese manuals.", "open"),
        told(2, "The Vietnamese manuals they promised are here.", "kept"),
    )
    assert promise.state == "kept"
    assert not promise.disputed


def test_the_order_of_signals_does_not_matter():
    rows = [
        told(1, "They promised the spare pumps for the harbour."),
        told(2, "The spare pumps for the harbour came.", side=Side.B),
        told(3, "A webinar was promised.", "open"),
    ]
    sentences, signals = [s for s, _ in rows], [s for _, s in rows]
    assert keep_ledger(signals, sentences) == keep_ledger(signals[::-1], sentences)


def promise(number: int, *mentions: tuple[str, str, Side], by: str = "a") -> Promise:
    rows = tuple(
        Mention(f"s{number}", "p", who, side, f"promise_{state}", state, CleanText("words"))
        for who, state, side in mentions
    )
    return Promise(f"pr{number}", by, "b", CleanText("x"), CleanText(""), rows, "made up")


def test_promises_are_tallied_by_side_not_by_mention():
    promises = [
        promise(1, ("x", "kept", Side.A), ("y", "kept", Side.A), ("z", "kept", Side.B)),
        promise(2, ("x", "broken", Side.A)),
        promise(3, ("y", "broken", Side.A), ("z", "kept", Side.B)),
        promise(4, ("z", "kept", Side.B), by="b"),
    ]
    ours, theirs = tally_promises(promises)
    assert (ours.by, ours.kept, ours.broken, ours.unsettled, ours.people) == ("a", 1, 1, 1, 3)
    assert (theirs.by, theirs.kept, theirs.broken) == ("b", 1, 0)


def test_a_share_needs_enough_people_and_promises():
    alone = [promise(n, ("x", "kept", Side.A)) for n in range(6)]
    assert tally_promises(alone)[0].kept_share is None
    several = [promise(n, (f"p{n}", "kept" if n else "broken", Side.A)) for n in range(6)]
    (tally,) = tally_promises(several)
    assert tally.kept_share == 0.83
    assert tally.low is not None
    assert tally.high is not None
    assert tally.low < tally.kept_share <= tally.high


def test_one_talkative_person_moves_the_interval_not_only_the_share():
    spread = [promise(n, (f"p{n}", "broken" if n % 2 else "kept", Side.A)) for n in range(8)]
    crowd = [promise(n, ("loud" if n % 2 else f"p{n}", "broken" if n % 2 else "kept", Side.A))
             for n in range(8)]  # fmt: skip
    (even,), (loud,) = tally_promises(spread), tally_promises(crowd)
    assert even.kept_share == loud.kept_share == 0.5
    assert loud.low is not None
    assert loud.high is not None
    assert even.low is not None
    assert even.high is not None
    assert loud.high - loud.low > even.high - even.low


UNDERTAKEN = [
    ("They promised us an interface by March, and it never came.", "promise_broken",
     "an interface by March", "by March", "broken"),
    ("She said she would send the list by Friday, and she did.", "promise_kept",
     "she would send the list by Friday", "by Friday", "kept"),
    ("They promised the parts for June, they came three weeks late.", "promise_broken",
     "the parts for June", "for June", "late"),
    ("We promised them a report, and then we agreed together to drop it.", "promise_open",
     None, "", "released"),
    ("They have promised two engineers.", "promise_open", "two engineers", "", "open"),
    ("It was promised for easter and it was never late.", "promise_kept", None, "for easter",
     "kept"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "what", "due", "state"), UNDERTAKEN)
def test_a_promise_tells_what_when_and_what_became_of_it(text, kind, what, due, state):
    (reading,) = read_sentences(said(text), load_spacy(None, exclude=("ner",)))
    promise = undertaking_of(reading, kind, tuple(PhraseBook(PHRASES).find(reading.doc)))
    assert (promise.due, promise.state) == (due, state)
    assert what is None or promise.what == what


def test_an_outcome_told_in_the_next_sentence_belongs_to_the_promise():
    first, second = said("They promised us the manuals by June.", "Nothing came.")
    book = PhraseBook(PHRASES)
    one, two = read_sentences((first, second), load_spacy(None, exclude=("ner",)))
    hits, before = tuple(book.find(two.doc)), tuple(book.find(one.doc))
    promise = undertaking_of(two, "promise_broken", hits, before)
    assert promise.follows
    assert promise.what == "the manuals by June"


def test_unknown_speakers_are_no_people_of_a_promise():
    row = told(1, "They promised the spare pumps.", speaker="[speaker unknown]")
    (promise,) = ledger(row, told(2, "The spare pumps they promised came."))
    assert promise.people == {"[A: person 2]"}
    assert replace(promise, mentions=()).state == "open"
