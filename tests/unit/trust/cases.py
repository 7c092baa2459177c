"""Made-up sentences for each kind told by phrases: those that fire, those that must not."""

from __future__ import annotations

FIRES: dict[str, tuple[str, ...]] = {
    "blame": (
        "They blamed us in front of the customer.",
        "He wrote to everybody that it was our mistake.",
        "In the meeting she pointed the finger at [B: person 1].",
        "it is always their fault when the export fails",
        "They threw my engineers under the bus.",
    ),
    "excuse": (
        "And then came the next excuse, and another one.",
        "The official explanation was a change of staff.",
        "They said that everybody was on vacation.",
        "He told me they were busy with the migration.",
    ),
    "defensive_record": (
        "Since then I keep every e-mail in a folder.",
        "Now I want everything in writing.",
        "We cover our backs these days.",
        "After every call I write a note for the file.",
        "she copies legal on the smallest thing",
    ),
    "workaround": (
        "We simply work around them now.",
        "My people go behind their backs to the supplier.",
        "They built it without telling us.",
        "So I call the engineer directly instead of their desk.",
    ),
    "withheld_information": (
        "They had known about the delay since January.",
        "He was told to say nothing until the board had met.",
        "We hid the defect from them.",
        "[Partner B] kept quiet about the sale.",
    ),
    "late_surprise": (
        "We learned it from the press.",
        "I found out about the reorganisation only after the launch.",
        "It came out of nowhere.",
        "They told us at the last minute.",
    ),
    "early_disclosure": (
        "She called me the same night and told me about the recall.",
        "He warned us weeks ahead.",
        "They told us before we asked.",
        "[B: person 2] gave me a heads-up about the budget cut.",
    ),
    "benefit_of_doubt": (
        "I do not think that they did it on purpose.",
        "I would give them the benefit of the doubt.",
        "It was an honest mistake.",
        "It can happen to anyone.",
    ),
    "credit_shared": (
        "The credit goes to [B: person 3].",
        "She thanked my team in front of the whole room.",
        "We would not have made it without them.",
        "I told my board that it was their idea.",
    ),
    "flexibility": (
        "They absorbed the extra cost for a year.",
        "He sent two people and never an invoice.",
        "We split the difference in the end.",
        "They made an exception for our customer.",
    ),
    "repair": (
        "He apologised to my team in person.",
        "We had it out and cleared the air.",
        "Since that conversation it is better again.",
        "We sat down and rebuilt the trust step by step.",
    ),
    "candid_disagreement": (
        "We disagreed openly, and in the end we took her design.",
        "We had a proper fight about the price, and then we agreed on a number.",
        "I told him to his face that the plan was wrong, and he thanked me.",
        "It was an honest argument with numbers, not with names.",
    ),
}

SILENT: dict[str, tuple[str, ...]] = {
    "blame": (
        "Nobody blamed anybody.",
        "If it had been their fault, I would say so.",
        "It was my mistake.",
        "We solved it without pointing fingers.",
        "Was it their fault?",
    ),
    "excuse": (
        "They made no excuses.",
        "Excuse me, I have to close the door.",
        "I was on holiday in March.",
        "There is a good reason for the change.",
    ),
    "defensive_record": (
        "Our minutes are shared with both sides.",
        "I write a lot of code.",
        "She promised it in writing.",
        "We have a joint folder for the drawings.",
    ),
    "workaround": (
        "They never went behind our backs.",
        "We meet around the corner for lunch.",
        "There is no workaround, and there is no need for one.",
        "We work with them directly every day.",
    ),
    "withheld_information": (
        "They never hid anything from us.",
        "Everybody knew about it.",
        "I have known [B: person 1] for six years.",
        "They hold nothing back.",
    ),
    "late_surprise": (
        "There were no surprises.",
        "I read the newspaper every morning.",
        "The train was late.",
        "I heard it from him directly, first thing.",
    ),
    "early_disclosure": (
        "They should have warned us weeks ahead.",
        "Nobody told us before the launch.",
        "We had lunch before the meeting.",
        "If he had called me the same night, I would have helped.",
    ),
    "benefit_of_doubt": (
        "I don't trust them.",
        "I will believe it when I see it.",
        "We used to assume the best.",
        "We believe in this market.",
    ),
    "credit_shared": (
        "They took all the credit.",
        "Nobody thanked us.",
        "We take credit cards at the counter.",
        "Thank you for having me.",
    ),
    "flexibility": (
        "They never bend a rule.",
        "If they offered to pay, I would be surprised.",
        "Feel free to ask.",
        "They want us to absorb the cost.",
    ),
    "repair": (
        "Nobody apologised.",
        "They should apologise to my team.",
        "I am sorry, can you repeat that?",
        "We are still waiting for an apology.",
    ),
    "candid_disagreement": (
        "We never disagree about anything.",
        "They are not speaking to each other.",
        "The fight went to court.",
        "We agreed on the agenda.",
    ),
}
