"""Reading undoes writing, no word is lost without a reason, and nothing makes the reader fall."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from synth.records.people import Names
from synth.records.review import Review
from synth.records.text import RawText
from synth.records.transcript import Skipped, Transcript
from synth.transcripts import read_transcripts
from tests.unit.documents import (
    archive,
    as_json,
    ass,
    hyperaudio,
    odt,
    pdf,
    rtf,
    web_page,
    xlsx,
)

FEW = settings(max_examples=50, deadline=None)
Turns = list[tuple[str, str]]

SPEAKERS = ("Mira Oduya", "Tobias Lindqvist")
WORDS = (
    "we they the and partner agreed to ship it in time, but not without a delay. So what? at 10:30 "
    "“frankly” about 40% of it – well - costs e.g. $5 [Lab] (in March) don’t know; O’Neil's naïve"
).split()
OPENERS = ("We", "They", "And so", "I think that the", "“Frankly,", "Because the 2 of us")

texts = st.builds(
    lambda opener, words: " ".join((opener, *words)),
    st.sampled_from(OPENERS),
    st.lists(st.sampled_from(WORDS), min_size=12, max_size=30),
)
interviews = st.lists(texts, min_size=4, max_size=9).map(
    lambda said: [(SPEAKERS[n % 2], text) for n, text in enumerate(said)]
)


def _lines(template: str, between: str = "\n\n") -> Callable[[Turns], bytes]:
    def write(turns: Turns) -> bytes:
        parts = (template.format(who=w, said=t, m=n, b="**") for n, (w, t) in enumerate(turns))
        return between.join(parts).encode()

    return write


def _captions(template: str, head: str = "WEBVTT\n\n") -> Callable[[Turns], bytes]:
    return lambda turns: head.encode() + _lines(template)(turns)


def _cut_captions(turns: Turns) -> bytes:
    """Write each turn over several cues, a name in the first of them alone."""
    cues: list[str] = []
    for who, said in turns:
        words = said.split()
        cues += [
            f"{f'{who}: ' if not at else ''}{' '.join(words[at : at + 6])}"
            for at in range(0, len(words), 6)
        ]
    return ("WEBVTT\n\n" + "".join(f"00:{n:02}.000 --> 00:{n + 1:02}.000\n{cue}\n\n"
                                   for n, cue in enumerate(cues))).encode()  # fmt: skip


def _document(turns: Turns) -> bytes:
    document = docx.Document()
    for who, said in turns:
        paragraph = document.add_paragraph()
        paragraph.add_run(who).bold = True
        paragraph.add_run(f": {said}")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


LAYOUTS: dict[str, Callable[[Turns], bytes]] = {
    "colon": _lines("{who}: {said}"),
    "colon, own line": _lines("{who}:\n{said}"),
    "bold": _lines("{b}{who}:{b} {said}"),
    "timed": _lines("[0{m}:05] {who}: {said}"),
    "Otter": _lines("{who}  0:0{m}  \n{said}"),
    "Rev": _lines("{who} (00:0{m}:05):\n{said}"),
    "Teams": _lines("{who}   {m}:05\n{said}"),
    "voices": _captions("00:0{m}:01.000 --> 00:0{m}:09.000\n<v {who}>{said}</v>"),
    "Zoom": _captions("{m}\n00:0{m}:01.000 --> 00:0{m}:09.000\n{who}: {said}"),
    "SubRip": _captions("{m}\n00:0{m}:01,000 --> 00:0{m}:09,000\n{who}: {said}", ""),
    "cut captions": _cut_captions,
    "Word": _document,
    "OpenDocument": odt,
    "RTF": rtf,
    "web page": web_page,
    "web page of words": hyperaudio,
    "ASS": ass,
    "workbook": xlsx,
    "PDF": lambda turns: pdf([[f"{who}: {said}" for who, said in turns]]),
    "JSON": lambda turns: as_json([{"speaker": who, "text": said} for who, said in turns]),
    "JSON of words": lambda turns: as_json(
        {"words": [{"speaker": who, "word": w} for who, said in turns for w in said.split()]}
    ),
    "archive": lambda turns: archive({"talk.txt": _lines("{who}: {said}")(turns)}),
}


def _read(*files: bytes) -> tuple[tuple[Transcript, ...], tuple[Skipped, ...]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = tuple(Path(f"{n}.txt") for n in range(len(files)))
        for path, data in zip(paths, files, strict=True):
            (folder / path).write_bytes(data)
        return read_transcripts(
            Review(folder, paths, RawText(""), "", "", "alliance-health", "", "", Names())
        )


def _words(transcript: Transcript) -> int:
    spoken = sum(transcript.words_of(n) for n in range(len(transcript.speakers)))
    return spoken + sum(part.words for part in transcript.left_out)


def _lettered(said: str) -> list[str]:
    """Return the words; a dash that is a caption of its own may be left out."""
    return [word for word in said.split() if any(map(str.isalnum, word))]


@FEW
@given(interviews, st.sampled_from(sorted(LAYOUTS)))
def test_reading_undoes_writing(turns: Turns, layout: str) -> None:
    (transcript,), skipped = _read(LAYOUTS[layout](turns))
    labels = [speaker.label.reveal() for speaker in transcript.speakers]
    assert skipped == ()
    read = [(labels[t.speaker], t.text.reveal()) for t in transcript.turns]
    assert [(who, _lettered(said)) for who, said in read] == [
        (who, _lettered(said)) for who, said in turns
    ]
    assert transcript.words_in == _words(transcript)


PIECES = st.sampled_from(
    [
        "Mira: And then?",
        "Tobias: They never told us, [inaudible 00:12:31] not once in six years of it",
        "and the rest of it was decided over our heads by people whom we had not met",
        "**Mira:** Go on.",
        "> Tobias: quoted",
        "# Heading",
        "00:12:31",
        "[00:12]",
        "---",
        "(laughs)",
        "Transcribed by https://otter.ai",
        "Tobias  0:31",
        "Note: this",
        "word[crosstalk]word",
        "",
        "\t",
        "WEBVTT",
        "00:00:01.000 --> 00:00:02.000",
        "<v Mira>Yes</v> and <i>so</i>",
        "<v Tobias>They never told us &amp; we never asked, which is how it went for years",
        "1",
    ]
)


@FEW
@given(st.lists(PIECES, min_size=3, max_size=40))
def test_every_word_is_spoken_or_left_out_with_a_reason(pieces: list[str]) -> None:
    transcripts, skipped = _read("\n".join(pieces).encode())
    assert len(transcripts) + len(skipped) == 1
    for transcript in transcripts:
        assert transcript.words_in == _words(transcript)
        assert all(part.words > 0 and part.reason for part in transcript.left_out)
        assert [turn.index for turn in transcript.turns] == list(range(len(transcript.turns)))
        pairs = zip(transcript.turns, transcript.turns[1:], strict=False)
        assert all(one.speaker != other.speaker for one, other in pairs)


CONTAINERS: dict[str, Callable[[list[str]], bytes]] = {
    "OpenDocument": lambda lines: odt([("Mira", line) for line in lines]),
    "RTF": lambda lines: rtf([("Mira", line) for line in lines]),
    "web page": lambda lines: web_page([("Mira", line) for line in lines]),
    "ASS": lambda lines: ass([("Mira", line) for line in lines]),
    "workbook": lambda lines: xlsx([("Mira", line) for line in lines]),
    "PDF": lambda lines: pdf([[f"Mira: {line}" for line in lines]]),
    "JSON": lambda lines: as_json([{"speaker": "Mira", "text": line} for line in lines]),
}


@FEW
@given(st.lists(PIECES, min_size=3, max_size=20), st.sampled_from(sorted(CONTAINERS)))
def test_no_container_drops_a_word(pieces: list[str], container: str) -> None:
    spoken = [piece for piece in pieces if piece.strip() and "<" not in piece]
    spoken.append("and the rest of it was decided over our heads by people whom we had not met")
    spoken.append("so that we never knew who would call us in the morning and about which of them")
    transcripts, skipped = _read(CONTAINERS[container](spoken))
    assert skipped == ()
    held = len(" ".join(spoken).split())
    for transcript in transcripts:
        assert transcript.words_in == _words(transcript)
        assert transcript.words_in >= held


HEADS = st.sampled_from(
    [
        b"",
        b"WEBVTT\n\n",
        b"PK\x03\x04",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"%PDF-1.4\n",
        b"{\\rtf1 ",
        b"<html><p>",
        b'[{"text": "',
        b"[Script Info]\n[Events]\nDialogue: ",
        b"1\n00:00:01,0 --> ",
    ]
)


@FEW
@given(HEADS, st.binary(max_size=600))
def test_no_bytes_make_the_reader_fall(head: bytes, data: bytes) -> None:
    transcripts, skipped = _read(head + data)
    assert len(transcripts) + len(skipped) == 1


@FEW
@given(interviews, st.sampled_from(sorted(LAYOUTS)), st.data())
def test_no_damage_makes_the_reader_fall(turns: Turns, layout: str, data: st.DataObject) -> None:
    whole = LAYOUTS[layout](turns)
    at = data.draw(st.integers(0, len(whole)))
    junk = data.draw(st.binary(max_size=12))
    transcripts, skipped = _read(whole[:at] + junk + whole[at + len(junk) :], whole[:at])
    assert len(transcripts) + len(skipped) == 2


@FEW
@given(st.text(max_size=300))
def test_no_text_makes_the_reader_fall(text: str) -> None:
    names = "".join(f"P1: {text}\n\nInterviewer: {text}\n\n" for _ in range(3))
    transcripts, skipped = _read(names.encode("utf-8", errors="replace"))
    assert len(transcripts) + len(skipped) == 1
    for transcript in transcripts:
        assert transcript.words_in == _words(transcript)
