"""Good intent assumed, credit given, rules bent."""

from __future__ import annotations

from typing import Final

from synth.trust.cues import CueKind

BENEFIT_OF_DOUBT: Final = CueKind(
    "benefit_of_doubt",
    (
        "benefit of the doubt",
        "do|did|does n't|not think|believe|say|assume|feel ..6 bad|evil|purpose|lied|lie|"
        "lying|malice|"
        "malicious|harm|show|intention|deliberate|deliberately|intended|hiding|cheat|cheating|"
        "intentional|intentionally|spite",
        "never ..4 thought|believed|think|felt ..5 lying|cheating|hiding|malice|against|"
        "purpose|bad",
        "was|is|were|are n't|not ..2 on purpose|deliberate|intentional|malicious|malice",
        "not on purpose",
        "no malice",
        "no bad|ill intention|intent|faith|will",
        "not|n't out of bad|malice|spite",
        "<they> mean|means|meant well|it|no",
        "good intention|intentions|faith",
        "i|we ..1 assume|assumed|figure|figured ..2 <they>|it|there|that|nobody|nobody ..5",
        "chosen|choose|chose|prefer to think|believe|assume",
        "i|we ..2 believe|trust|believed|trusted <they>",
        "<they> ..1 probably|surely|certainly ..4 reason|reasons|busy|drowning|"
        "overwhelmed|pressure",
        "there|they|he|she must|will|may|might|probably ..3 a ..2 reason|reasons",
        "must|may|might have|be|had ..4 reason|reasons|drowning|overwhelmed|hard|busy|rough",
        "no reason to doubt",
        "can|could|does happen|have|happens happened? to|in anybody|anyone|us|everybody|"
        "everyone|all|any",
        "happens to the best",
        "would|could|might|'d ..2 have done|do the same",
        "did|do|would n't|not read anything|much|too into",
        "do|did|am|was|does n't|not ..3 hold|take|held it|that ..2 against|personally",
        "would|'d rather|sooner think|believe|assume",
        "i|we am|'m|are|was|were not angry ..2 with|at|, ..",
        "to <they> i am not angry",
        "they|he|she believed|believe|believes ..2 too|themselves|himself|herself|honestly",
        "<they> honestly|really|genuinely ..1 believes|believe|believed|tried|try|tries|wants",
        "they|he|she ..2 under ..2 pressure too|themselves|as",
        "just|simply|probably an|a honest mistake",
        "honest mistake",
        "in <they> shoes|place|position ..",
    ),
    about="partner",
    unless=(
        "do|did|can|could|does n't|not|never|no|longer ..1 believe|trust|trusted <they>",
        "i|we ..1 believe ..2 it when|if",
        "hard|difficult|want|wanted to believe|trust",
        "used to ..3 trust|believe|assume|give",
        "i|we believe that|in we|i|our|my|the",
        "if ..6 trust|believe|benefit|assume|think",
    ),
    may_be=frozenset(("reported", "negated", "hypothetical")),
)

CREDIT_SHARED: Final = CueKind(
    "credit_shared",
    (
        "the? credit ..3 goes|belongs|belong|go|due|is ..3 to|<they>|theirs|hers|his",
        "give|gave|gives|giving|gets|get|got|deserve|deserves|shared|share|shares <who>? "
        "..2 credit",
        "credit where",
        "thanked|thanks|thank <they>|us|me|our|my ..4 on|in|for|publicly|front|before",
        "<they> idea|achievement|success|merit|work|win ..4 not ours|mine|us|our",
        "their|<name> ..1 idea|achievement|success|merit|win|sacrifice , not|and not",
        "idea ..8 came|comes|come from <they>|a|the|one|their",
        "<they>|<name> came up with it|that|the|this",
        "it|that|this was|were <they>|<name> 's? ..1 idea|sacrifice|merit|achievement|win|doing",
        "it was <they> ..6 who saved|made|found|solved|kept|got|fixed|built|invented|saw|"
        "pulled|carried",
        "said|told|wrote|tells|says|mentioned ..6 it|this was <they>|<we> ..4 who|idea|"
        "people|team|crew|"
        "achievement|sacrifice|work|saved|rule",
        "thanks to <they>",
        "would n't|not|never ..1 have ..6 without <they>|the|our",
        "would n't|not exist|work|happen without",
        "without <they> ..6 would n't|not|never|nothing|no",
        "it|this|that ..2 belongs|belong to <they>",
        "put|puts|got|get <who> ..2 name|names ..2 on|in the|their|our|its|his|her",
        "<who> name|names first",
        "us|them first and|before",
        "applaud|applauded|praise|praised|praises|applause ..1 for? <they>|us|our",
        "best line|part|idea|thing ..6 is|was|came ..3 hers|his|theirs",
        "half of? their|our idea|work and half",
        "says|said|say|says ..2 it was ours|theirs",
        "on the? stage ..6 said|thanked|name|names|our|their",
        "they|he|she ..1 saved us|the date|day|launch|project",
        "acknowledge|acknowledged|acknowledges|recognised|recognized <who>|our|their|what",
        "took no credit",
    ),
    about="target",
    unless=(
        "credit card|cards|note|notes|line|limit|control|risk|rating",
        "<not> ..3 thank|thanked|credited|mention|mentioned|acknowledged",
        "took|take|takes|taking|claim|claimed|claims|steal|stole|wanted|want all? the|"
        "our|their|my credit",
        "thanks a lot",
        "thank|thanks you|for having|coming|asking|your|the|listening|time",
        "said it was our|their fault|mistake|problem|bug|turn",
        "fault|mistake|bug|blame|late|failed|lied",
    ),
)

