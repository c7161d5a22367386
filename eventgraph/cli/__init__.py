"""The command line: one command, one call of the library."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from eventgraph import __version__
from eventgraph.errors import EventgraphError

# Where each command lives; a module is imported when one of its commands is called.
COMMANDS = {
    "build": "build",
    "extract": "extract",
    "timeline": "ask",
    "entity": "ask",
    "path": "ask",
    "why": "ask",
    "export": "export",
    "merge": "decide",
    "split": "decide",
    "not-same": "decide",
    "rename": "decide",
    "retype": "decide",
    "ignore": "decide",
    "undo": "decide",
    "train-ner": "train",
    "doctor": "doctor",
}


class Commands(click.Group):
    """The commands, loaded one at a time; what eventgraph raises on purpose becomes one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all commands, in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"eventgraph.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except EventgraphError as problem:
            raise click.ClickException(str(problem)) from problem


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="eventgraph")
def main() -> None:
    """Dated events and who was involved, from messy news articles: a page, a timeline, a graph."""
    for stream in (sys.stdout, sys.stderr):  # Windows code pages cannot print most names
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
