import stat
from pathlib import Path

import pytest

from synth.archive import write_run
from synth.errors import SynthError

SHARE = {"report.html": b"new"}
PRIVATE = {"key.csv": b"secret"}


def test_both_halves_are_written_and_the_private_one_is_closed(tmp_path: Path) -> None:
    share = write_run(tmp_path, SHARE, PRIVATE)
    assert (share / "report.html").read_bytes() == b"new"
    private = tmp_path / "out" / "private"
    assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert stat.S_IMODE((private / "key.csv").stat().st_mode) == 0o600


def test_a_second_run_replaces_the_first_and_leaves_nothing_behind(tmp_path: Path) -> None:
    write_run(tmp_path, {"report.html": b"old", "gone.csv": b"old"}, PRIVATE)
    write_run(tmp_path, SHARE, PRIVATE)
    assert [p.name for p in (tmp_path / "out" / "share").iterdir()] == ["report.html"]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["private", "share"]


def test_a_failure_in_the_middle_leaves_the_last_whole_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_run(tmp_path, {"report.html": b"old"}, PRIVATE)

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(SynthError, match="cannot be written"):
        write_run(tmp_path, SHARE, PRIVATE)
    assert (tmp_path / "out" / "share" / "report.html").read_bytes() == b"old"
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["private", "share"]


def test_an_out_that_is_a_file_is_a_named_problem(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(SynthError, match="out/"):
        write_run(tmp_path, SHARE, PRIVATE)
