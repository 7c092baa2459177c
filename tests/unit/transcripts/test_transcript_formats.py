"""Every container and every program's JSON holds the same interview."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from synth.records.people import Part
from synth.records.transcript import Skipped, Transcript
from tests.unit.documents import (
    archive,
    as_json,
    ass,
    hyperaudio,
    locked_pdf,
    odt,
    pdf,
    rtf,
    web_page,
    xlsx,
)

Read = Callable[..., tuple[tuple[Transcript, ...], tuple[Skipped, ...]]]

MIRA, TOBIAS = "Mira Oduya", "Tobias Lindqvist"
TURNS = [
    (MIRA, "How do the two companies decide what to build next, and who is in the room?"),
    (TOBIAS, "We meet every Monday with the partner, and most of it gets decided there."),
    (MIRA, "What happens when a date slips?"),
    (
        TOBIAS,
        "They tell us early, which I respect. It was not so two years ago: we found out last.",
    ),
]
SAID = [text for _, text in TURNS]


def _wrapped(turns: list[tuple[str, str]]) -> list[str]:
    """Return the lines of a page that is 60 characters wide."""
    lines: list[str] = []
    for who, text in turns:
        line = f"{who}:"
        for word in text.split():
            if len(line) + len(word) > 60:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}"
        lines.append(line)
    return lines


def _pages() -> list[list[str]]:
    talk = _wrapped(TURNS)
    return [
        ["Northwind interview", *talk[a:b], f"Page {n} of 3"]
        for n, (a, b) in enumerate(((0, 3), (3, 5), (5, None)), 1)
    ]


DOCUMENTS = {
    "odt": odt(TURNS),
    "rtf": rtf(TURNS),
    "xlsx": xlsx(TURNS, before=(("Interview with a partner",), ())),
    "ass": ass(TURNS),
    "html": web_page(TURNS),
    "pdf": pdf([_wrapped(TURNS)]),
}


@pytest.mark.parametrize("form", DOCUMENTS)
def test_documents(form: str, read_one: Callable[..., Transcript]) -> None:
    transcript = read_one(DOCUMENTS[form], "talk")
    assert transcript.format == form
    _assert_same_interview(transcript)


OTHERS = {
    "page of words with times": hyperaudio(TURNS),
    "captions by style": ass(TURNS, by_style=True),
    "PDF with heads and feet": pdf(_pages()),
    "PDF with lines counted": pdf([[*_wrapped(TURNS), *map(str, range(1, 9))]]),
    "page without a head": b"".join(f"<p><cite>{w}:</cite> {t}</p>".encode() for w, t in TURNS),
}


@pytest.mark.parametrize("layout", OTHERS)
def test_other_layouts(layout: str, read_one: Callable[..., Transcript]) -> None:
    _assert_same_interview(read_one(OTHERS[layout]))


def _assert_same_interview(transcript: Transcript) -> None:
    assert [turn.text.reveal() for turn in transcript.turns] == SAID
    parts = [transcript.speakers[turn.speaker].part for turn in transcript.turns]
    assert parts == [Part.INTERVIEWER, Part.INTERVIEWEE] * 2
    spoken = sum(len(text.split()) for text in SAID)
    assert transcript.words_in == spoken + sum(part.words for part in transcript.left_out)


def _rows(who: str, text: str, start: str, factor: float = 1, **more: Any) -> list[dict[str, Any]]:
    return [
        {start: n * 20 * factor, who: speaker, text: said, **more}
        for n, (speaker, said) in enumerate(TURNS)
    ]


def _words(who: str, word: str, start: str, codes: dict[str, Any]) -> list[dict[str, Any]]:
    words = [(speaker, token) for speaker, said in TURNS for token in said.split()]
    return [{who: codes[s], word: w, start: n * 0.5} for n, (s, w) in enumerate(words)]


ALL = " ".join(SAID)
LETTERS, NUMBERS = {MIRA: "A", TOBIAS: "B"}, {MIRA: 0, TOBIAS: 1}
AMAZON = {MIRA: "spk_0", TOBIAS: "spk_1"}


def _amazon_items(*, labelled: bool) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    n = 0
    for speaker, said in TURNS:
        for token in said.split():
            bare, mark = (token[:-1], token[-1]) if token[-1] in ",.?:" else (token, "")
            item = {"type": "pronunciation", "start_time": f"{n}.0", "end_time": f"{n}.9"}
            item |= {"speaker_label": AMAZON[speaker]} if labelled else {}
            items.append({**item, "alternatives": [{"content": bare, "confidence": "0.9"}]})
            if mark:
                items.append({"type": "punctuation", "alternatives": [{"content": mark}]})
            n += 1
    return items


def _amazon_segments() -> list[dict[str, Any]]:
    n, segments = 0, []
    for speaker, said in TURNS:
        items = []
        for _ in said.split():
            items.append({"start_time": f"{n}.0", "speaker_label": AMAZON[speaker]})
            n += 1
        segments.append({"speaker_label": AMAZON[speaker], "items": items})
    return segments


def _deepgram(alternative: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"metadata": {}, "results": {"channels": [{"alternatives": [alternative]}], **more}}


def _channel(who: str) -> dict[str, Any]:
    words, n = [], 0
    for speaker, said in TURNS:
        for token in said.split():
            n += 1
            if speaker == who:
                words.append({"word": token.lower(), "punctuated_word": token, "start": n * 0.5})
    return {"alternatives": [{"transcript": "", "words": words}]}


JSON = {
    "list of turns": _rows("speaker", "content", "start"),
    "Whisper with speakers": {"text": ALL, "segments": _rows("speaker", "text", "start")},
    "WhisperX": {
        "segments": [
            {**row, "words": [{"word": w, "start": 1.0} for w in row["text"].split()]}
            for row in _rows("speaker", "text", "start")
        ],
        "word_segments": _words("speaker", "word", "start", LETTERS),
    },
    "AssemblyAI": {
        "audio_url": "https://example.org/a.mp3",
        "text": ALL,
        "words": _words("speaker", "text", "start", LETTERS),
        "utterances": [
            {**row, "speaker": LETTERS[row["speaker"]]}
            for row in _rows("speaker", "text", "start", 1000)
        ],
    },
    "AssemblyAI, words": _words("speaker", "text", "start", LETTERS),
    "Deepgram, utterances": _deepgram(
        {"transcript": ALL, "words": []}, utterances=_rows("speaker", "transcript", "start")
    ),
    "Deepgram, words": _deepgram(
        {
            "transcript": ALL,
            "words": [
                {**w, "word": w["punctuated_word"].lower().strip(".,?:")}
                for w in _words("speaker", "punctuated_word", "start", NUMBERS)
            ],
        }
    ),
    "Deepgram, paragraphs": _deepgram(
        {
            "paragraphs": {
                "paragraphs": [
                    {"speaker": NUMBERS[w], "start": n * 20, "sentences": [{"text": t, "start": n}]}
                    for n, (w, t) in enumerate(TURNS)
                ]
            }
        }
    ),
    "Deepgram, channels": {"results": {"channels": [_channel(MIRA), _channel(TOBIAS)]}},
    "AWS Transcribe": {
        "jobName": "talk",
        "results": {"transcripts": [{"transcript": ALL}], "items": _amazon_items(labelled=True)},
    },
    "AWS Transcribe, segments": {
        "jobName": "talk",
        "results": {
            "transcripts": [{"transcript": ALL}],
            "speaker_labels": {"speakers": 2, "segments": _amazon_segments()},
            "items": _amazon_items(labelled=False),
        },
    },
    "Otter": {
        "speech": {
            "title": "talk",
            "speakers": [{"id": 71, "speaker_name": MIRA}, {"id": 72, "speaker_name": TOBIAS}],
            "transcripts": [
                {**row, "speaker_id": 71 if row["speaker_id"] == MIRA else 72}
                for row in _rows("speaker_id", "transcript", "start_offset", 16000)
            ],
        }
    },
    "Rev": {
        "speakers": [{"id": 0, "name": MIRA}, {"id": 1, "name": TOBIAS}],
        "monologues": [
            {
                "speaker": NUMBERS[who],
                "elements": [
                    part
                    for token in said.split()
                    for part in (
                        {"type": "text", "value": token, "ts": 20.0 * n},
                        {"type": "punct", "value": " "},
                    )
                ],
            }
            for n, (who, said) in enumerate(TURNS)
        ],
    },
    "Descript and podcasts": {
        "version": "1.0.0",
        "segments": _rows("speaker", "body", "startTime"),
    },
    "Fireflies": _rows("speaker_name", "sentence", "startTime"),
    "speakers as objects": [
        {"speaker": {"id": 1, "name": who}, "text": text, "start": f"00:00:{n * 20:02}"}
        for n, (who, text) in enumerate(TURNS)
    ],
    "QMSum": {"topic_list": [], "meeting_transcripts": _rows("speaker", "content", "t")},
}


@pytest.mark.parametrize("program", JSON)
def test_json_of_speech_to_text_programs(program: str, read_one: Callable[..., Transcript]) -> None:
    _assert_same_interview(read_one(as_json(JSON[program]), "talk.json"))


TIMED = ["WhisperX", "AssemblyAI", "Otter", "Rev", "speakers as objects", "Descript and podcasts"]


@pytest.mark.parametrize("program", TIMED)
def test_times_are_seconds_whatever_the_unit(
    program: str, read_one: Callable[..., Transcript]
) -> None:
    starts = [turn.start_s for turn in read_one(as_json(JSON[program])).turns]
    assert starts == [0.0, 20.0, 40.0, 60.0]


def test_whisper_without_speakers_is_read_as_of_one_unknown(
    read_one: Callable[..., Transcript],
) -> None:
    rows = [{"start": n * 20, "text": f" {text}"} for n, (_, text) in enumerate(TURNS)]
    transcript = read_one(as_json({"text": ALL, "language": "en", "segments": rows}))
    assert [s.label.reveal() for s in transcript.speakers] == ["Speaker unknown"]
    assert transcript.turns[0].text.reveal() == ALL
    assert any('Put "Name:" before each turn' in warning for warning in transcript.warnings)


def test_each_file_of_an_archive_is_read_and_named(read: Read) -> None:
    talk = "\n\n".join(f"{who}: {text}" for who, text in TURNS).encode()
    packed = archive(
        {
            "talks/one.txt": talk,
            "talks/two.html": web_page([(w, t.replace("date", "promise")) for w, t in TURNS]),
            "__MACOSX/talks/._one.txt": b"junk",
            "talks/picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(200)),
            "talks/again.zip": archive({"x.txt": talk}),
            "../../escape.txt": talk.replace(b"Monday", b"Friday"),
        }
    )
    transcripts, skipped = read({"all.zip": packed})
    assert [t.path for t in transcripts] == [
        Path("all.zip/escape.txt"),
        Path("all.zip/talks/one.txt"),
        Path("all.zip/talks/two.html"),
    ]
    assert [s.path.name for s in skipped] == ["again.zip", "picture.png"]
    assert "archive inside an archive" in skipped[0].reason


SAYS_SO = {
    "scanned PDF": (pdf([[], []]), "pictures of pages"),
    "locked PDF": (locked_pdf(pdf([_wrapped(TURNS)])), "protected by a password"),
    "locked ODT": (
        archive(
            {
                "mimetype": b"application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": b"<manifest:encryption-data/>",
                "content.xml": bytes(range(256)),
            }
        ),
        "protected by a password",
    ),
    "XML with entities": (
        odt(TURNS, head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'),
        "damaged",
    ),
    "archive without files": (archive({"empty/": b""}), "holds no files"),
    "archive that unpacks to more": (archive({"big.txt": bytes(301 * 1024 * 1024)}), "300 MB"),
}


@pytest.mark.parametrize("fault", SAYS_SO)
def test_what_cannot_be_read_says_why(fault: str, read: Read) -> None:
    data, expected = SAYS_SO[fault]
    transcripts, skipped = read({"talk": data})
    assert transcripts == ()
    assert expected in skipped[0].reason


NAMES = ["\"quoted\" 'twice'.txt", "two\nlines.txt", f"{'n' * 240}.txt", "dash -- & %s {}.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_odd_file_names(name: str, read_one: Callable[..., Transcript]) -> None:
    text = "\n\n".join(f"{who}: {said}" for who, said in TURNS)
    assert read_one(text, name).path == Path(name)


def test_tracked_insertions_of_a_word_document_are_read(
    read_one: Callable[..., Transcript],
) -> None:
    import docx
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    for who, said in TURNS:
        first, _, rest = said.partition(" ")
        paragraph = document.add_paragraph(f"{who}: {first}")
        for wrapped in (
            f'<w:ins {space}><w:r><w:t xml:space="preserve"> {rest}</w:t></w:r></w:ins>',
            f"<w:del {space}><w:r><w:delText> not this</w:delText></w:r></w:del>",
        ):
            paragraph._p.append(parse_xml(wrapped))
    stream = io.BytesIO()
    document.save(stream)
    _assert_same_interview(read_one(stream.getvalue()))


def test_a_chat_copied_from_teams(read_one: Callable[..., Transcript]) -> None:
    text = "".join(
        f"{said[:30]}... by {who}\n{who}\nThursday 10:0{n} AM\n{said}\n1 Heart reaction.\n"
        for n, (who, said) in enumerate(TURNS)
    )
    _assert_same_interview(read_one(text))


def test_voices_that_overlap_are_put_in_order(read_one: Callable[..., Transcript]) -> None:
    order = [0, 2, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    cues = [
        f"0:0:{n * 2}.0 --> 0:0:{n * 2 + 2}.0\n<v {TURNS[n % 2][0]}>{SAID[n % 2]} {n}</v>\n"
        for n in order
    ]
    transcript = read_one("WEBVTT\n\n" + "\n".join(cues))
    assert [turn.text.reveal().split()[-1] for turn in transcript.turns] == [
        str(n) for n in range(12)
    ]


def test_a_lone_speaker_beside_numbered_ones_is_no_speech(
    read_one: Callable[..., Transcript],
) -> None:
    names = ["Speaker 1", "Speaker 2", "Speaker 1", "Speaker 2"]
    text = "\n".join(f"{who}\n{said}" for who, said in zip(names, SAID, strict=True))
    transcript = read_one(f"{text}\nSpeaker\nOkay.\n")
    assert transcript.turns[-1].text.reveal() == "Okay."
