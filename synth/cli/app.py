"""The table of commands, and what a user sees when one fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Final

import typer

from synth import __version__
from synth.cli.actions import actions
from synth.cli.audit import audit
from synth.cli.check import check
from synth.cli.console import explain, tell
from synth.cli.coverage import coverage
from synth.cli.decide import decide
from synth.cli.demo import demo
from synth.cli.factcheck import factcheck
from synth.cli.failures import StageFailed, place_of
from synth.cli.init import init
from synth.cli.pack import pack
from synth.cli.portfolio import portfolio
from synth.cli.protocol import ABOUT as ABOUT_PROTOCOLS
from synth.cli.protocol import PROTOCOL_COMMANDS
from synth.cli.purge import purge
from synth.cli.quiet import silence_libraries
from synth.cli.run import run
from synth.cli.scope import scope
from synth.cli.shift import shift
from synth.errors import SynthError

COMMANDS: Final[tuple[Callable[..., None], ...]] = (
    run, check, init, scope, coverage, factcheck, decide,
    pack, actions, shift, portfolio, audit, purge, demo,
)  # fmt: skip
"""One function a command, in the order of `synth --help`. Each stands in a file of its name."""

GROUPS: Final[Mapping[str, tuple[str, Mapping[str, Callable[..., None]]]]] = {
    "protocol": (ABOUT_PROTOCOLS, PROTOCOL_COMMANDS),
}
"""Commands of two words, by the first: what the group is about, and its functions by the second."""

_ABOUT: Final = "A draft synthesis of alliance interviews, offline, with its evidence."
_STOPPED: Final = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit.

    Args:
        arguments: the words after `synth`; those of the process where None.

    Raises:
        SystemExit: always. 0 written, 1 a named problem, 2 wrong usage, 3 the leak check refused,
            130 stopped by the user.
    """
    silence_libraries()
    sys.exit(_code_of(arguments))


def _code_of(arguments: Sequence[str] | None) -> int:
    try:
        code: Any = _app()(arguments, prog_name="synth", standalone_mode=False)
    except typer.TyperException as error:
        return _told_usage(error)
    except SynthError as error:
        explain(str(error))
        return error.exit_code
    except StageFailed as error:
        explain(str(error))
        return 1
    except typer.Abort:
        code = _STOPPED
    except Exception as error:  # its message and traceback may hold somebody's words
        explain(f"an unexpected problem; nothing was written. ({place_of(error)})")
        return 1
    if code == _STOPPED:
        explain("stopped; nothing was written.")
    return code if isinstance(code, int) else 0


def _app() -> typer.Typer:
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,  # rich costs a tenth of a second, and help needs no colours
        pretty_exceptions_enable=False,
    )
    app.callback(help=_ABOUT)(_options)
    for command in COMMANDS:
        app.command()(command)
    for name, (about, commands) in GROUPS.items():
        group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=about)
        for word, function in commands.items():
            group.command(word)(function)
        app.add_typer(group, name=name)
    return app


def _tell_version(wanted: bool) -> None:
    if wanted:
        tell(f"synth {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_tell_version, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Options of `synth` itself."""


def _told_usage(error: typer.TyperException) -> int:
    show: Callable[[], None] | None = getattr(error, "show", None)
    if show:
        show()
    else:
        explain(error.format_message())
    return error.exit_code
