"""What the house holds itself to, checked on the code as it stands."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_socket

import synth

ROOT = Path(synth.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
ROOMS = sorted(
    m.name for m in pkgutil.iter_modules([str(ROOT)]) if m.ispkg and m.name not in ("cli",)
)


def calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)
    }  # fmt: skip


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_only_the_privacy_room_makes_clean_text(path: Path) -> None:
    constants = ('CleanText("")', "CleanText('')")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    made = {
        ast.unparse(n)
        for n in ast.walk(tree)
        if isinstance(n, ast.Call) and ast.unparse(n.func) == "CleanText"
    }
    if room_of(path) not in ("privacy", "records"):
        assert made <= set(constants), f"{path.name} makes CleanText of its own"


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    if room_of(path) not in ("cli", "__main__.py"):
        assert not calls(path) & {"print", "exit", "sys.exit", "quit", "os._exit"}


def test_every_room_names_what_it_offers() -> None:
    for room in ROOMS:
        if room not in ("records",):
            assert importlib.import_module(f"synth.{room}").__all__, room


def test_help_is_quick_because_nothing_heavy_is_imported() -> None:
    heavy = ("torch", "spacy", "sklearn", "numpy", "pydantic", "docx", "rich.console")
    code = (
        "import sys; from synth.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        f"print([m for m in {heavy!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_the_readme_names_every_command() -> None:
    readme = (ROOT.parent / "README.md").read_text(encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "synth", "--help"], capture_output=True, text=True, check=True
    )
    commands = [
        line.split()[0] for line in done.stdout.split("Commands:")[1].splitlines() if line.strip()
    ]
    assert commands
    assert [c for c in commands if f"`synth {c}" not in readme] == []


def test_the_network_is_blocked_in_this_suite() -> None:
    with pytest.raises(pytest_socket.SocketBlockedError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
