"""Fault put on somebody, and reasons given for a miss."""

from __future__ import annotations

from typing import Final

from synth.trust.cues import CueKind

BLAME: Final = CueKind(
    "blame",
    (
        "blame~ <who>|it|everything",
        "<they> ..2 blame~",
        "be|get~ blamed",
        "to blame",
        "the blame",
        "point~ ..2 finger|fingers",
        "finger-pointing",
        "finger pointing",
        "it|this|that|everything|all is|was|'s ..4 their|his|her|our|my|<name>|your ..2 fault|mistake",
        "<who> 's? fault",
        "pin~ it|this|that ..2 on <who>",
        "put~ it|this|that ..2 on <who> by|in",
        "hang~ it on <who>",
        "throw|threw|thrown <who> under the bus",
        "you people",
        "say|says|said|write|writes|wrote|tell|tells|told ..6 was|is ..3 of our|their making",
        "fail|failed to plan|deliver|prepare|inform",
        "who 's|is to blame|guilty",
        "make|made <who> ..3 scapegoat",
        "the guilty one|ones|party",
        "said|says|told|wrote ..6 it|that 's|was|is ..2 <they> ..4 fault|bug|problem|error|mistake",
        "presented|sold|reported as <they>|<we> ..2 bug|fault|mistake|problem|error",
        "always the ..2 's? fault",
        "<they> dropped the ball",
        "because of <they> ..2 we lost|missed|failed",
        "always their|his|her|your",
    ),
    about="target",
    unless=(
        "<not> ..3 blame~",
        "do|did n't|not|never ..3 blame|point",
        "<not> ..4 fault",
        "without ..2 blame|blaming",
        "no blame",
        "nobody|no-one|noone ..4 blame|blames|blamed",
        "my|our ..1 fault|mistake",
        "not ..3 with names",
    ),
)

EXCUSE: Final = CueKind(
    "excuse",
    (
        "excuse|excuses",
        "<they> ..2 say|says|said|tell|told|explain|explains|explained ..4 busy|budget|vacation|"
        "holiday|migration|season|onboarding|understaffed|overloaded",
        "the reason|explanation|line|answer they|he|she ..2 gave|give|was|is",
        "the ..2 line was",
        "the answer is|was",
        "always a|another reason|story|excuse",
        "first ..6 then ..6 then another",
        "found ..2 reasons",
        "not a ..2 defence|defense",
        "explains it ..3 not ..2 excuse",
        "was|were on vacation|holiday|leave",
        "the system|server was ..3 slow|down|migration",
        "somebody|someone 's|is|was always ..2 vacation|holiday|sick",
        "the colleague|person|guy|man was|had ..2 new|left|moved",
        "had|has moved on before",
        "was|'s told it|that ..2 not confirmed",
        "they|he|she told me ..3 holiday|migration|vacation|season|quarter|budget",
        "said <they> ..2 boss|director|lawyers|supplier had|told",
        "what they say , since",
        "same song|story",
        "new people are",
        "the quarter was",
    ),
    about="actor",
    unless=(
        "no excuse|excuses",
        "without ..2 excuse|excuses",
        "excuse me|my|us|the",
        "<not> ..4 excuse|excuses",
    ),
)

KINDS: Final = (BLAME, EXCUSE)
