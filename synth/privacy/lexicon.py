"""What counts as an ordinary English word, and what the words round a name tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from synth.privacy.dictionary import in_dictionary, zipf


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`, parted by blanks."""
    return frozenset(text.split())


ORDINARY_ZIPF = 3.0
"""Words at least this frequent (per billion, log 10) may be ordinary words as well as names."""

HEARD_ZIPF = 3.4
"""Words of no dictionary that are rarer than this are more likely names than new words."""

COMMON_ZIPF = 5.2
"""Words this frequent are ordinary whether the dictionary has them or not ("per")."""

RARE_ZIPF = 2.6
"""Words rarer than this are hardly heard in ordinary English."""

FUNCTION_WORDS = word_set(
    """
    per via versus etc upon amongst beyond despite except toward towards onto
    a an the and or but nor so yet if then than as of at by for from in into on onto to up out
    off over under with within without about after before between through during since until
    against among around i me my mine myself you your yours yourself he him his himself she her
    hers herself it its itself we us our ours ourselves they them their theirs themselves who
    whom whose which what this that these those there here when where why how all any both each
    few many more most other others some such no not only own same too very can could may might
    must shall should will would do does did done doing have has had having be am is are was
    were been being get got go goes went gone come came let s t d ll m re ve don didn doesn isn
    aren wasn weren won wouldn couldn shouldn haven hasn hadn ain yes yeah no okay ok oh ah uh
    um uhm mm mmh hmm hm er erm eh ha hey hi hello well now just like also even still again ever
    never always one two three four five six seven eight nine ten first second third it's ja
    nein lah
    """
)

