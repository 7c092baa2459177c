"""The report's own words, in one place: what the reader sees that no participant said."""

from __future__ import annotations

from typing import Final

from synth.records.findings import NOT_ENOUGH

PARTNERS: Final = {"a": "Partner A", "b": "Partner B"}
"""The sides as the report's own sentences name them."""

WHO: Final = {**PARTNERS, "other": "A third party", "unknown": "A participant"}
"""Whom a quote is attributed to: a side, never a person."""

ABOUT: Final = {
    **PARTNERS, "both": "Both partners", "unknown": "Not clear from the words",
    "other": "A third party",
}  # fmt: skip

SIDES: Final = {**PARTNERS, "other": "Third parties", "unknown": "Side not known"}

STANCES: Final = {"strength": "Strength", "concern": "Concern", "neutral": "Neither"}

STATUSES: Final = {"covered": "Covered", "thin": "Thin", "missing": "Missing"}
STATUS_ICONS: Final = {"covered": "●", "thin": "◐", "missing": "○"}

WEIGHTS: Final = {"high": "High", "medium": "Medium", "low": "Low"}

NO_LEVEL: Final = ("Not enough evidence", "Too few people spoke about it to propose a rating.", "–")
"""Name, meaning and icon of a corner that is not rated."""

GROUPS: Final = (
    ("strengths", "Strengths", "No strength was voiced clearly enough to report."),
    ("concerns", "Concerns", "No concern was voiced clearly enough to report."),
    ("patterns", "Patterns", "Nothing was said alike by several people beyond the above."),
    ("outliers", "Single voices", "No single voice stood out from the others."),
)
"""Field of `CornerFindings`, heading, and what is said where there is none; in reading order."""

GROUP_NOTES: Final = {
    "outliers": "Strongly put, but by too few people to call it a pattern. Worth asking about.",
}

SIGNALS: Final = {
    "we_joint": "“We”, meaning both partners together",
    "we_own": "“We”, meaning the speaker's own company",
    "they_partner": "“They”, meaning the partner",
    "promise_kept": "A promise that was kept",
    "promise_broken": "A promise that was broken",
    "promise_open": "A promise still open",
    "blame": "Fault put on the other side",
    "excuse": "A reason given for a miss",
    "defensive_record": "Put in writing to be covered",
    "workaround": "Going round the partner",
    "withheld_information": "News held back",
    "late_surprise": "Learned too late",
    "early_disclosure": "Difficult news told early",
    "benefit_of_doubt": "Good intent assumed",
    "credit_shared": "Credit given to the other side",
    "flexibility": "Bending a rule to help",
    "repair": "A conversation that mended something",
    "candid_disagreement": "A disagreement handled well",
}
"""Signal kinds of the framework in plain words, in the order in which the report lists them."""

PROMISES: Final = {
    "kept": "Kept", "open": "Open", "released": "Let go by both", "late": "Late",
    "broken": "Broken", "disputed": "The sides differ",
}  # fmt: skip
"""What became of a promise, in the order of the ledger: what is well comes first."""

HELD_BACK: Final = "(words held back)"

CANT_TELL: Final = "can't tell how often"
CANT_TELL_SHARE: Final = "too few to tell how many are kept"

STAMPS: Final = {"draft": "Draft", "checked": "Draft, facts checked", "final": "Final"}

NOTICES: Final = {
    "draft": "A program put this report together from the interviews. The people who were "
    "interviewed have not checked it yet, and the reviewer may still change any part of it.",
    "checked": "A program put this report together from the interviews. The people who were "
    "interviewed were asked to check what rests on their words; the reviewer may still change any "
    "part of it.",
    "final": "A program drafted this report from the interviews. The people who were interviewed "
    "were asked to check what rests on their words, and the reviewer has gone through it and "
    "stands behind it. What the reviewer changed is listed near the end.",
}
"""What to know of the report before reading it, by its state."""

FOOTERS: Final = {
    "draft": "Draft, to be checked with the participants.",
    "checked": "Draft; the participants were asked to check the facts.",
    "final": "Final report.",
}

WORDED: Final = "Worded by the reviewer. The draft said: “{drafted}”"
RENAMED: Final = "named by the reviewer; the draft called it “{drafted}”"

HOW_TO_READ: Final = (
    "Under every statement stand the words it rests on, and the number beside each quote leads to "
    "the full passage at the end.",
    "The ratings are proposals for the two partners to discuss, and numbers of people count "
    "individuals, not how much they said.",
)

METHOD: Final = (
    "Interviews were split into passages; what the interviewers said was never used as evidence.",
    "Names of people, companies, products and places were replaced before anything was read; a "
    "replacement stands in [square brackets], and quotes are otherwise word for word.",
    "Each passage was sorted into a corner of the framework ({protocol}) or into none, and read as "
    "a strength, a concern or neither. Some passages will have been misread.",
    "A statement needs several people; what one person said strongly is listed as a single voice. "
    "Numbers below {floor} are written “{hidden}”, so that nobody can be singled out.",
    "A proposed rating follows from how many people on each side spoke of strengths and concerns; "
    "where too few spoke, none is proposed.",
    "Interviews show what people experienced and chose to say. They are no audit, and {interviews} "
    "cannot speak for everyone on both sides.",
)

FEW_PEOPLE: Final = (
    "Fewer than {floor} people of {partner} were interviewed. What is quoted from {partner} could "
    "be traced to a person: agree it with them before this report is passed on."
)

NOTHING: Final = {
    "overview": "There is not enough evidence yet to describe the alliance as a whole.",
    "strengths": "No strength was voiced clearly enough to name here.",
    "concerns": "No concern was voiced clearly enough to name here.",
    "themes": "No subject came up often enough to be called a theme.",
    "rates": "Nothing in the wording of the interviews spoke clearly of trust.",
    "promises": "Nobody spoke clearly of a promise kept, broken or open.",
    "actions": "No concern calls for an action of this framework yet.",
    "coverage": "There is nothing to show about who spoke on what.",
    "skipped": "Everything that was found was used.",
    "assumptions": "Nothing had to be guessed: the settings said it all.",
    "scorecard": "No scorecard was filled in.",
    "decided": "The reviewer has changed nothing: this is what the program drafted.",
    "evidence": "No passage is quoted in this report.",
}
"""What the report says instead of an empty section."""

UNRATED: Final = NOT_ENOUGH
