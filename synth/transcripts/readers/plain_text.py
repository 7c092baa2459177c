"""Plain text and Markdown, in every layout that `labels` knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from synth.transcripts.exporters import exporter_of, is_boilerplate
from synth.transcripts.labels import find_labels
from synth.transcripts.layouts import Labelled, Layout, is_time, seconds
from synth.transcripts.legend import read_legend
from synth.transcripts.names import label_key
from synth.transcripts.script import (
    BEFORE,
    EXPORTER,
    FRONT_MATTER,
    HEADINGS,
    LABELS,
    QUOTED,
    Opened,
    Reader,
    Script,
    Tally,
    UnreadableError,
    Utterance,
    count_words,
)

_EXPORT_AS: Final = "Export the transcript as WebVTT, Word or text."
_STRUCTURED: Final = (
    (
        re.compile(r"\s*<(?:!|\?xml|[a-z]+:?[a-z]*\b[^<>]*xmlns)", re.IGNORECASE),
        f"It is an XML file of a kind that is not read. {_EXPORT_AS}",
    ),
)
_BEGIN: Final = re.compile(
    r"[#*_\s\[\-=]*(?:begin(?:ning)? (?:of )?|start of (?:the )?|full |interview )?transcript"
    r"(?:ion)?(?: begins| starts)?[\s:*_\]\-=]*\Z",
    re.IGNORECASE,
)
_LONE_LABEL_SHARE: Final = 0.05
_RULE: Final = re.compile(r"(?:[-*_=]\s*){3,}\Z")
_HEADING: Final = re.compile(r"#{1,6}\s")
_MARKDOWN: Final = re.compile(r"^#{1,6} |\*\*[^*\n]+\*\*|\A---\n|^> |\]\(http", re.MULTILINE)
_ESCAPED: Final = re.compile(r"\\{1,2}([^\w\s\\])")
_EMPHASIS: Final = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,300}?)(?<=\S)\1")
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:https?:|/|#|mailto:)[^()\s]{0,500}\)")
_ROLES: Final = "Interviewer|Interviewee|Participant|Respondent|Moderator|Researcher"
_INLINE_ROLE: Final = re.compile(
    rf"(?:(?<=[.?!…”\"])|(?<=[.?!…”\"]\s))(?=(?:{_ROLES}) ?\d{{0,2}}:)|(?<=[a-z])(?=(?:{_ROLES}):)"
)


def read_lines(text: str, form: str, names: frozenset[str]) -> Script:
    """Return the utterances of a text whose lines open with the names of speakers."""
    text = _INLINE_ROLE.sub("\n", text)
    tally = Tally(text)
    lines = text.split("\n")
    lines = _unquoted(lines[_start(lines, tally) :])
    labels = _credible(lines, find_labels(lines, names))
    _drop_previews(lines, labels, tally)
    parts, head = read_legend(lines, labels)
    for i in head:
        tally.leave(lines[i], FRONT_MATTER)
        lines[i], labels[i] = "", None
    utterances = tuple(_utterances(lines, labels, tally))
    return Script(form, exporter_of(text), utterances, tally, tuple(parts.items()))


def _start(lines: Sequence[str], tally: Tally) -> int:
    """Return where the transcript begins: after front matter and a "Transcript" line."""
    start = _after_front_matter(lines)
    begin = next((i for i, line in enumerate(lines[:80]) if i >= start and _BEGIN.match(line)), -1)
    start = max(start, begin + 1)
    for line in lines[:start]:
        tally.leave(line, FRONT_MATTER)
    return start


def _after_front_matter(lines: Sequence[str]) -> int:
    if lines and lines[0].strip() == "---":
        for i, line in enumerate(lines[1:200], 1):
            if line.strip() in ("---", "..."):
                return i + 1
    return 0


def _unquoted(lines: list[str]) -> list[str]:
    # Where most of a file is quoted, as in a forwarded message, the quotation is the transcript.
    spoken = [line for line in lines if line.strip()]
    quoted = sum(line.lstrip().startswith(">") for line in spoken)
    if quoted * 2 <= len(spoken):
        return lines
    return [re.sub(r"^\s*(?:>\s?)+", "", line) for line in lines]


def _credible(lines: Sequence[str], labels: list[Labelled | None]) -> list[Labelled | None]:
    # Where most words come before the first label, it was no label: notes, not a transcript.
    first = next((i for i, found in enumerate(labels) if found), len(lines))
    before = sum(count_words(line) for line in lines[:first] if not line.lstrip().startswith(">"))
    after = sum(count_words(line) for line in lines[first:])
    alone = len({label_key(found.label) for found in labels if found}) == 1
    credible = before <= (_LONE_LABEL_SHARE if alone else 1) * after
    return labels if credible or first == len(lines) else [None] * len(lines)


def _drop_previews(lines: list[str], labels: Sequence[Labelled | None], tally: Tally) -> None:
    """Take out the lines "… by Ada Roe" that a chat copied from Teams has above each message."""
    for i, found in enumerate(labels[1:], 1):
        above = next((j for j in range(i - 1, max(-1, i - 4), -1) if lines[j].strip()), -1)
        if found is None or found.layout is not Layout.ABOVE_TIME or above < 0 or labels[above]:
            continue
        if lines[above].rstrip().endswith(f" by {found.label}"):
            tally.leave(lines[above], EXPORTER)
            lines[above] = ""


def _utterances(
    lines: Sequence[str], labels: Sequence[Labelled | None], tally: Tally
) -> Iterator[Utterance]:
    # Without any label, casting may still know whose words these are.
    spoken, start_s = not any(labels), None
    for line, found in zip(lines, labels, strict=True):
        if found:
            spoken, start_s = True, found.start_s if found.start_s is not None else start_s
            rest = _speech(found.rest, line, tally)
            yield Utterance(found.label, rest, start_s)
            start_s = None
            continue
        reason = _left_out(line, spoken)
        if reason:
            tally.leave(line, reason)
            start_s = seconds(line) if reason == LABELS else start_s
        elif line.strip():
            yield Utterance(None, _emphasis_off(line), start_s)
            start_s = None


def _speech(rest: str, line: str, tally: Tally) -> str:
    kept = _emphasis_off(rest)
    tally.leave(line, LABELS, kept=kept)
    return kept


def _left_out(line: str, spoken: bool) -> str:
    bare = line.strip()
    if not bare:
        return ""
    if bare.startswith(">"):
        return QUOTED
    if _RULE.match(bare) or _HEADING.match(bare):
        return HEADINGS
    if is_time(bare):
        return LABELS
    if is_boilerplate(bare):
        return EXPORTER
    return "" if spoken else BEFORE


def _emphasis_off(text: str) -> str:
    return _EMPHASIS.sub(r"\2", text)


def _read(opened: Opened) -> Script:
    text = opened.text or ""
    for sign, reason in _STRUCTURED:
        if sign.match(text):
            raise UnreadableError(reason)
    if not _MARKDOWN.search(text):
        return read_lines(text, "text", opened.names)
    return read_lines(_LINK.sub(r"\1", _ESCAPED.sub(r"\1", text)), "markdown", opened.names)


READER: Final = Reader("text", lambda opened: opened.text is not None, _read)
