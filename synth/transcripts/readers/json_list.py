"""JSON of speech-to-text programs: a list of words, segments or turns, each with its speaker."""

from __future__ import annotations

import json
from typing import Final

from synth.transcripts.script import OTHER_FIELDS, Opened, Reader, Script, Tally, UnreadableError
from synth.transcripts.speech_json import talk_in, texts_in

_SIGNS: Final = (
    ("AWS Transcribe", ('"jobName"', '"transcripts"')),
    ("Deepgram", ('"channels"', '"alternatives"')),
    ("AssemblyAI", ('"audio_url"', '"utterances"')),
    ("Otter", ('"speech"', '"transcripts"')),
    ("Rev", ('"monologues"', '"elements"')),
    ("WhisperX", ('"word_segments"',)),
    ("Whisper", ('"avg_logprob"',)),
    ("QMSum", ('"meeting_transcripts"',)),
)


def _read(opened: Opened) -> Script:
    text = opened.text or ""
    try:
        whole = json.loads(text)
        said = tuple(talk_in(whole))
        texts = "\n".join(texts_in(whole))
    except (ValueError, RecursionError):
        raise UnreadableError(
            "The JSON is damaged and cannot be read. Export the transcript again."
        ) from None
    if not any(u.text.strip() for u in said):
        raise UnreadableError(
            "The JSON holds no list of turns with a text and a speaker each. Export the transcript "
            "as WebVTT, Word or text."
        )
    tally = Tally(texts)
    tally.leave(texts, OTHER_FIELDS, kept="\n".join(u.text for u in said))
    return Script("json", _exporter(text), said, tally)


def _exporter(text: str) -> str:
    return next((name for name, keys in _SIGNS if all(key in text for key in keys)), "")


def _recognises(opened: Opened) -> bool:
    head = (opened.text or "")[:200].lstrip()
    return head[:1] in ("{", "[") and head[1:].lstrip()[:1] in ('"', "{", "[")


READER: Final = Reader("json", _recognises, _read)
