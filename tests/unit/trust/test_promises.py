from __future__ import annotations

import pytest

FIRES = [
    ("promise_kept", "They said we would have the samples by Friday, and they came on Thursday."),
    ("promise_kept", "[B: person 1] promised to send two people and he did."),
    ("promise_kept", "They kept their word on the price."),
    ("promise_kept", "He said he would call me back, and he called the same evening."),
    ("promise_kept", "it was promised for easter and it was there two weeks early"),
    ("promise_broken", "They promised us an interface by March, and it never came."),
    ("promise_broken", "They broke their promise."),
    ("promise_broken", "She said she would send it by Friday and nothing happened."),
    ("promise_broken", "They promised two engineers and nobody came, we are still waiting."),
    ("promise_broken", "They went back on what we had agreed."),
    ("promise_open", "They have promised us the report by the end of June."),
    ("promise_open", "We told them they will get the list in autumn, we'll see."),
    ("promise_open", "I have promised [B: person 2] an answer before the summer."),
    ("promise_open", "They say they will fix it by Christmas."),
    ("promise_open", "It is agreed that they will open the data in spring."),
    ("promise_kept", "They said two weeks and it took two weeks, they kept their word."),
    ("promise_kept", "We promised them an answer by Monday and they had it on Sunday."),
    ("promise_broken", "We promised them a list and never sent it."),
    ("promise_broken", "They said March, and it is June and I am still waiting."),
    ("promise_broken", "She went back on her promise."),
    ("promise_broken", "they told us we would have it by autumn and nothing ever came"),
    ("promise_open", "He promised me a decision by Friday."),
    ("promise_open", "We have agreed to send them two engineers in October."),
]
SILENT = [
    "If they had promised us an interface, I would have waited for it.",
    "Did they promise you anything?",
    "The weather was promising and the food was good.",
    "We met in March and it was a long meeting.",
    "The train was late again.",
    "I like working with them, they are kind.",
    "It's not that they don't deliver.",
    "We agree on most things.",
    "They broke the machine.",
    "I never said that.",
    "I promise you, nothing was ready and nobody came.",
    "Nobody knows what happens after the contract.",
    "In summer we sold more than in winter.",
    "Have they kept their promises?",
    "If they kept one promise a year, I would be happy.",
    "I wish they had promised us something.",
    "They never promised us anything.",
    "We promise our customers a reply within the day.",
    "The customer promised to pay in March, and he did.",
    "I can't promise that.",
    "Would they keep a promise like that?",
    "My son promised to clean his room.",
    "It is a promising product.",
]


@pytest.mark.parametrize(("kind", "text"), FIRES)
def test_the_promise_and_its_state_are_found(heard_in, kind, text):
    promises = {s.kind for s in heard_in(text) if s.kind.startswith("promise_")}
    assert promises == {kind}


@pytest.mark.parametrize("text", SILENT)
def test_no_promise_is_made_of_it(heard_in, text):
    assert not [s for s in heard_in(text) if s.kind.startswith("promise_")]


def test_a_promise_is_about_who_made_it(heard_in):
    theirs = "They promised us an interface by March, and it never came."
    ours = "I have promised [B: person 2] an answer before the summer."
    about = [s.about for t in (theirs, ours) for s in heard_in(t) if s.kind[:4] == "prom"]
    assert about == ["b", "a"]
