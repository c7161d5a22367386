"""``eventgraph export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from eventgraph.cli import options


@click.command()
@click.argument("form", metavar="FORMAT")
@options.directory
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; standard output by default.",
)
@options.language_of_labels
@options.max_nodes
def export(form: str, directory: Path, output: Path | None, interface: str, max_nodes: int) -> None:
    """Write the corpus in a format: csv, html, json, or one that a plug-in brings."""
    from eventgraph import plugins
    from eventgraph.corpus import load
    from eventgraph.export import ExportOptions, render
    from eventgraph.files import write

    if form not in plugins.names("exporters"):
        raise click.UsageError(
            f"no format {form!r}; known: {', '.join(plugins.names('exporters'))}"
        )
    data = render(form, load(directory), ExportOptions(language=interface, max_nodes=max_nodes))
    if output is None:
        sys.stdout.buffer.write(_for_terminal(data) if sys.stdout.isatty() else data)
        sys.stdout.buffer.flush()  # a full disk shows here, not after the end
    else:
        write(output, data)


def _for_terminal(data: bytes) -> bytes:
    """What a format of any plug-in may print on a terminal: nothing that the terminal obeys."""
    from eventgraph.export.plain import shown

    return shown(data.decode("utf-8", "replace")).encode("utf-8", "backslashreplace")
