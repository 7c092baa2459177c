"""News between the partners: held back, learned too late, told early."""

from __future__ import annotations

from typing import Final

from synth.trust.cues import CueKind

WITHHELD: Final = CueKind(
    "withheld_information",
    (
        "<who> ..2 hid|hide|hides|hidden|hiding|conceal|concealed|concealing",
        "hold|held|holding|holds|keep|kept|keeping ..3 back ..2",
        "held|kept back ..",
        "kept|keep|keeps|stay|stayed quiet|silent about|until|till",
        "keep|kept my|our|their|his|her mouth shut",
        "told|asked|order|instructed ..4 say nothing|to say nothing|to keep quiet",
        "told|asked|instructed ..2 not to mention|tell|say|share|put|carry|forward",
        "asked|told to keep it",
        "<who> ..2 knew|known ..2 about|since|already|for|the ..3 since|for|before",
        "'d|had|'ve|have ..2 known ..4 since|for|already|it",
        "knew about|of that|the|it|this ..6 before|weeks|months|kept|did",
        "<they> knew",
        "it|that 'd|had been known",
        "never|did n't|not tell|told us|me|them|him|her ..2 about|that|of",
        "sat|sit|sitting|sits on ..2 it|this|that|a|the ..6 weeks|days|months|drawer",
        "sat tight",
        "in a|somebody's|the drawer|in-tray",
        "nobody|no-one forwarded|told us|mentioned|passed",
        "have|had|has n't|not|never told|shared|shown <who>",
        "did|do|does n't|not|never share|disclose|reveal|pass",
        "withhold|withheld|withholding",
        "left|leave out the|that|of the",
        "not a word about|to",
        "i was told not to",
        "give|gave it all|everything ..3 missing",
        "with ..4 missing",
        "on a slide|list ..4 and nobody",
        "a|an internal audit|list|version|file",
        "file called",
    ),
    about="actor",
    unless=(
        "nobody|no-one|not|n't|never|nothing ..4 hide|hides|hid|hiding|hidden|conceal|held back",
        "hold|held|holding|keep back nothing",
        "nothing ..3 hide|hidden",
        "i|we have|had n't|not told <who>? anything",
        "everybody|everyone knew|knows",
        "they|he|she knew what|how|who|where|exactly|each|their|his|her|the",
    ),
    may_be=frozenset(("reported", "negated")),
)

LATE_SURPRISE: Final = CueKind(
    "late_surprise",
    (
        "learn|learned|learnt|hear|heard|found|find|finds|read|reads out? ..4 from|in|on|off the|a|an|"
        "<name>|his|her|their ..2 press|newspaper|internet|bank|letter|customer|nurse|patient|calendar|"
        "hospital|slip|taxi|web|news|out-of-office|advertisement|ad|portal|linkedin|slide|page|"
        "meeting|client|corridor|competitor|footnote|wedding|cake|paper|supplier|market|announcement",
        "learn|learned|learnt|heard|hear|found ..3 from <name>",
        "found|find|finds out ..3 from|only|when|after|about|by",
        "heard|learned|learnt|knew|read it|that|this ..2 from the|a",
        "heard|learned|told ..2 only after|when|then|in|on|at",
        "only then|now|after did|do|does <who> learn|hear|tell",
        "came|come|comes out of nowhere",
        "out of the blue",
        "without ..2 warning",
        "no warning",
        "from one day to the next",
        "by surprise",
        "blindsided|ambushed",
        "on the eve|evening|day of the|a",
        "two|three|one|a few days|day|hours before the meeting|launch|deadline",
        "at the last minute|moment",
        "last-minute",
        "nobody|no-one told me|us|them|him|her",
        "no|not a one|call wrote|called",
        "learned|found too late",
        "for the first time on page|in",
        "by accident|chance ..2",
        "shared by mistake",
        "that was the announcement",
        "presented with a fait",
        "fait accompli",
        "should|could have told <who> in|before|weeks|months|earlier",
        "then i|we find|found the|a|out",
        "and|actually , by the way",
    ),
    about="other",
    unless=(
        "nobody|no-one|never|not|n't ..3 surprised|surprise",
        "no surprise|surprises",
        "good|nice|pleasant|happy surprise",
    ),
    may_be=frozenset(("reported", "ironic", "negated")),
)

EARLY_DISCLOSURE: Final = CueKind(
    "early_disclosure",
    (
        "told|tells|tell|called|calls|rang|rings|phoned|warned|warns|wrote|informed|showed|texted|came"
        " ..6 before ..6",
        "told|called|rang|phoned|warned|informed|wrote ..4 the same|very day|night|hour|afternoon|"
        "evening|morning|minute",
        "the same|very day|night|hour|afternoon|evening|morning ..4 called|told|rang|wrote|knew",
        "same-day bad news",
        "bad news ..3 the same|early|first|at once|immediately|fast|right",
        "call|calls|called|rang|rings|phoned|ring|phone ..3 me|us|them|him|her himself|herself|"
        "immediately|straight|right|first|at",
        "called|rang|phoned|wrote|texted|calls|rings <who> ..4 on the mobile|from the|at night|from",
        "warn~ <who>",
        "give|gave|gives <who> ..2 heads-up|heads up|warning",
        "heads-up",
        "early warning",
        "rather ..2 hear|heard it from",
        "rather you hear",
        "better from my mouth",
        "told <who> early|upfront|straight|openly|in advance|right",
        "come|came|comes clean",
        "be~ open|upfront|transparent|honest about|with <who>",
        "lay|laid|put|puts ..3 on the table ..3",
        "before <who> ..3 asked|noticed|ask|knew|know|saw|boss|heard",
        "tell|tells <who> on a|each|every",
        "nobody|no-one had asked",
        "<num>|a day|week|days|weeks|month|months ahead|before|early ..2 tell|told|know",
    ),
    about="actor",
    unless=(
        "should|could have told|called|warned",
        "never|not|n't|nobody|no ..4 told|tell|warn|warned|warning|call|called|informed",
        "only|too after|late",
        "asked ..2 before",
        "if ..6",
    ),
)

KINDS: Final = (WITHHELD, LATE_SURPRISE, EARLY_DISCLOSURE)
