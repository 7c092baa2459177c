"""A file that cannot be used is skipped with a reason that says what to do; the rest is read."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from synth.records.transcript import Skipped, Transcript
from synth.transcripts.opening import MAX_BYTES

Read = Callable[..., tuple[tuple[Transcript, ...], tuple[Skipped, ...]]]

WORDS = "we have done this every quarter since both companies signed the agreement in the spring "
GOOD = f"Interviewer: What do you do?\n\nParticipant: {WORDS * 3}\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FRENCH = "nous avons fait le travail avec eux et je pense que c'est une bonne chose pour les deux "
GERMAN = (
    "wir haben das mit dem Partner gemacht und ich glaube, dass es auch für die andere gut ist "
)
DUTCH = "we hebben het met de partner gedaan en ik denk dat het ook voor de ander goed is, dus ja "


def _zip(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _truncated_document() -> bytes:
    import docx

    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(GOOD)
    document.save(stream)
    return stream.getvalue()[: len(stream.getvalue()) // 2]


BROKEN = {
    "empty": (b"", "empty"),
    "blank": (b" \r\n\t\n", "empty"),
    "junk named .vtt": (bytes(range(256)) * 8, "not a text or Word file"),
    "zeros": (bytes(5000), "not a text or Word file"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 9, "not a text or Word file"),
    "cut PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF is damaged"),
    "RTF of one word": (b"{\\rtf1\\ansi Hello\\par}", "No speaker is named"),
    "protected document": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "old document": (OLE + "WordDocument".encode("utf-16-le"), "old Word document"),
    "cut document": (_truncated_document(), "damaged"),
    "document without its parts": (
        _zip({"[Content_Types].xml": b"<x>wordprocessingml</x>"}),
        "damaged",
    ),
    "workbook without its parts": (
        _zip({"[Content_Types].xml": b"<x>spreadsheetml</x>"}),
        "workbook is damaged",
    ),
    "slides": (_zip({"[Content_Types].xml": b"<x>presentationml</x>"}), "packed file"),
    "empty archive": (_zip({}).ljust(30, b"\0"), "not a text or Word file"),
    "cut archive": (_zip({"talk.txt": GOOD.encode()})[:60], "damaged"),
    "web page": (b"<!DOCTYPE html><html><p>Interviewer: Hello</p></html>", "0 words"),
    "other XML": (b"<?xml version='1.0'?><score xmlns='x'><note>C</note></score>", "XML file"),
    "settings in JSON": (b'{"name": "P1", "rows": [{"id": 1}, {"id": 2}]}', "no list of turns"),
    "damaged JSON": (b'{"segments": [{"speaker": "P1", "text": ', "damaged"),
    "a list without speakers": (b"milk bread butter eggs flour sugar " * 20, "No speaker is named"),
    "head without cues": (b"WEBVTT\n\n", "No speech"),
    "ten words": (b"Interviewer: And?\n\nParticipant: one two three four five six.\n", "6 words"),
    "only the interviewer": (f"Interviewer: {WORDS * 4}\n".encode(), "0 words"),
    "French": (f"Interviewer: {FRENCH}\n\nP1: {FRENCH * 4}".encode(), "French"),
    "German": (f"Interviewer: {GERMAN}\n\nP1: {GERMAN * 4}".encode(), "German"),
    "Dutch": (f"Interviewer: {DUTCH}\n\nP1: {DUTCH * 4}".encode(), "Dutch"),
    "Chinese": ("Interviewer: 你好\n\nP1: " + "我们每个季度都和合作伙伴开会。" * 20, "Chinese"),
    "Russian": ("Interviewer: Да\n\nP1: " + "мы работаем с ними уже шесть лет " * 9, "Cyrillic"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_file_is_skipped_and_the_rest_is_read(fault: str, read: Read) -> None:
    data, expected = BROKEN[fault]
    transcripts, skipped = read({"bad.vtt": data, "good.txt": GOOD})
    assert [t.path for t in transcripts] == [Path("good.txt")]
    assert [s.path for s in skipped] == [Path("bad.vtt")]
    assert expected in skipped[0].reason
    assert skipped[0].reason.endswith(".")


def test_a_vanished_file(read: Read, tmp_path: Path) -> None:
    read({"good.txt": GOOD, "gone.txt": GOOD + "More."})
    (tmp_path / "gone.txt").unlink()
    (tmp_path / "hanging.txt").symlink_to(tmp_path / "gone.txt")
    transcripts, skipped = _read_names(tmp_path, "good.txt", "gone.txt", "hanging.txt")
    assert len(transcripts) == 1
    assert all("could not be found" in s.reason for s in skipped)
    assert len(skipped) == 2


def test_a_link_out_of_the_folder(tmp_path: Path) -> None:
    inside, outside = tmp_path / "review", tmp_path / "secret.txt"
    inside.mkdir()
    outside.write_text(GOOD)
    (inside / "real.txt").write_text(GOOD)
    (inside / "link.txt").symlink_to(outside)
    (inside / "near.txt").symlink_to(inside / "real.txt")
    _, skipped = _read_names(inside, "link.txt", "../secret.txt")
    assert ["leads out of the review folder" in s.reason for s in skipped] == [True, True]
    transcripts, _ = _read_names(inside, "near.txt")
    assert len(transcripts) == 1


def test_a_folder_and_a_huge_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    _, skipped = _read_names(tmp_path, "folder.txt", "huge.txt")
    assert "not a file" in skipped[0].reason
    assert "larger than 50 MB" in skipped[1].reason


@pytest.mark.parametrize(
    "again",
    [GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace("Participant", "Tobias Lindqvist")],
)
def test_the_same_words_twice_are_read_once(again: str, read: Read) -> None:
    transcripts, skipped = read({"a.txt": GOOD, "b.txt": again})
    assert [t.path for t in transcripts] == [Path("a.txt")]
    assert "same words as another transcript" in skipped[0].reason


def _interview(said: int = 60) -> list[str]:
    """Return the sentences of an interview of some length, no two alike."""
    chance = random.Random(7)
    words = (
        "we they so I you know yeah think price delay report backlog contract roadmap meeting "
        "support asked went told knew "
        "partner team quarter spring nobody always never early late again about for with without "
        "after before which what because trust release date customer licence"
    ).split()
    return [" ".join(chance.choices(words, k=14)).capitalize() + "." for _ in range(said)]


def _captions(sentences: list[str], template: str) -> bytes:
    cues = (
        f"00:{n:02}:00.000 --> 00:{n:02}:50.000\n{template.format(said)}\n"
        for n, said in enumerate(sentences)
    )
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def test_the_same_interview_in_two_formats_is_used_once(read: Read) -> None:
    said = _interview()
    changed = [s.replace(" ", ", um, ", 1) if n % 9 == 0 else s for n, s in enumerate(said)]
    text = "Interviewer: And then? What happened?\n\nParticipant: " + "\n\n".join(changed)
    transcripts, skipped = read(
        {"a.vtt": _captions(said, "{}"), "b.txt": text, "c.vtt": _captions(said[::-1], "<v P2>{}")}
    )
    # The file that tells its speakers is kept; the same sentences in another order are no other.
    assert [t.path for t in transcripts] == [Path("b.txt")]
    assert [s.path for s in skipped] == [Path("a.vtt"), Path("c.vtt")]
    assert all("nearly the same words as another transcript" in s.reason for s in skipped)


def test_interviews_that_begin_alike_are_both_used(read: Read) -> None:
    same, said = _interview(20), _interview(200)
    files = {
        "a.txt": "Interviewer: Why?\n\nP1: " + " ".join(same + said[40:100]),
        "b.txt": "Interviewer: Why?\n\nP2: " + " ".join(same + said[120:180]),
    }
    assert len(read(files)[0]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "(" * 50_000,
        "[" * 50_000,
        "a: " * 30_000,
        "*" * 80_000,
        "1:" * 40_000,
        "<v " * 30_000,
        "- " * 40_000,
        "x " * 60_000 + ":",
        "00:00:00 " * 20_000,
        ("WEBVTT\n\n" + "00:00:01.000 --> 00:00:02.000\n" * 20_000),
        "> " * 40_000,
        "A" * 200_000,
        "\t" * 50_000 + "x",
        "a\tb" * 30_000,
        "_ " * 50_000,
    ],
)
def test_hostile_text_is_read_in_linear_time_or_skipped(text: str, read: Read) -> None:
    transcripts, skipped = read({"a.txt": text})
    assert len(transcripts) + len(skipped) == 1


def _read_names(folder: Path, *names: str) -> tuple[tuple[Transcript, ...], tuple[Skipped, ...]]:
    from synth.records.people import Names
    from synth.records.review import Review
    from synth.records.text import RawText
    from synth.transcripts import read_transcripts

    files = tuple(Path(name) for name in names)
    return read_transcripts(
        Review(folder, files, RawText(""), "", "", "alliance-health", "", "", Names())
    )
