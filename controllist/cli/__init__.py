"""The commands: parse arguments, call one function, print.

Exit status 0 done, 1 the answer is "no" (a check failed, something was refused), 2 wrong use. Answers go to standard
output, errors and progress to standard error.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from controllist import __version__
from controllist.errors import ControllistError
from controllist.library import Library
from controllist.memory import without_cycle_collection
from controllist.sources.catalogue import default_lists
from controllist.sources.vault import Vault, default_vault

_COMMANDS = {
    "parse": "dataset", "ingest": "dataset", "editions": "dataset", "tree": "dataset", "check": "dataset",
    "diff": "changes", "timeline": "changes", "reclass": "changes", "impact": "changes",
    "lag": "mirrors", "updates": "mirrors", "gaps": "mirrors", "divergence": "mirrors",
    "build": "site", "serve": "site", "check-site": "site", "export": "export",
}  # fmt: skip
"""The module of each command; it is loaded when the command runs, so that a short answer comes at once."""
_LONG = frozenset({"ingest", "check", "build", "serve", "check-site", "export"})
"""Commands that go through many editions or go on for long; the others answer and end."""


class _Group(click.Group):
    """Loads the command asked for; prints the project's own errors as one line and ends with their status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"controllist.cli.{_COMMANDS[cmd_name]}")
        command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ControllistError as error:
            click.echo(f"controllist: {error}", err=True)
            sys.exit(error.exit_status)
        except BrokenPipeError:  # the reader of our output went away: nothing left to do
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("--lists", type=click.Path(path_type=Path), help="Folder of lists (default: the project's own).")
@click.option("--vault", type=click.Path(path_type=Path), help="Folder of official texts on this machine.")
@click.pass_context
def main(ctx: click.Context, lists: Path | None, vault: Path | None) -> None:
    """Export-control lists as one tree of items: read, compared, dated, published."""
    if ctx.invoked_subcommand not in _LONG:
        ctx.with_resource(without_cycle_collection())
    ctx.obj = Library(lists or default_lists(), Vault(vault or default_vault()))
