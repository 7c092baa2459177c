"""Open a file of the review folder safely, and decode it."""

from __future__ import annotations

import re
import stat
import unicodedata
from pathlib import Path
from typing import Final

from synth.transcripts.script import Opened, UnreadableError

MAX_BYTES: Final = 50 * 1024 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LEGACY: Final = ["cp1252", "mac_roman", "cp1250", "cp1251", "shift_jis", "gb18030", "euc_kr"]
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE: Final = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_ALLOWED_CONTROLS: Final = 0.002


def open_file(folder: Path, path: Path) -> Opened:
    """Return the bytes of `folder / path` and, where it is text, its text.

    Raises:
        UnreadableError: it is not there, not in the folder, too big, or of no readable kind.
    """
    data = _bytes_of(_inside(folder, path))
    return opened_from(data)


def opened_from(data: bytes) -> Opened:
    """Return the bytes of a file and, unless it is packed or a PDF, its text.

    Raises:
        UnreadableError: it is empty, or of no readable kind.
    """
    if not data.strip():
        raise UnreadableError("The file is empty. Export the transcript again.")
    _refuse_old_documents(data)
    if data.startswith(b"PK\x03\x04") or data[:1024].lstrip().startswith(b"%PDF-"):
        return Opened(data, None)
    return Opened(data, decode(data))


def decode(data: bytes) -> str:
    """Return the text of `data`, whatever its encoding, composed (NFC), with plain line ends.

    Raises:
        UnreadableError: it is not text.
    """
    text = _decoded(data)
    controls = len(_CONTROL.findall(text))
    if controls > 2 + _ALLOWED_CONTROLS * len(text) or "\ufffd" * 8 in text:
        raise _not_text()
    text = _INVISIBLE.sub("", _CONTROL.sub(" ", text)).replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _inside(folder: Path, path: Path) -> Path:
    try:
        real = (folder / path).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        raise UnreadableError(
            "The file could not be found or opened. Put it back in the review folder, or check "
            "that you may read it."
        ) from None
    if not real.is_relative_to(folder.resolve()):
        raise UnreadableError(
            "The file is a link that leads out of the review folder. Copy the transcript itself "
            "into the folder."
        )
    return real


def _bytes_of(real: Path) -> bytes:
    try:
        known = real.stat()
        if not stat.S_ISREG(known.st_mode):
            raise UnreadableError("It is not a file. Remove it from the list of transcripts.")
        if known.st_size > MAX_BYTES:
            raise UnreadableError(
                "The file is larger than 50 MB, which no transcript is. "
                "Export the words alone, without sound or pictures."
            )
        return real.read_bytes()
    except OSError:
        raise UnreadableError(
            "The file could not be read. Check that you may read it and that it is not open in "
            "another program."
        ) from None


def _refuse_old_documents(data: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableError(
                "The document is protected by a password. Save a copy without the password."
            )
        raise UnreadableError("It is an old Word document (.doc). Save it as .docx or as text.")


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    encoding = _utf16_without_bom(data[:4096])
    if encoding:
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def _utf16_without_bom(sample: bytes) -> str:
    # Latin letters in UTF-16 have a zero in every second byte: at odd places, little-endian.
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.1 * half else ""


def _legacy(data: bytes) -> str:
    from charset_normalizer import from_bytes

    if data.count(0):
        raise _not_text()
    best = from_bytes(data[:65536], cp_isolation=_LEGACY).best()
    if best is None:
        raise _not_text()
    return data.decode(best.encoding, errors="replace")


def _not_text() -> UnreadableError:
    return UnreadableError(
        "It is not a text or Word file, whatever its name says. Export the transcript again as "
        "WebVTT, Word or text."
    )
