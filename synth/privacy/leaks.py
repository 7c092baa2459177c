"""The leak check: rendered files opened as a recipient would, and searched for every secret."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from synth.errors import leaking
from synth.privacy import lexicon
from synth.privacy.dictionary import zipf
from synth.privacy.entities import Form, as_form
from synth.privacy.index import FormIndex, Hit
from synth.privacy.letters import Word, keys_of, words_of
from synth.privacy.opening import Part, open_file
from synth.privacy.owners import owners_of, secrets_of_key
from synth.privacy.reading import opens_sentence
from synth.privacy.roster import Roster, make_roster
from synth.records.clean import KeyRow, Redaction
from synth.records.pseudonym import PSEUDONYM
from synth.records.review import Review
from synth.records.text import RawText

_SHORTEST_IN_BINARY = 7
_SHORTEST_NEAR, _RAREST, _NEAR = 7, 1.5, 90.0
_COMMONEST = 4.5
_SPEAKS = lexicon.word_set(
    "said says told tells asked asks wrote writes called phoned agreed promised explained replied"
)
"""After these a word with a capital is somebody, at the opening of a sentence too."""

_EVIDENCE = ("passages.csv", "signals.csv")


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret in a file: what kind of secret, whose and how often, never the secret itself."""

    file: str
    kind: str
    count: int
    pseudonym: str = ""
    """Under which the reviewer finds the name in key.csv, where the caller could tell."""


def refuse_leaks(leaks: tuple[Leak, ...]) -> None:
    """Stop where anything leaked, naming file, kind and pseudonym.

    Raises:
        SynthError: there is a leak (exit code 3).
    """
    if leaks:
        raise leaking({leak.file: f"{leak.kind} {leak.pseudonym}".strip() for leak in leaks})


def find_leaks(
    files: Mapping[str, bytes], secrets: tuple[RawText, ...], keep: tuple[str, ...] = ()
) -> tuple[Leak, ...]:
    """Return every secret that a recipient of `files` could read, by file.

    Case, accents, hyphens and gaps make no difference. A secret that is an ordinary English word
    too ("Will", "Hope", "Circle") counts only where it stands like a name, see `_stands`.

    Args:
        files: the rendered files, name to bytes.
        secrets: the names and strings that must not be there.
        keep: words that may stay whatever `secrets` says.
    """
    return _search(files, dict.fromkeys(secrets, ""), keep)


def check_share(
    files: Mapping[str, bytes], redaction: Redaction, review: Review
) -> tuple[Leak, ...]:
    """Return every secret of a run in its rendered files, with the pseudonym that it has.

    A known name is looked for everywhere, misspelt as well. A name that was only guessed is looked
    for in the evidence tables: they hold every word of anybody that a report can show, so what
    stands in a report and not in them ("XML" in a Word file) is the program's own. The texts of the
    interviews count as evidence, too.

    Args:
        files: the rendered files, name to bytes.
        redaction: what the run replaced, and everything that must not be there.
        review: the review with its settings: the names that are known, and what may stay.
    """
    owners = owners_of(redaction)
    known = frozenset(form.joined for form in make_roster((), review).forms)
    folded = {s: "".join(keys_of(s.reveal())) for s in redaction.secrets}
    told = {s: owners[joined] for s, joined in folded.items() if joined in known}
    guessed = {s: owners[joined] for s, joined in folded.items() if joined not in known}
    evidence = {name: content for name, content in files.items() if name in _EVIDENCE}
    evidence |= _interviews(files)
    keep = (*review.names.keep, *review.decisions.keep)
    return (*_search(files, told, keep), *_search(evidence, guessed, keep, frozenset()))


