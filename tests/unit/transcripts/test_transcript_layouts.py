"""Every layout that exporters write holds the same interview."""

from __future__ import annotations

import io
import pkgutil
from collections.abc import Callable

import docx
import pytest

from synth.records.people import Part
from synth.records.transcript import Transcript
from synth.transcripts import readers

ASK_1 = "How do the two companies decide what to build next, and who is in the room?"
SAY_1 = (
    "We meet every Monday with the partner, and most of it gets decided there. "
    "The rest goes to the steering group, which takes a month."
)
ASK_2 = "What happens when a date slips?"
SAY_2 = "They tell us early, which I respect. It was not so two years ago: we found out last."
TURNS = [("Mira", ASK_1), ("Tobias", SAY_1), ("Mira", ASK_2), ("Tobias", SAY_2)]
FULL = {"Mira": "Mira Oduya", "Tobias": "Tobias Lindqvist"}


def _each(template: str, between: str = "\n\n", names: dict[str, str] = FULL) -> str:
    parts = []
    for n, (who, text) in enumerate(TURNS):
        parts.append(
            template.format(name=names[who], text=text, m=n, bold="**", first=who, caps=who.upper())
        )
    return between.join(parts) + "\n"


LAYOUTS = {
    "name and colon": _each("{name}: {text}"),
    "no blank lines": _each("{name}: {text}", "\n"),
    "capitals": _each("{caps}: {text}"),
    "first names": _each("{first}: {text}"),
    "windows line ends": _each("{name}: {text}").replace("\n", "\r\n"),
    "label and tab": _each("{name}:\t{text}"),
    "tab without colon": _each("{name}\t{text}", "\n"),
    "label on its own line": _each("{name}:\n{text}"),
    "bold with colon inside": _each("{bold}{name}:{bold} {text}"),
    "bold with colon outside": _each("{bold}{name}{bold}: {text}"),
    "bold on its own line": _each("{bold}{name}{bold}\n\n{text}"),
    "heading": _each("### {name}\n\n{text}"),
    "name alone": _each("{name}\n{text}"),
    "time before": _each("[0{m}:10] {name}: {text}"),
    "long time before": _each("[00:0{m}:10.250] {name}: {text}"),
    "time in round brackets": _each("({m}:10) {name}: {text}"),
    "bold time before": _each("{bold}[0{m}:10] {name}:{bold} {text}"),
    "Otter": _each("{name}  {m}:10  \n{text}") + "\nTranscribed by https://otter.ai\n",
    "Otter, hours": _each("{name}  1:0{m}:10\n{text}"),
    "Rev": _each("{name} (00:0{m}:10):\n{text}"),
    "Rev, one line": _each("{name} (0{m}:10): {text}"),
    "Teams": "Weekly interview\nMay 4, 2026, 4:29PM\n12m 3s\n\nMira Oduya started transcription\n\n"
    + _each("{name}   {m}:10\n{text}")
    + "\nMira Oduya stopped transcription\n",
    "Teams, spelt out": _each("{name} {m} minutes 10 seconds\n\n{text}"),
    "Teams, time below": _each("{name}\n{m} minutes 10 seconds{m}:10\n{text}"),
    "Word Transcribe": "Audio file\ntalk.mp4\n\nTranscript\n" + _each("00:0{m}:10 {name}\n{text}"),
    "Zoom text": _each("[{name}] 16:0{m}:10\n{text}"),
    "time on its own line": _each("0{m}:10\n{name}: {text}"),
    "time after the colon": _each("{name}: 00:0{m}:10\n\n{text}"),
    "front matter": "---\ntitle: Interview\nspeakers:\n  - Tobias Lindqvist\n---\n"
    + _each("{name}: {text}"),
    "licence and marker": "# Licence\n\nI hereby release this: all rights.\n\n"
    + "# BEGIN TRANSCRIPT\n\n"
    + _each("{name}: {text}"),
    "header with who is who": "Interviewer: Mira Oduya\nParticipant: Tobias Lindqvist\n"
    "Date: 4 May 2026\n\n" + _each("{name}: {text}"),
    "legend": "[M] - Interviewer\t[T] - Respondent\n\n"
    + _each("{name} – {text}", names={"Mira": "M", "Tobias": "T"}),
    "WebVTT, voices": "WEBVTT\n\n"
    + _each("00:0{m}:10.000 --> 00:0{m}:50.000\n<v {name}>{text}</v>"),
    "WebVTT, voices with class": "WEBVTT\n\n"
    + _each("0{m}:10.000 --> 0{m}:50.000\n<v.loud {name}>{text}"),
    "WebVTT, colon in the voice": "WEBVTT\n\n"
    + _each("{m}\n00:0{m}:10.000 --> 00:0{m}:50.000\n<v {name}:>{text}"),
    "WebVTT, Zoom": "WEBVTT\n\n" + _each("{m}\n00:0{m}:10.000 --> 00:0{m}:50.000\n{name}: {text}"),
    "WebVTT, times unpadded": "WEBVTT\n\n"
    + _each("0:{m}:1.20 --> 0:{m}:50.3\n<v {name}>{text}</v>"),
    "WebVTT, negative time": "WEBVTT\n\n"
    + _each("0:0:-6.-820 --> 0:{m}:50.3\n<v {name}>{text}</v>"),
    "WebVTT, cue settings": "WEBVTT - talk\nKind: captions\n\nNOTE made by hand\n\n"
    + _each("00:0{m}:10.000 --> 00:0{m}:50.000 align:start size:75%\n{name}: {text}"),
    "WebVTT, no blank lines": "WEBVTT\n\n"
    + _each("00:0{m}:10.000 --> 00:0{m}:50.000\n<v {name}>{text}</v>", "\n"),
    "WebVTT, Webex": "WEBVTT\n\n"
    + _each('{m} "{name}" (2837461)\n00:0{m}:10.000 --> 00:0{m}:50.000\n{text}'),
    "SubRip": _each("{m}\n00:0{m}:10,000 --> 00:0{m}:50,000\n{name}: {text}"),
    "table": "speaker,start,text\n" + _each('{name},00:0{m}:10,"{text}"', "\n"),
    "JSON": '{"file": "x", "segments": ['
    + _each('{{"start": {m}.5, "speaker": "{name}", "text": "{text}"}}', ",\n")
    + "]}",
    "JSON, turns": "[" + _each('{{"speaker": "{name}", "content": "{text}"}}', ",\n") + "]",
    "table with tabs": "Timespan\tSpeaker\tContent\n" + _each("00:0{m}:10\t{name}\t{text}", "\n"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_holds_the_same_interview(
    layout: str, read_one: Callable[..., Transcript]
) -> None:
    transcript = read_one(LAYOUTS[layout])
    said = [turn.text.reveal() for turn in transcript.turns]
    parts = [transcript.speakers[turn.speaker].part for turn in transcript.turns]
    assert said == [ASK_1, SAY_1, ASK_2, SAY_2]
    assert parts == [Part.INTERVIEWER, Part.INTERVIEWEE] * 2
    assert [turn.index for turn in transcript.turns] == [0, 1, 2, 3]
    left_out = sum(part.words for part in transcript.left_out)
    assert transcript.words_in == left_out + sum(len(words.split()) for words in said)


TIMED = [
    "time before",
    "Otter",
    "Rev",
    "Teams",
    "Word Transcribe",
    "WebVTT, Zoom",
    "SubRip",
    "table",
]


@pytest.mark.parametrize("layout", TIMED)
def test_turns_know_when_they_began(layout: str, read_one: Callable[..., Transcript]) -> None:
    starts = [turn.start_s for turn in read_one(LAYOUTS[layout]).turns]
    assert starts == [10.0, 70.0, 130.0, 190.0]


def _document(paragraphs: list[list[tuple[str, bool]]]) -> bytes:
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, bold in runs:
            paragraph.add_run(text).bold = bold
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table_document() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for who, text in TURNS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = FULL[who], text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


DOCUMENTS = {
    "one line": lambda: _document([[(f"{FULL[w]}: {t}", False)] for w, t in TURNS]),
    "bold name": lambda: _document([[(FULL[w], True), (f": {t}", False)] for w, t in TURNS]),
    "bold name and colon": lambda: _document(
        [[(f"{FULL[w]}:", True), (f" {t}", False)] for w, t in TURNS]
    ),
    "bold name without colon": lambda: _document(
        [[(f"{FULL[w]} ", True), (t, False)] for w, t in TURNS]
    ),
    "line break after name": lambda: _document(
        [[(f"{FULL[w]}:\n", True), (t, False)] for w, t in TURNS]
    ),
    "Word Transcribe": lambda: _document(
        [[("Transcript", False)]]
        + [[(p, False)] for n, (w, t) in enumerate(TURNS) for p in (f"00:0{n}:10 {FULL[w]}", t)]
    ),
    "Teams": lambda: _document(
        [[(f"{FULL[w]}   {n}:10\n{t}", False)] for n, (w, t) in enumerate(TURNS)]
    ),
    "table": _table_document,
    "one paragraph": lambda: _document([[("".join(f"{_role(w)}: {t}" for w, t in TURNS), False)]]),
}


def _role(who: str) -> str:
    return "Interviewer" if who == "Mira" else "Interviewee"


@pytest.mark.parametrize("layout", DOCUMENTS)
def test_word_documents(layout: str, read_one: Callable[..., Transcript]) -> None:
    transcript = read_one(DOCUMENTS[layout](), "talk.docx")
    assert [turn.text.reveal() for turn in transcript.turns] == [ASK_1, SAY_1, ASK_2, SAY_2]
    parts = [transcript.speakers[turn.speaker].part for turn in transcript.turns]
    assert parts == [Part.INTERVIEWER, Part.INTERVIEWEE] * 2
    assert transcript.format == "docx"


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str, read_one: Callable[..., Transcript]) -> None:
    text = LAYOUTS["name and colon"].replace("Lindqvist", "Lindström").replace("respect.", "“né”.")
    transcript = read_one(text.encode(encoding))
    assert transcript.speakers[1].label.reveal() == "Tobias Lindström"
    assert "“né”" in transcript.turns[3].text.reveal()


@pytest.mark.parametrize("name", ["talk.vtt", "talk.docx", "talk.md", "talk", "talk.mp4"])
def test_the_name_of_a_file_tells_nothing(name: str, read_one: Callable[..., Transcript]) -> None:
    assert read_one(LAYOUTS["name and colon"], name).format == "text"
    assert read_one(LAYOUTS["WebVTT, Zoom"], name).format == "vtt"


def test_every_reader_is_in_the_table() -> None:
    modules = {module.name for module in pkgutil.iter_modules(readers.__path__)}
    listed = {reader.read.__module__.rpartition(".")[2] for reader in readers.READERS}
    assert modules == listed
