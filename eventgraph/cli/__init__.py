"""The command line: one command, one call of the library."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from typing import Any

import click

from eventgraph import __version__
from eventgraph.errors import EventgraphError

INTERRUPTED = 130  # as a shell says it: 128 and the number of the signal

# Where each command lives and what it says of itself; a module is imported when one of its commands is
# called, and ``--help`` imports none.
COMMANDS = {
    "build": ("build", "Build page, timeline, graph and store from articles."),
    "extract": ("extract", "Print names, dates and events of each article as a line of JSON."),
    "timeline": ("ask", "Print events in time order."),
    "claims": (
        "ask",
        "Print every figure that is claimed: of what, how many, by whom, when; nothing is averaged.",
    ),
    "gaps": (
        "ask",
        "Print what these articles do not tell: day, doer, place, a second source, days of silence.",
    ),
    "entity": ("ask", "Print what one entity is connected to; NAME in any script, or an id."),
    "path": ("ask", "Print how two entities are connected."),
    "search": (
        "ask",
        "Print what has the words of TEXT, in any script, in its names, title or quotes.",
    ),
    "why": ("ask", "Print why mentions are one event or entity, and where its date is from."),
    "export": (
        "export",
        "Write the corpus in a format: csv, html, json, or one that a plug-in brings.",
    ),
    "merge": (
        "decide",
        "Say that A and B (names or ids of two entities, or ids of two events) are one.",
    ),
    "split": (
        "decide",
        "Say that the mentions of NAME are not all one entity; without an option each stands alone.",
    ),
    "not-same": ("decide", "Say that A and B are two, however alike."),
    "rename": ("decide", "Call an entity or event NEW from now on."),
    "retype": ("decide", "Say that an entity is a person, an organization or a place."),
    "ignore": ("decide", "Leave an entity or event out."),
    "undo": ("decide", "Take the last decision back."),
    "check": (
        "check",
        "Verify everything that a build wrote: records, look-ups, outputs, and every quote at its place.",
    ),
    "train-events": (
        "train",
        "Train what is an event and which are one from annotated articles, to the same bytes each time.",
    ),
    "train-ner": (
        "train",
        "Train the names of a language from annotated articles, to the same bytes each time.",
    ),
    "doctor": ("doctor", "Print versions, languages and models found."),
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
        module = import_module(f"eventgraph.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except EventgraphError as problem:
            told = click.ClickException(_shown(problem))
            told.exit_code = problem.exit_code  # type: ignore[misc]  # click's way to choose one
            raise told from problem
        except KeyboardInterrupt:
            click.echo("interrupted; what was extracted is kept", err=True)
            raise SystemExit(INTERRUPTED) from None
        except OSError as problem:
            if problem.errno == errno.EPIPE:  # click's own business: whoever read has read enough
                raise
            place = problem.filename or "standard output"
            raise click.ClickException(
                _shown(f"{place}: {problem.strerror or problem}")
            ) from problem


def _shown(problem: object) -> str:
    """A message without what a terminal would obey: it may quote a source or the name of a file."""
    from eventgraph.export.plain import shown

    return shown(str(problem))


def _open_closed_streams() -> None:
    """Put nothing where a standard stream is closed: the next file opened would take its number.

    What is printed would be written into that file, which may be the store.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
        if number and getattr(sys, name) is None:  # that there is no input is told where it is read
            setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - lives as long as the program


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="eventgraph")
def main() -> None:
    """Dated events and who was involved, from messy news articles: a page, a timeline, a graph."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):  # Windows code pages cannot print most names
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
