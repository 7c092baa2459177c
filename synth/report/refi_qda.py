"""REFI-QDA: the anonymized interviews with our codes, for NVivo, ATLAS.ti, MAXQDA or QualCoder.

`interviews.qdpx` is a project (texts, codes, codings), `codes.qdc` the code book alone. Both after
the schemas of REFI-QDA 1.5 (www.qdasoftware.org). Positions count Unicode code points from 0, as
Python does, and the end is the first character after the selection. Texts are UTF-8 without a mark
at the head and with one character, a line feed, at each line end, so that every program counts
alike.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.etree import ElementTree as ET

from synth.records.evidence import NO_CORNER
from synth.report import wording
from synth.report.compose import visible
from synth.report.refi_text import Text, texts_of
from synth.report.source import Source

_PROJECT: Final = "urn:QDA-XML:project:1.0"
_CODEBOOK: Final = "urn:QDA-XML:codebook:1.0"
_ORIGIN: Final = "synth"
_OURS: Final = uuid.UUID("6f0f5c0e-6b7e-5d0c-9a53-7f4d2f1c9b11")
"""Name space of all identifiers here: the same content has the same ones in every run."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_DAY: Final = "1980-01-01T00:00:00Z"
"""No clock is read; programs want some day."""
_COLOURS: Final = {"strength": "#2E7D4F", "concern": "#B3402E", "neutral": "#7A7F87"}


@dataclass(frozen=True, slots=True)
class _Code:
    """A code, or where `codable` is false a heading over codes."""

    key: str
    name: str
    about: str = ""
    colour: str = ""
    codable: bool = True
    below: tuple[_Code, ...] = ()


def codes_qdc(source: Source) -> bytes:
    """Return codes.qdc: corners, stances, themes and trust signals."""
    root = ET.Element("CodeBook", {"xmlns": _CODEBOOK, "origin": _ORIGIN})
    _add_codes(root, _codes(source))
    return _xml(root)


def interviews_qdpx(source: Source) -> bytes:
    """Return interviews.qdpx: every interview with what was read in it.

    Its members are stored, not packed, so that a plain search for a name sees every word of it.
    """
    texts = texts_of(source)
    members = {"project.qde": _xml(_project(source, texts))}
    for text in texts:
        members[f"sources/{_guid('text', text.interview)}.txt"] = text.content.encode("utf-8")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content)
    return stream.getvalue()


def _project(source: Source, texts: Iterable[Text]) -> ET.Element:
    user = _guid("user", _ORIGIN)
    cycle = source.synthesis.heading.cycle
    root = ET.Element(
        "Project",
        {
            "xmlns": _PROJECT,
            "name": visible(" ".join(filter(None, ("Alliance review", cycle)))),
            "origin": _ORIGIN,
            "creatingUserGUID": user,
            "creationDateTime": _DAY,
        },
    )
    ET.SubElement(ET.SubElement(root, "Users"), "User", {"guid": user, "name": _ORIGIN})
    codes = _codes(source)
    _add_codes(ET.SubElement(root, "CodeBook"), codes)
    known = {c.key for group in codes for c in group.below}
    sources = ET.SubElement(root, "Sources")
    for text in texts:
        _add_text(sources, text, known)
    return root


def _add_text(sources: ET.Element, text: Text, known: set[str]) -> None:
    guid, user = _guid("text", text.interview), _guid("user", _ORIGIN)
    made = {"creatingUser": user, "creationDateTime": _DAY}
    named = {"guid": guid, "name": text.interview, "plainTextPath": f"internal://{guid}.txt"}
    element = ET.SubElement(sources, "TextSource", {**named, **made})
    for coded in text.coded:
        place = {"startPosition": str(coded.start), "endPosition": str(coded.end)}
        own = {"guid": _guid("selection", coded.id), "name": coded.id}
        selection = ET.SubElement(element, "PlainTextSelection", {**own, **place, **made})
        for key in (key for key in coded.codes if key in known):
            name = {"guid": _guid("coding", f"{coded.id} {key}"), **made}
            coding = ET.SubElement(selection, "Coding", name)
            ET.SubElement(coding, "CodeRef", {"targetGUID": _guid("code", key)})


def _codes(source: Source) -> tuple[_Code, ...]:
    """Return the codes in four groups; only what is used of themes and signals."""
    protocol, synthesis = source.protocol, source.synthesis
    corners = (_Code(f"corner {c.id}", c.name, c.about) for c in protocol.corners)
    none = _Code(f"corner {NO_CORNER}", "No corner", "What speaks to no corner of the framework.")
    stances = (
        _Code(f"stance {s}", name, colour=_COLOURS[s]) for s, name in wording.STANCES.items()
    )
    themes = (_Code(f"theme {t.id}", t.label, ", ".join(t.keywords)) for t in synthesis.themes)
    heard = {signal.kind for signal in synthesis.signals}
    kinds = [*(k for k in wording.SIGNALS if k in heard), *sorted(heard - set(wording.SIGNALS))]
    signals = (_Code(f"signal {k}", wording.SIGNALS.get(k, k)) for k in kinds)
    groups = (
        ("Corners", (*corners, none)),
        ("Stances", tuple(stances)),
        ("Themes", tuple(themes)),
        ("Signs of trust", tuple(signals)),
    )
    return tuple(
        _Code(f"group {name}", name, codable=False, below=below) for name, below in groups if below
    )


def _add_codes(parent: ET.Element, codes: Iterable[_Code]) -> None:
    element = ET.SubElement(parent, "Codes")
    for code in codes:
        _add_code(element, code)


def _add_code(parent: ET.Element, code: _Code) -> None:
    named: Mapping[str, str] = {
        "guid": _guid("code", code.key),
        "name": " ".join(visible(code.name).split()) or code.key,
        "isCodable": "true" if code.codable else "false",
        **({"color": code.colour} if code.colour else {}),
    }
    element = ET.SubElement(parent, "Code", dict(named))
    if code.about:
        ET.SubElement(element, "Description").text = visible(code.about)
    for below in code.below:
        _add_code(element, below)


def _guid(kind: str, name: str) -> str:
    return str(uuid.uuid5(_OURS, f"{kind} {name}")).upper()


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    content: Any = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return bytes(content) + b"\n"
