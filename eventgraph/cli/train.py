"""``eventgraph train-ner`` and ``eventgraph train-events``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("train-ner")
@click.argument("language")
@click.option(
    "--data",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the annotated sets, each with docs.jsonl and gold.jsonl.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File of the weights; by default the packaged ones are replaced.",
)
def train_ner(language: str, data: Path, output: Path | None) -> None:
    """Train the names of a language from annotated articles, to the same bytes each time."""
    from eventgraph.extract.names.tagging.training import train

    train(language, data, output)


@click.command("train-events")
@click.option(
    "--data",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the annotated sets, each with docs.jsonl and gold.jsonl.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder that takes the weights; by default the packaged ones are replaced.",
)
@click.option(
    "--leave-one-out",
    is_flag=True,
    help="Write nothing; print how well each corpus is told by weights that the others teach.",
)
def train_events(data: Path, output: Path | None, *, leave_one_out: bool) -> None:
    """Train what is an event and which are one from annotated articles, to the same bytes each time."""
    from importlib.resources import files

    from eventgraph.training import events

    if leave_one_out:
        events.leave_one_out(data, click.echo)
        return
    events.train(data, output or Path(str(files("eventgraph"))), click.echo)
