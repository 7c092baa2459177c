"""Covering oneself in writing, and going round the partner."""

from __future__ import annotations

from typing import Final

from synth.trust.cues import CueKind

DEFENSIVE_RECORD: Final = CueKind(
    "defensive_record",
    (
        "everything|all|it|things ..3 in writing",
        "want|wants|need|needs|ask|asks|get|have|put|puts ..4 in writing",
        "<we>|she|he|they ..1 copy|copies|cc|copied|copying <who>|legal|everybody|half|"
        "everyone|lawyers",
        "with ..4 in copy",
        "keep|keeps|kept|keeping|save|saves|saved|saving|store|print|prints|printed ..3 mail|mails|"
        "email|emails|e-mail|e-mails|message|messages|log|logs|record|records|folder|notebook|"
        "screenshot|screenshots|minutes|table|file|evidence",
        "keep|kept|save|saved|print|printed everything",
        "have|has|'ve|got a ..1 folder|cupboard|tin|box|diary with|for|of|called|, ..",
        "there is|'s a folder",
        "i|we|she|he|they ..2 screenshot|screenshots|record|records the|every|it|them|a|everything",
        "take|takes|took ..2 screenshot|screenshots",
        "take|takes|took ..2 photo|picture ..2 with the date",
        "paper trail",
        "cover|covers|covering|covered my|our|their|his|her|your ..1 back|backs|ass|arse|"
        "backside|tail",
        "cover|covers|covering|protect|protects|protecting myself|ourselves|themselves|yourself",
        "write|wrote|writes|writing ..4 memo|note|protocol|minutes ..3 after|each|every|file",
        "after ..2 each|every|the call|meeting|conversation ..4 write|writes|send|wrote|"
        "sends|email|mail",
        "each|every|any call|meeting|conversation ..2 get|gets|got|i|we|she|he ..2 note|"
        "memo|minutes|"
        "write|sign|signs|document|email|mail",
        "so|just that|if|in later|nobody|no|case|they ..3 can|could|say|says|claim|asks|ask",
        "read receipt",
        "with the|a date and|in ..",
        "start|started ..3 saving|keeping|writing|documenting|recording ..4",
        "document|documents|documented|documenting everything|every|each",
        "write|writes|wrote|writing ..2 everything down",
        "for the file|files",
        "if they|somebody|someone|anybody ..2 say|says|claim|asks ..2 nobody|we|i|why ..3",
        "screen recording|recordings",
        "who said|told|promised what|who|it to whom",
        "without a witness|pen",
        "as|like|what we said|discussed on|in the phone|call|meeting",
        "only|just to write|note|document ..2 what",
    ),
    about="partner",
    unless=(
        "promise~ ..4 in writing",
        "<not> ..4 in writing|copy",
        "if <who> ..2 ask|asks|asked|want|wants|wanted ..3 in writing",
        "joint|shared|common folder|table|log|notebook|minutes",
        "we both keep|kept|write|wrote",
        "signed|agreed|confirmed ..2 in writing",
        "no longer|more ..4 in|everything|folder|writing|copy",
    ),
    may_be=frozenset(("reported", "ironic", "hypothetical")),
)

WORKAROUND: Final = CueKind(
    "workaround",
    (
        "work|works|worked|working around|round <they>|the",
        "go|goes|went|going|gone|get|got round|around|behind|past <who>",
        "go|goes|went|going|gone|get|got round|around|behind|past the|their|our "
        "partner|process|system|desk|portal|committee",
        "behind <they> back|backs",
        "workaround|workarounds|work-around|work-arounds",
        "bypass|bypasses|bypassed|bypassing|circumvent|circumvented|sidestep|sidestepped",
        "without telling|asking|informing|involving|going <who>|the|anybody|anyone|through",
        "without putting|having|bringing <they> ..4 line|copy|loop|room",
        "did|do n't|not tell|ask|inform|involve <they> ..4 until|anymore|any|at",
        "and|i|we do|did n't|not tell <they>",
        "directly|direct|straight to|from|off|with the|their|our|a customer|hospital|supplier|bank|"
        "client|guy|engineer|engineers|developer|plant|factory",
        "call|calls|ring|rings|rang|phone|ask|asked|text|email|mail|send|get ..5 directly|direct",
        "ask|call|ring|phone|text <who> ..4 instead of",
        "past <they> and|, past",
        "forget|skip|skips|skipped|ignore|avoid the|their ticket|process|portal|form|forms|desk|"
        "committee|queue|hotline|procedure",
        "the|their official|proper|normal way|channel|route|process|procedure|path",
        "official channel|channels|route",
        "the back door",
        "under the radar",
        "off the books|record",
        "outside of? the|everything ..2 process|system|channel|contract|portal|tool",
        "are|is|am|'re|'m|both not supposed|allowed to ..2 have|know|do|use",
        "you did|have not|n't hear|heard it|that|this from me",
        "built|made|keep|have our|their own ..2 copy|list|spreadsheet|sheet|tool ..3 "
        "because|since|so|"
        "instead",
        "fix|fixes|do|solve it|things ..3 without telling|asking",
        "his|her private|personal number|phone|mobile|drive ..",
        "before|until <they> ..1 heard|find|finds|found|learned|notice|noticed ..2 gate|out|it",
        "learn|learns|learned|learnt|hear|heard ..2 of it at|from|afterwards|after",
    ),
    about="other",
    unless=(
        "<not> ..4 behind <who> back|backs",
        "<not> once|ever ..4 behind",
        "no workaround|workarounds",
        "together|jointly ..3 workaround",
        "under the table , his|her|the",
        "is|was the official|proper|normal",
        "was|were|is|are direct",
        "the official line|answer|reason|opening|start|launch",
    ),
    may_be=frozenset(("reported", "ironic")),
)

KINDS: Final = (DEFENSIVE_RECORD, WORKAROUND)
