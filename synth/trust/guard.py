"""Covering oneself in writing, and going round the partner."""

from __future__ import annotations

from typing import Final

from synth.trust.cues import CueKind

DEFENSIVE_RECORD: Final = CueKind(
    "defensive_record",
    (
        "everything|all|it|things ..3 in writing",
        "want|wants|need|needs|ask|asks|get|have|has|put ..4 in writing",
        "in copy",
        "copy|copies|cc|copied|copying~ <who>|legal|everybody|half|everyone|lawyers ..2 on|in|,",
        "copies|copied|copy legal",
        "keep|keeps|kept|keeping|save|saves|saved|saving|store|print|prints|printed ..3 mail|mails|"
        "email|emails|e-mail|e-mails|message|messages|log|logs|record|records|folder|notebook|table|"
        "screenshot|screenshots|everything|minutes",
        "i|we|she|he|they ..2 have|has|'ve|got a|the folder",
        "there is|'s a folder",
        "screenshot|screenshots the|every|it|them|a|everything",
        "take|takes|took ..2 screenshot|screenshots|photo|picture ..2 with the date|every",
        "paper trail",
        "cover~ my|our|their|his|her|your ..1 back|backs|ass|self|backside",
        "cover~ myself|ourselves|themselves|yourself",
        "write|wrote|writes ..4 memo|note|protocol|minutes ..2 after|of each|each|every|for the file",
        "after ..3 each|every|the call|meeting ..3 write|send|wrote|sends",
        "each|every call|meeting|conversation ..3 write|gets|sign|signs|note|memo",
        "just in case ..3 later|they|somebody|someone",
        "so that later|nobody|no ..2 can claim|say",
        "read receipt",
        "with the date and|in",
        "started ..3 saving|keeping|writing|documenting|recording",
        "document~ everything|every|each",
        "write|wrote|put ..2 everything down",
        "for the file|record|day",
        "if they say|claim nobody|we|i ..3 told|said",
        "screen recording",
        "keep|keeps ..1 track of who said",
        "who said|told what|who",
        "a pen and a witness",
        "keep|keeps logs|minutes|evidence",
    ),
    about="partner",
    unless=(
        "on the record that",
        "for the record ,",
        "they|he|she ..2 promised ..3 in writing",
        "<not> ..3 need|have ..3 in writing",
        "i|we would|'d like",
        "joint|shared|common folder|table|log|notebook",
        "no longer|more ..3 everything|folder|writing",
    ),
    may_be=frozenset(("reported", "ironic", "hypothetical")),
)

WORKAROUND: Final = CueKind(
    "workaround",
    (
        "work~ around <they>|the",
        "go|went|goes|gone|going round|around|behind|past <they>|the",
        "behind <who> back",
        "workaround|workarounds|work-around",
        "bypass|bypasses|bypassed|bypassing|circumvent|circumvented|sidestep|sidestepped ..",
        "without telling|asking|informing <they>|the",
        "without putting|having <they> ..3 line|copy|loop",
        "did|do|does n't|not tell <they> ..6 until",
        "and|i do|did n't|not tell <they>",
        "direct|directly|straight to|from|off the customer|hospital|supplier|bank|client|guy",
        "call|calls|ring|rings|phone|asked|ask|send|text|email ..5 direct|directly|straight|private",
        "past <they> and past <who>",
        "forget the ticket|process|portal|form|desk|system",
        "skip~ the ticket|process|portal|form|desk|committee|partner|queue|official",
        "the official way|channel|route|process",
        "official channel|channels",
        "the proper way",
        "through the back door",
        "under the table|radar",
        "off the books",
        "outside of? the? everything|system|process|official|channel",
        "are|is|am|'re|'m not supposed to",
        "you did not|n't hear it|that from me",
        "please do n't|not tell|write|put",
        "our own ..2 copy|list|spreadsheet|sheet|channel because|since|instead|so",
        "private drive|number",
        "a password that belongs",
        "so|would n't|not|never hear|know of|about it",
        "booked it as",
        "learns|learn|learned|heard of it afterwards|after|at",
        "told <they> the week|day after",
    ),
    about="other",
    unless=(
        "not|never|n't ..4 behind <who> back",
        "never once|ever ..4 behind",
        "no workaround|workarounds",
        "together|jointly ..3 workaround",
        "who ..6 around the",
    ),
    may_be=frozenset(("reported", "ironic")),
)

KINDS: Final = (DEFENSIVE_RECORD, WORKAROUND)