def _interviews(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the texts of the interviews that the project files hold, by file and member."""
    texts: dict[str, bytes] = {}
    for name, content in files.items():
        if name.endswith(".qdpx"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                members = (m for m in archive.namelist() if m.endswith(".txt"))
                texts |= {f"{name}/{member}": archive.read(member) for member in members}
    return texts


def audit_files(
    files: Mapping[str, bytes], key: tuple[KeyRow, ...], review: Review | None = None
) -> tuple[Leak, ...]:
    """Return every name of a review's key that stands in any files, whoever wrote them.

    Args:
        files: the documents, name to bytes.
        key: the rows of key.csv.
        review: the review with its settings, where it still can be read: the names of people.csv
            that nobody said are looked for too, and what may stay is known.
    """
    roster = make_roster((), review) if review else Roster((), (), frozenset())
    keep = (*review.names.keep, *review.decisions.keep) if review else ()
    return _search(files, secrets_of_key(key, roster), keep)


def _search(
    files: Mapping[str, bytes],
    secrets: Mapping[RawText, str],
    keep: tuple[str, ...],
    misspelt: frozenset[str] | None = None,
) -> tuple[Leak, ...]:
    """Return the leaks; names in `misspelt` (folded; None: all) are found misspelt, too."""
    kept = {"".join(keys_of(k)) for k in keep}
    owners = tuple(secrets.values())
    forms = (as_form(s.reveal(), at, "secret") for at, s in enumerate(secrets))
    index = FormIndex(f for f in forms if f and f.joined not in kept)
    near = _Near(index, misspelt)
    counts: Counter[tuple[str, str, str]] = Counter()
    for name in sorted(files):
        for part in (Part(name, binary=False), *open_file(name, files[name])):
            for form in (*_found(part, index), *near.found(part)):
                counts[name, _kind(form.written), owners[form.entity]] += 1
    return tuple(Leak(file, kind, n, who) for (file, kind, who), n in sorted(counts.items()))


class _Near:
    """Finds words that are a secret but for a letter: a slip of the pen in an edited report."""

    def __init__(self, index: FormIndex, among: frozenset[str] | None) -> None:
        self._names = {
            joined: form
            for joined in index.keys()  # noqa: SIM118 (an index is no mapping)
            for form in index.forms(joined)[:1]
            if form.strength == "sure" and len(joined) >= _SHORTEST_NEAR and joined.isalpha()
            if among is None or joined in among
        }
        self._known: dict[str, Form | None] = {}

    def found(self, part: Part) -> Iterator[Form]:
        """Yield the secret that each rare word of a part nearly is."""
        if part.binary:
            return
        for word in words_of(PSEUDONYM.sub(" ", part.text)):
            if word.key not in self._known:
                self._known[word.key] = self._like(word.key)
            if form := self._known[word.key]:
                yield form

    def _like(self, key: str) -> Form | None:
        from rapidfuzz import fuzz, process

        rare = len(key) >= _SHORTEST_NEAR and zipf(key) < _RAREST and lexicon.unusual(key)
        if not rare or key in self._names or key.removesuffix("s") in self._names:
            return None
        best = process.extractOne(key, sorted(self._names), scorer=fuzz.ratio, score_cutoff=_NEAR)
        return self._names[best[0]] if best and best[0][0] == key[0] else None


def _found(part: Part, index: FormIndex) -> Iterator[Form]:
    """Yield each secret in one part of a file, overlapping ones once."""
    text = PSEUDONYM.sub(lambda m: "¤" * len(m.group()), part.text)
    words, done = words_of(text), 0
    for hit in index.find(words):
        if hit.first < done:
            continue
        forms = [f for f in hit.forms if _stands(f, hit, text, words)]
        if forms and not (part.binary and len(forms[0].joined) < _SHORTEST_IN_BINARY):
            done = hit.last
            yield forms[0]


def _stands(form: Form, hit: Hit, text: str, words: tuple[Word, ...]) -> bool:
    """Whether the words found are the secret rather than ordinary English.

    The rule mirrors redaction, so that a word left standing on purpose raises no alarm. A secret
    that no English word resembles counts in any casing. One that is an ordinary word counts only
    with a capital inside a sentence, or before "said" and the like: at the opening of a sentence,
    cell or quotation every word has one ("Will you tell me …"), in a stretch of capitals likewise,
    and a weekday or month beside "on", "in" or a number is a date. A phrase of very common words
    needs a capital too.
    """
    found = words[hit.first : hit.last]
    if form.strength == "capitals":
        return found[0].text.isupper() and not _shouted(words, hit)
    if len(form.parts) > 1:
        common = all(zipf(p) >= _COMMONEST and p.isalpha() for p in form.parts)
        return not common or all(w.capital for w in found if w.key not in lexicon.FUNCTION_WORDS)
    if form.strength == "sure":
        return True
    speaks = hit.last < len(words) and words[hit.last].key in _SPEAKS
    return (
        found[0].capital
        and (speaks or not opens_sentence(text, words, hit.first))
        and not _shouted(words, hit)
        and not _dated(words, hit)
    )


def _shouted(words: tuple[Word, ...], hit: Hit) -> bool:
    around = (*words[max(0, hit.first - 1) : hit.first], *words[hit.last : hit.last + 1])
    return bool(around) and all(w.text.isupper() and len(w.text) > 1 for w in around)


def _dated(words: tuple[Word, ...], hit: Hit) -> bool:
    before = ["", "", *(w.key for w in words[max(0, hit.first - 2) : hit.first])][-2:]
    after = words[hit.last].key if hit.last < len(words) else ""
    return lexicon.tells_a_date(before, words[hit.first].key, after)


def _kind(written: str) -> str:
    if "@" in written:
        return "e-mail address"
    if sum(c.isdigit() for c in written) > 5:
        return "number"
    return "link" if "://" in written or "www." in written else "name"
