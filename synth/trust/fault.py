"""Fault put on somebody, and reasons given for a miss."""

from __future__ import annotations

from typing import Final

from synth.trust.cues import CueKind

BLAME: Final = CueKind(
    "blame",
    (
        "blame~ <who>|it|everything|that",
        "<they> ..2 blame~",
        "be|get~ blamed",
        "to blame",
        "put|puts|lay|laid|shift|shifted|pass|passed the blame",
        "point|points|pointed|pointing ..3 finger|fingers",
        "finger - pointing",
        "it|this|that|everything|all is|was|'s ..3 <they>|your ..2 fault|mistake",
        "it|this|that|all is|was|'s entirely|all|only|simply on|of <they>|us|our",
        "pin|pins|pinned|hang|hung it|this|that|everything ..2 on <who>",
        "threw|throw|thrown|throws ..3 under the bus",
        "said|say|says|told|tell|wrote|writes|wrote it|this|that? was|is|'s ..3 making|doing",
        "say|says|said|wrote|writes|claim|claims|claimed|told|swear ..6 was|were|is|'s "
        "<they>|our|my "
        "..2 fault|mistake|bug|error|making",
        "say|says|said|wrote|writes|claim|claims|claimed|told ..3 <they>|<we> ..1 had|have failed",
        "presented|sold|reported as <who> ..2 bug|fault|mistake|problem|error",
        "you people never|always|keep|started|did|broke|caused|again|and|with|in",
        "make|makes|made <who> ..2 scapegoat|scapegoats",
        "<they> dropped the ball",
        "it|that 's|is|was|were always <who> ..3",
        "<they> screwed|messed|fucked it|this|that|us|up",
        "let|leave~ <who> holding the",
        "only because of <they>",
    ),
    about="target",
    unless=(
        "<not> ..3 blame~",
        "<not> ..4 fault|mistake|finger|fingers|blaming",
        "without ..2 blame|blaming|finger|fingers|pointing",
        "my ..1 fault|mistake",
        "is|was|were always <they> who",
        "whoever|whose|who ..2 fault",
        "it|that 's|is|was always ..3 good|pleasure|kind|helpful|friendly|<time>",
    ),
)

EXCUSE: Final = CueKind(
    "excuse",
    (
        "excuse|excuses",
        "the official|usual reason|explanation|line|answer|story ..2 was|is",
        "the reason|explanation <they> ..2 gave|give|gives|given",
        "the answer|line|story is|was ..2 calendar|budget|season|migration|too|always",
        "always a|another|some|the same? reason|story|song|holiday|explanation",
        "first a|the|it ..8 then a|the|it",
        "found|find many|a|some|always ..2 reasons|reason",
        "not a ..2 defence|defense",
        "said|says|say|told|tell|tells|explained|explains ..8 on vacation|holiday|leave",
        "said|says|say|told|tell|tells|explained|explains ..8 busy|overloaded|understaffed|swamped|"
        "onboarding|migration|migrating|reorganisation|reorganization",
        "said|says|explained ..1 <they> ..1 boss|director|lawyers|supplier|headquarters "
        "..1 had|has|told|"
        "made|wanted|said|did",
        "the colleague|person|guy|woman|man was|is|had|has ..2 new|left|moved|sick",
        "was|were told it|that ..2 not confirmed|possible|allowed|ready",
        "blamed the weather|system|migration|supplier|season|server",
        "because of the holidays|migration|reorganisation|budget season|freeze",
        "due to the|a ..2 migration|season|holidays|shortage|freeze",
        "something|somebody|someone always came|comes|is|was ..2 up|sick|away",
        "hide|hides|hid behind the|a|their ..",
    ),
    about="actor",
    unless=(
        "<not> ..4 excuse|excuses|reason|reasons",
        "without ..2 excuse|excuses",
        "excuse me|us",
        "nobody on|was|were ..1 vacation|holiday|leave",
        "good|main|real reason|reasons",
    ),
)

KINDS: Final = (BLAME, EXCUSE)
