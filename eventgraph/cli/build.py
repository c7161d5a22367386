"""``eventgraph build``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventgraph.cli import options

if TYPE_CHECKING:
    from eventgraph.corpus import Corpus


@click.command()
@options.reading
@click.option(
    "-o", "--output", "directory", default=options.OUTPUT, show_default=True,
    type=click.Path(path_type=Path, file_okay=False), help="Directory of the results.",
)  # fmt: skip
@click.option(
    "--jobs",
    default=1,
    show_default=True,
    type=click.IntRange(min=1),
    help="Processes that extract.",
)
@click.option(
    "--engine", callback=options.engine, help="How to spread extraction: serial, processes or dask."
)
@click.option(
    "--max-seconds",
    default=600.0,
    show_default=True,
    type=click.FloatRange(min=0, min_open=True),
    help="Most time for one article; one that takes longer is skipped.",
)
@click.option(
    "--max-memory", default=4096, show_default=True, metavar="MB", type=click.IntRange(min=256),
    help="Most memory of a process that extracts (--jobs 2 and more, or --engine processes).",
)  # fmt: skip
@click.option("--scheduler", metavar="ADDRESS", help="A running Dask scheduler.")
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Decisions file; DIR/decisions.csv by default.",
)
@options.language_of_labels
@options.max_nodes
@options.wait
def build(inputs: tuple[str, ...], directory: Path, **chosen: Any) -> None:
    """Build page, timeline, graph and store from articles.

    INPUT is a file (.txt, .md, .html, .jsonl, .parquet, .warc), a folder of such files, the address
    of either (s3://bucket/folder), or - for standard input.
    """
    from eventgraph.pipeline import DECISIONS, build_directory

    _check_scheduler(chosen)
    with _progress() as progress:
        built = build_directory(inputs, directory, _build_options(chosen, progress))
    options.report_skipped(built.skipped)
    if not built.articles:
        raise options.nothing_read()
    options.report_unmet(built.unmet, chosen["decisions"] or directory / DECISIONS)
    click.echo(summary(built, directory), err=True)


def _check_scheduler(chosen: dict[str, Any]) -> None:
    """Refuse an address that no engine would heed."""
    if chosen["scheduler"] is not None and chosen["engine"] != "dask":
        given = f"is {chosen['engine']!r}" if chosen["engine"] else "is not given"
        raise click.UsageError(
            f"--scheduler {chosen['scheduler']!r} is for --engine dask alone, but --engine {given}"
        )


def _build_options(chosen: dict[str, Any], progress: Callable[[int, int], None]) -> Any:
    from eventgraph.engines import EngineOptions
    from eventgraph.export import ExportOptions
    from eventgraph.pipeline import BuildOptions

    return BuildOptions(
        read=options.read_options(chosen),
        extract=options.extract_options(chosen),
        export=ExportOptions(language=chosen["interface"], max_nodes=chosen["max_nodes"]),
        engine=chosen["engine"] or ("processes" if chosen["jobs"] > 1 else "serial"),
        spread=EngineOptions(
            jobs=chosen["jobs"],
            scheduler=chosen["scheduler"],
            seconds=chosen["max_seconds"],
            megabytes=chosen["max_memory"],
        ),
        decisions=chosen["decisions"],
        progress=progress,
        report=options.report_warning,
        wait=chosen["wait"],
    )


def summary(built: Corpus, directory: Path) -> str:
    """What was read (and of each language how), found and written."""
    from eventgraph.languages.coverage import described

    languages = ", ".join(sorted({article.language for article in built.articles}))
    days = sorted(
        d for event in built.events for d in (event.date.earliest, event.date.latest) if d
    )
    span = f" from {days[0]} to {days[-1]}" if days else ""
    dated = sum(event.date.edtf is not None for event in built.events)
    return "\n".join(
        (
            f"read   {len(built.articles)} articles ({languages}), {len(built.skipped)} skipped",
            *(f"       {read.language}  {described(read)}" for read in built.languages),
            f"found  {len(built.events)} events ({dated} dated){span}, {len(built.entities)} entities",
            f"wrote  {directory / 'index.html'}, timeline.csv, graph.json, eventgraph.db",
        )
    )


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    columns = (TextColumn("extracting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("extracting", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
