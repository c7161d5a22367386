"""``eventgraph timeline``, ``entity``, ``path``, ``search`` and ``why``: questions to a store."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from eventgraph import query, show
from eventgraph.cli import options
from eventgraph.errors import NotFoundError
from eventgraph.model import Event
from eventgraph.store import Store, open_store

_table_or_json = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)


@click.command()
@options.directory
@click.option("--entity", metavar="NAME", help="Only events that this entity takes part in.")
@click.option("--type", metavar="T", help="Only events of this type.")
@click.option(
    "--since",
    callback=options.day,
    metavar="DATE",
    help="Only events that may have happened on this day or later.",
)
@click.option(
    "--until",
    callback=options.day,
    metavar="DATE",
    help="Only events that may have happened on this day or earlier.",
)
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the N most important.")
@click.option("--all", is_flag=True, help="Minor events and what is folded under others, too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
)
def timeline(directory: Path, form: str, **chosen: Any) -> None:
    """Print events in time order."""
    with open_store(directory) as store:
        chosen["type"] = _named_type(store, chosen["type"])
        events = query.timeline(store, **chosen)
        _print_events(store, events, form)
    if not events:
        click.echo("no event matches", err=True)


def _named_type(store: Store, said: str | None) -> str | None:
    """An event type by its name or by what readers call it."""
    named = {label.casefold(): name for name, label in store.labels().items()}
    return named.get(said.casefold(), said) if said else None


def _print_events(store: Store, events: tuple[Event, ...], form: str) -> None:
    if form == "csv":
        from eventgraph.export.tables import timeline as table

        click.echo(table.render_events(store.around(events), events).decode("utf-8"), nl=False)
    elif form == "json":
        from eventgraph.export.records.json import document

        rows = {row["id"]: row for row in document(store.around(events))["events"]}
        _print_json([rows[event.id] for event in events])
    else:
        names = store.names({p.entity for event in events for p in event.participants})
        _print_lines(show.timeline_lines(events, names, store.labels()))


@click.command()
@options.directory
@click.option("--event", metavar="ID", help="Only figures of this event.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
)
def claims(directory: Path, event: str | None, form: str) -> None:
    """Print every figure that is claimed: of what, how many, by whom, when; nothing is averaged."""
    with open_store(directory) as store:
        found = query.claims(store, event)
    if form == "csv":
        from eventgraph.export.tables.claims import render_figures

        click.echo(render_figures(found).decode("utf-8"), nl=False)
    elif form == "json":
        _print_json([show.figure_record(figure) for figure in found])
    else:
        _print_lines(show.figure_lines(found))
    if not found:
        click.echo("no figure is claimed", err=True)


@click.command()
@options.directory
@click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help="Of the N most important events."
)
@_table_or_json
def gaps(directory: Path, top: int | None, form: str) -> None:
    """Print what these articles do not tell: day, doer, place, a second source, days of silence."""
    with open_store(directory) as store:
        found = query.gaps(store, top)
    if form == "json":
        _print_json([show.gap_record(gap) for gap in found])
    else:
        _print_lines(show.gap_lines(found))


@click.command()
@click.argument("name")
@options.directory
@_table_or_json
@click.option("--why", is_flag=True, help="Say why these mentions are one entity.")
def entity(name: str, directory: Path, form: str, why: bool) -> None:
    """Print what one entity is connected to; NAME in any script, or an id."""
    with open_store(directory) as store:
        found = query.connections(store, name)
        texts = store.texts({e.article for event in found.events for e in event.evidence})
    if form == "json":
        _print_json(show.connection_record(found, texts))
    else:
        _print_lines(show.connection_lines(found, texts, why=why))


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@options.directory
def path(start: str, end: str, directory: Path) -> None:
    """Print how two entities are connected."""
    with open_store(directory) as store:
        steps = query.path(store, start, end)
    _print_lines(show.path_lines(steps) if steps else ["one and the same entity"])


@click.command()
@click.argument("text")
@options.directory
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(min=1), help="Most to print."
)
@_table_or_json
def search(text: str, directory: Path, limit: int, form: str) -> None:
    """Print what has the words of TEXT, in any script, in its names, title or quotes."""
    with open_store(directory) as store:
        hits = query.search(store, text, limit)
    if not hits:
        raise NotFoundError(f"no name, title or quote has the words {text!r}")
    if form == "json":
        _print_json([show.hit_record(hit) for hit in hits])
    else:
        _print_lines(show.hit_lines(hits))


@click.command()
@click.argument("id_", metavar="ID")
@options.directory
def why(id_: str, directory: Path) -> None:
    """Print why mentions are one event or entity, and where its date is from."""
    with open_store(directory) as store:
        found = query.explain(store, id_)
        texts = store.texts({evidence.article for evidence in found.evidence})
    _print_lines(show.reason_lines(found, texts))


def _print_lines(lines: Iterable[str]) -> None:
    from eventgraph.export.plain import shown

    for line in lines:
        click.echo(shown(line))


def _print_json(value: Any) -> None:
    from eventgraph.export.plain import inert_json

    click.echo(inert_json(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)))
