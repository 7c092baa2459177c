"""The anonymized interviews as plain texts, and where in them each passage and signal stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from synth.records.clean import CleanTurn, Interview
from synth.records.evidence import Origin, Passage, Signal
from synth.records.people import Part
from synth.report.source import Source

_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ufffe\uffff\ud800-\udfff]"
)
_CHARACTER: Final = re.compile("\r\n|.", re.DOTALL)
_WITHDRAWN: Final = "[taken back by the participant]"


@dataclass(frozen=True, slots=True)
class Coded:
    """A passage or signal: from `start` to before `end` in the text, with the keys of its codes."""

    id: str
    start: int
    end: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One interview as it is shared. Line ends are one line feed each."""

    interview: str
    content: str
    coded: tuple[Coded, ...]


def texts_of(source: Source) -> tuple[Text, ...]:
    """Return every interview, in order, with all that was read in it."""
    return tuple(_text(source, interview) for interview in source.synthesis.redaction.interviews)


def _text(source: Source, interview: Interview) -> Text:
    synthesis = source.synthesis
    passages = [p for p in synthesis.passages if p.interview == interview.id]
    own = {p.id for p in passages}
    signals = [s for s in synthesis.signals if s.passage in own]
    gone = [origin for origin in synthesis.withdrawn if origin.file == interview.path]
    content, coded = "", list[Coded]()
    for turn in interview.turns:
        content += f"{_speaker(interview, turn)}: "
        kept = _Kept(turn, [o for o in gone if o.turn == turn.index], len(content))
        coded += _passages(kept, [p for p in passages if p.origin.turn == turn.index], source)
        coded += _signals(kept, [s for s in signals if s.origin.turn == turn.index])
        content += f"{kept.text}\n\n"
    return Text(interview.id, content, tuple(coded))


def _speaker(interview: Interview, turn: CleanTurn) -> str:
    voice = interview.voices[turn.speaker]
    return "Interviewer" if voice.part is Part.INTERVIEWER else voice.pseudonym


class _Kept:
    """A turn as it is shared from `at` on, and where in the text its clean characters stand."""

    def __init__(self, turn: CleanTurn, gone: Sequence[Origin], at: int) -> None:
        self.turn = turn
        self._hidden = sorted(self.clean(origin) for origin in gone)
        self.text, places = self._shared()
        self._places = [at + place for place in places]

    def clean(self, origin: Origin) -> tuple[int, int]:
        """Return the offsets in the clean turn of what stands there in the raw one."""
        return _clean_offset(self.turn, origin.start), _clean_offset(self.turn, origin.end)

    def placed(self, start: int, end: int) -> tuple[int, int]:
        """Return where clean characters stand in the text."""
        return self._places[start], self._places[end]

    def _shared(self) -> tuple[str, list[int]]:
        """Return the turn with plain line ends, and for each clean offset its place in it."""
        out, places = list[str](), list[int]()
        length = at = 0
        for match in _CHARACTER.finditer(self.turn.text):
            start = match.start()
            piece = _UNSEEN.sub("", "\n" if _BREAKS.fullmatch(match[0]) else match[0])
            if any(first <= start < last for first, last in self._hidden):
                piece = _WITHDRAWN if any(first == start for first, _ in self._hidden) else ""
            places += [length] * len(match[0])
            out.append(piece)
            length, at = length + len(piece), match.end()
        return "".join(out), [*places, *([length] * (len(self.turn.text) - at + 1))]


def _clean_offset(turn: CleanTurn, raw: int) -> int:
    """Return where a raw offset lies in the clean turn; inside a pseudonym, at its near edge."""
    shift = 0
    for replaced in turn.replacements:
        if raw <= replaced.start:
            break
        if raw < replaced.end:
            return replaced.clean_end
        shift = replaced.clean_end - replaced.end
    return raw + shift


def _passages(kept: _Kept, passages: Sequence[Passage], source: Source) -> Iterator[Coded]:
    for passage in passages:
        theme = source.theme_of.get(passage.id, "")
        codes = (f"corner {passage.tag.corner}", f"stance {passage.tag.stance}", f"theme {theme}")
        yield Coded(passage.id, *kept.placed(*kept.clean(passage.origin)), codes)


def _signals(kept: _Kept, signals: Sequence[Signal]) -> Iterator[Coded]:
    """Yield the signals: their words stand somewhere in the sentence of their origin."""
    for signal in signals:
        first, last = kept.clean(signal.origin)
        start = kept.turn.text.find(signal.text, first, last)
        span = (start, start + len(signal.text)) if start >= 0 else (first, last)
        yield Coded(signal.id, *kept.placed(*span), (f"signal {signal.kind}",))
