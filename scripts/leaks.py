"""Identifiers that reached the shared files: searched as a nosy reader would.

Every labelled identifier and every name of the review is looked for as a whole word in the text of
every shared file. Some names are ordinary words too (Will, Mark, Hope, a product named Circle), and
finding those anywhere would say nothing. How a name is looked for follows from the labels:

* a name that is never used as an ordinary word: anywhere, in upper or lower case;
* a name that also occurs as an ordinary word ("I hope"): in its own capitals, and not where a
  sentence may begin;
* a name that occurs capitalised as something else ("on Sunday"): not by itself.

The latter two are also looked for in any case between the very words that stood around them when
they were said, which finds the "will" of an uncapitalised transcript.
Roles ("our CFO") are left out: whether they tell a person apart is judged by other means.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.gold import GoldSentence

KINDS = ("PERSON", "ORG", "PROJECT", "PRODUCT", "PLACE", "EMAIL", "PHONE", "URL")
_NEIGHBOURS = 2
_ORDINARY = frozenset(
    {
        *("art", "bill", "blessing", "chip", "circle", "comfort", "dawn", "faith", "frank"),
        *("grace", "grant", "hope", "iris", "joy", "june", "lane", "mark", "may", "miles"),
        *("moon", "rose", "summer", "sunday", "us", "ward", "will"),
    }
)
"""Names that are words of any report, whether or not somebody used them so in an interview."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name to look for. `contexts` are the words around it, each side, where it was said."""

    kind: str
    text: str
    contexts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Leak:
    """An identifier found, and the shared files that hold it."""

    kind: str
    text: str
    files: tuple[str, ...]


def identifiers(
    sentences: Sequence[GoldSentence], names: Iterable[tuple[str, str]] = ()
) -> tuple[Identifier, ...]:
    """Return every labelled identifier, and `names` (kind, text), each once."""
    contexts: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for kind, text in names:
        contexts[kind, text] |= set()
    for sentence in sentences:
        for span in sentence.ids:
            if span.kind in KINDS:
                contexts[span.kind, span.text] |= set(_contexts(sentence, span.text))
    return tuple(
        Identifier(kind, text, tuple(sorted(around)))
        for (kind, text), around in sorted(contexts.items())
    )


def names_of(review: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (kind, name) of everybody on the roster, and of the partners and what is theirs."""
    for person in review["roster"]:
        for name in (person["name"], *(person.get("short") or ())):
            yield "PERSON", name
    for partner in review["partners"].values():
        for name in (partner["name"], *partner.get("aliases", ())):
            yield "ORG", name
        yield from (("PRODUCT", name) for name in partner.get("products", ()))
        yield from (("PROJECT", name) for name in partner.get("projects", ()))


def find_leaks(
    wanted: Sequence[Identifier], sentences: Sequence[GoldSentence], shared: Mapping[str, str]
) -> tuple[Leak, ...]:
    """Return the identifiers that can be read in the shared files.

    Args:
        wanted: what to look for.
        sentences: the labelled sentences: they tell which names are ordinary words too.
        shared: the words of each shared file, by its name.
    """
    plain = "\n".join(_without_identifiers(sentence) for sentence in sentences)
    texts = {name: _normal(text) for name, text in shared.items()}
    found = []
    for identifier in wanted:
        pattern = _pattern(identifier, plain)
        files = tuple(name for name, text in texts.items() if pattern.search(text))
        if files:
            found.append(Leak(identifier.kind, identifier.text, files))
    return tuple(found)


def count_by_kind(leaks: Iterable[Leak]) -> dict[str, int]:
    """Return how many identifiers of each kind leaked, every kind named."""
    counts = Counter(leak.kind for leak in leaks)
    return {kind: counts[kind] for kind in KINDS}


def _pattern(identifier: Identifier, plain: str) -> re.Pattern[str]:
    name = _whole(identifier.text)
    if not _is_ordinary(identifier.text, plain):
        return re.compile(f"(?i:{name})")
    ways = [
        f"(?i:{_between(before, identifier.text, after)})" for before, after in identifier.contexts
    ]
    within = rf"(?<=[\w,;\]] ){name}"
    if identifier.text != identifier.text.lower() and not re.search(within, plain):
        ways.append(within)
    return re.compile("|".join(ways) or r"(?!)")


def _is_ordinary(text: str, plain: str) -> bool:
    return text.lower() in _ORDINARY or re.search(f"(?i:{_whole(text)})", plain) is not None


def _whole(text: str) -> str:
    words = r"\s+".join(re.escape(word) for word in _normal(text).split())
    return rf"(?<!\w){words}(?!\w)"


def _between(before: str, text: str, after: str) -> str:
    parts = (*before.split(), *_normal(text).split(), *after.split())
    return r"(?<!\w)" + r"\W+".join(re.escape(part) for part in parts) + r"(?!\w)"


def _contexts(sentence: GoldSentence, text: str) -> Iterator[tuple[str, str]]:
    """Yield the words before and after `text` in its sentence, up to the next identifier."""
    masked = _without_identifiers(sentence)
    for match in re.finditer(_whole(text), _normal(sentence.text)):
        before = re.findall(r"[\w']+|\0", masked[: match.start()])[-_NEIGHBOURS:]
        after = re.findall(r"[\w']+|\0", masked[match.end() :])[:_NEIGHBOURS]
        kept_before = " ".join(before).rpartition("\0")[2].strip()
        kept_after = " ".join(after).partition("\0")[0].strip()
        if kept_before or kept_after:
            yield kept_before, kept_after


def _without_identifiers(sentence: GoldSentence) -> str:
    """Return the sentence with every identifier blanked by as many null characters."""
    text = _normal(sentence.text)
    for span in sorted(sentence.ids, key=lambda s: -len(s.text)):
        text = re.sub(_whole(span.text), lambda m: "\0" * len(m.group()), text)
    return text


def _normal(text: str) -> str:
    """Return `text` with straight quotes and single spaces; as long as before for a sentence."""
    return re.sub(r"[^\S\n]+", " ", text.replace("’", "'").replace("‘", "'"))