CALENDAR = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december spring summer autumn winter christmas
    mondays tuesdays wednesdays thursdays fridays saturdays sundays easter pentecost ramadan eid
    diwali thanksgiving halloween lent advent tet
    """
)
_DATE_BEFORE = word_set(
    """
    on in last next this every each until till by since before after from through during of
    early late mid end around half one past whole
    """
)
_DATE_AFTER = word_set(
    """
    morning mornings afternoon afternoons evening evenings night nights noon lunch week weekend
    first second third fourth tenth twentieth thirtieth
    """
)

TITLES = word_set(
    "mr mrs ms miss mister missus madam madame dr doctor prof professor herr frau don dona sir "
    "senor senora monsieur auntie uncle brother sister"
)
SAYING = word_set(
    """
    said says told tells asked asks called calls wrote writes sent sends replied replies
    answered answers knows knew thinks thought wants wanted came comes went goes gave gives took
    takes made makes did does has had is was isn wasn keeps kept got gets left leaves joined
    runs ran works worked stood stands sat sits walked drove flew phoned rang emailed mailed
    mails texted messaged explained agreed agrees refused promised pushed signed signs fixed
    found brought brings put puts started starts stopped stops laughed laughs cried smiled
    looked looks showed shows apologised apologized admitted believes feels felt likes liked
    loves hates hated insists insisted offered offers lost loses met meets needs needed opened
    opens paid pays picked picks read reads remembers remembered resigned retired saw sees spoke
    speaks stays stayed talked talks tried tries understood understands used uses wondered would
    could can should might doesn didn hasn hadn couldn wouldn who whose himself herself then
    always never also just already
    """
)
ADVERBS = word_set("then always never also just already himself herself read put cost")
"""Of the words after a name, those that follow the modal "will" as well."""

ADDRESSING = word_set(
    """
    with ask asked asking tell told telling call called calling met meet meeting email emailed
    mailed mail phone phoned rang ring dear hi hello hey thanks thank named name by from and
    between like than because when if that says say said see saw show showed let give gave help
    helped remember know knew trust only even both is s was without where until what since after
    before bye morning afternoon evening welcome okay yes no sorry so but maybe then where's
    who's it's
    """
)
DETERMINERS = word_set(
    "a an the this that these those some any no every each my your his her our their its much "
    "more little of good great real big small new old false high low full same other false"
)
SUBJECTS = word_set(
    "i we you they he she it who that there this which people everybody everyone nobody somebody "
    "ll d would could should can might must not never really just always only don didn doesn "
    "let us them"
)
TALKING_TO = word_set(
    "talk talked talking speak spoke speaking said say wrote write writing went go gone going "
    "gave give sent send sending email emailed mail mailed listen listened according next back "
    "close came come report reports reported thanks belongs handed over explained complained "
    "turned turn up apologised promised"
)


def ordinary(key: str) -> bool:
    """Whether a folded word may also be an ordinary word of English."""
    if key in FUNCTION_WORDS or key in CALENDAR:
        return True
    return zipf(key) >= COMMON_ZIPF or (zipf(key) >= ORDINARY_ZIPF and in_dictionary(key))


def tells_a_date(before: Sequence[str], key: str, after: str) -> bool:
    """Whether a calendar word stands for a date, given two folded words before and one after."""
    if key not in CALENDAR:
        return False
    if before[-1] in {"and", "or", "to", "between"} and before[0] in CALENDAR:
        return True
    if before[-1] in {"a", "the", "that", "some"} and before[0] in _DATE_BEFORE:
        return True
    return before[-1] in _DATE_BEFORE or after in _DATE_AFTER or after.isdigit()


SAFE = word_set(
    """
    zoom teams excel outlook slack sharepoint powerpoint jira confluence whatsapp word google
    gmail skype webex onedrive dropbox trello notion miro salesforce internet web wifi bluetooth
    pdf csv crm erp kpi kpis sla slas api apis nda faq hr it pr qa rfp rfq roi cfo ceo coo cto
    cio vp svp evp mou ip usd eur gbp english german french spanish italian portuguese dutch
    polish chinese japanese korean arabic turkish russian european american british african
    asian christmas covid god lord sir madam mum mom dad grandma grandpa auntie q1 q2 q3 q4 h1
    h2 mr mrs ms dr tv pc app apps email emails smartphone smartphones website websites startup
    startups onboarding onboard offboarding roadmap roadmaps backlog dashboard dashboards
    workflow workflows timeline timelines spreadsheets webinar webinars screenshot screenshots
    stakeholder stakeholders interviewee interviewees heatmap synth outlier outliers anonymized
    anonymised chatbot firmware backend frontend upsell rebrand reimagine gonna wanna gotta
    kinda sorta lemme gimme dunno cuz coz innit yup nope yep nah ugh huh wow whoa oops lol ehn
    aha alliance alliances partner partners partnership partnerships eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
    eighty ninety hundred thousand million billion half quarter dozen hmmm mhm voila gracias
    merci danke hola ciao bueno si oui bitte genau nae aye amigo usb gps ai ml ui ux gdpr iso
    fda ok alright laughter laughs inaudible crosstalk pause
    """
)
"""Capitalised words that identify nobody: everyday tools, languages, titles, stage directions."""


NATIONS = word_set(
    "english german french spanish italian portuguese dutch polish chinese japanese korean arabic "
    "turkish russian european american british african asian swedish norwegian danish finnish "
    "swiss austrian belgian irish scottish welsh greek hungarian czech romanian bulgarian "
    "ukrainian indian mexican brazilian canadian australian israeli egyptian nigerian kenyan"
)
"""Adjectives of nations; no name alone, but part of one before a body: "the Turkish Government"."""

OFFICES = word_set(
    "president chairman chairwoman chairperson chair commissioner minister speaker secretary "
    "ambassador justice judge chancellor mayor director general senator governor counsel "
    "rapporteur premier principal moderator"
)
"""After "Mr" or "Madam" these address an office and name nobody."""

MODALS = frozenset({"will", "may", "can", "might", "must"})


def no_name(key: str) -> bool:
    """Whether a folded word never is a name that nobody told us of."""
    return key in FUNCTION_WORDS or key in SAFE or key in TITLES or key in CALENDAR or key.isdigit()


def unusual(key: str) -> bool:
    """Whether a folded word is too rare to be an ordinary word in spoken English."""
    return zipf(key) < HEARD_ZIPF and len(key) > 2 and not in_dictionary(key)


PLACE_HEADS = word_set(
    "ridge hill hills valley harbour harbor port bay park creek bridge beach island coast springs "
    "lake river mine mines mountain heights point cross gate quay bank field fields ford ville"
)
"""Second words of place names: "nkwanta ridge"."""
