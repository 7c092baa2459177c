"""The leak check: rendered files opened as a recipient would, and searched for every secret."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from synth.privacy import lexicon
from synth.privacy.dictionary import zipf
from synth.privacy.entities import Form, as_form
from synth.privacy.index import FormIndex, Hit
from synth.privacy.letters import Word, keys_of, words_of
from synth.privacy.opening import Part, open_file
from synth.privacy.reading import opens_sentence
from synth.records.pseudonym import PSEUDONYM
from synth.records.text import RawText

_SHORTEST_IN_BINARY = 7
_COMMONEST = 4.5


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret in a file: what kind of secret and how often, never the secret itself."""

    file: str
    kind: str
    count: int


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
    kept = {"".join(keys_of(k)) for k in keep}
    forms = (as_form(s.reveal(), at, "secret") for at, s in enumerate(secrets))
    index = FormIndex(f for f in forms if f and f.joined not in kept)
    counts: Counter[tuple[str, str]] = Counter()
    for name in sorted(files):
        for part in (Part(name, binary=False), *open_file(name, files[name])):
            counts.update((name, kind) for kind in _kinds(part, index))
    return tuple(Leak(file, kind, n) for (file, kind), n in sorted(counts.items()))


def _kinds(part: Part, index: FormIndex) -> Iterator[str]:
    """Yield the kind of each secret in one part of a file, overlapping ones once."""
    text = PSEUDONYM.sub(lambda m: "¤" * len(m.group()), part.text)
    words, done = words_of(text), 0
    for hit in index.find(words):
        if hit.first < done:
            continue
        forms = [f for f in hit.forms if _stands(f, hit, text, words)]
        if forms and not (part.binary and len(forms[0].joined) < _SHORTEST_IN_BINARY):
            done = hit.last
            yield _kind(forms[0].written)


def _stands(form: Form, hit: Hit, text: str, words: tuple[Word, ...]) -> bool:
    """Whether the words found are the secret rather than ordinary English.

    The rule mirrors redaction, so that a word left standing on purpose raises no alarm. A secret
    that no English word resembles counts in any casing. One that is an ordinary word counts only
    with a capital inside a sentence: at the opening of a sentence, cell or quotation every word
    has one ("Will you tell me …"), in a stretch of capitals likewise, and a weekday or month
    beside "on", "in" or a number is a date. A phrase of very common words needs a capital too.
    """
    found = words[hit.first : hit.last]
    if form.strength == "capitals":
        return found[0].text.isupper() and not _shouted(words, hit)
    if len(form.parts) > 1:
        common = all(zipf(p) >= _COMMONEST and p.isalpha() for p in form.parts)
        return not common or all(w.capital for w in found if w.key not in lexicon.FUNCTION_WORDS)
    if form.strength == "sure":
        return True
    return (
        found[0].capital
        and not opens_sentence(text, words, hit.first)
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
