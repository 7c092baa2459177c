"""`synth demo`: a made-up review, copied here and run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from synth.cli.arguments import DemoFolder, SummaryAsJson
from synth.cli.console import explain
from synth.cli.run import write_report
from synth.errors import SynthError

_ANYBODYS: Final = ("review.toml", "people.csv", "decisions.toml", "README.md")


def demo(
    folder: DemoFolder = Path("synth-demo"),
    open_it: Annotated[bool, typer.Option("--open", help="Open the report in a browser.")] = False,
    as_json: SummaryAsJson = False,
) -> None:
    """Run a made-up review.

    It is copied to FOLDER first. A demo that is there already is run again as it is:
    what you changed in it is kept.
    """
    _place(folder)
    report = write_report(folder, as_json=as_json)
    if open_it:
        import webbrowser

        webbrowser.open(report.resolve().as_uri())


def _place(folder: Path) -> None:
    from synth.shipped import shipped

    source = shipped("corpora", "demo")
    if not folder.exists():
        _copy(source, folder)
    elif not _is_demo(folder, source):
        raise SynthError(
            f"{folder} is there already and is not the demo. Give another folder: "
            "synth demo FOLDER."
        )
    else:
        explain(f"{folder} is there already: it is run as it is.")


def _is_demo(folder: Path, source: Path) -> bool:
    """Tell whether `folder` holds a transcript of the demo, changed or not."""
    inside = (p.relative_to(source) for p in source.rglob("*") if p.is_file())
    return any((folder / p).is_file() for p in inside if p.name not in _ANYBODYS)


def _copy(source: Path, folder: Path) -> None:
    """Copy under another name first, so that an interrupted copy is not taken for the demo."""
    import shutil

    half = folder.with_name(f".{folder.name}.half")
    try:
        shutil.rmtree(half, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, half, ignore=shutil.ignore_patterns("out", "__pycache__"))
        half.rename(folder)
    except OSError as error:
        raise SynthError(f"{folder} cannot be written ({error.strerror}).") from None
    finally:
        shutil.rmtree(half, ignore_errors=True)
