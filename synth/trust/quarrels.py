"""Quarrels that do good: a conversation that mends something, a disagreement handled well."""

from __future__ import annotations

from typing import Final

from synth.trust.cues import CueKind

REPAIR: Final = CueKind(
    "repair",
    (
        "<who> ..2 apologise|apologised|apologize|apologized|apologises|apologizes and|, ..6",
        "<who> ..2 apologised|apologized to|before|in|first|personally|for|without",
        "<who> said sorry and|, ..4 <we>|<they>",
        "'m|am sorry , in",
        "clear|cleared|clears|clearing the air",
        "had|have it|things out",
        "talked|talk|talking it|that|things|everything out|through|over",
        "made|make up again|afterwards|after",
        "bury|buried|burying the hatchet|it",
        "that|it one? is|was buried|settled|forgiven",
        "since then|that ..2 day|call|talk|evening|meeting|conversation? ..6 better|"
        "different|again|fine|"
        "easier|open|partners|friends",
        "it|things was|were|is|are|went|got ..1 better|easier|lighter|calmer|fine after|"
        "afterwards|since|"
        "again",
        "after that ..2 call|talk|evening|meeting|conversation|night|day? ..6 better|"
        "again|fine|partners|"
        "easier|open|friends",
        "sat|sit down|together ..8 line by line|sorted|honest|open|everything|through",
        "went through it|everything|them|the ..3 line by line",
        "said|say|told all|everything|it|the of|whole|ugly ..2 thing|face|stuff",
        "stood|came|flew|drove|travelled ..8 said|say|told ..6 face|sorry|mistake",
        "was|were|is my|our|mine mistake|fault|, ..6 sorry",
        "was mine|ours ..8 sorry",
        "reset|rebuild|rebuilt|rebuilding|repair|repaired|mend|mended|restored ..3 trust|"
        "relationship|"
        "confidence|friendship",
        "told each other everything|all|the|what",
        "shook hands ..2 on|and|again|after",
        "open|honest|frank|difficult|long conversation|talk ..8 after|since|then|better|"
        "mended|helped",
        "we|they ..3 laughed|laughing ..2 about it|together|again",
        "owned|owns up to",
        "admitted|admit|admits ..2 it|that|they|he|she|we ..6 and",
        "i|we|they|he|she was|were wrong ..3 and|, ..2 said|apologised|sorry",
        "are|were|is|was ..2 speaking|talking again|now",
        "they|we ..2 lunch|work|talk|speak together|again now|since",
        "by the end|morning ..2 was|were|had ..3 solved|settled|clear|fine|laughing|over",
    ),
    about="both",
    unless=(
        "<not> ..5 apologise|apologised|apologize|apologized|apology|sorry",
        "sorry to say|, ..1 i|for|about|can|but",
        "waiting|waited|wait ..4 apology|sorry",
        "should|must|could ..4 apologise|apologize|sorry",
        "promised|owes|owe ..4 apology",
        "sorry|apologise|apologised ..2 for asking|the|noise|late|being",
        "to say sorry",
        "excuse|apologise|apologize me|for that|this",
    ),
)

CANDID_DISAGREEMENT: Final = CueKind(
    "candid_disagreement",
    (
        "disagree|disagreed|disagrees|disagreement|argued|argue|quarrelled|quarreled|"
        "fought|quarrel|row|"
        "fight|dispute ..10 and|then|with|but ..10 fair|right|both|each|together|numbers|"
        "data|laughed|"
        "lunch|dinner|dessert|ate|eat|half|solution|agreed|other|friends|facts|beer",
        "disagree|disagreed ..4 openly|properly|thoroughly|respectfully|honestly|well|politely",
        "say|says|said|tell|told ..4 to ..2 face ..10 and|but|then",
        "to her|his|their|my|our face , and|but|very|kindly",
        "said|say|told ..4 so|it ..1 in front of ..8",
        "you are|'re right ..4 wrong|and",
        "the other 's|side|one case|argument|view|position|reasons",
        "each|both ..4 the other 's",
        "say|said|says|goes ..2 this|that|it is|'s|was ..1 rubbish|nonsense|unfair|wrong|"
        "fair ..4 and|, ..2"
        " she|he|they|i|we",
        "your|his|her|my ..2 is|was|are ..1 nonsense|rubbish|wrong ..4 and|, ..2 she|he|they|i|we",
        "let us|'s fight|argue",
        "argued|fought|fight|argue|thrash|thrashed it|that|them out",
        "with numbers|facts|arguments|data , not|and not names|insults|shouting|politics",
        "agree|agreed to disagree",
        "open|honest|proper|healthy|good|fair|sharp fight|argument|disagreement|row|"
        "quarrel|exchange|debate",
        "third|better solution|option|way|answer ..6 than either|neither|both",
        "came|come|comes|walked out|up with a third|better|common solution|option|way|answer",
        "brought|bring|brings ..1 numbers|data|evidence ..6 and|brings? <who> ..2 "
        "numbers|data|right",
        "show|showed|prove|proved me ..3 and <they> showed|did|proved",
        "she|he|they|i|we was|were ..1 right , and|so ..4 changed|took|agreed|did",
        "raised|raise voices ..8 and|then|but",
        "nobody ..3 left|took|walked ..4 angry|smaller|personally|insulted",
        "we can|could say|tell ..3 each other ..4",
    ),
    about="both",
    unless=(
        "<not> ..3 disagree|disagreed|argue|argued|fight|quarrel",
        "lawyers|court|arbitration|judge",
        "<not> ..2 speaking|talking|spoken",
        "disagree~ ..6 never|nobody|nothing|silence",
        "never solved|settled|resolved|ended",
    ),
)

KINDS: Final = (REPAIR, CANDID_DISAGREEMENT)
