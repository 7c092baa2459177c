"""News between the partners: held back, learned too late, told early."""

from __future__ import annotations

from typing import Final

from synth.trust.cues import CueKind

_HEARD: Final = "learn|learned|learnt|hear|heard|found|find|finds|read|reads"

WITHHELD: Final = CueKind(
    "withheld_information",
    (
        "<they> ..2 hid|hide|hides|hidden|conceal|concealed|conceals ..2 it|that|this|"
        "from|the|a|an",
        "we did? hid|hide ..",
        "<they>|we|i held|hold|holding|holds|kept|keeping ..4 back",
        "held back <num>|a|the|some|that|it",
        "kept|keep|keeps|keeping|stay|stayed|stays quiet|silent|mum",
        "keep|kept|keeping my|our|their|his|her mouth|mouths shut",
        "told|asked|ordered|instructed ..3 say nothing",
        "told|asked|ordered|instructed ..2 to ..1 say|keep nothing|quiet|silent",
        "told|asked|ordered|instructed not to mention|tell|say|share|talk|discuss|disclose|forward",
        "asked|told to keep it",
        "<they>|we|i|office|team|board|people ..2 knew|known ..4 since|for",
        "<they>|we|i knew|known ..3 about it|that|this|them ..3 before|weeks|months",
        "<they> ..1 had|'d|have|'ve|has known ..5",
        "knew it|that|this ..3 already|before|months|weeks|long",
        "already knew",
        "it|that had|'d been known",
        "<they>|we never|not told|tell|mentioned|mention|shared|share|showed|show us|me|"
        "them|that|it|"
        "the ..3",
        "<they> did|do|does n't|not tell|mention|share|show|inform|pass us|me|them|that|it|the ..3",
        "sat|sit|sitting|sits on ..2 it|this|that|a|an|the ..6 weeks|days|months",
        "withhold|withheld|withholding|withholds",
        "left|leave|leaves that|this|it|them out of the",
        "nobody|no-one|noone ..1 forwarded|mentioned|passed|shared ..2",
        "not a word about|to|of",
        "internal ..1 audit|list|version|report|file ..6 knew|known|said|says|and",
        "we did|do n't|not say|tell them|him|her|anything|it ..",
        "in somebody|someone 's|the ..2 tray|drawer",
        "information ..3 withheld|missing|filtered|trickles|hoarded",
        "filter|filters|filtered ..1 what|information",
        "only show|showed|tell|told ..1 half|part|what",
    ),
    about="actor",
    unless=(
        "<not> ..3 hide|hides|hid|hiding|hidden|conceal|concealed|withhold|withheld",
        "<not> ..4 held|hold|kept|keep ..2 back",
        "hold|held|holding|keep|hides|hide back? nothing",
        "everybody|everyone knew|knows",
        "<they>|we knew what|how|who|where|exactly|each",
        "had|have not told <who>? anything",
        "known ..2 each other",
        "never knew|known",
        "supplier had",
        "know|known|knew <name> for|since|from|well",
    ),
    may_be=frozenset(("reported", "negated")),
)

