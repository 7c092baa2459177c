from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from scripts import make_docx_template


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_word_template_is_what_its_script_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed = members(make_docx_template.TEMPLATE)
    monkeypatch.setattr(make_docx_template, "TEMPLATE", tmp_path / "made.docx")
    make_docx_template.main()
    assert members(tmp_path / "made.docx") == committed
