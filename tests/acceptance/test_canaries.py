"""Two hundred made-up identifiers of twenty kinds, in transcripts of four formats: none comes out.

Each canary is a word that nobody else writes, so a byte of one is proof of a leak.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

TEN = ("Brax", "Quon", "Vilm", "Zerp", "Thrau", "Kwel", "Drosh", "Plint", "Gravv", "Snoz")
KINDS = {
    "person in people.csv": "{0}andova",
    "surname alone": "{0}hausen",
    "nickname in people.csv": "{0}inka",
    "person nobody told of": "Margaret {0}feldt",
    "person with a title": "Mr {0}worthy",
    "partner alias": "{0}corp Holding",
    "product": "{0}ware",
    "project": "{0}polis",
    "company to hide": "{0}dairies",
    "place to hide": "{0}burgh",
    "company nobody told of": "{0}tronics Ltd",
    "e-mail": "{0}mail@{0}host.example",
    "spoken e-mail": "{0}voice dot doe at {0}net dot com",
    "web address": "https://{0}site.example/{0}path",
    "handle": "@{0}handle",
    "phone": "0532 555 01{1:02}",
    "international phone": "+44 20 7946 00{1:02}",
    "bank account": "GB29 NWBK 6016 1331 92{1:02} 19",
    "ticket": "TX-4471{1:02}",
    "speaker": "Ottilie {0}stromm",
}
SAID = (
    "I spoke to {} about the plan and it went well for both sides.",
    "We heard from {} in spring and they kept the promise.",
    "Then {} was late again, which cost us three weeks.",
    "Honestly, without {} we would have no joint success at all.",
)

OWN = (
    "Our warehouse ran short of pallets, so the joint launch moved into the autumn quarter.",
    "Nobody wrote the escalation path down, and a fault at night waits until breakfast.",
    "The training was generous, two engineers stayed a fortnight and taught everybody the tests.",
    "Invoices arrive with the wrong codes and finance sends each of them back by hand.",
    "Both boards looked at the forecast together, which stopped the quarrel about targets.",
    "A customer praised the shared help desk in front of the whole sector at the fair.",
    "Licence fees eat the margin, and I doubt that renewing on these terms makes sense.",
    "When the server failed they told us within the hour and paid for the extra shift.",
    "Marketing prints its own brochures still, with prices that contradict the common list.",
    "We learned their way of testing prototypes and cut the rework by half since then.",
    "The steering group meets every month but leaves the hard choices for another day.",
    "I trust the people on the floor, far less the lawyers who guard every comma.",
    "Hiring froze in winter and four open seats on the joint team were never filled.",
    "Their designers listened, changed the hinge, and complaints went down in a week.",
    "Shipping data comes in three formats and somebody retypes all of it each Friday.",
    "Growth in the southern region surprised us, new hospitals ask for the bundle.",
    "The sponsor retired without a successor, and since then nobody opens doors for us.",
    "They shared the audit with its bad news before we asked, which I respected.",
    "Travel was cut, the two crews know one another only from small pictures now.",
    "Revenue is split fairly, I have seen the sheets and could not fault them.",
)
"""What each voice says of its own, so that no transcript is taken for a copy of another."""


def _canaries() -> dict[str, tuple[str, ...]]:
    return {
        kind: tuple(form.format(stem, at) for at, stem in enumerate(TEN))
        for kind, form in KINDS.items()
    }


def _telling(canary: str) -> list[str]:
    """Return what of a canary must be nowhere: the words nobody else writes, or its last digits."""
    words = [w for w in re.findall(r"[^\W\d_]{6,}", canary) if w.startswith(TEN)]
    return [w.lower() for w in words] or [canary.lower()]


def _answers(canaries: dict[str, tuple[str, ...]]) -> list[str]:
    told = [c for kind, ten in canaries.items() if kind != "speaker" for c in ten]
    frames = itertools.cycle(SAID)
    return [
        " ".join(next(frames).format(c) for c in told[at : at + 10]) for at in range(0, 190, 10)
    ]


def _dialogue(speaker: str, answers: list[str]) -> list[tuple[str, str]]:
    asked = itertools.repeat("How would you describe the way the two of you work together?")
    pairs = zip(asked, answers, strict=False)
    return [turn for q, a in pairs for turn in (("Interviewer", q), (speaker, a))]


def _vtt(turns: list[tuple[str, str]]) -> bytes:
    cues = (
        f"00:{n:02}:00.000 --> 00:{n:02}:50.000\n<v {who}>{text}</v>\n"
        for n, (who, text) in enumerate(turns)
    )
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def _docx(turns: list[tuple[str, str]]) -> bytes:
    document, buffer = Document(), io.BytesIO()
    for who, text in turns:
        document.add_paragraph(f"{who}: {text}")
    document.save(buffer)
    return buffer.getvalue()


def _text(turns: list[tuple[str, str]]) -> bytes:
    return "\n\n".join(f"{who}: {text}" for who, text in turns).encode()


def _markdown(turns: list[tuple[str, str]]) -> bytes:
    return "\n\n".join(f"**{who}:** {text}" for who, text in turns).encode()


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A review whose every answer holds ten canaries, in four formats and ten voices."""
    canaries = _canaries()
    answers = _answers(canaries)
    layouts = ((".vtt", _vtt), (".docx", _docx), (".txt", _text), (".md", _markdown))
    for at, speaker in enumerate(canaries["speaker"]):
        suffix, write = layouts[at % len(layouts)]
        mine = [*answers[2 * at : 2 * at + 2], *OWN[2 * at : 2 * at + 2]]
        (tmp_path / f"talk-{at:02}{suffix}").write_bytes(write(_dialogue(speaker, mine)))
    (tmp_path / "review.toml").write_text(_settings(canaries), encoding="utf-8")
    (tmp_path / "people.csv").write_text(_people(canaries), encoding="utf-8")
    return tmp_path