LATE_SURPRISE: Final = CueKind(
    "late_surprise",
    (
        f"{_HEARD} ..3 from|in|on|off the|a|an|his|her|their|some ..2 press|newspaper|"
        "internet|bank|letter|"
        "customer|nurse|patient|calendar|hospital|slip|web|news|office|advertisement|ad|portal|"
        "linkedin|client|corridor|competitor|footnote|newsletter|announcement|journalist|"
        "taxi|tweet",
        f"{_HEARD} it|that|this ..2 from <name>",
        "found|find|finds|finding out ..4 from|only|when|after|by",
        "learn|learned|learnt|heard ..4 only after|when|then|in|on|at|by",
        "only ..3 then|after|now|when ..3 did|do|does <who> learn|hear|tell|find",
        "only ..4 told us|me|them|him|her after|when|once|the",
        "told us|me|them|him|her ..2 only|afterwards|too after|late|when",
        "came|come|comes out of nowhere",
        "out of the blue",
        "without ..2 warning|notice",
        "no warning",
        "from one day to the next",
        "by|total|complete|bad|nasty|unpleasant surprise",
        "blindsided|ambushed|blind-sided",
        "on the eve of|before",
        "two|three|one|<num>|a days|day|hours|evening before the meeting|launch|deadline|"
        "vote|release|"
        "go-live|board|audit",
        "at the last minute|moment|second",
        "nobody|no-one|noone ..1 told us|me ..2",
        "learn|learned|learnt|heard|found ..3 too late",
        "read|reads|saw|sees ..2 for the first time",
        "fait accompli",
        "could have told us|me|them|him|her ..4 before|weeks|months|earlier|sooner|in",
        "then|suddenly ..2 find|found|learn|learned|discover|discovered|read the|a|an|out|it",
        "in the meeting they|he|she announced|tell|told|say",
        "we|i|they were|was the last to know|hear|learn",
        "by then it|we was|were too late",
    ),
    about="other",
    unless=(
        "<not> ..3 surprised|surprise|surprises|ambushed",
        "good|nice|pleasant|happy|lovely surprise",
        "nobody|no-one told me|us ..1 i|we|to|how|why",
        "nothing ..3 last minute|moment",
        "did|do|does n't|not have to",
        "heard it|that|this from <they> first|himself|herself|directly",
        "would|will|'d|does not|n't read|hear|learn",
        "so that ..8 not|n't",
    ),
    may_be=frozenset(("reported", "ironic", "negated")),
)

EARLY_DISCLOSURE: Final = CueKind(
    "early_disclosure",
    (
        "told|tell|tells|called|call|calls|rang|rings|phoned|phones|warned|warns|wrote|"
        "informed|showed|"
        "texted|came ..6 before <who> ..4",
        "told|called|rang|phoned|warned|informed|wrote|texted ..4 the same|very|next day|"
        "night|hour|"
        "afternoon|evening|morning|minute",
        "the same|very day|night|hour|afternoon|evening|morning|week ..5 called|told|"
        "rang|wrote|informed|"
        "knew|phoned",
        "the same|very minute|moment ..5 knew|knows|learned|heard|heard",
        "same - day bad news",
        "bad news ..4 same|early|first|once|immediately|fast|right|openly|quickly",
        "call|calls|called|rang|rings|phoned|phones us|me|them|him|her himself|herself|themselves|"
        "immediately|straight|right|first|personally",
        "told|tell|tells|informed <who> ..2 early|upfront|immediately|openly|first|right|"
        "ahead|straight",
        "told|tell|tells <who> on <time> what|that",
        "warn|warns|warned|warning us|me|them|him|her|<name>",
        "give|gave|gives|given <who> ..2 heads|warning|notice",
        "heads - up",
        "early|advance|fair|timely warning",
        "rather ..2 hear|heard|know|knew it|that|now ..2 from|now",
        "rather you hear|heard|knew",
        "hear|heard|hears it from <who> first|and",
        "come|came|comes clean",
        "before <who> ..3 asked|noticed|ask|notice|notices|knew|know|saw|read|reads",
        "before <who> own ..1 boss|board|management|people",
        "<num>|a|some days|weeks|months|day|week|month ahead|before|early ..2 told|tell|"
        "said|warned|know",
        "told|tell|tells <who> ..2 <num>|weeks|days|months ..1 ahead|early|before|in",
        "open|upfront|honest|transparent about ..2 risk|risks|problem|problems|delay|"
        "delays|limits|trouble",
        "did|does|do n't|not wait for|until ..4 call|told|tell|rang|ask",
    ),
    about="actor",
    unless=(
        "should|could|might have told|called|warned|rung",
        "<not> ..4 told|tell|tells|warn|warned|warning|informed|notice",
        "had moved|left|gone|been ..3 before",
        "told <who> ..3 nothing|not",
        "only|too after|late",
        "asked|ask ..2 before",
        "the same|next day ..2 again|every",
    ),
)

KINDS: Final = (WITHHELD, LATE_SURPRISE, EARLY_DISCLOSURE)