FLEXIBILITY: Final = CueKind(
    "flexibility",
    (
        "no|without|never an|sent|saw|sending? ..1 invoice|fee|charge|bill",
        "at no|without ..1 charge|cost",
        "free of charge",
        "did|do|does|ran|made|gave|helped|sent|kept|worked ..6 for free|nothing",
        "never|did|do n't|not? bill|billed|bills|charge|charged|invoice|invoiced us|them|"
        "me|for|a|a",
        "did|do n't|not even? ..1 open|file|make|raise a claim",
        "absorb|absorbed|absorbs|absorbing|swallow|swallowed|ate|eat ..3 cost|costs|loss|"
        "losses|difference|"
        "hit|price|increase",
        "carry|carried|carries|carrying|bear|bore|cover|covered|covers|took|takes|taking|paid|pays"
        " ..2 the|our|their|a|all|more|half ..2 cost|costs|loss|losses|half|hit|"
        "difference|bill|share|overtime",
        "paid|pay|pays ..6 early|earlier|upfront|instead",
        "paid|pays|pay for it|that|them themselves|himself|herself|ourselves|from|out",
        "bend|bent|bends|bending ..3 rule|rules|process|processes|policy|procedure",
        "made|make|makes|making an exception",
        "made|make|makes exceptions",
        "renegotiated|reopened the|our|their ..2 contract|price|prices|terms|key|split|agreement",
        "offered|offers|offer to|that|us|we|they ..3 carry|pay|cover|change|adjust|share|"
        "split|renegotiate|"
        "move|lower|extend|waive|absorb",
        "split|shared|halved it|the cost|costs|difference|bill|loss",
        "split it|the ..2 half|halves|equally|middle|fifty",
        "met|meet|meets <who>|each ..1 halfway|half-way",
        "gave|give|gives up ..3 point|points|margin|share|percent|fee|claim",
        "waive|waived|waives|waiving ..",
        "extended|prolonged|stretched|moved|postponed ..6 for us|them|our|our",
        "without asking ..2 for ..2 anything|back|return",
        "at the old|last ..2 rate|price",
        "the old|last ..1 rate|price|tariff ..6 could|although|though|anyway",
        "unasked|unprompted",
        "nobody ..1 opened|looked|waved at|opened|pulled? the|out contract",
        "without looking|pulling|opening ..3 contract",
        "although|though|even it|that ..3 not|n't in the contract",
        "lent us|them|me ..4",
        "shifted|swapped|changed|adapted|adjusted their|our ..5 for us|them",
        "took <num>|some|over ..6 without ..3 fee|charge|contract",
    ),
    about="actor",
    unless=(
        "<not> ..3 bend|bent|exception|exceptions|offered|offer|flexible|waive|absorb|"
        "cover|renegotiate",
        "if ..4 offer|absorb|pay|cover",
        "feel free",
        "nothing ..2 for free",
        "asks|ask|asked for nothing",
        "would ..3 reopen|renegotiate",
        "they|we want|wants|wanted us|them to pay|absorb|carry",
        "promised|said|says ..6 without|no invoice",
        "promise~ to pay|cover|carry|absorb",
        "will|would pay|cover|carry|absorb",
        "paid in|by|with",
    ),
    may_be=frozenset(("reported", "negated")),
)

KINDS: Final = (BENEFIT_OF_DOUBT, CREDIT_SHARED, FLEXIBILITY)