def _settings(canaries: dict[str, tuple[str, ...]]) -> str:
    def listed(*kinds: str) -> str:
        return str([name for kind in kinds for name in canaries[kind]])

    return (
        '[review]\nalliance = "The joint plan"\nphase = "growth"\n'
        f'[partners.a]\nname = "Amberlight"\naliases = {listed("partner alias")}\n'
        f"products = {listed('product')}\nprojects = {listed('project')}\n"
        '[partners.b]\nname = "Stonecrop"\n'
        f"[names]\nhide = {listed('company to hide', 'place to hide')}\n"
    )


def _people(canaries: dict[str, tuple[str, ...]]) -> str:
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(("name", "also", "side", "role", "file"))
    kinds = ("person in people.csv", "surname alone", "nickname in people.csv")
    for at, (person, surname, nick) in enumerate(zip(*map(canaries.get, kinds), strict=True)):
        rows.writerow((f"{person} {surname}", nick, "ab"[at % 2], "", ""))
    for at, speaker in enumerate(canaries["speaker"]):
        rows.writerow((speaker, "", "ab"[at % 2], "", ""))
    return stream.getvalue()


def _bytes_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every file of a folder, office documents part by part, as lower-case text."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if content[:2] == b"PK":
                with zipfile.ZipFile(io.BytesIO(content)) as package:
                    for name in package.namelist():
                        yield f"{path.name}/{name}", package.read(name).decode("latin-1").lower()
            yield path.name, content.decode("utf-8", "replace").lower()


def _found(where: str, text: str) -> list[str]:
    return [
        f"{kind} in {where}"
        for kind, ten in _canaries().items()
        for canary in ten
        for word in _telling(canary)
        if word in text
    ]


def test_no_canary_comes_out(synth, planted: Path) -> None:
    done = synth("run", planted)
    assert done.code == 0, done.err
    assert _found("messages", (done.out + done.err).lower()) == []
    leaked = [
        hit for name, text in _bytes_of(planted / "out" / "share") for hit in _found(name, text)
    ]
    assert leaked == []

    passages = (planted / "out" / "share" / "passages.csv").read_text(encoding="utf-8")
    for stands_for_one in (
        "[email 1]",
        "[phone 1]",
        "[link 1]",
        "[A: product 1]",
        "[A: project 1]",
    ):
        assert stands_for_one in passages

    audited = synth("audit", *sorted((planted / "out" / "share").iterdir()))
    assert (audited.code, audited.out) == (0, "")


def test_no_canary_is_in_a_message_when_things_go_wrong(synth, planted: Path) -> None:
    (planted / "talk-00.vtt").write_bytes(b"WEBVTT\n\n" + _canaries()["speaker"][0].encode() * 90)
    (planted / "talk-01.docx").write_bytes(b"PK\x03\x04" + _canaries()["surname alone"][1].encode())
    (planted / "decisions.toml").write_text(
        f'[names]\nsame_person = [["{_canaries()["surname alone"][0]}"]]\n', encoding="utf-8"
    )
    for command in (("run", planted), ("check", planted, "--json")):
        done = synth(*command)
        assert "Traceback" not in done.err
        assert _found("messages", done.err.lower()) == []
